package org.reskontra.invoice.books;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;
import static org.reskontra.invoice.Creditor.sek;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.invoice.Creditor;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LockedMonthsTest {

    private static final String PATH = "/v1/ledger/locked-through";

    private Creditor creditor;

    @BeforeEach
    void a_creditor() {
        creditor = Creditor.on("2026-04-20");
    }

    @Test
    void a_month_that_is_over_can_be_locked_once_and_for_all() {
        creditor.get(PATH).then().statusCode(200).body("lockedThrough", nullValue());
        lock("2026-02-28").then().statusCode(200).body("lockedThrough", equalTo("2026-02-28"));
        lock("2026-03-31").then().statusCode(200);
        var again = lock("2026-03-31").then().statusCode(200).extract().jsonPath();
        assertEquals(again.getMap(""), creditor.read(PATH).getMap(""));
        lock("2026-02-28").then().statusCode(409).body("type", equalTo("urn:reskontra:problem:months-stay-locked"));
    }

    @Test
    void only_whole_months_of_the_past_and_only_by_a_clerk_or_an_operator() {
        lock("2026-03-30").then().statusCode(400).body("errors[0].code", equalTo("month-end"));
        lock("2026-04-30").then().statusCode(422).body("type", equalTo("urn:reskontra:problem:month-not-over"));
        for (var role : List.of("integrator", "auditor")) {
            creditor.as(role)
                    .body(Map.of("lockedThrough", "2026-02-28"))
                    .put(PATH)
                    .then()
                    .statusCode(403);
        }
        creditor.as("operator")
                .body(Map.of("lockedThrough", "2026-02-28"))
                .put(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_told_of_a_locked_month_is_booked_on_the_first_open_day_and_counts_from_its_own() {
        var id = creditor.anInvoice("1", "2026-02-01", "2026-02-28");
        lock("2026-03-31").then().statusCode(200);
        creditor.post("/v1/payments", Map.of("invoiceId", id, "amount", sek(10_000_00), "bookingDate", "2026-02-27"))
                .then()
                .statusCode(201);
        creditor.anInvoice("2", "2026-03-15", "2026-05-15");
        var ledger = creditor.read("/v1/invoices/" + id + "/ledger");
        assertEquals(List.of("INVOICE_ISSUED", "PAYMENT"), ledger.getList("items.kind"), "in time: no interest");
        assertEquals(List.of("2026-02-01", "2026-02-27"), ledger.getList("items.on"));
        assertEquals(List.of("2026-02-01", "2026-04-01"), ledger.getList("items.bookingDate"));
        assertEquals("2026-02-27", creditor.read("/v1/invoices/" + id).getString("settledOn"));
        assertEquals(
                List.of("2026-04-01"),
                creditor.rows("select booking_date from ledger_posting where value_date = date '2026-03-15'"));
    }

    @Test
    void plain_sql_cannot_book_in_a_locked_month_either() {
        lock("2026-03-31").then().statusCode(200);
        var sql = """
                with posting as (
                    insert into ledger_posting (id, tenant_id, kind, value_date, booking_date, actor)
                    values ('%1$s', '%2$s', 'PAYMENT', date '2026-03-31', date '2026-03-31', 'x'))
                insert into ledger_entry (posting_id, line, tenant_id, value_date, account, minor, currency)
                values ('%1$s', 1, '%2$s', date '2026-03-31', 1930, 5, 'SEK'),
                       ('%1$s', 2, '%2$s', date '2026-03-31', 2420, -5, 'SEK')""".formatted(Ids.next(), creditor.tenant);
        var refused = assertThrows(SQLException.class, () -> {
            try (var connection = LocalStackResource.connectAsApp();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select set_config('reskontra.tenant', '" + creditor.tenant + "', true)");
                statement.execute(sql);
            }
        });
        assertTrue(refused.getMessage().contains("month is locked"), refused.getMessage());
    }

    @Test
    void a_month_that_is_locked_while_many_post_holds_nothing_that_became_known_later() throws Exception {
        var customer = creditor.aCustomer();
        var tasks = new ArrayList<Callable<Integer>>();
        for (int worker = 0; worker < 4; worker++) {
            int from = 100 + worker * 20;
            tasks.add(() -> {
                for (int i = from; i < from + 20; i++) {
                    creditor.issued(invoice(customer, "" + i, "2026-03-10", "2026-05-01"));
                }
                return 0;
            });
        }
        tasks.add(() -> lock("2026-03-31").then().statusCode(200).extract().statusCode());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        assertEquals(List.of("80"), creditor.rows("select count(*) from ledger_posting"));
        assertEquals(List.of("0"), creditor.rows("""
                        select count(*) from ledger_posting p, ledger_lock l
                        where (p.known_at > l.known_at) <> (p.booking_date > l.locked_through)"""));
    }

    private Response lock(String through) {
        return creditor.as("clerk").body(Map.of("lockedThrough", through)).put(PATH);
    }
}
