package org.reskontra.invoice.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.invoice.Creditor;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InvoiceLedgerResourceTest {

    @Test
    void a_posting_says_when_it_counts_when_it_was_booked_since_when_it_is_known_and_who_did_it() {
        var creditor = Creditor.on("2026-04-20");
        var before = Instant.now();
        var invoice = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
        creditor.as("clerk")
                .body(Map.of(
                        "invoiceId",
                        invoice,
                        "amount",
                        sek(1_000_00),
                        "valueDate",
                        "2026-04-10",
                        "bookingDate",
                        "2026-04-14"))
                .post("/v1/payments")
                .then()
                .statusCode(201);
        var ledger = creditor.read("/v1/invoices/" + invoice + "/ledger");
        assertEquals(List.of("INVOICE_ISSUED", "LATE_INTEREST", "PAYMENT"), ledger.getList("items.kind"));
        assertEquals(List.of("2026-03-01", "2026-04-10", "2026-04-10"), ledger.getList("items.on"));
        assertEquals(List.of("2026-03-01", "2026-04-10", "2026-04-14"), ledger.getList("items.bookingDate"));
        var known = ledger.getList("items.knownAt", String.class).stream()
                .map(Instant::parse)
                .toList();
        assertTrue(known.getFirst().isAfter(before.minusMillis(1))
                && known.getFirst().isBefore(known.get(1)));
        assertEquals(known.get(1), known.get(2), "one command is known at one instant");
        var actors = ledger.getList("items.actor", String.class);
        assertEquals(actors.get(1), actors.get(2));
        assertNotEquals(actors.get(0), actors.get(1));
        assertFalse(actors.contains("service"), actors.toString());
        assertNotNull(ledger.getString("items[1].ruleId"));
        assertNotNull(ledger.getMap("items[1].calculation.tree"));
    }

    @Test
    void what_the_service_does_by_itself_bears_its_name() {
        var creditor = Creditor.on("2026-03-10");
        creditor.post(
                        "/v1/payments",
                        Map.of("reference", "12344", "amount", sek(1_000_00), "bookingDate", "2026-03-09"))
                .then()
                .statusCode(201);
        var invoice = Creditor.invoice(creditor.aCustomer(), "x-1", "2026-03-01", "2026-03-31");
        invoice.put("paymentReference", "12344");
        var id = creditor.issued(invoice);
        creditor.clockMovesTo("2026-03-11");
        var ledger = creditor.read("/v1/invoices/" + id + "/ledger");
        assertEquals(List.of("INVOICE_ISSUED", "PAYMENT"), ledger.getList("items.kind"));
        assertEquals("service", ledger.getString("items[1].actor"));
    }
}
