package org.reskontra.rulebook;

/** What a creditor can send to press for payment. */
public enum Document {
    /** A message that only says what is owed, until when to pay, and that the claim will be handed over. */
    REMINDER,
    /** A demand in the form that the act on debt collection requires. */
    COLLECTION_DEMAND,
    /** A demand that threatens to publish the default (in Finland). */
    TRATTA
}
