package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.creditor.Creditor.NewInvoice;
import org.reskontra.acceptance.demo.Outcome;
import org.reskontra.acceptance.partner.EventAudit;
import org.reskontra.acceptance.partner.Letterbox.Mail;
import org.reskontra.acceptance.partner.SeenEvent;
import org.reskontra.acceptance.scenarios.RunningPlatform.Running;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.services.Service;

/**
 * What happens to one creditor with a sandbox of its own, in a clerk's words. Each step returns when the services have
 * come to rest.
 */
final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Running running;
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private Creditor creditor;
    private LocalDate today;
    private int invoices;

    Story(Running running) {
        this.running = running;
    }

    static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** An invoice of the story, and how to look at it. */
    final class Invoice {

        final UUID id;
        final UUID customer;
        final String number;

        private Invoice(UUID id, UUID customer, String number) {
            this.id = id;
            this.customer = customer;
            this.number = number;
        }

        /** Everything a partner heard of it from one service, in order and each once. */
        List<String> heardFrom(Service service) {
            return events(service).stream().map(SeenEvent::name).toList();
        }

        SeenEvent theOnly(String event) {
            var found = EventAudit.of(running.listener.heardOf(tenant.toString())).once().stream()
                    .filter(seen ->
                            seen.subject().equals(id.toString()) && seen.name().equals(event))
                    .toList();
            assertEquals(1, found.size(), () -> event + " of the invoice: " + found);
            return found.getFirst();
        }

        private List<SeenEvent> events(Service service) {
            return EventAudit.of(running.listener.heardOf(tenant.toString())).once().stream()
                    .filter(seen -> seen.subject().equals(id.toString())
                            && seen.source().equals("/" + service.fullName()))
                    .toList();
        }

        Invoice isSettledOn(String date) {
            var invoice = creditor.get(Service.INVOICE, "/v1/invoices/" + id);
            assertEquals("SETTLED", invoice.get("state").asText());
            assertEquals(date, invoice.get("settledOn").asText());
            return owes(sek(0), sek(0), sek(0));
        }

        Invoice is(String state) {
            assertEquals(
                    state,
                    creditor.get(Service.INVOICE, "/v1/invoices/" + id)
                            .get("state")
                            .asText());
            return this;
        }

        /** Owed today, accrued interest included. */
        Invoice owes(Money principal, Money interest, Money costs) {
            var statement = creditor.statement(id, today);
            assertEquals(
                    List.of(principal, interest, costs),
                    List.of(
                            Creditor.money(statement.get("principal")),
                            Creditor.money(statement.get("interest")),
                            Creditor.money(statement.get("costs"))),
                    "principal, interest, costs");
            return this;
        }

        Money owedToday() {
            return creditor.owedOn(id, today);
        }

        /** The dunning case: its state and the number of reminders sent. */
        Invoice dunningIs(String state, int remindersSent) {
            var dunningCase = creditor.get(Service.DUNNING, "/v1/dunning-cases/" + id);
            assertEquals(state, dunningCase.get("state").asText());
            assertEquals(remindersSent, dunningCase.get("remindersSent").asInt());
            return this;
        }

        Invoice collectionIs(String state) {
            var cases = creditor.get(Service.COLLECTION, "/v1/collection-cases?invoiceId=" + id)
                    .get("items");
            assertEquals(1, cases.size(), "one collection case");
            assertEquals(state, cases.get(0).get("state").asText());
            return this;
        }

        Invoice isNotInCollection() {
            assertEquals(
                    0,
                    creditor.get(Service.COLLECTION, "/v1/collection-cases?invoiceId=" + id)
                            .get("items")
                            .size());
            return this;
        }
    }

    /** Given a creditor whose calendar shows this day. */
    Story givenToday(String date) {
        today = day(date);
        creditor = Creditor.open(running.platform, tenant, "Sågen AB", today, PATIENCE);
        return this;
    }

    /** Given an invoice issued today to a customer of its own. */
    Invoice givenInvoice(Money amount, String due) {
        return issue(amount, due, null);
    }

    /** Given an invoice issued today that the customer was told to pay with this reference. */
    Invoice givenInvoice(Money amount, String due, String reference) {
        return issue(amount, due, reference);
    }

    private Invoice issue(Money amount, String due, String reference) {
        invoices++;
        var number = Integer.toString(1000 + invoices);
        var customer = creditor.enterCustomer("K-" + number);
        var id = UUID.randomUUID();
        var invoice = new NewInvoice(id, number, customer, today, day(due), amount);
        if (reference == null) {
            creditor.issue(invoice);
        } else {
            creditor.issue(invoice, reference);
        }
        creditor.awaitSettled(today);
        return new Invoice(id, customer, number);
    }

    /** When this day comes, at once; what the days between made due is caught up as after an outage. */
    Story whenDayComes(String date) {
        return whenDayComes(date, () -> {});
    }

    /** When this day comes, and something else happens while the services do its work. */
    Story whenDayComes(String date, Runnable meanwhile) {
        today = day(date);
        creditor.moveClock(today);
        meanwhile.run();
        creditor.awaitSettled(today);
        return this;
    }

    /** When money for an invoice is on the creditor's account today. */
    Story whenPaid(Invoice invoice, Money amount) {
        creditor.pay(UUID.randomUUID(), invoice.id, amount, today);
        creditor.awaitSettled(today);
        return this;
    }

    /** When we are told today of money for an invoice that the bank counts from an earlier day. */
    Story whenToldOfPayment(Invoice invoice, Money amount, String valueDate) {
        creditor.pay(UUID.randomUUID(), invoice.id, amount, day(valueDate), today);
        creditor.awaitSettled(today);
        return this;
    }

    /** When money with a reference is on the creditor's account today. */
    Story whenPaid(String reference, Money amount) {
        creditor.payByReference(UUID.randomUUID(), reference, amount, today);
        creditor.awaitSettled(today);
        return this;
    }

    /** When something happens that the services have to cope with. */
    Story when(Runnable something) {
        something.run();
        creditor.awaitSettled(today);
        return this;
    }

    /** Everything the debtors got. */
    List<Mail> mails() {
        return running.letterbox.of(creditor.customerAddresses());
    }

    /** The books balance, no step was taken twice, every event came once and in order, all figures agree. */
    Story everyProofHolds() {
        var outcome = Outcome.of(creditor, today, running.listener, running.letterbox);
        assertTrue(outcome.holds(), () -> "broken: " + outcome.faults());
        return this;
    }

    Outcome outcome() {
        return Outcome.of(creditor, today, running.listener, running.letterbox);
    }

    Creditor creditor() {
        return creditor;
    }

    /** An amount on an account of the ledger, debit positive. */
    Money balanceOf(int account) {
        for (var line : creditor.get(Service.INVOICE, "/v1/ledger/trial-balance?on=" + today)
                .get("accounts")) {
            if (line.get("account").asInt() == account) {
                return Creditor.money(line.get("balance"));
            }
        }
        return sek(0);
    }

    /** What a caller gets who asks for something by its path. */
    int statusOf(Service service, String path) {
        return creditor.ask(service, path).status();
    }

    int statusOfPosting(Service service, String path, Map<String, ?> body) {
        return creditor.tell(service, path, body).status();
    }
}
