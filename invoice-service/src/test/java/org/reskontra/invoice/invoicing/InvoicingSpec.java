package org.reskontra.invoice.invoicing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.Checked.Issuable;
import org.reskontra.invoice.invoicing.Checked.Malformed;
import org.reskontra.invoice.invoicing.Checked.Refused;
import org.reskontra.rulebook.Rulebook;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoicingSpec {

    private static final Currency SEK = Currency.getInstance("SEK");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    // ---- totals

    @Test
    void vat_is_rounded_once_per_rate_not_once_per_line() {
        // three lines of 0.33 at 25 %: 0.2475 is 0.25, while three times 0.0825 would be 0.24
        var totals = Totals.of(Collections.nCopies(3, line("1", 33, "0.25")), PriceBasis.VAT_EXCLUDED, sek(0));
        assertEquals(sek(99), totals.net());
        assertEquals(sek(25), totals.vatTotal());
        assertEquals(sek(124), totals.gross());
    }

    @Test
    void a_line_is_rounded_half_up_to_the_minor_unit() {
        assertEquals(sek(3), line("2.5", 1, "0").amount());
        assertEquals(sek(-3), line("-2.5", 1, "0").amount());
        assertEquals(sek(2), line("2.4", 1, "0").amount());
    }

    @Test
    void a_price_of_many_units_loses_nothing() {
        // 89.25 kr per 100 kWh, 1 234 kWh
        var line = new Line("kWh", new BigDecimal("1234"), sek(89_25), new BigDecimal(100), sek(-1_00), rate("0.25"));
        assertEquals(sek(1_101_35 - 1_00), line.amount());
    }

    @Test
    void rates_are_told_apart_by_value_and_come_lowest_first() {
        var totals = Totals.of(
                List.of(line("1", 100_00, "0.25"), line("1", 100_00, "0.06"), line("1", 100_00, "0.250")),
                PriceBasis.VAT_EXCLUDED,
                sek(0));
        assertEquals(
                List.of(
                        new VatSubtotal(rate("0.06"), sek(100_00), sek(6_00)),
                        new VatSubtotal(rate("0.25"), sek(200_00), sek(50_00))),
                totals.vat());
    }

    @ParameterizedTest
    @CsvSource({"12500,0.25,10000,2500", "8099,0.25,6479,1620", "100,0,100,0", "526,0.25,421,105"})
    void vat_inside_a_price_leaves_the_price_as_it_was(long gross, String rate, long net, long vat) {
        var totals = Totals.of(List.of(line("1", gross, rate)), PriceBasis.VAT_INCLUDED, sek(0));
        assertEquals(sek(gross), totals.gross());
        assertEquals(sek(net), totals.net());
        assertEquals(sek(vat), totals.vatTotal());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260301, 42})
    void nothing_is_lost_between_lines_and_totals(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 500; round++) {
            var lines = IntStream.range(0, random.nextInt(1, 20))
                    .mapToObj(i -> randomLine(random))
                    .toList();
            for (var basis : PriceBasis.values()) {
                var totals = Totals.of(lines, basis, sek(0));
                var sum = lines.stream().map(Line::amount).reduce(sek(0), Money::plus);
                var kept = switch (basis) {
                    case VAT_EXCLUDED -> totals.net();
                    case VAT_INCLUDED -> totals.gross();
                };
                assertEquals(sum, kept, "seed " + seed + ", round " + round);
                assertTrue(totals.vat().stream().allMatch(VatSubtotal::fits), "seed " + seed + ", round " + round);
            }
        }
    }

    @Test
    void totals_that_do_not_add_up_cannot_be_constructed() {
        assertThrows(IllegalArgumentException.class, () -> new Totals(List.of(), sek(1), sek(1), sek(0), sek(3)));
    }

    // ---- what may be issued

    @Test
    void a_sound_draft_is_issuable() {
        var issuable = assertInstanceOf(Issuable.class, check(draft(d -> d)));
        assertEquals(sek(125_00), issuable.totals().gross());
    }

    @Test
    void each_refusal_has_its_case() {
        assertRefused(InvoiceRefusal.DUE_BEFORE_ISSUE, draft(d -> d.due("2026-02-28")));
        assertRefused(
                InvoiceRefusal.ISSUED_TOO_FAR_AHEAD,
                draft(d -> d.issued("2026-04-01").due("2026-05-01")));
        assertInstanceOf(Issuable.class, check(draft(d -> d.issued("2026-03-31").due("2026-05-01"))));
        assertRefused(InvoiceRefusal.NOTHING_TO_PAY, draft(d -> d.lines(line("-1", 100_00, "0.25"))));
        assertRefused(InvoiceRefusal.NOTHING_TO_PAY, draft(d -> d.lines(line("1", 0, "0.25"))));
        assertRefused(
                InvoiceRefusal.VAT_DOES_NOT_FIT,
                draft(d -> d.stated(new VatSubtotal(rate("0.25"), sek(100_00), sek(26_00)))));
        assertRefused(
                InvoiceRefusal.VAT_DOES_NOT_FIT,
                draft(d -> d.stated(new VatSubtotal(rate("0.25"), sek(99_00), sek(24_75)))));
        var noLaw = InvoiceRules.check(
                Rulebook.standard(), new Country("BR"), TODAY, draft(d -> d).draft());
        assertEquals(
                InvoiceRefusal.NO_LAW_FOR_COUNTRY,
                assertInstanceOf(Refused.class, noLaw).why());
    }

    @Test
    void vat_a_document_states_stands_within_one_unit() {
        var stated = new VatSubtotal(rate("0.25"), sek(100_00), sek(25_99));
        var issuable = assertInstanceOf(Issuable.class, check(draft(d -> d.stated(stated))));
        assertEquals(sek(125_99), issuable.totals().gross());
    }

    @Test
    void rounding_counts() {
        var issuable = assertInstanceOf(Issuable.class, check(draft(d -> d.rounding(sek(-49)))));
        assertEquals(sek(124_51), issuable.totals().gross());
    }

    @Test
    void each_flaw_points_at_its_field() {
        assertFlaw("/lines", draft(d -> d.lines()));
        assertFlaw(
                "/lines",
                draft(d -> d.lines(Collections.nCopies(1001, line("1", 1, "0")).toArray(Line[]::new))));
        assertFlaw("/lines/0/description", draft(d -> d.lines(described(" "))));
        assertFlaw("/lines/0/description", draft(d -> d.lines(described("x".repeat(501)))));
        assertFlaw("/lines/0/quantity", draft(d -> d.lines(line("0", 1, "0"))));
        assertFlaw("/lines/0/unitPrice", draft(d -> d.lines(line("1", -1, "0"))));
        assertFlaw("/lines/1/vatRate", draft(d -> d.lines(line("1", 1, "0"), line("1", 1, "25"))));
        assertFlaw("/lines/0/vatRate", draft(d -> d.lines(line("1", 1, "-0.25"))));
        assertFlaw("/lines/0", draft(d -> d.lines(line("1000000", Long.MAX_VALUE / 2, "0"))));
        assertFlaw(
                "/lines/0/per",
                draft(d -> d.lines(new Line("x", BigDecimal.ONE, sek(1), BigDecimal.ZERO, sek(0), rate("0")))));
        assertFlaw(
                "/lines/0/unitPrice",
                draft(d -> d.lines(new Line(
                        "x", BigDecimal.ONE, Money.of(1, "EUR"), BigDecimal.ONE, Money.of(0, "EUR"), rate("0")))));
        assertFlaw(
                "/lines",
                draft(d -> d.lines(line("1", InvoiceRules.MOST_MINOR, "0"), line("1", InvoiceRules.MOST_MINOR, "0"))));
        assertFlaw("/issueDate", draft(d -> d.issued("1026-03-01")));
        assertFlaw("/dueDate", draft(d -> d.due("+20260-03-31")));
        assertFlaw("/rounding", draft(d -> d.rounding(sek(100))));
        assertFlaw("/number", draft(d -> d.number("")));
        assertFlaw("/number", draft(d -> d.number("x".repeat(41))));
        assertFlaw("/number", draft(d -> d.number("R100001")));
        assertFlaw("/paymentReference", draft(d -> d.reference("åäö")));
        assertFlaw("/paymentReference", draft(d -> d.reference("1".repeat(36))));
        assertFlaw("/interest/contractRate", draft(d -> d.contractRate("11.5")));
    }

    @Test
    void refusals_have_codes_of_their_own() {
        var codes = Stream.of(InvoiceRefusal.values()).map(InvoiceRefusal::code).toList();
        assertEquals(codes, codes.stream().distinct().sorted().toList());
        assertTrue(InvoiceRefusal.ISSUED_TOO_FAR_AHEAD.retryable());
    }

    // ---- numbers and references

    @Test
    void our_series_has_no_gaps() {
        assertEquals(
                List.of("R100001", "R100002", "R100003"),
                IntStream.rangeClosed(1, 3).mapToObj(Numbering::ofSeries).toList());
    }

    @Test
    void g32_a_number_of_digits_carries_its_reference() {
        assertEquals(Optional.of("123456790"), PaymentReferences.carriedBy("1234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV-17", "800000000001", "999999999999", "123456789012345678901234", ""})
    void a_number_that_could_clash_or_has_letters_carries_none(String number) {
        assertEquals(Optional.empty(), PaymentReferences.carriedBy(number));
    }

    @Test
    void no_two_sources_make_the_same_reference() {
        var made = IntStream.rangeClosed(1, 2000)
                .boxed()
                .flatMap(i -> Stream.of(
                        PaymentReferences.ofOwnNumber(i),
                        PaymentReferences.ofForeignNumber(i),
                        PaymentReferences.carriedBy(String.valueOf(i)).orElseThrow(),
                        PaymentReferences.carriedBy("%012d".formatted(i)).orElseThrow()))
                .toList();
        assertEquals(made.size(), made.stream().distinct().count());
    }

    @Test
    void a_series_has_an_end() {
        assertThrows(IllegalArgumentException.class, () -> PaymentReferences.ofOwnNumber(0));
        assertThrows(IllegalArgumentException.class, () -> PaymentReferences.ofForeignNumber(100_000_000_000L));
    }

    @Test
    void references_are_compared_without_blanks() {
        assertEquals("RF18539007547034", PaymentReferences.normalised(" rf18 5390 0754\t7034 "));
    }

    // ---- words

    private static Checked check(DraftBuilder builder) {
        return InvoiceRules.check(Rulebook.standard(), Country.SE, TODAY, builder.draft());
    }

    private static void assertRefused(InvoiceRefusal why, DraftBuilder builder) {
        assertEquals(why, assertInstanceOf(Refused.class, check(builder)).why());
    }

    private static void assertFlaw(String pointer, DraftBuilder builder) {
        assertEquals(
                List.of(pointer),
                assertInstanceOf(Malformed.class, check(builder)).flaws().stream()
                        .map(Flaw::pointer)
                        .toList());
    }

    private static DraftBuilder draft(UnaryOperator<DraftBuilder> changes) {
        return changes.apply(new DraftBuilder());
    }

    private static final class DraftBuilder {
        private Optional<String> number = Optional.of("1234567");
        private LocalDate issued = TODAY;
        private LocalDate due = LocalDate.parse("2026-03-31");
        private List<Line> lines = List.of(line("1", 100_00, "0.25"));
        private Money rounding = sek(0);
        private Optional<List<VatSubtotal>> stated = Optional.empty();
        private InterestTerms interest = InterestTerms.STATUTORY;
        private Optional<String> reference = Optional.empty();

        DraftBuilder number(String text) {
            number = Optional.of(text);
            return this;
        }

        DraftBuilder issued(String date) {
            issued = LocalDate.parse(date);
            return this;
        }

        DraftBuilder due(String date) {
            due = LocalDate.parse(date);
            return this;
        }

        DraftBuilder lines(Line... all) {
            lines = List.of(all);
            return this;
        }

        DraftBuilder rounding(Money amount) {
            rounding = amount;
            return this;
        }

        DraftBuilder stated(VatSubtotal... vat) {
            stated = Optional.of(List.of(vat));
            return this;
        }

        DraftBuilder contractRate(String yearly) {
            interest = new InterestTerms(rate(yearly));
            return this;
        }

        DraftBuilder reference(String text) {
            reference = Optional.of(text);
            return this;
        }

        InvoiceDraft draft() {
            return new InvoiceDraft(
                    number,
                    issued,
                    due,
                    SEK,
                    lines,
                    PriceBasis.VAT_EXCLUDED,
                    rounding,
                    stated,
                    interest,
                    true,
                    reference);
        }
    }

    private static Line randomLine(RandomGenerator random) {
        var rates = List.of("0", "0.06", "0.12", "0.25");
        return line(
                BigDecimal.valueOf(random.nextLong(1, 100_000), 3).toPlainString(),
                random.nextLong(0, 1_000_000),
                rates.get(random.nextInt(rates.size())));
    }

    private static Line described(String description) {
        return new Line(description, BigDecimal.ONE, sek(1), BigDecimal.ONE, sek(0), rate("0"));
    }

    private static Line line(String quantity, long unitPrice, String vatRate) {
        return new Line("Work", new BigDecimal(quantity), sek(unitPrice), BigDecimal.ONE, sek(0), rate(vatRate));
    }

    private static BigDecimal rate(String rate) {
        return new BigDecimal(rate);
    }

    private static Money sek(long minor) {
        return new Money(minor, SEK);
    }
}
