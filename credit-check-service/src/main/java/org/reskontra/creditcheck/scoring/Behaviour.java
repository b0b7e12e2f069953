package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a customer has paid.
 *
 * @param settled invoices paid in full
 * @param settledLate those of them that were paid after the due date
 * @param daysLate days after the due date, added up over the settled invoices; one paid in time adds none
 * @param atCollection invoices that collection is working on
 * @param daysOverdue how long the oldest unpaid invoice has been overdue; 0 when none is
 */
public record Behaviour(int settled, int settledLate, long daysLate, int atCollection, int daysOverdue) {

    private static final int DECIMALS = 4;

    /** A customer nothing is known of. */
    public static final Behaviour UNKNOWN = new Behaviour(0, 0, 0, 0, 0);

    public Behaviour {
        if (settledLate < 0 || settled < settledLate || daysLate < settledLate) {
            throw new IllegalArgumentException(
                    settled + " settled invoices, " + settledLate + " of them late, " + daysLate + " days in all");
        }
        if (atCollection < 0 || daysOverdue < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /** From 0 to 1, four decimals; 0 when nothing has been settled. */
    public BigDecimal lateShare() {
        return perSettled(settledLate);
    }

    /** Per settled invoice, four decimals; 0 when nothing has been settled. */
    public BigDecimal averageDaysLate() {
        return perSettled(daysLate);
    }

    private BigDecimal perSettled(long sum) {
        return settled == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(settled), DECIMALS, RoundingMode.HALF_UP);
    }
}
