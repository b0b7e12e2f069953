package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.acceptance.scenarios.Story.sek;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.demo.Bank;
import org.reskontra.acceptance.partner.EventAudit;
import org.reskontra.acceptance.scenarios.RunningPlatform.Running;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Pause;
import org.reskontra.localstack.services.Service;

/** A file of the bank outlives the service that books it. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BankFileSpec {

    /** How many entries the file has; {@code -Dreskontra.bank-file.entries=200000} takes minutes and a heap of 4 GB. */
    private static final int ENTRIES = Integer.getInteger("reskontra.bank-file.entries", 5_000);

    private static final int PAYMENTS_OF_AN_INVOICE = 10;
    private static final int AT_ONCE = 64;

    /** Whoever looks has the file's money added up. */
    private static final int BETWEEN_LOOKS_MILLIS = Math.max(5, ENTRIES / 500);

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final Money PAID = sek(1_00);
    private static final Money OWED = sek(20_00);
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    @Test
    void a_file_whose_service_is_killed_half_way_is_booked_whole_and_once(Running running) {
        var creditor = Creditor.open(running.platform, new TenantId(UUID.randomUUID()), "Sågen AB", TODAY, PATIENCE);
        int invoices = ENTRIES / PAYMENTS_OF_AN_INVOICE * 9 / 10;
        givenInvoices(creditor, invoices);
        var file = Bank.bgMax(
                1,
                TODAY,
                IntStream.range(0, ENTRIES)
                        .mapToObj(n -> new Bank.Payment(
                                TODAY, n % 10 == 9 ? "" : reference(n / 10 * 9 + n % 10, invoices), PAID))
                        .toList());

        var id = creditor.handIn(file);
        int done = awaitDone(creditor, id, ENTRIES / 2);
        assertTrue(done < ENTRIES, () -> "killed too late: " + done + " are in");
        running.platform.kill(Service.INVOICE);
        var booked = awaitBooked(creditor, id);

        assertEquals(id, creditor.handIn(file), "the same file again");
        creditor.awaitSettled(TODAY);
        long known = (long) invoices * PAYMENTS_OF_AN_INVOICE;
        assertEquals(
                List.of(ENTRIES, known, ENTRIES - known, 0L, 0L),
                List.of(
                        booked.get("done").asInt(),
                        kronor(booked, "matched"),
                        kronor(booked, "onWorkList"),
                        kronor(booked, "refused"),
                        kronor(booked, "toDo")));
        var owed = OWED.minus(sek(PAYMENTS_OF_AN_INVOICE * PAID.minor()));
        var shown = creditor.list(Service.INVOICE, "/v1/invoices");
        assertEquals(invoices, shown.size());
        assertEquals(
                List.of(owed),
                shown.stream()
                        .map(invoice -> Creditor.money(invoice.at("/outstanding/total")))
                        .distinct()
                        .toList());
        assertEquals(sek(ENTRIES * PAID.minor()), balance(creditor, 1930));
        var audit = EventAudit.of(running.listener.heardOf(creditor.tenant().toString()));
        assertEquals(List.of(), audit.faults());
        assertEquals(
                known,
                audit.once().stream()
                        .filter(event -> event.name().equals("payment-received"))
                        .count());
    }

    private static void givenInvoices(Creditor creditor, int count) {
        var customer = creditor.enterCustomer("1");
        creditor.awaitSettled(TODAY);
        var places = new Semaphore(AT_ONCE);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count)
                    .mapToObj(n -> CompletableFuture.runAsync(
                            () -> {
                                places.acquireUninterruptibly();
                                try {
                                    creditor.issue(invoice(customer, n), reference(n, count));
                                } finally {
                                    places.release();
                                }
                            },
                            senders))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        creditor.awaitSettled(TODAY);
    }

    private static Creditor.NewInvoice invoice(UUID customer, int n) {
        return new Creditor.NewInvoice(
                UUID.randomUUID(), "F" + n, customer, TODAY.minusDays(1), TODAY.plusDays(30), OWED);
    }

    /** Payments go around all invoices, so that one batch does not pay the same invoice again and again. */
    private static String reference(int n, int invoices) {
        return Integer.toString(700_000_000 + n % invoices);
    }

    private static int awaitDone(Creditor creditor, UUID file, int wanted) {
        while (true) {
            int done = shown(creditor, file).get("done").asInt();
            if (done >= wanted) {
                return done;
            }
            Pause.millis(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static JsonNode awaitBooked(Creditor creditor, UUID file) {
        long start = System.nanoTime();
        while (true) {
            var shown = shown(creditor, file);
            if (shown.get("state").asText().equals("DONE")) {
                return shown;
            }
            assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), shown::toString);
            Pause.millis(50);
        }
    }

    private static JsonNode shown(Creditor creditor, UUID file) {
        return creditor.get(Service.INVOICE, "/v1/bank-files/" + file);
    }

    private static long kronor(JsonNode file, String part) {
        return Creditor.money(file.at("/money/0/" + part)).minor() / PAID.minor();
    }

    private static Money balance(Creditor creditor, int account) {
        var balances = creditor.get(Service.INVOICE, "/v1/ledger/trial-balance?on=" + TODAY);
        return StreamSupport.stream(balances.get("accounts").spliterator(), false)
                .filter(line -> line.get("account").asInt() == account)
                .map(line -> Creditor.money(line.get("balance")))
                .findFirst()
                .orElseThrow();
    }
}
