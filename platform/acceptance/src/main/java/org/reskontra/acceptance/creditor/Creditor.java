package org.reskontra.acceptance.creditor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.oidc.Role;
import org.reskontra.localstack.services.Service;

/**
 * A sandbox creditor with a clock of its own, and what its system does through REST. Every call may find a service away
 * and be made again: ids and idempotency keys are given from here.
 */
public final class Creditor {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(15);

    /** Well below the patience of a service that holds its acknowledgements back, 30 s. */
    private static final Duration NOBODY_GIVES_UP_WITHIN = Duration.ofSeconds(15);

    private static final String BANK_FILES = "/v1/bank-files";
    private static final int PAGE = 200;

    /** Its account at Bankgirot, digits only. */
    public static final String BANKGIRO = "9912346";

    private final TenantId tenant;
    private final Rest rest;
    private final Duration patience;
    private final List<String> addresses = new ArrayList<>();
    private final Pace daysWork = new Pace();
    private final Pace postings = new Pace();
    private boolean clockMoved;
    private int customers;

    private Creditor(TenantId tenant, Rest rest, Duration patience) {
        this.tenant = tenant;
        this.rest = rest;
        this.patience = patience;
    }

    /**
     * Opens a sandbox and waits until every service knows it.
     *
     * @param today the sandbox's first date
     * @param patience how long to wait for the services to come to rest
     */
    public static Creditor open(Platform platform, TenantId tenant, String name, LocalDate today, Duration patience) {
        var operator = new Rest(platform, platform.token(Role.OPERATOR, null));
        operator.post(
                Service.INVOICE,
                "/v1/tenants",
                Map.of(
                        "id",
                        tenant.toString(),
                        "name",
                        name,
                        "country",
                        "SE",
                        "zone",
                        "Europe/Stockholm",
                        "currency",
                        "SEK",
                        "sandbox",
                        true,
                        "today",
                        today.toString(),
                        "organisationNumber",
                        OrganisationNumbers.of(0),
                        "paymentDetails",
                        Map.of("bankgiro", "991-2346"),
                        "replyTo",
                        "accounts@creditor.example.test"),
                "tenant-" + tenant);
        var creditor = new Creditor(tenant, new Rest(platform, platform.token(Role.INTEGRATOR, tenant)), patience);
        creditor.awaitSettled(today);
        return creditor;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** The e-mail addresses of all its customers, which no other creditor's customers have. */
    public List<String> customerAddresses() {
        return List.copyOf(addresses);
    }

    /**
     * Enters a business customer with a made-up organisation number and address.
     *
     * @param number the creditor's customer number
     */
    public UUID enterCustomer(String number) {
        customers++;
        var id = UUID.randomUUID();
        var address = "customer-%04d@%s.example.test".formatted(customers, tenant);
        rest.post(
                Service.INVOICE,
                "/v1/customers",
                Map.of(
                        "id",
                        id.toString(),
                        "number",
                        number,
                        "kind",
                        "BUSINESS",
                        "country",
                        "SE",
                        "identityNumber",
                        OrganisationNumbers.of(customers),
                        "legalName",
                        "Customer " + number + " AB",
                        "legalForm",
                        "AB",
                        "emails",
                        List.of(address),
                        "language",
                        "sv"),
                "customer-" + id);
        addresses.add(address);
        return id;
    }

    /** An invoice of one line without VAT, the reminder fee agreed. */
    public record NewInvoice(UUID id, String number, UUID customer, LocalDate issued, LocalDate due, Money amount) {}

    public void issue(NewInvoice invoice) {
        issue(invoice, Map.of());
    }

    /** Issues an invoice that its debtor was told to pay with a certain reference. */
    public void issue(NewInvoice invoice, String paymentReference) {
        issue(invoice, Map.of("paymentReference", paymentReference));
    }

    private void issue(NewInvoice invoice, Map<String, String> more) {
        var body = new TreeMap<String, Object>(more);
        body.putAll(Map.of(
                "id", invoice.id().toString(),
                "number", invoice.number(),
                "customerId", invoice.customer().toString(),
                "issueDate", invoice.issued().toString(),
                "dueDate", invoice.due().toString(),
                "currency", invoice.amount().currency().getCurrencyCode(),
                "lines",
                        List.of(Map.of(
                                "description", "Goods as ordered",
                                "quantity", "1",
                                "unitPrice", json(invoice.amount()),
                                "vatRate", "0")),
                "reminderFeeAgreed", true));
        rest.post(Service.INVOICE, "/v1/invoices", body, "invoice-" + invoice.id());
    }

    /** What is to be paid on a day for nothing to be owed. */
    public Money owedOn(UUID invoice, LocalDate day) {
        return money(statement(invoice, day).get("total"));
    }

    public JsonNode statement(UUID invoice, LocalDate on) {
        return rest.get(Service.INVOICE, "/v1/invoices/" + invoice + "/statement?on=" + on);
    }

    /** Books money on an invoice. */
    public JsonNode pay(UUID payment, UUID invoice, Money amount, LocalDate bookingDate) {
        return pay(payment, Map.of("invoiceId", invoice.toString()), amount, bookingDate);
    }

    /** Books money on an invoice that the bank counts from an earlier day than the one it was booked on. */
    public JsonNode pay(UUID payment, UUID invoice, Money amount, LocalDate valueDate, LocalDate bookingDate) {
        var what = Map.of("invoiceId", invoice.toString(), "valueDate", valueDate.toString());
        return pay(payment, what, amount, bookingDate);
    }

    /** Books money by what the debtor paid with. */
    public JsonNode payByReference(UUID payment, String reference, Money amount, LocalDate bookingDate) {
        return pay(payment, Map.of("reference", reference), amount, bookingDate);
    }

    private JsonNode pay(UUID payment, Map<String, String> what, Money amount, LocalDate bookingDate) {
        var body = new TreeMap<String, Object>(what);
        body.putAll(Map.of("id", payment.toString(), "amount", json(amount), "bookingDate", bookingDate.toString()));
        return rest.post(Service.INVOICE, "/v1/payments", body, "payment-" + payment);
    }

    /** Tells that the bank has taken a payment back. */
    public JsonNode reverse(UUID payment, LocalDate on) {
        return rest.post(
                Service.INVOICE,
                "/v1/payments/" + payment + "/reversal",
                Map.of("reason", "INSUFFICIENT_FUNDS", "reversedOn", on.toString()),
                "reversal-" + payment);
    }

    /**
     * Credits part or all of an invoice.
     *
     * @param number tells one credit from another: the same again changes nothing
     */
    public JsonNode credit(UUID invoice, int number, Money amount) {
        return rest.post(
                Service.INVOICE,
                "/v1/invoices/" + invoice + "/credit-notes",
                Map.of("reason", "WRONG_AMOUNT", "amount", json(amount)),
                "credit-" + number);
    }

    /** Hands in a file of the bank, which is booked later; answers its id. */
    public UUID handIn(byte[] bankFile) {
        return UUID.fromString(
                rest.send(Service.INVOICE, BANK_FILES, bankFile).get("id").asText());
    }

    /** Has a file of the bank booked; answers its id once all of it is in. */
    public UUID bookBankFile(byte[] file) {
        long start = System.nanoTime();
        while (true) {
            var id = handIn(file);
            if (isBooked(id, start)) {
                return id;
            }
        }
    }

    /** Whether a file is in; if not, it was given up and goes on when it is sent again. */
    private boolean isBooked(UUID file, long start) {
        while (true) {
            var shown = rest.get(Service.INVOICE, BANK_FILES + "/" + file);
            var state = shown.get("state").asText();
            if (state.equals("DONE") || state.equals("FAILED")) {
                return state.equals("DONE");
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new Refused("a bank file is not booked in " + patience.toSeconds() + " s: " + shown);
            }
            rest.orElseStop();
            Pause.millis(LONGEST_PAUSE.toMillis());
        }
    }

    /** Says what day it is. The day's work is done once {@link #awaitSettled} returns. */
    public void moveClock(LocalDate today) {
        rest.post(Service.INVOICE, "/v1/sandbox-clock", Map.of("today", today.toString()), "clock-" + today);
        clockMoved = true;
    }

    /** Returns when every service shows that date and has nothing left to do for it. */
    public void awaitSettled(LocalDate today) {
        var pace = clockMoved ? daysWork : postings;
        clockMoved = false;
        var start = System.nanoTime();
        Pause.millis(pace.millisBeforeAsking());
        // One service at rest says that all are, unless one of them has given up waiting for what it caused.
        boolean atOnce = awaitSettled(List.of(Service.INVOICE), today, start);
        var took = Duration.ofNanos(System.nanoTime() - start);
        pace.took(took, atOnce);
        if (took.compareTo(NOBODY_GIVES_UP_WITHIN) > 0) {
            awaitSettled(List.of(Service.DUNNING, Service.CREDIT_CHECK, Service.COLLECTION), today, start);
        }
    }

    /** Whether the first answers were yes. */
    private boolean awaitSettled(List<Service> services, LocalDate today, long start) {
        var waiting = new ArrayList<>(services);
        var pause = SHORTEST_PAUSE;
        for (int asked = 1; ; asked++) {
            var answers = rest.tryGet(waiting, "/v1/sandbox-clock");
            for (int i = waiting.size() - 1; i >= 0; i--) {
                if (isSettled(answers.get(i), today)) {
                    waiting.remove(i);
                    answers.remove(i);
                }
            }
            if (waiting.isEmpty()) {
                return asked == 1;
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new Refused(waiting.getFirst().fullName() + " has not come to rest on " + today + " in "
                        + patience.toSeconds() + " s: " + answers.getFirst().status() + " "
                        + answers.getFirst().body());
            }
            rest.orElseStop();
            Pause.millis(pause.toMillis());
            pause = Rest.longer(pause, LONGEST_PAUSE);
        }
    }

    private static boolean isSettled(Answer answer, LocalDate today) {
        return answer.status() == 200
                && answer.body().path("today").asText().equals(today.toString())
                && answer.body().path("settled").asBoolean();
    }

    /** A single object or document. */
    public JsonNode get(Service service, String path) {
        return rest.get(service, path);
    }

    /** The answer whatever it is. */
    public Answer ask(Service service, String path) {
        return rest.askGet(service, path);
    }

    /** The answer to a POST whatever it is. */
    public Answer tell(Service service, String path, Map<String, ?> body) {
        return rest.askPost(service, path, body, UUID.randomUUID().toString());
    }

    /**
     * All items of a list, page by page.
     *
     * @param path without a query
     */
    public List<JsonNode> list(Service service, String path) {
        var items = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = rest.get(service, path + "?limit=" + PAGE + after);
            page.get("items").forEach(items::add);
            after = page.path("next").isTextual() ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return items;
    }

    /** Money as the services write it. */
    public static Money money(JsonNode json) {
        return Money.of(json.get("minor").asLong(), json.get("currency").asText());
    }

    private static Map<String, Object> json(Money amount) {
        return Map.of("minor", amount.minor(), "currency", amount.currency().getCurrencyCode());
    }
}
