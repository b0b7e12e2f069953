package org.reskontra.invoice.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.matching.Clue.Kind;
import org.reskontra.invoice.matching.Suggestion.Part;
import org.reskontra.invoice.matching.Suggestion.Reason;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoringSpec {

    private static final UUID TAKSTOLAR = id("7a");
    private static final UUID ANNA = id("7b");

    /** Takstolar i Norr owes 100, 50 and 30 kr; Anna Svensson owes 100 kr of 120, and 70 kr. */
    private static final List<OpenInvoice> BOOK = List.of(
            invoice("a", TAKSTOLAR, "20261179", "202611794", 100_00, 100_00, "2026-03-31", 0, false),
            invoice("b", TAKSTOLAR, "20261187", "2026118796", 50_00, 50_00, "2026-04-15", 0, false),
            invoice("c", TAKSTOLAR, "K-1001", "900000000014", 30_00, 30_00, "2026-06-30", 0, false),
            invoice("d", ANNA, "77", "7737", 100_00, 120_00, "2026-01-15", 0, false),
            invoice("e", ANNA, "5512", "551262", 70_00, 70_00, "2026-03-31", 0, false));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing is known | 10 | 2027-01-01 | | | -",
                "amount and date | 70 | 2026-03-30 | | | e 300 AMOUNT_OWED PAID_WHEN_DUE",
                "what was invoiced | 120 | 2026-01-15 | | | d 250 AMOUNT_INVOICED PAID_WHEN_DUE",
                "reference in a text | 100 | 2027-01-01 | | Faktura 202611794 tack"
                        + " | a 600 REFERENCE_IN_TEXT AMOUNT_OWED",
                "reference in pieces | 1 | 2027-01-01 | | 2026 11794 | a 350 REFERENCE_IN_TEXT",
                "reference with zeros before it | 1 | 2027-01-01 | | Ref. 000551262 | e 350 REFERENCE_IN_TEXT",
                "number in a text | 50 | 2027-01-01 | | betalning fakt.nr 20261187!"
                        + " | b 550 NUMBER_IN_TEXT AMOUNT_OWED",
                "number with signs in it | 30 | 2027-01-01 | | k 1001 | c 550 NUMBER_IN_TEXT AMOUNT_OWED",
                "a short number | 1 | 2027-01-01 | | faktura 77 | d 150 SHORT_NUMBER_IN_TEXT",
                "a digit wrong | 100 | 2027-01-01 | | 202617794 | a 500 REFERENCE_MISTYPED AMOUNT_OWED",
                "neighbours swapped | 100 | 2027-01-01 | | 202611974 | a 500 REFERENCE_MISTYPED AMOUNT_OWED",
                "number with a slip | 50 | 2027-01-01 | | 20261178 | b 450 AMOUNT_OWED NUMBER_MISTYPED",
                "name | 60 | 2027-01-01 | SVENSSON ANNA | | d 120 PAYER_NAME",
                "a name like it | 60 | 2027-01-01 | Anna Svenson | | d 60 SIMILAR_NAME",
                "name and amount | 70 | 2026-05-01 | Anna Svensson |"
                        + " | e 395 AMOUNT_OWED PAYER_NAME PAID_AROUND_DUE",
                "all open invoices | 180 | 2027-01-01 | Takstolar i Norr |" + " | a+b+c 350 AMOUNT_OF_ALL PAYER_NAME",
                "the oldest ones | 150 | 2027-01-01 | | | a+b 200 AMOUNT_OF_OLDEST",
                "two of them | 130 | 2027-01-01 | | | a+c 170 AMOUNT_OF_SEVERAL",
                "two that are named | 130 | 2026-04-10 | TAKSTOLAR I NORR AB | 20261179 och K-1001"
                        + " | a+c 590 NUMBER_IN_TEXT AMOUNT_OF_SEVERAL PAYER_NAME",
            })
    void the_best_suggestion(
            String name, long kronor, LocalDate on, @Nullable String payer, @Nullable String text, String expected) {
        var held = new HeldMoney(sek(kronor * 100), on, payer, null, null, text == null ? List.of() : List.of(text));
        assertEquals(
                expected,
                Scoring.suggestions(held, BOOK).stream()
                        .findFirst()
                        .map(ScoringSpec::written)
                        .orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 250 AMOUNT_OWED",
        "1, false, 430 AMOUNT_OWED PAYER_ACCOUNT",
        "1, true, 330 AMOUNT_OWED SHARED_ACCOUNT",
        "3, false, 480 AMOUNT_OWED PAYER_ACCOUNT PAYS_REGULARLY",
        "3, true, 380 AMOUNT_OWED SHARED_ACCOUNT PAYS_REGULARLY",
    })
    void earlier_payments_of_an_account(int matches, boolean shared, String expected) {
        var invoice = invoice("a", TAKSTOLAR, "1", "18", 100_00, 100_00, "2026-03-31", matches, shared);
        assertEquals("a " + expected, written(best(money(100_00, "9701233", null), invoice)));
    }

    @Test
    void an_identity_number_tells_the_payer() {
        assertEquals("a 180 PAYER_IDENTITY", written(best(money(1, null, "5560360793"), BOOK.getFirst())));
        assertEquals("d 180 PAYER_IDENTITY", written(best(money(1, null, "8112189876"), BOOK.get(3))));
        assertEquals(List.of(), Scoring.suggestions(money(1, null, "5560360794"), BOOK));
    }

    @Test
    void everything_together_comes_to_a_thousand() {
        Map<Kind, Integer> most = new EnumMap<>(Kind.class);
        for (var clue : Clue.values()) {
            most.merge(clue.kind(), clue.points(), Math::max);
            assertTrue(clue.points() > 0 && clue.points() < Threshold.LEAST_BOOK_FROM, clue + " books by itself");
        }
        assertEquals(1000, most.values().stream().mapToInt(points -> points).sum());
    }

    @Test
    void what_owes_another_currency_is_not_suggested() {
        var held = new HeldMoney(Money.of(100_00, "EUR"), day("2026-03-31"), null, null, null, List.of("202611794"));
        assertEquals(List.of(), Scoring.suggestions(held, BOOK));
    }

    @Test
    void of_a_customer_with_many_invoices_the_oldest_are_tried_and_none_is_taken_for_all() {
        var many = IntStream.range(0, Scoring.MOST_OF_A_CUSTOMER)
                .mapToObj(i ->
                        invoice("%02x".formatted(i), TAKSTOLAR, "N" + i, "R" + i, 1_00, 1_00, "2026-01-01", 0, false))
                .toList();
        assertEquals(List.of(), suggested(25_00, many));
        assertEquals(List.of("AMOUNT_OF_OLDEST"), suggested(24_00, many));
        assertEquals(List.of("AMOUNT_OF_ALL"), suggested(24_00, many.subList(0, 24)));
        assertEquals(Scoring.MOST_SUGGESTIONS, suggested(2_00, many).size());
    }

    private static List<String> suggested(long minor, List<OpenInvoice> open) {
        var held = new HeldMoney(sek(minor), day("2027-01-01"), null, null, null, List.of());
        return Scoring.suggestions(held, open).stream()
                .map(suggestion -> suggestion.reasons().getFirst().clue().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // best, second, book from, distance: booked without a person
        "700, 550, 700, 150, true",
        "699, 0, 700, 150, false",
        "700, 551, 700, 150, false",
        "1000, 1000, 500, 50, false",
        "700, , 700, 1000, true",
        "1000, , , 150, false",
    })
    void what_is_booked_without_a_person(
            int best, @Nullable Integer second, @Nullable Integer bookFrom, int distance, boolean expected) {
        var ranked = new ArrayList<Suggestion>();
        ranked.add(new Suggestion(ANNA, List.of(), best, List.of()));
        if (second != null) {
            ranked.add(new Suggestion(ANNA, List.of(), second, List.of()));
        }
        assertEquals(expected, new Threshold(bookFrom, distance).sure(ranked).isPresent());
        assertEquals(Optional.empty(), new Threshold(bookFrom, distance).sure(List.of()));
    }

    @RepeatedTest(200)
    void to_know_more_never_lowers_a_score(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var open = book(random);
        var less = anyMoney(random, open);
        var more = new HeldMoney(
                less.amount(),
                less.on(),
                less.payer() == null ? payer(random) : less.payer(),
                less.account() == null ? "9701233" : less.account(),
                less.identityNumber() == null ? "5560360793" : less.identityNumber(),
                withAnother(less.texts(), text(random, open)));

        var known = scores(Scoring.suggestions(more, open));

        // one that is not among the ten best any more was outdone, not lowered
        int tenth = known.values().stream().mapToInt(score -> score).min().orElse(0);
        scores(Scoring.suggestions(less, open))
                .forEach((parts, score) -> assertTrue(
                        known.getOrDefault(parts, tenth) >= score,
                        parts + " fell from " + score + " to " + known.get(parts)));
    }

    @RepeatedTest(200)
    void the_order_of_the_invoices_does_not_matter(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var open = book(random);
        var held = anyMoney(random, open);
        var shuffled = new ArrayList<>(open);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(open.subList(0, 2)); // found in two ways

        assertEquals(Scoring.suggestions(held, open), Scoring.suggestions(held, shuffled));
    }

    @RepeatedTest(100)
    void a_score_is_the_sum_of_its_reasons_and_shares_never_exceed_the_money(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var open = book(random);
        var held = anyMoney(random, open);
        for (var suggestion : Scoring.suggestions(held, open)) {
            assertEquals(
                    suggestion.score(),
                    suggestion.reasons().stream().mapToInt(Reason::points).sum());
            assertEquals(
                    held.amount(), suggestion.parts().stream().map(Part::amount).reduce(sek(0), Money::plus));
            assertFalse(suggestion.reasons().isEmpty());
        }
    }

    private static Map<List<UUID>, Integer> scores(List<Suggestion> suggestions) {
        var scores = new HashMap<List<UUID>, Integer>();
        suggestions.forEach(suggestion ->
                scores.put(suggestion.parts().stream().map(Part::invoice).toList(), suggestion.score()));
        return scores;
    }

    private static List<OpenInvoice> book(Random random) {
        var open = new ArrayList<OpenInvoice>();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            long owed = (1 + random.nextInt(5)) * 10_00L;
            int matches = random.nextInt(4);
            open.add(invoice(
                    "%02x".formatted(i),
                    random.nextBoolean() ? TAKSTOLAR : ANNA,
                    "2026" + (1000 + random.nextInt(30)),
                    "8000000" + (1000 + random.nextInt(30)),
                    owed,
                    random.nextBoolean() ? owed : owed + 10_00,
                    day("2026-03-01").plusDays(random.nextInt(90)).toString(),
                    matches,
                    random.nextBoolean()));
        }
        return open;
    }

    private static HeldMoney anyMoney(Random random, List<OpenInvoice> open) {
        return new HeldMoney(
                sek((1 + random.nextInt(12)) * 10_00L),
                day("2026-03-01").plusDays(random.nextInt(90)),
                random.nextBoolean() ? payer(random) : null,
                random.nextBoolean() ? "9701233" : null,
                random.nextBoolean() ? "5560360793" : null,
                random.nextBoolean() ? List.of(text(random, open)) : List.of());
    }

    private static String payer(Random random) {
        return List.of("Takstolar i Norr", "SVENSSON ANNA", "Anna Svenson", "Volt AB")
                .get(random.nextInt(4));
    }

    private static String text(Random random, List<OpenInvoice> open) {
        var invoice = open.get(random.nextInt(open.size()));
        var number = random.nextBoolean() ? invoice.number() : invoice.reference();
        return switch (random.nextInt(3)) {
            case 0 -> "fakt " + number;
            case 1 -> number.substring(0, 4) + " " + number.substring(4);
            default -> number.substring(0, 5) + (char) ('0' + random.nextInt(10)) + number.substring(6);
        };
    }

    private static List<String> withAnother(List<String> texts, String text) {
        var more = new ArrayList<>(texts);
        more.add(text);
        return more;
    }

    private static Suggestion best(HeldMoney held, OpenInvoice... open) {
        return Scoring.suggestions(held, Arrays.asList(open)).getFirst();
    }

    private static HeldMoney money(long minor, @Nullable String account, @Nullable String identityNumber) {
        return new HeldMoney(sek(minor), day("2027-01-01"), null, account, identityNumber, List.of());
    }

    private static String written(Suggestion suggestion) {
        return suggestion.parts().stream()
                        .map(part -> part.invoice().toString().replaceFirst("^.*-0*", ""))
                        .collect(Collectors.joining("+"))
                + " " + suggestion.score() + " "
                + suggestion.reasons().stream()
                        .map(reason -> reason.clue().name())
                        .collect(Collectors.joining(" "));
    }

    private static OpenInvoice invoice(
            String id,
            UUID customer,
            String number,
            String reference,
            long owed,
            long invoiced,
            String due,
            int matches,
            boolean shared) {
        boolean takstolar = customer.equals(TAKSTOLAR);
        return new OpenInvoice(
                id(id),
                customer,
                number,
                reference,
                sek(owed),
                sek(invoiced),
                day(due),
                takstolar ? "Takstolar i Norr AB" : "Anna Svensson",
                takstolar ? "5560360793" : "198112189876",
                matches,
                shared);
    }

    private static UUID id(String tail) {
        return UUID.fromString("019cad74-34e6-7160-9ac3-" + "0".repeat(12 - tail.length()) + tail);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
