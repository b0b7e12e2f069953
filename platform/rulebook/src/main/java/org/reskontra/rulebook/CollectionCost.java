package org.reskontra.rulebook;

/** A measure whose cost the law of some country lets a creditor pass on to the debtor, up to a limit. */
public enum CollectionCost {
    /** A written reminder. */
    REMINDER(true),
    /** The creditor's own written demand, where the law tells it from that of a collector. */
    OWN_DEMAND(true),
    /** A written demand in the form that the act on debt recovery requires. */
    COLLECTION_DEMAND(true),
    /** A demand that threatens to make the default public (in Finland: tratta). */
    PROTEST_THREAT_DEMAND(true),
    /** A demand that threatens with bankruptcy. */
    BANKRUPTCY_THREAT_DEMAND(true),
    /** A full written plan for paying what is left by instalments. */
    INSTALMENT_PLAN(false),
    /** More time to pay, given at the debtor's request. */
    EXTENSION(false),
    /** Asking somebody else to collect. */
    HANDOVER(false);

    private final boolean asksForPayment;

    CollectionCost(boolean asksForPayment) {
        this.asksForPayment = asksForPayment;
    }

    /** Whether it is a letter that asks for payment: only such a one must wait for the one before. */
    public boolean asksForPayment() {
        return asksForPayment;
    }
}
