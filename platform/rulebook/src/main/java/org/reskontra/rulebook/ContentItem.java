package org.reskontra.rulebook;

/** What a reminder or a demand can contain. */
public enum ContentItem {
    CREDITOR_NAME,
    /** The contract, delivery or other relation that the claim rests on. */
    GROUND_OF_CLAIM,
    /** That paying the former creditor no longer discharges; asked only of an assigned or pledged claim. */
    NOTICE_OF_ASSIGNMENT,
    PRINCIPAL,
    /** The interest accrued so far; like the three that follow, asked only where interest is claimed. */
    INTEREST_AMOUNT,
    INTEREST_RATE,
    INTEREST_PERIOD,
    /** The capital that interest is counted on. */
    INTEREST_BASE,
    /** Asked only where costs are charged. */
    COSTS,
    /** The last day to pay or object. */
    DEADLINE,
    /** That the debtor can object, and where. */
    RIGHT_TO_OBJECT,
    PAYMENT_DETAILS,
    /** That the debtor can have collection suspended and the claim moved to court. */
    RIGHT_TO_SUSPEND,
    /** That the default will be published, and not before when. */
    PUBLICATION_OF_DEFAULT,
    /** After which day it will no longer be published. */
    LATEST_PUBLICATION
}
