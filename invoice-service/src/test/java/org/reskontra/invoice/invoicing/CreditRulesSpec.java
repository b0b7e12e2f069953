package org.reskontra.invoice.invoicing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.invoicing.CreditRefusal.MONTH_LOCKED;
import static org.reskontra.invoice.invoicing.CreditRefusal.MORE_THAN_INVOICED;
import static org.reskontra.invoice.invoicing.CreditRefusal.NOTHING_TO_CREDIT;
import static org.reskontra.invoice.invoicing.CreditRefusal.RATE_NOT_INVOICED;
import static org.reskontra.invoice.invoicing.CreditRefusal.TOO_MANY_NOTES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.CreditChecked.Issuable;
import org.reskontra.invoice.invoicing.CreditChecked.Malformed;
import org.reskontra.invoice.invoicing.CreditChecked.Refused;
import org.reskontra.invoice.invoicing.CreditDraft.Part;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Lines;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Share;
import org.reskontra.invoice.invoicing.CreditDraft.Part.Whole;

/** An invoice of 1 March: 100 kr at 25 %, 200 kr at 12 %, and 1 kr less than nothing of deposits returned. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditRulesSpec {

    private static final LocalDate ISSUED = LocalDate.parse("2026-03-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-20");
    private static final Totals INVOICED = Totals.of(
            List.of(line("1", 100_00, "0.25"), line("2", 100_00, "0.12"), line("-1", 1_00, "0")),
            PriceBasis.VAT_EXCLUDED,
            sek(40));
    private static final int TIMES = 2_000;

    @Test
    void all_of_it_is_what_was_invoiced() {
        assertEquals(INVOICED, issuable(new Whole()));
    }

    @Test
    void what_is_left_is_credited_after_a_part() {
        var part = issuable(new Share(sek(100_00)));
        var rest = issuable(List.of(part), new Whole());
        assertEquals(INVOICED.gross(), part.gross().plus(rest.gross()));
        assertEquals(INVOICED.vatTotal(), part.vatTotal().plus(rest.vatTotal()));
        assertEquals(refused(NOTHING_TO_CREDIT, ""), check(List.of(part, rest), new Whole()));
        assertEquals(refused(NOTHING_TO_CREDIT, ""), check(List.of(part, rest), new Share(sek(1))));
    }

    @Test
    void an_amount_is_split_as_the_invoice_is() {
        // half of 125.00, 224.00, -1.00 and 0.40
        var half = issuable(new Share(sek(174_20)));
        assertEquals(
                Totals.stated(
                        List.of(subtotal("0", -50, 0), subtotal("0.12", 100_00, 12_00), subtotal("0.25", 50_00, 12_50)),
                        sek(20)),
                half);
    }

    @Test
    void lines_are_credited_with_the_vat_of_their_rates() {
        assertEquals(
                Totals.stated(List.of(subtotal("0.12", 100_00, 12_00)), sek(0)),
                issuable(new Lines(List.of(line("1", 100_00, "0.12")))));
    }

    @Test
    void the_last_lines_take_the_rounding_with_them() {
        var first = issuable(new Lines(List.of(line("1", 100_00, "0.25"), line("1", 100_00, "0.12"))));
        var last = issuable(List.of(first), new Lines(List.of(line("1", 100_00, "0.12"), line("-1", 1_00, "0"))));
        assertEquals(sek(0), first.rounding());
        assertEquals(sek(40), last.rounding());
        assertEquals(INVOICED.gross(), first.gross().plus(last.gross()));
    }

    @Test
    void the_last_credit_at_a_rate_takes_the_ore_that_rounding_left() {
        // 25 % of 0.50 is 0.13 half up, and of 1.00 it is 0.25
        var invoiced = Totals.of(List.of(line("1", 1_00, "0.25")), PriceBasis.VAT_EXCLUDED, sek(0));
        var half = new Lines(List.of(line("1", 50, "0.25")));
        var first = issuable(invoiced, List.of(), half);
        assertEquals(List.of(subtotal("0.25", 50, 13)), first.vat());
        assertEquals(
                List.of(subtotal("0.25", 50, 12)),
                issuable(invoiced, List.of(first), half).vat());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28,BEFORE_INVOICE", "2026-04-21,IN_THE_FUTURE"})
    void it_is_dated_between_the_invoice_and_today(String date, CreditRefusal why) {
        assertEquals(
                why,
                assertInstanceOf(Refused.class, CreditRules.check(left(), draft(date, new Whole()), TODAY, false))
                        .why());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01", "2026-04-20"})
    void both_days_will_do(String date) {
        assertInstanceOf(Issuable.class, CreditRules.check(left(), draft(date, new Whole()), TODAY, false));
    }

    @Test
    void a_locked_month_has_no_new_credit_notes() {
        assertEquals(
                refused(MONTH_LOCKED, "/issueDate"),
                bare(CreditRules.check(left(), draft("2026-03-15", new Whole()), TODAY, true)));
    }

    @Test
    void no_more_is_credited_than_was_invoiced() {
        assertEquals(refused(MORE_THAN_INVOICED, "/amount"), check(List.of(), new Share(sek(348_41))));
        assertInstanceOf(Issuable.class, check(List.of(), new Share(sek(348_40))));
        assertEquals(
                refused(MORE_THAN_INVOICED, "/lines"), check(List.of(), new Lines(List.of(line("1", 100_01, "0.25")))));
        assertEquals(
                refused(MORE_THAN_INVOICED, "/lines"),
                check(List.of(), new Lines(List.of(line("1", 10_00, "0.25"), line("1", 1, "0")))),
                "more was taken back than sold without VAT");
        // the discount must go with what it was given on
        var first = issuable(new Lines(List.of(line("1", 100_00, "0.25"))));
        assertEquals(
                refused(MORE_THAN_INVOICED, "/lines"),
                check(List.of(first), new Lines(List.of(line("2", 100_00, "0.12")))));
    }

    @Test
    void a_rate_that_was_not_invoiced_is_not_credited() {
        assertEquals(
                refused(RATE_NOT_INVOICED, "/lines/1/vatRate"),
                check(List.of(), new Lines(List.of(line("1", 1_00, "0.25"), line("1", 1_00, "0.06")))));
    }

    @Test
    void lines_that_come_to_nothing_are_no_credit() {
        assertEquals(refused(NOTHING_TO_CREDIT, "/lines"), check(List.of(), new Lines(List.of(line("-1", 1_00, "0")))));
    }

    @Test
    void an_invoice_has_a_bounded_number_of_credit_notes() {
        var note = issuable(new Share(sek(1)));
        var before = Collections.nCopies(CreditRules.MOST_NOTES - 1, note);
        assertInstanceOf(Issuable.class, check(before, new Share(sek(1))));
        assertEquals(
                refused(TOO_MANY_NOTES, ""),
                check(Collections.nCopies(CreditRules.MOST_NOTES, note), new Share(sek(1))));
    }

    @Test
    void what_is_no_credit_is_pointed_at() {
        assertEquals(List.of("/amount not-positive"), flaws(new Share(sek(0))));
        assertEquals(List.of("/amount currency-differs"), flaws(new Share(Money.of(1, "EUR"))));
        assertEquals(List.of("/lines no-lines"), flaws(new Lines(List.of())));
        assertEquals(
                List.of("/lines/1/quantity zero"),
                flaws(new Lines(List.of(line("1", 1_00, "0.25"), line("0", 1_00, "0.25")))));
        assertEquals(
                List.of("/issueDate off-the-calendar"),
                flaws(CreditRules.check(left(), draft("9999-01-01", new Whole()), TODAY, false)));
    }

    @Test
    void parts_of_any_size_take_exactly_the_invoice_in_the_end() {
        for (int seed = 0; seed < TIMES; seed++) {
            var random = new Random(seed);
            var invoiced = randomInvoice(random);
            var credited = new ArrayList<Totals>();
            for (int i = random.nextInt(5); i > 0; i--) {
                var left = Creditable.of(ISSUED, PriceBasis.VAT_EXCLUDED, invoiced, credited)
                        .left();
                var share = sek(1 + (long) (random.nextDouble() * left.gross().minor()));
                if (share.compareTo(left.gross()) < 0) {
                    credited.add(issuable(invoiced, credited, new Share(share)));
                    assertEquals(share, credited.getLast().gross(), "seed " + seed);
                }
            }
            credited.add(issuable(invoiced, credited, new Whole()));
            var after = Creditable.of(ISSUED, PriceBasis.VAT_EXCLUDED, invoiced, credited)
                    .left();
            assertTrue(after.vat().stream().allMatch(VatSubtotal::isZero), "seed " + seed);
            assertTrue(after.rounding().isZero() && after.gross().isZero(), "seed " + seed);
            for (var rate : invoiced.vat()) {
                var parts = credited.stream()
                        .flatMap(note -> note.vat().stream())
                        .filter(part -> part.rate().equals(rate.rate()))
                        .toList();
                assertTrue(parts.stream().allMatch(part -> isPart(part.net(), rate.net())), "seed " + seed);
                assertTrue(parts.stream().allMatch(part -> isPart(part.vat(), rate.vat())), "seed " + seed);
            }
        }
    }

    private static boolean isPart(Money part, Money whole) {
        return part.isZero()
                || part.isNegative() == whole.isNegative() && Math.abs(part.minor()) <= Math.abs(whole.minor());
    }

    private static Totals randomInvoice(Random random) {
        var lines = new ArrayList<Line>();
        lines.add(line("1", 1_000_00 + random.nextInt(1_000_00), "0.25"));
        for (var rate : List.of("0.12", "0.06", "0")) {
            if (random.nextBoolean()) {
                lines.add(line(random.nextInt(4) == 0 ? "-1" : "1", 1 + random.nextInt(300_00), rate));
            }
        }
        return Totals.of(lines, PriceBasis.VAT_EXCLUDED, sek(random.nextInt(199) - 99));
    }

    private static Totals issuable(Part part) {
        return issuable(List.of(), part);
    }

    private static Totals issuable(List<Totals> before, Part part) {
        return issuable(INVOICED, before, part);
    }

    private static Totals issuable(Totals invoiced, List<Totals> before, Part part) {
        var invoice = Creditable.of(ISSUED, PriceBasis.VAT_EXCLUDED, invoiced, before);
        return assertInstanceOf(Issuable.class, CreditRules.check(invoice, draft(TODAY.toString(), part), TODAY, false))
                .totals();
    }

    private static CreditChecked check(List<Totals> before, Part part) {
        var invoice = Creditable.of(ISSUED, PriceBasis.VAT_EXCLUDED, INVOICED, before);
        return bare(CreditRules.check(invoice, draft(TODAY.toString(), part), TODAY, false));
    }

    private static List<String> flaws(Part part) {
        return flaws(CreditRules.check(left(), draft(TODAY.toString(), part), TODAY, false));
    }

    private static List<String> flaws(CreditChecked checked) {
        return assertInstanceOf(Malformed.class, checked).flaws().stream()
                .map((Flaw flaw) -> flaw.pointer() + " " + flaw.code())
                .toList();
    }

    private static Creditable left() {
        return Creditable.of(ISSUED, PriceBasis.VAT_EXCLUDED, INVOICED, List.of());
    }

    private static CreditDraft draft(String date, Part part) {
        return new CreditDraft(LocalDate.parse(date), part);
    }

    private static Refused refused(CreditRefusal why, String pointer) {
        return new Refused(why, pointer, "");
    }

    /** Without its words. */
    private static CreditChecked bare(CreditChecked checked) {
        return checked instanceof Refused(var why, var pointer, var _) ? refused(why, pointer) : checked;
    }

    private static Line line(String quantity, long price, String rate) {
        return new Line("Timber", new BigDecimal(quantity), sek(price), BigDecimal.ONE, sek(0), new BigDecimal(rate));
    }

    private static VatSubtotal subtotal(String rate, long net, long vat) {
        return new VatSubtotal(new BigDecimal(rate), sek(net), sek(vat));
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
