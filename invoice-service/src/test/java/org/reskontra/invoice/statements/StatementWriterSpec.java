package org.reskontra.invoice.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.ClaimPart.COSTS;
import static org.reskontra.rulebook.ClaimPart.INTEREST;
import static org.reskontra.rulebook.ClaimPart.PRINCIPAL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.ClaimTerms;
import org.reskontra.invoice.claims.Movement;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.LateInterest;

/** The ledger of golden case G18, and what becomes of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatementWriterSpec {

    private static final RulePack LAW = Rulebook.standard().pack(Country.SE);
    private static final ClaimTerms TERMS =
            new ClaimTerms(DebtorKind.BUSINESS, day("2025-01-31"), InterestTerms.STATUTORY, true);
    private static final UUID PAYMENT = new UUID(7, 7);

    private static final List<Posted> G18 = List.of(
            posted(1, "INVOICE_ISSUED", "2025-01-01", PRINCIPAL, 10_000_00),
            fee(2, "REMINDER_FEE", "2025-02-05", 60_00),
            fee(3, "REMINDER_FEE", "2025-02-17", 180_00),
            interest(4, "LATE_INTEREST", "2025-03-02", 90_41),
            paid(5, "PAYMENT", "2025-03-02", COSTS, -240_00),
            paid(5, "PAYMENT", "2025-03-02", INTEREST, -90_41),
            paid(5, "PAYMENT", "2025-03-02", PRINCIPAL, -3_669_59));

    @ParameterizedTest
    @EnumSource(Language.class)
    void g18_in_the_words_of_each_language(Language language) {
        assertEquals(approved("g18-" + language.code()), PlainText.of(written(G18, "2025-04-01", language)));
    }

    @Test
    void the_tree_is_the_total_and_its_leaves_are_the_ledger() {
        var tree = tree(G18, "2025-04-01");
        assertEquals(6_387_64, TraceCheck.recompute(tree).longValueExact());
        assertEquals(
                List.of(10_000_00L, 60_00L, 180_00L, 90_41L, -4_000_00L, 57_23L),
                tree.parts().stream()
                        .map(part -> part.amount().longValueExact())
                        .toList());
        assertEquals(
                List.of("INVOICE_ISSUED", "SE-FEE-1", "SE-FEE-1", "SE-INT-16", "SE-PAY-1", "SE-INT-16"),
                tree.parts().stream().map(Trace::ruleId).toList());
        var payment = tree.parts().get(4);
        assertEquals(
                List.of("COSTS -24000", "INTEREST -9041", "PRINCIPAL -366959"),
                payment.parts().stream()
                        .map(leaf -> leaf.inputs().get("part") + " " + leaf.amount())
                        .toList());
        assertEquals(PAYMENT.toString(), payment.parts().getFirst().inputs().get("payment"));
        var interest = tree.parts().get(3).parts().getFirst();
        assertEquals(Trace.Step.DIVIDE_AND_ROUND, interest.parts().getFirst().step(), "how it was computed");
    }

    @Test
    void what_comes_after_the_day_is_not_in_it() {
        assertEquals(
                10_060_00 + 30_14, TraceCheck.recompute(tree(G18, "2025-02-10")).longValueExact());
    }

    @Test
    void what_was_charged_and_taken_back_is_in_the_tree_and_not_in_the_letter() {
        var told = new ArrayList<>(G18.subList(0, 4));
        told.add(fee(6, "REMINDER_FEE_WITHDRAWN", "2025-02-05", -60_00));
        told.add(interest(7, "LATE_INTEREST_WITHDRAWN", "2025-03-02", -90_41));
        told.add(interest(8, "LATE_INTEREST", "2025-03-02", 82_10));
        var text = PlainText.of(written(told, "2025-03-02", Language.EN));
        assertFalse(text.contains("5 February 2025  Reminder"), text);
        assertTrue(text.contains("17 February 2025  Reminder fee"), text);
        assertFalse(text.contains("SEK\u00a090.41"), text);
        assertTrue(text.contains("SEK\u00a082.10"), text);
        assertEquals(
                7,
                tree(told, "2025-03-02").parts().stream()
                        .mapToInt(part -> part.parts().size())
                        .sum());
    }

    @Test
    void a_payment_that_covers_something_else_since_is_one_payment() {
        var told = new ArrayList<>(G18);
        told.add(paid(9, "PAYMENT_REALLOCATED", "2025-03-02", COSTS, 240_00));
        told.add(paid(9, "PAYMENT_REALLOCATED", "2025-03-02", PRINCIPAL, -240_00));
        var lines = PlainText.explanation(written(told, "2025-03-02", Language.EN));
        assertEquals(1, lines.stream().filter(line -> line.contains("Payment")).count());
        assertTrue(lines.contains("  of the principal: SEK\u00a0\u22123,909.59"), lines.toString());
        assertFalse(lines.toString().contains("of the costs"), lines.toString());
    }

    @Test
    void a_payment_that_covers_nothing_any_more_says_so() {
        var told = new ArrayList<>(G18);
        told.add(paid(9, "PAYMENT_REALLOCATED", "2025-03-02", COSTS, 240_00));
        told.add(paid(9, "PAYMENT_REALLOCATED", "2025-03-02", INTEREST, 90_41));
        told.add(paid(9, "PAYMENT_REALLOCATED", "2025-03-02", PRINCIPAL, 3_669_59));
        var lines = PlainText.explanation(written(told, "2025-03-02", Language.EN));
        assertTrue(
                lines.contains("2 March 2025  Payment, thank you, covers nothing of the invoice: SEK\u00a00.00"),
                lines.toString());
    }

    @Test
    void a_payment_that_the_bank_took_back_says_so() {
        var told = new ArrayList<>(G18);
        told.add(paid(9, "PAYMENT_REVERSED", "2025-03-02", COSTS, 240_00));
        told.add(paid(9, "PAYMENT_REVERSED", "2025-03-02", INTEREST, 90_41));
        told.add(paid(9, "PAYMENT_REVERSED", "2025-03-02", PRINCIPAL, 3_669_59));
        var lines = PlainText.explanation(written(told, "2025-03-02", Language.SV));
        assertTrue(
                lines.contains(
                        "2025-03-02  Betalning som banken har tagit tillbaka, täcker inget av fakturan: 0,00\u00a0kr"),
                lines.toString());
    }

    @Test
    void a_kind_of_posting_without_words_of_its_own_is_shown_all_the_same() {
        var told = new ArrayList<>(G18);
        told.add(posted(9, "GIFT_OF_THE_HOUSE", "2025-03-20", PRINCIPAL, -100_00));
        var written = written(told, "2025-04-01", Language.SV);
        assertTrue(
                PlainText.explanation(written)
                        .contains("2025-03-20  Bokfört (gift of the house): \u2212100,00\u00a0kr"),
                PlainText.of(written));
        assertEquals(
                tree(told, "2025-04-01").amount().longValueExact(),
                Statement.on(day("2025-04-01"), LAW, TERMS, movements(told))
                        .total()
                        .minor());
    }

    @Test
    void a_paid_invoice_asks_for_nothing() {
        var told = new ArrayList<>(G18);
        told.add(new Posted(
                new UUID(0, 9),
                "PAYMENT",
                day("2025-03-02"),
                PRINCIPAL,
                sek(-6_330_41),
                Optional.of(new PaymentId(new UUID(8, 8))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        var written = written(told, "2025-04-01", Language.EN);
        assertEquals("SEK\u00a00.00", written.total().value());
        assertEquals(
                "Nothing is unpaid on the invoice on 1 April 2025.",
                written.notes().getFirst());
        assertEquals(2, written.notes().size(), "and no interest runs");
    }

    @Test
    void interest_that_is_not_known_is_said_and_not_in_the_total() {
        var terms = new ClaimTerms(DebtorKind.BUSINESS, day("2001-01-31"), InterestTerms.STATUTORY, true);
        var told = List.of(posted(1, "INVOICE_ISSUED", "2001-01-01", PRINCIPAL, 10_000_00));
        var statement = Statement.on(day("2001-03-02"), LAW, terms, movements(told));
        var items = Item.upTo(statement.on(), told);
        var tree = DebtTree.of(LAW, DebtorKind.BUSINESS, items, statement);
        var written = StatementWriter.write(subject(Optional.empty()), statement, items, tree, Language.EN);
        assertEquals(10_000_00, tree.amount().longValueExact());
        assertTrue(
                written.notes().getFirst().startsWith("Late-payment interest after 31 January 2001 cannot be computed"),
                written.notes().toString());
    }

    @Test
    void what_was_known_then_says_so() {
        var at = ZonedDateTime.of(2025, 4, 2, 9, 30, 0, 0, ZoneId.of("Europe/Stockholm"));
        var statement = Statement.on(day("2025-04-01"), LAW, TERMS, movements(G18));
        var written = StatementWriter.write(
                subject(Optional.of(at)),
                statement,
                Item.upTo(statement.on(), G18),
                tree(G18, "2025-04-01"),
                Language.FI);
        assertEquals(Optional.of("Sellaisena kuin se tiedettiin 2.4.2025 klo 09:30:00"), written.asKnown());
    }

    @Test
    void all_languages_hold_the_same_keys_and_places() {
        var swedish = Words.in(Language.SV);
        for (var language : Language.values()) {
            var words = Words.in(language);
            assertEquals(new TreeSet<>(swedish.keys()), new TreeSet<>(words.keys()), language.code());
            for (var key : swedish.keys()) {
                assertEquals(places(swedish.text(key)), places(words.text(key)), language.code() + " " + key);
            }
        }
    }

    private static TreeSet<String> places(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Written written(List<Posted> posted, String on, Language language) {
        var statement = Statement.on(day(on), LAW, TERMS, movements(posted));
        return StatementWriter.write(
                subject(Optional.empty()), statement, Item.upTo(day(on), posted), tree(posted, on), language);
    }

    private static Trace tree(List<Posted> posted, String on) {
        var statement = Statement.on(day(on), LAW, TERMS, movements(posted));
        return DebtTree.of(LAW, DebtorKind.BUSINESS, Item.upTo(day(on), posted), statement);
    }

    private static List<Movement> movements(List<Posted> posted) {
        return posted.stream().map(Posted::movement).toList();
    }

    private static Subject subject(Optional<ZonedDateTime> knownAt) {
        return new Subject(
                "Sågen AB",
                "556036-0793",
                List.of("bankgiro 991-2346", "IBAN SE45 5000 0000 0583 9825 7466"),
                Optional.of("ekonomi@sagen.example"),
                "Takstolar i Norr AB",
                List.of("Storgatan 1", "903 26 Umeå", "SE"),
                "2025001",
                day("2025-01-01"),
                day("2025-01-31"),
                "202500193",
                knownAt);
    }

    private static Posted posted(int posting, String kind, String on, ClaimPart part, long minor) {
        return new Posted(
                new UUID(0, posting),
                kind,
                day(on),
                part,
                sek(minor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Posted fee(int posting, String kind, String on, long minor) {
        return new Posted(
                new UUID(0, posting),
                kind,
                day(on),
                COSTS,
                sek(minor),
                Optional.empty(),
                Optional.empty(),
                Optional.of("SE-FEE-1"),
                Optional.empty());
    }

    private static Posted interest(int posting, String kind, String through, long minor) {
        var computed = (Computed) LateInterest.accrue(
                LAW,
                new InterestClaim(
                        DebtorKind.BUSINESS, sek(10_000_00), day("2025-01-31"), day(through), List.of(), null));
        return new Posted(
                new UUID(0, posting),
                kind,
                day(through),
                INTEREST,
                sek(minor),
                Optional.empty(),
                Optional.of(day(through)),
                Optional.of("SE-INT-16"),
                Optional.of(computed.trace()));
    }

    private static Posted paid(int posting, String kind, String on, ClaimPart part, long minor) {
        return new Posted(
                new UUID(0, posting),
                kind,
                day(on),
                part,
                sek(minor),
                Optional.of(new PaymentId(PAYMENT)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static String approved(String name) {
        try (var in = StatementWriterSpec.class.getResourceAsStream("/statements/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
