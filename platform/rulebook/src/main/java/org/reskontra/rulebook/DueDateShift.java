package org.reskontra.rulebook;

/** What becomes of a due date that is no business day. */
public enum DueDateShift {
    /** Payment on the first business day after it is in time. */
    TO_NEXT_BUSINESS_DAY,
    /** It stays where it is. */
    NONE
}
