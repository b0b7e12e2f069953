package org.reskontra.rulebook;

/** A measure whose cost the law lets a creditor pass on to the debtor, up to a limit. */
public enum CollectionCost {
    /** A written reminder. */
    REMINDER,
    /** A written demand in the form that the act on debt recovery requires. */
    COLLECTION_DEMAND,
    /** A full written plan for paying what is left by instalments. */
    INSTALMENT_PLAN
}
