package org.reskontra.acceptance.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.Book.Rejected;
import org.reskontra.acceptance.book.BookRow;
import org.reskontra.acceptance.demo.Figures.Amounts;
import org.reskontra.contracts.Money;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportTest {

    private static final Amounts KRONOR = new Amounts(120_00, 15_07, 10_000_00, 0, 60_00);

    @Test
    void what_is_owed_is_principal_fees_and_interest_to_the_last_day() {
        var json =
                report(Map.of("SEK", KRONOR), Map.of("SEK", 33_00L), List.of()).json();
        assertEquals(10_093_00L, json.get("outstandingMinor"));
        assertEquals(120_00L, json.get("feesMinor"));
        assertEquals(15_07L, json.get("interestMinor"));
        assertEquals("SEK", json.get("currency"));
        assertFalse(json.containsKey("byCurrency"));
    }

    @Test
    void every_key_that_was_promised_is_there() {
        var json = report(Map.of(), Map.of(), List.of()).json();
        assertEquals(
                List.of(
                        "issued",
                        "paidByDueDate",
                        "paidAfterDueDate",
                        "remindersSent",
                        "handedToCollection",
                        "settled",
                        "outstandingMinor",
                        "feesMinor",
                        "interestMinor"),
                new ArrayList<>(json.keySet()).subList(0, 9));
        assertTrue(json.keySet().containsAll(List.of("proofs", "seconds", "rejected")));
        assertEquals(List.of(Map.of("line", 3L, "reason", "no number")), json.get("rejected"));
    }

    @Test
    void several_currencies_are_told_apart() {
        var euros = new Amounts(0, 1, 2_00, 0, 0);
        var json =
                report(Map.of("EUR", euros, "SEK", KRONOR), Map.of(), List.of()).json();
        assertEquals("SEK", json.get("currency"));
        assertEquals(120_00L, json.get("feesMinor"));
        var byCurrency = (Map<?, ?>) json.get("byCurrency");
        assertEquals(2_00L, ((Map<?, ?>) byCurrency.get("EUR")).get("outstandingMinor"));
    }

    @Test
    void a_broken_proof_shows_in_the_table_with_what_speaks_against_it() {
        var report = report(
                Map.of("SEK", KRONOR),
                Map.of(),
                List.of(new Proof("sums", "it sums", "the books", List.of("off by 1"))));
        assertFalse(report.outcome().holds());
        assertTrue(report.table().contains("BROKEN  it sums (the books)"));
        assertTrue(report.table().contains("          off by 1"));
        assertEquals(Map.of("sums", false), report.json().get("proofs"));
    }

    @Test
    void amounts_are_written_as_people_read_them() {
        assertTrue(report(Map.of("SEK", KRONOR), Map.of(), List.of()).table().stream()
                .anyMatch(line -> line.matches("Still owed on the last day +10 060\\.00 SEK")));
    }

    @Test
    void money_of_bank_files_is_matched_suggested_or_refused() {
        var report = report(Map.of("SEK", KRONOR), Map.of(), List.of());
        assertTrue(report.table().stream().anyMatch(line -> line.matches("  matched +400\\.00 SEK")));
        assertTrue(
                report.table().stream().anyMatch(line -> line.matches("  suggested, on the work list +125\\.00 SEK")));
        assertTrue(report.table().stream().anyMatch(line -> line.matches("  refused +75\\.00 SEK")));
        assertEquals(
                Map.of(
                        "files",
                        2,
                        "sumMinor",
                        600_00L,
                        "matchedMinor",
                        400_00L,
                        "suggestedMinor",
                        125_00L,
                        "refusedMinor",
                        75_00L),
                report.json().get("bankFiles"));
    }

    @Test
    void figures_that_differ_are_named() {
        var here = new Figures(3, 1, 1, 1, 0, 2, Map.of("SEK", KRONOR));
        var there = new Figures(3, 1, 1, 2, 0, 2, Map.of("EUR", new Amounts(1, 0, 0, 0, 0)));
        var differences = here.differences("here", there, "there");
        assertTrue(differences.contains("reminders sent is 1 here and 2 there"), differences::toString);
        assertTrue(differences.contains("fees posted, minor SEK is 12000 here and 0 there"), differences::toString);
        assertTrue(differences.contains("fees posted, minor EUR is 0 here and 1 there"), differences::toString);
        assertEquals(List.of(), here.differences("here", here, "there"));
    }

    private static Report report(Map<String, Amounts> amounts, Map<String, Long> accrued, List<Proof> proofs) {
        var row = new BookRow(
                2, "1", "K", LocalDate.of(2025, 1, 2), LocalDate.of(2025, 2, 1), Money.of(1, "SEK"), Optional.empty());
        var book = new Book(List.of(row), List.of(new Rejected(3, "no number")));
        var told = new Told(
                2,
                Money.of(600_00, "SEK"),
                Money.of(400_00, "SEK"),
                Money.of(125_00, "SEK"),
                Money.of(75_00, "SEK"),
                List.of());
        return new Report(book, new Outcome(new Figures(3, 1, 1, 2, 1, 2, amounts), accrued, 9, proofs), told, 1.26);
    }
}
