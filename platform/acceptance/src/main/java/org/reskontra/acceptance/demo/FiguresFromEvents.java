package org.reskontra.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.partner.SeenEvent;
import org.reskontra.contracts.Money;

/** The figures as somebody counts them who hears nothing but the public events. */
final class FiguresFromEvents {

    private final Figures.Sheet sheet = new Figures.Sheet();
    private final Map<String, LocalDate> dueDates = new HashMap<>();
    private final Map<String, LocalDate> settledOn = new HashMap<>();
    private final Map<String, JsonNode> outstanding = new LinkedHashMap<>();

    private FiguresFromEvents() {}

    /** Counts events that were each heard once, in the order of their aggregates. */
    static Figures count(List<SeenEvent> once) {
        var count = new FiguresFromEvents();
        once.forEach(count::take);
        count.outstanding
                .values()
                .forEach(owed -> count.sheet.owed(
                        Creditor.money(owed.get("principal")),
                        Creditor.money(owed.get("interest")),
                        Creditor.money(owed.get("costs"))));
        count.settledOn.forEach(count::settled);
        return count.sheet.figures();
    }

    private void take(SeenEvent event) {
        var data = event.data();
        if (event.source().equals("/invoice-service") && data.has("outstanding")) {
            outstanding.put(event.subject(), data.get("outstanding"));
        }
        switch (event.name()) {
            case "invoice-issued" -> {
                sheet.issued++;
                dueDates.put(
                        event.subject(), LocalDate.parse(data.get("dueDate").asText()));
            }
            case "charge-posted" -> charge(data, Creditor.money(data.get("amount")));
            case "charge-withdrawn" ->
                charge(data, Creditor.money(data.get("amount")).negated());
            case "invoice-settled" ->
                settledOn.put(
                        event.subject(), LocalDate.parse(data.get("settledOn").asText()));
            case "payment-reversed", "payment-unmatched" -> {
                if (Creditor.money(data.at("/outstanding/total")).isPositive()) {
                    settledOn.remove(event.subject());
                }
            }
            case "reminder-sent" -> sheet.remindersSent++;
            case "handed-to-collection" -> sheet.handedToCollection++;
            default -> {
                // tells nothing that is counted
            }
        }
    }

    private void charge(JsonNode data, Money amount) {
        switch (data.get("kind").asText()) {
            case "REMINDER_FEE" -> sheet.fee(amount);
            case "LATE_INTEREST" -> sheet.interest(amount);
            default -> throw new IllegalStateException("unknown charge: " + data);
        }
    }

    private void settled(String invoice, LocalDate on) {
        var due = dueDates.get(invoice);
        if (due == null) {
            throw new IllegalStateException("invoice " + invoice + " was settled before it was issued");
        }
        sheet.settled++;
        if (on.isAfter(due)) {
            sheet.paidAfterDueDate++;
        } else {
            sheet.paidByDueDate++;
        }
    }
}
