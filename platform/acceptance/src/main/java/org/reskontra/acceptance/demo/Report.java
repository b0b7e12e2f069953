package org.reskontra.acceptance.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.demo.Figures.Amounts;
import org.reskontra.contracts.Money;

/**
 * The outcome as a table for a clerk and as JSON for a program.
 *
 * @param told what came of the files of the bank
 * @param seconds of the replay, from the first customer to the last proof
 */
record Report(Book book, Outcome outcome, Told told, double seconds) {

    private static final String USUAL_CURRENCY = "SEK";
    private static final int WIDTH = 34;
    private static final int MOST_FAULTS = 10;

    /** The sandbox creditor's own currency where the book has it, else the only or first one. */
    private String mainCurrency() {
        var currencies = outcome.figures().amounts().keySet();
        return currencies.isEmpty() || currencies.contains(USUAL_CURRENCY)
                ? USUAL_CURRENCY
                : currencies.stream().sorted().findFirst().orElseThrow();
    }

    private List<String> currencies() {
        var currencies = new ArrayList<>(
                outcome.figures().amounts().keySet().stream().sorted().toList());
        var main = mainCurrency();
        currencies.remove(main);
        currencies.addFirst(main);
        return currencies;
    }

    /** Lines for people. */
    List<String> table() {
        var figures = outcome.figures();
        var lines = new ArrayList<String>();
        lines.add("From " + book.firstDay() + " to " + book.lastDay());
        lines.add("");
        lines.add(line("Invoices issued", figures.issued()));
        lines.add(line("  paid by the due date", figures.paidByDueDate()));
        lines.add(line("  paid after the due date", figures.paidAfterDueDate()));
        lines.add(line("  still open", figures.issued() - figures.settled()));
        lines.add(line("Reminders sent", figures.remindersSent()));
        lines.add(line("Cases handed to collection", figures.handedToCollection()));
        for (var currency : currencies()) {
            var sums = figures.amounts().getOrDefault(currency, Amounts.NONE);
            long interest = sums.owedInterest() + outcome.accrued().getOrDefault(currency, 0L);
            lines.add(line("Reminder fees posted", sums.fees(), currency));
            lines.add(line("Late interest posted", sums.interest(), currency));
            lines.add(line("Still owed on the last day", outcome.outstanding(currency), currency));
            lines.add(line("  principal", sums.owedPrincipal(), currency));
            lines.add(line("  interest to that day", interest, currency));
            lines.add(line("  reminder fees", sums.owedCosts(), currency));
        }
        lines.add(line("Files of the bank", told.files()));
        lines.add(line("  told of", told.sum()));
        lines.add(line("  matched", told.matched()));
        lines.add(line("  suggested, on the work list", told.suggested()));
        lines.add(line("  refused", told.refused()));
        lines.add("");
        for (var proof : outcome.proofs()) {
            lines.add((proof.holds() ? "holds   " : "BROKEN  ") + proof.claim() + " (" + proof.evidence() + ")");
            proof.faults().stream().limit(MOST_FAULTS).forEach(fault -> lines.add("          " + fault));
            if (proof.faults().size() > MOST_FAULTS) {
                lines.add("          and " + (proof.faults().size() - MOST_FAULTS) + " more");
            }
        }
        return lines;
    }

    /** Writes the figures as JSON; amounts are those of the main currency, and of every currency under their own key. */
    void write(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    file,
                    new ObjectMapper()
                                    .writer(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(json()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    Map<String, Object> json() {
        var figures = outcome.figures();
        var currency = mainCurrency();
        var json = new LinkedHashMap<String, Object>();
        json.put("issued", figures.issued());
        json.put("paidByDueDate", figures.paidByDueDate());
        json.put("paidAfterDueDate", figures.paidAfterDueDate());
        json.put("remindersSent", figures.remindersSent());
        json.put("handedToCollection", figures.handedToCollection());
        json.put("settled", figures.settled());
        json.putAll(amounts(currency));
        json.put("bankFiles", told.json());
        var proofs = new LinkedHashMap<String, Object>();
        outcome.proofs().forEach(proof -> proofs.put(proof.key(), proof.holds()));
        json.put("proofs", proofs);
        json.put("seconds", Math.round(seconds * 10) / 10.0);
        json.put("currency", currency);
        if (currencies().size() > 1) {
            var byCurrency = new LinkedHashMap<String, Object>();
            currencies().forEach(code -> byCurrency.put(code, amounts(code)));
            json.put("byCurrency", byCurrency);
        }
        json.put("firstDay", book.firstDay().toString());
        json.put("lastDay", book.lastDay().toString());
        json.put("days", Replay.days(book));
        json.put("events", outcome.events());
        json.put(
                "rejected",
                book.rejected().stream()
                        .map(line -> Map.of("line", line.line(), "reason", line.reason()))
                        .toList());
        var faults = new LinkedHashMap<String, Object>();
        outcome.proofs().stream()
                .filter(proof -> !proof.holds())
                .forEach(proof -> faults.put(proof.key(), proof.faults()));
        json.put("faults", faults);
        return json;
    }

    private Map<String, Object> amounts(String currency) {
        var sums = outcome.figures().amounts().getOrDefault(currency, Amounts.NONE);
        var json = new LinkedHashMap<String, Object>();
        json.put("outstandingMinor", outcome.outstanding(currency));
        json.put("feesMinor", sums.fees());
        json.put("interestMinor", sums.interest());
        json.put("outstandingPrincipalMinor", sums.owedPrincipal());
        json.put(
                "outstandingInterestMinor",
                sums.owedInterest() + outcome.accrued().getOrDefault(currency, 0L));
        json.put("outstandingCostsMinor", sums.owedCosts());
        return json;
    }

    private static String line(String name, int count) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "s%14d", name, count);
    }

    private static String line(String name, Money money) {
        return line(name, money.minor(), money.currency().getCurrencyCode());
    }

    private static String line(String name, long minor, String currency) {
        var amount = Money.of(minor, currency).toMajor();
        var text =
                String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount).replace(',', ' ');
        return String.format(Locale.ROOT, "%-" + WIDTH + "s%14s %s", name, text, currency);
    }
}
