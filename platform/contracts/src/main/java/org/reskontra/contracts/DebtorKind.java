package org.reskontra.contracts;

/** Who owes, as far as the law asks: it decides which rates, charges and steps are open to the creditor. */
public enum DebtorKind {
    CONSUMER,
    BUSINESS,
    PUBLIC_BODY
}
