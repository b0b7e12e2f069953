package org.reskontra.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.contracts.Money;
import org.reskontra.localstack.services.Service;

/**
 * The figures as a clerk looks them up in the services.
 *
 * @param accrued by currency code: late interest on what is still owed, after the last posted day through the last day
 * @param trialBalance of the last day
 */
record FiguresFromRest(Figures figures, Map<String, Long> accrued, JsonNode trialBalance) {

    private static final int REMINDER_FEES = 3593;
    private static final int INTEREST_INCOME = 8313;
    private static final int SIDE_BY_SIDE = 6;

    FiguresFromRest {
        accrued = Map.copyOf(accrued);
    }

    /** Looks everything up as it stands. */
    static FiguresFromRest look(Creditor creditor, LocalDate lastDay) {
        var sheet = new Figures.Sheet();
        var accrued = new TreeMap<String, Long>();
        var invoices = creditor.list(Service.INVOICE, "/v1/invoices");
        sheet.issued = invoices.size();
        for (var invoice : details(creditor, invoices, lastDay)) {
            if (invoice.has("settledOn")) {
                sheet.settled++;
                if (date(invoice, "settledOn").isAfter(date(invoice, "dueDate"))) {
                    sheet.paidAfterDueDate++;
                } else {
                    sheet.paidByDueDate++;
                }
            } else {
                sheet.owed(money(invoice, "principal"), money(invoice, "interestPosted"), money(invoice, "costs"));
                var more = money(invoice, "interestAccrued");
                accrued.merge(more.currency().getCurrencyCode(), more.minor(), Math::addExact);
            }
        }
        for (var dunningCase : creditor.list(Service.DUNNING, "/v1/dunning-cases")) {
            sheet.remindersSent += remindersSent(dunningCase);
        }
        sheet.handedToCollection =
                creditor.list(Service.COLLECTION, "/v1/collection-cases").size();
        var trialBalance = creditor.get(Service.INVOICE, "/v1/ledger/trial-balance?on=" + lastDay);
        for (var account : trialBalance.get("accounts")) {
            switch (account.get("account").asInt()) {
                case REMINDER_FEES -> sheet.fee(money(account, "balance").negated());
                case INTEREST_INCOME -> sheet.interest(money(account, "balance").negated());
                default -> {
                    // sales, VAT, bank and receivables
                }
            }
        }
        return new FiguresFromRest(sheet.figures(), accrued, trialBalance);
    }

    /** Settled invoices as they are, the others as their statements. */
    private static List<JsonNode> details(Creditor creditor, List<JsonNode> invoices, LocalDate lastDay) {
        try (var callers = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Callable<JsonNode>> calls = new ArrayList<>();
            for (var invoice : invoices) {
                var path = "/v1/invoices/" + invoice.get("id").asText();
                calls.add(() -> creditor.get(
                        Service.INVOICE,
                        invoice.get("state").asText().equals("SETTLED") ? path : path + "/statement?on=" + lastDay));
            }
            var answers = new ArrayList<JsonNode>();
            for (Future<JsonNode> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking invoices up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invoice cannot be looked up", e.getCause());
        }
    }

    /** A case's step is that of its last reminder, except while one is on its way. */
    private static int remindersSent(JsonNode dunningCase) {
        int step = dunningCase.get("step").asInt();
        return switch (dunningCase.get("state").asText()) {
            case "LETTER_PENDING", "UNREACHABLE" -> step - 1;
            default -> step;
        };
    }

    private static LocalDate date(JsonNode json, String field) {
        return LocalDate.parse(json.get(field).asText());
    }

    private static Money money(JsonNode json, String field) {
        return Creditor.money(json.get(field));
    }
}
