package org.reskontra.rulebook;

/** Which of the two end days of a delay bears interest. */
public enum AccrualDays {
    /** The due date bears none, the day of payment does. */
    AFTER_START_THROUGH_PAYMENT(1),
    /** The due date bears interest, the day of payment does not. */
    FROM_START_BEFORE_PAYMENT(0);

    private final int offset;

    AccrualDays(int offset) {
        this.offset = offset;
    }

    /** How many days after an event its effect on interest begins: 1 or 0. */
    public int offset() {
        return offset;
    }
}
