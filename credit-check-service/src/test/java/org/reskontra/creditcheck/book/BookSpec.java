package org.reskontra.creditcheck.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;

class BookSpec {

    private static final InvoiceEntry UNHEARD_OF = entry(1);

    @ParameterizedTest(name = "due 2026-01-31, settled {0}: {1} late, {2} days")
    @CsvSource({"2026-01-15, 0, 0", "2026-01-31, 0, 0", "2026-02-01, 1, 1", "2026-03-02, 1, 30"})
    void days_are_counted_from_the_due_date_and_early_payment_earns_none(String settledOn, int late, long days) {
        var settled = UNHEARD_OF.due(day("2026-01-31")).settled(day(settledOn));
        assertEquals(new Totals(1, late, days, 0), settled.totals());
    }

    @Test
    void an_invoice_counts_as_settled_once_both_dates_are_known() {
        assertEquals(Totals.NONE, UNHEARD_OF.totals());
        assertEquals(Totals.NONE, UNHEARD_OF.due(day("2026-01-31")).totals());
        assertEquals(Totals.NONE, UNHEARD_OF.settled(day("2026-01-31")).totals());
    }

    @Test
    void a_hand_over_counts_until_collection_closes_it_in_whatever_order_the_news_comes() {
        assertEquals(new Totals(0, 0, 0, 1), UNHEARD_OF.handedToCollection().totals());
        assertEquals(
                Totals.NONE,
                UNHEARD_OF.handedToCollection().closedByCollection().totals());
        assertEquals(
                Totals.NONE,
                UNHEARD_OF.closedByCollection().handedToCollection().totals());
    }

    @Test
    void what_is_owed_again_was_never_settled_and_is_at_collection_again() {
        var settled =
                UNHEARD_OF.due(day("2026-01-31")).settled(day("2026-02-01")).owing(Money.of(0, "SEK"));
        var again = settled.owingAgain(Money.of(10_000_00, "SEK"));
        assertEquals(Totals.NONE, again.totals());
        assertEquals(Money.of(10_000_00, "SEK"), again.outstanding());
        assertEquals(settled, settled.owingAgain(Money.of(0, "SEK")), "other money covers it");
        var closed = UNHEARD_OF.handedToCollection().closedByCollection();
        assertEquals(new Totals(0, 0, 0, 1), closed.reopenedByCollection().totals());
    }

    /** However news is cut into batches, the customers' totals are the sums over their invoices. */
    @Test
    void changes_add_up_to_the_book() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var entries = new ArrayList<InvoiceEntry>();
            for (int i = 0; i < 6; i++) {
                entries.add(entry(i));
            }
            Map<CustomerId, Totals> totals = new HashMap<>();
            Map<BookChange.Exposure, Money> exposures = new HashMap<>();
            for (int batch = 0; batch < 8; batch++) {
                var change = new BookChange();
                for (int news = 0; news < 5; news++) {
                    int which = random.nextInt(entries.size());
                    var before = entries.get(which);
                    var after = anyNews(random).apply(before);
                    change.count(before, after);
                    entries.set(which, after);
                }
                change.totals().forEach((customer, by) -> totals.merge(customer, by, Totals::plus));
                change.exposures().forEach((exposure, by) -> exposures.merge(exposure, by, Money::plus));
            }
            assertEquals(summed(entries), nonZero(totals), "seed " + seed);
            assertEquals(owed(entries), owed(exposures), "seed " + seed);
        }
    }

    private static UnaryOperator<InvoiceEntry> anyNews(Random random) {
        var on = day("2026-01-01").plusDays(random.nextInt(60));
        return List.<UnaryOperator<InvoiceEntry>>of(
                        entry -> entry.due(on),
                        entry -> entry.owing(Money.of(random.nextInt(1000), "SEK")),
                        entry -> entry.settled(on).owing(Money.of(0, "SEK")),
                        InvoiceEntry::handedToCollection,
                        entry -> entry.owingAgain(Money.of(random.nextInt(1000), "SEK")),
                        InvoiceEntry::closedByCollection,
                        InvoiceEntry::reopenedByCollection)
                .get(random.nextInt(7));
    }

    private static Map<CustomerId, Totals> summed(List<InvoiceEntry> entries) {
        var sums = new HashMap<CustomerId, Totals>();
        entries.forEach(entry -> sums.merge(entry.customer(), entry.totals(), Totals::plus));
        return nonZero(sums);
    }

    private static Map<CustomerId, Totals> nonZero(Map<CustomerId, Totals> totals) {
        var kept = new HashMap<>(totals);
        kept.values().removeIf(Totals.NONE::equals);
        return kept;
    }

    private static long owed(List<InvoiceEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.outstanding() != null)
                .mapToLong(entry -> entry.outstanding().minor())
                .sum();
    }

    private static long owed(Map<BookChange.Exposure, Money> exposures) {
        return exposures.values().stream().mapToLong(Money::minor).sum();
    }

    /** Two customers share the invoices. */
    private static InvoiceEntry entry(int number) {
        return InvoiceEntry.unheardOf(new InvoiceId(new UUID(1, number)), new CustomerId(new UUID(2, number % 2)));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
