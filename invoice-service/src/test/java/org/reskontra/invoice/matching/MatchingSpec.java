package org.reskontra.invoice.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.bankfiles.Entry.Kind;
import org.reskontra.invoice.bankfiles.Entry.Payer;
import org.reskontra.invoice.bankfiles.Entry.Reference;
import org.reskontra.invoice.bankfiles.Entry.Reference.Means;
import org.reskontra.invoice.matching.Candidate.By;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MatchingSpec {

    private static final UUID A = UUID.fromString("019cad74-34e6-7160-9ac3-00000000000a");
    private static final UUID B = UUID.fromString("019cad74-34e6-7160-9ac3-00000000000b");

    /** Two invoices: A owes 100 kr, B 50 kr; a third owes euros. */
    private static final List<Candidate> BOOK = List.of(
            candidate("202611794", By.REFERENCE, A, "SEK", 100_00),
            candidate("20261179", By.NUMBER, A, "SEK", 100_00),
            candidate("RF3620260001230", By.REFERENCE, B, "SEK", 50_00),
            candidate("20260001230", By.REFERENCE, B, "SEK", 50_00),
            candidate("K-2", By.NUMBER, B, "SEK", 50_00),
            candidate("777", By.REFERENCE, A, "SEK", 100_00),
            candidate("777", By.NUMBER, B, "SEK", 50_00),
            candidate("888", By.NUMBER, A, "SEK", 100_00),
            candidate("888", By.NUMBER, B, "SEK", 50_00),
            candidate("978", By.REFERENCE, UUID.fromString("019cad74-34e6-7160-9ac3-00000000000c"), "EUR", 10_00));

    @ParameterizedTest
    @CsvSource({
        // what the payer wrote, amount: where it goes and why
        "PAYMENT_REFERENCE, 202611794, 10000, A by-reference",
        "PAYMENT_REFERENCE, 202611794, 1, A by-reference",
        "PAYMENT_REFERENCE, 2026 11794, 10000, A by-reference",
        "PAYMENT_REFERENCE, 000202611794, 10000, A by-reference",
        "FREE, 202611794, 1, A by-reference",
        "INVOICE_NUMBER, 202611794, 1, A by-reference",
        "PAYMENT_REFERENCE, RF36 2026 0001 230, 5000, B by-reference",
        "PAYMENT_REFERENCE, 00020260001230, 5000, B by-reference",
        "PAYMENT_REFERENCE, RF3720260001230, 5000, - unknown-reference",
        "INVOICE_NUMBER, K-2, 1, B by-number",
        "FREE, K-2, 5000, B by-number",
        "FREE, K-2, 4999, - unknown-reference",
        "PAYMENT_REFERENCE, 20261179, 10000, A by-number",
        "PAYMENT_REFERENCE, 20261179, 9999, - unknown-reference",
        "PAYMENT_REFERENCE, 777, 1, A by-reference",
        "INVOICE_NUMBER, 888, 5000, - several-invoices",
        "PAYMENT_REFERENCE, 978, 1000, - currency-differs",
        "FREE, hello, 1000, - unknown-reference",
    })
    void one_reference(Means means, String text, long minor, String expected) {
        assertEquals(
                List.of(expected.replace(" ", " " + minor + " ")),
                written(shares(entry(minor, new Reference(means, text, null)), BOOK)));
    }

    static List<Arguments> several() {
        return List.of(
                Arguments.of(
                        "what they owe together",
                        150_00,
                        List.of(bare("202611794"), bare("20260001230")),
                        List.of("A 10000 by-reference", "B 5000 by-reference")),
                Arguments.of(
                        "not what they owe together",
                        140_00,
                        List.of(bare("202611794"), bare("20260001230")),
                        List.of("- 14000 several-invoices")),
                Arguments.of(
                        "one of them unknown",
                        150_00,
                        List.of(bare("202611794"), bare("1")),
                        List.of("- 15000 unknown-reference")),
                Arguments.of(
                        "one invoice twice over",
                        40_00,
                        List.of(bare("20260001230"), bare("RF3620260001230")),
                        List.of("B 4000 by-reference")),
                Arguments.of(
                        "an amount for each",
                        90_00,
                        List.of(part("202611794", 60_00), part("20260001230", 20_00), part("1", 10_00)),
                        List.of("A 6000 by-reference", "B 2000 by-reference", "- 1000 unknown-reference")),
                Arguments.of(
                        "one of them set off",
                        50_00,
                        List.of(part("202611794", 100_00), part("20260001230", -50_00)),
                        List.of("- 5000 sets-off")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("several")
    void several_references(String name, long minor, List<Reference> references, List<String> expected) {
        var shares = shares(entry(minor, references.toArray(Reference[]::new)), BOOK);
        assertEquals(expected, written(shares));
        assertEquals(
                minor,
                shares.stream().mapToLong(share -> share.amount().minor()).sum());
    }

    @Test
    void a_payment_without_a_reference_is_for_a_person_to_look_at() {
        assertEquals(List.of("- 100 no-reference"), written(shares(entry(100), BOOK)));
    }

    @Test
    void only_what_no_invoice_has_waits_for_one() {
        assertEquals(
                "4711", shares(entry(100, bare("0004711")), BOOK).getFirst().reference());
        assertEquals(null, shares(entry(100, bare("978")), BOOK).getFirst().reference());
        assertEquals(
                null, shares(entry(100, bare("x".repeat(36))), BOOK).getFirst().reference());
    }

    @Test
    void texts_too_long_to_be_a_reference_are_not_looked_up() {
        assertTrue(Matching.texts(entry(100, bare("x".repeat(36)), bare("a\tb\nc"))).stream()
                .allMatch("ABC"::equals));
    }

    @ParameterizedTest
    @CsvSource({
        // check, lengths, where it stands, the text: where it goes and why
        "SOFT, , PAYMENT_REFERENCE, 202611795, - unknown-reference",
        "OCR, , PAYMENT_REFERENCE, 202611794, A by-reference",
        "OCR, , PAYMENT_REFERENCE, 00 2026 11794, A by-reference",
        "OCR, , PAYMENT_REFERENCE, 123456790, - invoice-to-come",
        "OCR, , FREE, 123456790, - unknown-reference",
        "OCR, , PAYMENT_REFERENCE, 202611795, - reference-check-digit-wrong",
        "OCR, , PAYMENT_REFERENCE, K-2, - reference-check-digit-wrong",
        "OCR, , FREE, K-2, B by-number",
        "OCR, , INVOICE_NUMBER, K-2, B by-number",
        "OCR, , PAYMENT_REFERENCE, RF3620260001230, B by-reference",
        "OCR_WITH_LENGTH, , PAYMENT_REFERENCE, 202611794, A by-reference",
        "OCR_WITH_LENGTH, , PAYMENT_REFERENCE, 20261178, - reference-length-wrong",
        "OCR_FIXED_LENGTHS, 9, PAYMENT_REFERENCE, 202611794, A by-reference",
        "OCR_FIXED_LENGTHS, 8 10, PAYMENT_REFERENCE, 202611794, - reference-length-wrong",
        "VIITENUMERO, , PAYMENT_REFERENCE, 20260001230, B by-reference",
        "VIITENUMERO, , PAYMENT_REFERENCE, 20260001231, - reference-check-digit-wrong",
    })
    void a_hard_check_refuses_what_is_no_reference(
            ReferenceCheck.Kind kind, @Nullable String lengths, Means means, String text, String expected) {
        var check = new ReferenceCheck(
                kind,
                lengths == null
                        ? Set.of()
                        : Arrays.stream(lengths.split(" "))
                                .map(Integer::valueOf)
                                .collect(Collectors.toSet()));
        var shares = Matching.shares(entry(50_00, new Reference(means, text, null)), BOOK, check);
        assertEquals(List.of(expected.replace(" ", " 5000 ")), written(shares));
        assertEquals(expected.contains("unknown"), Matching.isOpen(shares));
        assertEquals(expected.contains("wrong") ? null : "kept", kept(shares));
    }

    private static @Nullable String kept(List<Share> shares) {
        return shares.getFirst().reference() == null ? null : "kept";
    }

    private static List<Share> shares(Entry entry, List<Candidate> candidates) {
        return Matching.shares(entry, candidates, ReferenceCheck.SOFT);
    }

    private static List<String> written(List<Share> shares) {
        return shares.stream()
                .map(share -> name(share.invoice()) + " " + share.amount().minor() + " " + share.why())
                .toList();
    }

    private static String name(@Nullable UUID invoice) {
        return A.equals(invoice) ? "A" : B.equals(invoice) ? "B" : "-";
    }

    private static Reference bare(String text) {
        return new Reference(Means.PAYMENT_REFERENCE, text, null);
    }

    private static Reference part(String text, long minor) {
        return new Reference(Means.PAYMENT_REFERENCE, text, Money.of(minor, "SEK"));
    }

    private static Candidate candidate(String text, By by, UUID invoice, String currency, long owed) {
        return new Candidate(text, by, invoice, Money.of(owed, currency));
    }

    private static Entry entry(long minor, Reference... references) {
        var day = LocalDate.parse("2026-03-05");
        return new Entry(
                1,
                1,
                "x|1",
                1,
                Kind.PAYMENT,
                Money.of(minor, "SEK"),
                day,
                day,
                null,
                new Payer(null, null, null),
                List.of(references),
                null,
                null,
                null);
    }
}
