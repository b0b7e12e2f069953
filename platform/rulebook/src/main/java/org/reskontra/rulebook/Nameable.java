package org.reskontra.rulebook;

/** What a debtor can name when paying. */
public enum Nameable {
    /** One of several claims. */
    CLAIM,
    /** Costs, interest or principal. */
    PART
}
