package org.reskontra.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.oracle.Model;
import org.reskontra.acceptance.oracle.Receivable;
import org.reskontra.acceptance.partner.SeenEvent;
import org.reskontra.localstack.services.Service;

/** Whether everything that was told is there, once, and stands as the rules would have it. */
final class AgainstModel {

    private static final int BANK = 1930;
    private static final int HELD_FOR_CUSTOMERS = 2420;

    private final Creditor creditor;
    private final Model model;
    private final Life life;
    private final List<String> faults = new ArrayList<>();

    private AgainstModel(Creditor creditor, Model model, Life life) {
        this.creditor = creditor;
        this.model = model;
        this.life = life;
    }

    /**
     * Looks everything up.
     *
     * @param once every event, without redeliveries
     * @return what is wrong, in words; at best empty
     */
    static List<String> faults(Creditor creditor, Model model, Life life, List<SeenEvent> once) {
        var comparison = new AgainstModel(creditor, model, life);
        comparison.register();
        comparison.invoices();
        comparison.payments();
        comparison.bankFiles();
        comparison.books();
        comparison.steps(once);
        return comparison.faults;
    }

    private void register() {
        life.customers()
                .forEach((number, id) -> same(
                        "number of customer " + id,
                        number,
                        text(
                                creditor.ask(Service.INVOICE, "/v1/customers/" + id)
                                        .body(),
                                "number")));
    }

    private void invoices() {
        var shown = creditor.list(Service.INVOICE, "/v1/invoices").stream()
                .collect(Collectors.groupingBy(invoice -> text(invoice, "id"), Collectors.counting()));
        var expected = model.receivables().stream()
                .collect(
                        Collectors.toMap(receivable -> receivable.invoice().id().toString(), receivable -> 1L));
        same("invoices and how often each is there", expected, shown);
        var cases = byInvoice(creditor.list(Service.DUNNING, "/v1/dunning-cases"));
        same("dunning cases", expected.keySet(), cases.keySet());
        for (var receivable : model.receivables()) {
            var id = receivable.invoice().id().toString();
            if (shown.containsKey(id)) {
                invoice(receivable);
            }
            if (cases.containsKey(id)) {
                dunningCase(receivable, cases.get(id));
            }
        }
        var handedOver = model.receivables().stream()
                .filter(receivable -> receivable.handedOverOn().isPresent())
                .map(receivable -> receivable.invoice().id().toString())
                .collect(Collectors.toSet());
        same(
                "collection cases",
                handedOver,
                byInvoice(creditor.list(Service.COLLECTION, "/v1/collection-cases"))
                        .keySet());
    }

    private static Map<String, JsonNode> byInvoice(List<JsonNode> cases) {
        var byInvoice = new HashMap<String, JsonNode>();
        cases.forEach(one -> byInvoice.put(text(one, "invoiceId"), one));
        return byInvoice;
    }

    private void invoice(Receivable expected) {
        var name = "invoice " + expected.invoice().number() + " ("
                + expected.invoice().id() + "): ";
        var shown = creditor.get(
                Service.INVOICE, "/v1/invoices/" + expected.invoice().id());
        var statement = creditor.statement(expected.invoice().id(), model.today());
        same(name + "settled on", expected.settledOn(), date(shown, "settledOn"));
        same(name + "principal", expected.principal(), minor(statement, "principal"));
        same(name + "posted interest", expected.interest(), minor(statement, "interestPosted"));
        same(name + "costs", expected.costs(), minor(statement, "costs"));
        if (expected.settledOn().isEmpty()) {
            same(name + "accrued interest", expected.accrued(model.today()), minor(statement, "interestAccrued"));
            same(
                    name + "is in collection",
                    expected.handedOverOn().isPresent(),
                    text(shown, "state").equals("IN_COLLECTION"));
        }
    }

