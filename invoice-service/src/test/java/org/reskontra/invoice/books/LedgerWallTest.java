package org.reskontra.invoice.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.localstack.test.LocalStackResource.connectAsApp;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reskontra.invoice.Creditor;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "service", value = "invoice"))
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LedgerWallTest {
    private static final List<String> TABLES = List.of(
            "account_plan",
            "bank_entry",
            "bank_file",
            "bank_file_chunk",
            "bank_file_setting",
            "credit_note",
            "customer",
            "file_import",
            "file_import_chunk",
            "file_import_rejection",
            "invoice",
            "kept_excess",
            "ledger_entry",
            "ledger_link",
            "ledger_lock",
            "ledger_posting",
            "matching_setting",
            "numbering",
            "payer_account",
            "payment",
            "payment_setting",
            "refund",
            "refund_file",
            "write_off");

    private static final List<String> CHANGES = List.of(
            "update ledger_entry set minor = minor + 1",
            "update ledger_entry set account = 1930",
            "delete from ledger_entry",
            "truncate ledger_entry",
            "update ledger_posting set value_date = value_date + 1",
            "update ledger_posting set known_at = known_at - interval '1 day'",
            "delete from ledger_posting",
            "truncate ledger_posting, ledger_entry",
            "update ledger_link set position = position + 1",
            "delete from ledger_link",
            "truncate ledger_link",
            "update ledger_lock set locked_through = locked_through - 31",
            "delete from ledger_lock");

    private static final String POSTING = """
            with posting as (
                insert into ledger_posting (id, tenant_id, kind, value_date, booking_date, actor)
                values ('%1$s', '%2$s', 'PAYMENT', date '2026-03-01', date '2026-03-01', 'x'))
            insert into ledger_entry (posting_id, line, tenant_id, value_date, account, minor, currency)
            """;

    private Creditor ours;
    private Creditor theirs;

    @BeforeEach
    void two_creditors_with_books() {
        ours = Creditor.on("2026-03-01");
        theirs = Creditor.on("2026-03-01");
        for (var creditor : List.of(ours, theirs)) {
            var id = creditor.anInvoice("1", "2026-03-01", "2026-03-31");
            creditor.pays(id, 100_00, "2026-03-01").then().statusCode(201);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_query_that_forgets_its_tenant_sees_that_tenants_rows_only() {
        return TABLES.stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    assertEquals(List.of(), others(ours.tenant, table));
                    assertEquals(List.of(), others(theirs.tenant, table));
                }));
    }

    @Test
    void the_wall_stands_around_every_table_of_ours() {
        assertEquals(TABLES, ours.rows("""
                        select relname from pg_class
                        where relkind = 'r' and relrowsecurity and relforcerowsecurity
                          and relname not in ('consumer_position', 'idempotency_key')
                          and relnamespace = 'public'::regnamespace
                        order by relname"""));
        assertEquals(List.of(), ours.rows("""
                        select relname from pg_class
                        where relkind = 'r' and not relrowsecurity and relnamespace = 'public'::regnamespace
                          and relname not in ('tenant', 'outbox', 'event_version', 'flyway_schema_history')
                        order by relname"""));
    }

    @Test
    void the_ledger_cannot_be_changed_or_taken_back() {
        for (var statement : CHANGES) {
            var refused = assertThrows(SQLException.class, () -> asTheService(ours.tenant, statement));
            assertTrue(refused.getMessage().contains("permission denied"), statement + ": " + refused.getMessage());
        }
    }

    @Test
    void not_even_by_a_role_that_may_change_tables() throws SQLException {
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            for (var change : CHANGES) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(change));
                assertTrue(refused.getMessage().contains("only added to"), change + ": " + refused.getMessage());
            }
        }
    }

    @Test
    void the_database_refuses_a_posting_out_of_balance_whoever_wrote_it() {
        refused(
                "out of balance",
                POSTING + "values " + entry(1, 1930, "100, 'SEK'") + "," + entry(2, 2420, "-99, 'SEK'"));
        refused(
                "out of balance",
                POSTING + "values " + entry(1, 1930, "100, 'SEK'") + "," + entry(2, 2420, "-100, 'EUR'"));
        refused("out of balance", POSTING + "values " + entry(1, 1930, "100, 'SEK'"));
    }

    @Test
    void a_posting_comes_whole() throws SQLException {
        refused("has no entries", """
                insert into ledger_posting (id, tenant_id, kind, value_date, booking_date, actor)
                values ('%1$s', '%2$s', 'PAYMENT', date '2026-03-01', date '2026-03-01', 'x')""");
        var there = ours.rows("select id from ledger_posting limit 1").getFirst();
        refused("not of its posting", """
                insert into ledger_entry (posting_id, line, tenant_id, value_date, account, minor, currency)
                select id, l, tenant_id, value_date, 1930, case l when 8 then 1 else -1 end, 'SEK'
                from ledger_posting, generate_series(8, 9) l where id = '""" + there + "'");
        asTheService(
                ours.tenant,
                (POSTING + "values " + entry(1, 1930, "100, 'SEK'") + "," + entry(2, 2420, "-100, 'SEK'"))
                        .formatted(Ids.next(), ours.tenant));
    }

    @Test
    void nobody_can_say_that_a_posting_was_known_before() {
        refused("known since it was made", """
                insert into ledger_posting (id, tenant_id, kind, value_date, booking_date, actor, known_at)
                values ('%1$s', '%2$s', 'PAYMENT', date '2026-03-01', date '2026-03-01', 'x',
                        timestamptz '2026-03-01')""");
    }

    private static String entry(int line, int account, String amount) {
        return "('%1$s', " + line + ", '%2$s', date '2026-03-01', " + account + ", " + amount + ")";
    }

    private void refused(String why, String sql) {
        var refused = assertThrows(
                SQLException.class, () -> asTheService(ours.tenant, sql.formatted(Ids.next(), ours.tenant)));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void every_row_of_an_invoice_agrees_with_its_ledger() {
        assertEquals(List.of(), ours.rows("""
                        select i.number from invoice i
                        join ledger_posting p on p.invoice_id = i.id
                        join ledger_entry e on e.posting_id = p.id
                        group by i.id
                        having i.principal_minor <> sum(e.minor) filter (where e.part = 'PRINCIPAL')
                            or i.interest_minor <> coalesce(sum(e.minor) filter (where e.part = 'INTEREST'), 0)
                            or i.costs_minor <> coalesce(sum(e.minor) filter (where e.part = 'COSTS'), 0)"""));
    }

    private static List<String> others(UUID tenant, String table) throws SQLException {
        try (var connection = connectAsApp();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + tenant + "', true)");
            try (var rows = statement.executeQuery("select distinct tenant_id from " + table)) {
                var seen = new ArrayList<String>();
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
                seen.remove(tenant.toString());
                return seen;
            }
        }
    }

    private static void asTheService(UUID tenant, String sql) throws SQLException {
        try (var connection = connectAsApp();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + tenant + "', true)");
            statement.execute(sql);
        }
    }
}
