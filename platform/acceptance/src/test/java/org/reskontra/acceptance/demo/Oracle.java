package org.reskontra.acceptance.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.BookRow;
import org.reskontra.acceptance.oracle.InterestDays;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.costs.ReminderFee;

/**
 * The expected table, worked out from the book and the rules of the demo alone: country SE, businesses, reminder fee
 * agreed, reminder on the fifth day after the due date, hand-over on the twelfth after the reminder, a day's payments
 * before the day's work, and each settlement paying all that is owed. Shares nothing with the services: interest is
 * added up day by day here, from a table of reference rates of its own.
 */
public final class Oracle {

    private static final int REMINDER_AFTER = 5;
    private static final int HAND_OVER_AFTER = 12;
    private static final long WANTED_FEE = 60_00;
    private static final RulePack SWEDEN = Rulebook.standard().pack(Country.SE);

    private Oracle() {}

    /**
     * What must come out.
     *
     * @param accrued by currency code: interest on open invoices to the last day
     */
    public record Expected(Figures figures, Map<String, Long> accrued) {}

    /** Works a book out. */
    public static Expected of(Book book) {
        return of(book, book.lastDay());
    }

    /** Works a book out as it stands on a day. */
    public static Expected of(Book book, LocalDate lastDay) {
        var sheet = new Figures.Sheet();
        var accrued = new TreeMap<String, Long>();
        for (var row : book.rows()) {
            sheet.issued++;
            var lastOpenDay = row.paidOn().map(day -> day.minusDays(1)).orElse(lastDay);
            var fee = Money.zero(row.amount().currency());
            var reminder = row.due().plusDays(REMINDER_AFTER);
            if (!reminder.isAfter(lastOpenDay)) {
                sheet.remindersSent++;
                fee = fee(row, reminder);
                sheet.fee(fee);
                if (!reminder.plusDays(HAND_OVER_AFTER).isAfter(lastOpenDay)) {
                    sheet.handedToCollection++;
                }
            }
            if (row.paidOn().isPresent()) {
                sheet.settled++;
                if (row.paidOn().get().isAfter(row.due())) {
                    sheet.paidAfterDueDate++;
                    sheet.interest(interest(row, row.paidOn().get()));
                } else {
                    sheet.paidByDueDate++;
                }
            } else {
                sheet.owed(row.amount(), Money.zero(row.amount().currency()), fee);
                accrued.merge(
                        row.amount().currency().getCurrencyCode(),
                        interest(row, lastDay).minor(),
                        Long::sum);
            }
        }
        return new Expected(sheet.figures(), accrued);
    }

    /** Fifty kronor for a reminder before 16 March 2013, sixty from then on. */
    private static Money fee(BookRow row, LocalDate sentOn) {
        var wanted = new Money(WANTED_FEE, row.amount().currency());
        return ReminderFee.decide(SWEDEN, DebtorKind.BUSINESS, wanted, true, sentOn)
                .fee();
    }

    /** Each day after the due date up to and including the last bears the rate of that day. */
    private static Money interest(BookRow row, LocalDate lastDay) {
        var days = new InterestDays().add(row.amount().minor(), row.due(), lastDay);
        return new Money(days.rounded(), row.amount().currency());
    }
}
