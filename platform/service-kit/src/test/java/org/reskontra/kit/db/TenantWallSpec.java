package org.reskontra.kit.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.kit.KitFixture.asTheService;
import static org.reskontra.kit.KitFixture.sandbox;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.Ids;
import org.reskontra.kit.sample.Notes;
import org.reskontra.kit.tenants.Tenant;
import org.reskontra.localstack.test.LocalStackResource;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TenantWallSpec {

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    private final Tenant ours = sandbox("2025-02-01");
    private final Tenant theirs = sandbox("2025-02-01");

    @BeforeEach
    void each_tenant_has_a_note() {
        for (var tenant : List.of(ours, theirs)) {
            Blocking.await(() ->
                    transactions.creating(tenant, tx -> notes.write(tx, Ids.next(), "note of " + tenant.id(), false)));
        }
    }

    @Test
    void a_query_that_forgets_its_tenant_sees_that_tenants_rows_only() {
        assertEquals(List.of("note of " + ours.id()), Blocking.await(() -> transactions.in(ours.id(), notes::all)));
    }

    @Test
    void without_a_tenant_nothing_is_seen() throws SQLException {
        try (var connection = asTheService();
                var rows = connection.createStatement().executeQuery("select count(*) from note")) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }

    @Test
    void a_row_cannot_be_written_for_another_tenant() throws SQLException {
        try (var connection = asTheService();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + ours.id() + "', true)");
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into note (id, tenant_id, text) values (gen_random_uuid(), '"
                            + theirs.id() + "', 'smuggled')"));
            assertTrue(refused.getMessage().contains("row-level security"), refused.getMessage());
        }
    }

    @Test
    void the_wall_comes_down_with_the_transaction() throws SQLException {
        try (var connection = asTheService();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('reskontra.tenant', '" + ours.id() + "', true)");
            connection.commit();
            try (var rows = statement.executeQuery("select count(*) from note")) {
                rows.next();
                assertEquals(0, rows.getLong(1));
            }
        }
    }

    @Test
    void an_unknown_tenant_gets_no_transaction() {
        assertThrows(
                UnknownTenant.class,
                () -> Blocking.await(() -> transactions.in(
                        new TenantId(Ids.next()), tx -> Uni.createFrom().item("never"))));
    }

    @Test
    void a_reading_transaction_cannot_write() {
        assertThrows(
                RuntimeException.class,
                () -> Blocking.await(() ->
                        transactions.reading(ours.id(), tx -> notes.write(tx, Ids.next(), "should not be", false))));
    }
}
