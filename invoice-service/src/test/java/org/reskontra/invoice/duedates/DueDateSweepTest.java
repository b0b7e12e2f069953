package org.reskontra.invoice.duedates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.invoice.Creditor.invoice;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.InvoiceEvent.DueDatePassed;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.TenantId;
import org.reskontra.contracts.Topics;
import org.reskontra.invoice.Creditor;
import org.reskontra.invoice.Events;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.db.Transactions;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DueDateSweepTest {
    @Inject
    DueDateSweep sweep;

    @Inject
    Transactions transactions;

    @Test
    void a_due_date_has_passed_on_the_day_after_it_and_not_before() {
        var creditor = Creditor.on("2026-03-01");
        var id = creditor.anInvoice("1", "2026-03-01", "2026-03-10");
        creditor.clockMovesTo("2026-03-10");
        assertEquals("OPEN", creditor.read("/v1/invoices/" + id).getString("state"));
        creditor.clockMovesTo("2026-03-11");
        assertEquals("OVERDUE", creditor.read("/v1/invoices/" + id).getString("state"));
        var told = Events.await(DueDatePassed.class, id);
        assertEquals(LocalDate.parse("2026-03-10"), told.dueDate());
        var owed = Money.of(10_000_00, "SEK");
        var zero = Money.of(0, "SEK");
        assertEquals(Outstanding.of(owed, zero, zero), told.outstanding());
    }

    @Test
    void missed_days_are_caught_up_and_each_invoice_is_told_once() {
        var creditor = Creditor.on("2026-03-01");
        var customer = creditor.aCustomer();
        var ids = new ArrayList<String>();
        for (int day = 10; day < 20; day++) {
            ids.add(creditor.issued(invoice(customer, "" + day, "2026-03-01", "2026-03-" + day)));
        }
        creditor.pays(ids.get(3), 10_000_00, "2026-03-02").then().statusCode(201);

        creditor.clockMovesTo("2026-03-18");
        creditor.clockMovesTo("2026-04-30");
        creditor.clockMovesTo("2026-05-30");

        for (int i = 0; i < ids.size(); i++) {
            var told = Events.await(Topics.INVOICE_EVENTS, ids.get(i), i == 3 ? 3 : 2);
            long passed = told.stream()
                    .filter(event -> event.type().contains("due-date-passed"))
                    .count();
            assertEquals(i == 3 ? 0 : 1, passed, "invoice due on day " + (10 + i));
        }
    }

    @Test
    void replicas_side_by_side_tell_each_invoice_once() throws Exception {
        var creditor = Creditor.on("2026-03-01");
        var customer = creditor.aCustomer();
        var ids = IntStream.range(0, 40)
                .mapToObj(i -> creditor.issued(invoice(customer, "9" + i, "2026-02-01", "2026-03-02")))
                .toList();
        var tenant = new TenantId(creditor.tenant);
        // past the service's own runner, so that only the replicas below do the work
        moveClockUnheard(tenant, "2026-03-03");

        var tasks = new ArrayList<Callable<Integer>>();
        for (int replica = 0; replica < 4; replica++) {
            tasks.add(() -> {
                int all = 0;
                for (int taken = -1; taken != 0; all += taken) {
                    taken = Blocking.await(() -> sweep.run(tenant));
                }
                return all;
            });
        }
        int swept = 0;
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var done : replicas.invokeAll(tasks)) {
                swept += done.get();
            }
        }
        assertEquals(40, swept);
        creditor.settles();
        for (var id : ids) {
            assertEquals(2, Events.await(Topics.INVOICE_EVENTS, id, 2).size());
        }
        assertEquals(List.of("40"), creditor.rows("select count(*) from invoice where state = 'OVERDUE'"));
    }

    @Test
    void what_is_due_is_found_in_an_index_alone() throws SQLException {
        var creditor = Creditor.on("2026-03-01");
        var plan = new StringBuilder();
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            // a table of a few rows would be read whole
            statement.execute("set enable_seqscan = off; set enable_bitmapscan = off");
            try (var rows = statement.executeQuery("explain (costs off) select exists (select from invoice"
                    + " where tenant_id = '" + creditor.tenant
                    + "' and state = 'OPEN' and due_date < date '2026-03-01')")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        assertTrue(plan.toString().contains("Index Only Scan using invoice_open"), plan.toString());
    }

    private void moveClockUnheard(TenantId tenant, String today) {
        Blocking.await(() -> transactions.in(
                tenant,
                tx -> tx.session()
                        .createNativeQuery("update tenant set today = date '" + today + "' where tenant_id = :tenant")
                        .setParameter("tenant", tenant.value())
                        .executeUpdate()
                        .chain(() -> Uni.createFrom().voidItem())));
    }
}
