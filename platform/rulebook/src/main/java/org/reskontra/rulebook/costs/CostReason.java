package org.reskontra.rulebook.costs;

/** Why a measure may cost the debtor what it may. */
public enum CostReason {
    /** All that was asked for. */
    WITHIN_LIMIT("within the limit"),
    /** The most that one such measure may cost. */
    LIMITED("limited to what one such measure may cost"),
    /** What is left below the most that all measures may cost together. */
    LIMITED_BY_TOTAL("limited by what all measures may cost for one debt"),
    /** The creditor asks for nothing. */
    NOT_ASKED_FOR("nothing was asked for"),
    /** Such a debtor cannot be charged for it. */
    NOT_CHARGEABLE("such a debtor cannot be charged for it"),
    /** The debtor would have had to accept it when the debt arose. */
    NOT_AGREED("not agreed when the debt arose"),
    /** It is only allowed on a claim nobody disputes. */
    DISPUTED("the debtor disputes the claim"),
    /** It is only allowed after a reminder. */
    NO_REMINDER_BEFORE("no reminder was sent before"),
    /** The debt was not late on the day of the letter. */
    NOT_LATE_YET("the debt was not late on that day"),
    /** Too soon after the due date or the letter before. */
    TOO_EARLY("too soon after the due date or the letter before"),
    /** Such a measure has been charged for as often as is allowed. */
    TOO_OFTEN("charged for as often as is allowed"),
    /** Payment was put off by less than an extension must. */
    EXTENSION_TOO_SHORT("payment was put off by too little"),
    /** What the law says is not known to the rulebook: a person must look. */
    UNKNOWN("what the law says is not known");

    private final String text;

    CostReason(String text) {
        this.text = text;
    }

    /** For a person to read. */
    public String text() {
        return text;
    }
}
