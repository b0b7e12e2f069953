package org.reskontra.rulebook;

/** What an authority or a court charges, and the debtor is ordered to pay back. */
public enum AuthorityFee {
    /** Application for a payment order. */
    PAYMENT_ORDER,
    /** The applicant's or an agent's own work on a payment order, at most. */
    PAYMENT_ORDER_WORK,
    /** Other assistance with an enforcement authority, at most. */
    PAYMENT_ORDER_ASSISTANCE,
    /** Base fee for enforcing one title, due anew each year that the case runs. */
    ENFORCEMENT,
    /** Summons application where little is at stake. */
    COURT_SMALL_CLAIM,
    /** Summons application in any other civil case. */
    COURT_ORDINARY,
    /** What is left to pay when a payment order goes on to court as a small claim. */
    TRANSFER_SMALL_CLAIM,
    /** What is left to pay when a payment order goes on to court as an ordinary case. */
    TRANSFER_ORDINARY,
    /** Summary claim sent electronically, decided unopposed. */
    SUMMARY_ELECTRONIC,
    /** Summary claim sent in another way, decided unopposed. */
    SUMMARY,
    /** Summary claim that the debtor opposes. */
    SUMMARY_OPPOSED
}
