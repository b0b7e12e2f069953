package org.reskontra.invoice;

import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.db.Blocking;
import org.reskontra.kit.work.DueWork;
import org.reskontra.localstack.test.LocalStackResource;

/**
 * Many who do the same work of a creditor at once, as replicas do. Whoever reads the table of what is to do takes long, so
 * that it is often read by one while another is on his way to commit.
 */
public final class ManyHands {

    private static final int HANDS = 6;
    private static final String SLOWLY = "create function slowly() returns boolean language plpgsql volatile as"
            + " 'begin perform pg_sleep(0.02); return true; end'";

    private ManyHands() {}

    public static void doWork(DueWork work, Creditor creditor, String table, Callable<Boolean> done) throws Exception {
        asOwner(SLOWLY);
        asOwner("create policy slowly on " + table + " as restrictive for select using (slowly())");
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var all = hands.invokeAll(Collections.nCopies(HANDS, () -> {
                while (Blocking.await(() -> work.run(new TenantId(creditor.tenant))) > 0 || !done.call()) {
                    Thread.onSpinWait();
                }
                return null;
            }));
            for (var each : all) {
                each.get();
            }
        } finally {
            asOwner("drop policy slowly on " + table);
            asOwner("drop function slowly()");
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = LocalStackResource.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