    private void dunningCase(Receivable expected, JsonNode shown) {
        var name = "dunning case of " + expected.invoice().number() + ": ";
        var state = expected.handedOverOn().isPresent()
                ? "HANDED_OVER"
                : expected.settledOn().isPresent()
                        ? "ENDED"
                        : expected.remindedOn().isPresent()
                                ? "REMINDED"
                                : model.today().isAfter(expected.invoice().due()) ? "OVERDUE" : "WAITING";
        same(name + "state", state, text(shown, "state"));
        same(
                name + "step",
                expected.remindedOn().isPresent() ? 1 : 0,
                shown.path("step").asInt());
    }

    private void payments() {
        for (var payment : model.payments()) {
            if (payment.file().isPresent()) {
                continue; // its id is not known
            }
            var shown = creditor.ask(Service.INVOICE, "/v1/payments/" + payment.id())
                    .body();
            same("payment " + payment.id(), payment.booked() ? "BOOKED" : "UNMATCHED", text(shown, "state"));
            if (shown.has("amount")) {
                same("amount of payment " + payment.id(), payment.amount(), minor(shown, "amount"));
            }
        }
        model.reversed().forEach((id, amount) -> {
            var shown = creditor.ask(Service.INVOICE, "/v1/payments/" + id).body();
            same("payment " + id, "REVERSED", text(shown, "state"));
            same("amount of payment " + id, amount, minor(shown, "amount"));
        });
        var balances = new HashMap<Integer, Long>();
        creditor.get(Service.INVOICE, "/v1/ledger/trial-balance?on=" + model.today())
                .get("accounts")
                .forEach(account -> balances.put(account.get("account").asInt(), minor(account, "balance")));
        long paid = model.payments().stream().mapToLong(Model.Payment::amount).sum();
        same("the bank account", paid, balances.getOrDefault(BANK, 0L));
        same("held for customers", model.heldForCustomers(), -balances.getOrDefault(HELD_FOR_CUSTOMERS, 0L));
    }

    private void bankFiles() {
        var found = new HashMap<Integer, Model.FileMoney>();
        life.files().forEach((number, id) -> {
            var shown = creditor.get(Service.INVOICE, "/v1/bank-files/" + id);
            var money = shown.path("money").path(0);
            found.put(
                    number,
                    new Model.FileMoney(
                            minor(money, "matched"), minor(money, "onWorkList"), minor(money, "bookedBefore")));
            same("state of file " + number + " of the bank", "DONE", text(shown, "state"));
            same("refused or lost of file " + number, 0L, minor(money, "refused") + minor(money, "toDo"));
        });
        same("money of the bank's files", model.files(), found);
    }

    private void books() {
        var verified = creditor.get(Service.INVOICE, "/v1/ledger/verification");
        same("whether the books prove themselves", true, verified.path("intact").asBoolean());
    }

    /** Each step once, on its day, and none that was not due: thus none after the settlement. */
    private void steps(List<SeenEvent> once) {
        for (var receivable : model.receivables()) {
            var id = receivable.invoice().id().toString();
            var name = " of invoice " + receivable.invoice().number();
            same("reminder" + name, days(receivable.remindedOn()), days(once, id, "reminder-sent", "sentOn"));
            same(
                    "hand-over" + name,
                    days(receivable.handedOverOn()),
                    days(once, id, "handed-to-collection", "handedOverOn"));
            same(
                    "settlements" + name,
                    receivable.settlements().stream().map(LocalDate::toString).toList(),
                    days(once, id, "invoice-settled", "settledOn"));
            same("issue" + name, 1L, count(once, id, "invoice-issued"));
        }
    }

    private static List<String> days(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).stream().toList();
    }

    private static List<String> days(List<SeenEvent> once, String subject, String event, String field) {
        return once.stream()
                .filter(seen -> seen.subject().equals(subject) && seen.name().equals(event))
                .map(seen -> text(seen.data(), field))
                .toList();
    }

    private static long count(List<SeenEvent> once, String subject, String event) {
        return once.stream()
                .filter(seen -> seen.subject().equals(subject) && seen.name().equals(event))
                .count();
    }

    private void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(what + " should be " + expected + ", not " + found);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    private static long minor(JsonNode json, String field) {
        return json.path(field).path("minor").asLong();
    }

    private static Optional<LocalDate> date(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(LocalDate.parse(text(json, field))) : Optional.empty();
    }
}
