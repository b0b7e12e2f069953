package org.reskontra.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.partner.SeenEvent;
import org.reskontra.localstack.services.Service;

/**
 * Whether each service's picture of the others is the one that anybody gets who reads the topics from the beginning.
 * Knows nothing of what was told over REST.
 */
final class AgainstTopics {

    private final Creditor creditor;
    private final Map<String, Heard> invoices = new HashMap<>();
    private final Map<String, Heard> customers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** What the events say of one invoice or of one customer. */
    private static final class Heard {
        /** Principal, interest and costs in minor units, as last told. */
        private List<Long> outstanding = List.of();

        private String customer = "";
        private boolean handedOver;
        private boolean settled;
        private boolean demanded;
        private int reminders;
        private int fees;
        private int remindersWithFee;
        private long exposure;
        private int settledInvoices;
        private int atCollection;
    }

    private AgainstTopics(Creditor creditor) {
        this.creditor = creditor;
    }

    /**
     * Rebuilds and compares.
     *
     * @param once every event, without redeliveries
     * @return what is wrong, in words; at best empty
     */
    static List<String> faults(Creditor creditor, List<SeenEvent> once) {
        var comparison = new AgainstTopics(creditor);
        once.forEach(comparison::take);
        comparison.compareDunning();
        comparison.compareCollection();
        comparison.compareCharges();
        comparison.compareCredit();
        return comparison.faults;
    }

    private void take(SeenEvent event) {
        if (event.source().equals("/collection-service")) {
            switch (event.name()) {
                case "collection-demand-sent" ->
                    heard(event.data().path("invoice").asText()).demanded = true;
                case "case-reopened" -> heard(event.data().path("invoice").asText()).demanded = false;
                default -> {
                    // tells nothing that another service keeps
                }
            }
            return;
        }
        switch (event.name()) {
            case "invoice-issued" -> {
                heard(event.subject()).customer = event.data().path("customer").asText();
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
            }
            case "payment-reversed" -> {
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
                heard(event.subject()).settled &=
                        heard(event.subject()).outstanding.stream().allMatch(part -> part == 0);
            }
            case "charge-withdrawn" -> {
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
                heard(event.subject()).fees -=
                        event.data().path("kind").asText().equals("REMINDER_FEE") ? 1 : 0;
            }
            case "due-date-passed",
                    "payment-received",
                    "payment-reallocated",
                    "overpayment-found",
                    "invoice-written-off",
                    "invoice-credited" ->
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
            case "charge-posted" -> {
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
                heard(event.subject()).fees +=
                        event.data().path("kind").asText().equals("REMINDER_FEE") ? 1 : 0;
            }
            case "invoice-settled" -> {
                heard(event.subject()).outstanding = parts(event.data().get("outstanding"));
                heard(event.subject()).settled = true;
            }
            case "reminder-sent" -> {
                heard(event.subject()).reminders++;
                heard(event.subject()).remindersWithFee +=
                        event.data().at("/fee/minor").asLong() > 0 ? 1 : 0;
            }
            case "handed-to-collection" -> heard(event.subject()).handedOver = true;
            default -> {
                // tells nothing that another service keeps
            }
        }
    }

    private Heard heard(String invoice) {
        return invoices.computeIfAbsent(invoice, id -> new Heard());
    }

    private void compareDunning() {
        var cases = new HashMap<String, JsonNode>();
        creditor.list(Service.DUNNING, "/v1/dunning-cases")
                .forEach(one -> cases.put(one.get("invoiceId").asText(), one));
        invoices.forEach((id, heard) -> {
            var found = cases.remove(id);
            if (found == null) {
                faults.add("dunning has no case of invoice " + id);
                return;
            }
            same("what dunning thinks is owed on " + id, heard.outstanding, parts(found.get("outstanding")));
            same(
                    "the step of " + id + " in dunning",
                    heard.reminders,
                    found.get("step").asInt());
            var state = found.get("state").asText();
            same("whether dunning has handed over " + id, heard.handedOver, state.equals("HANDED_OVER"));
            same("whether dunning has ended " + id, heard.settled && !heard.handedOver, state.equals("ENDED"));
        });
        cases.keySet().forEach(id -> faults.add("dunning has a case of " + id + ", of which nothing was published"));
    }

    private void compareCollection() {
        var cases = new HashMap<String, JsonNode>();
        creditor.list(Service.COLLECTION, "/v1/collection-cases")
                .forEach(one -> cases.put(one.get("invoiceId").asText(), one));
        invoices.forEach((id, heard) -> {
            var found = cases.get(id);
            same("whether collection has a case of " + id, heard.handedOver, found != null);
            if (found != null) {
                same("what collection thinks is owed on " + id, heard.outstanding, parts(found.get("outstanding")));
                var state = found.get("state").asText();
                same("whether collection has closed " + id, heard.settled, state.equals("CLOSED"));
                same(
                        "whether collection has demanded " + id,
                        heard.demanded && !heard.settled,
                        state.equals("DEMANDED"));
            }
        });
    }

    /** The ledger has a fee for each reminder that wanted one, unless a payment was faster. */
    private void compareCharges() {
        invoices.forEach((id, heard) -> {
            if (!heard.settled || heard.fees > heard.remindersWithFee) {
                same("reminder fees of " + id, heard.remindersWithFee, heard.fees);
            }
        });
    }

    private void compareCredit() {
        invoices.values().forEach(heard -> {
            var customer = customers.computeIfAbsent(heard.customer, id -> new Heard());
            customer.exposure +=
                    heard.outstanding.stream().mapToLong(Long::longValue).sum();
            customer.settledInvoices += heard.settled ? 1 : 0;
            customer.atCollection += heard.handedOver && !heard.settled ? 1 : 0;
        });
        customers.forEach((id, heard) -> {
            var found = creditor.ask(Service.CREDIT_CHECK, "/v1/customers/" + id + "/credit")
                    .body();
            same(
                    "exposure of customer " + id,
                    heard.exposure,
                    found.at("/exposure/minor").asLong());
            same(
                    "settled invoices of customer " + id,
                    heard.settledInvoices,
                    found.at("/behaviour/settledInvoices").asInt());
            same(
                    "claims at collection of customer " + id,
                    heard.atCollection,
                    found.at("/behaviour/atCollection").asInt());
        });
    }

    private static List<Long> parts(JsonNode outstanding) {
        return Stream.of("principal", "interest", "costs")
                .map(part -> outstanding.path(part).path("minor").asLong())
                .toList();
    }

    private void same(String what, Object published, Object found) {
        if (!Objects.equals(published, found)) {
            faults.add(what + " should be " + published + " by the topics, not " + found);
        }
    }
}
