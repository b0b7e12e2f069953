package org.reskontra.creditcheck.book;

/**
 * What is counted over a customer's invoices; as a difference, any part may be negative.
 *
 * @param daysLate days after the due date, over the settled invoices
 */
public record Totals(int settled, int settledLate, long daysLate, int atCollection) {

    public static final Totals NONE = new Totals(0, 0, 0, 0);

    public Totals plus(Totals other) {
        return new Totals(
                settled + other.settled,
                settledLate + other.settledLate,
                daysLate + other.daysLate,
                atCollection + other.atCollection);
    }

    public Totals minus(Totals other) {
        return new Totals(
                settled - other.settled,
                settledLate - other.settledLate,
                daysLate - other.daysLate,
                atCollection - other.atCollection);
    }
}
