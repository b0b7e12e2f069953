package org.reskontra.kit.outbox;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The connection that holds the shards' locks and over which the rows of those shards are read and deleted: when it is
 * lost, the locks are lost with it and nothing more is read.
 */
class RelayConnection implements AutoCloseable {

    /** First half of the advisory lock's key, so that nobody else's lock 3 is our shard 3. */
    private static final int LOCKS = 0x5245534B;

    private static final String READ = """
            select seq, id, aggregatetype, aggregateid, type, payload::text, tenant_id, aggregateversion, traceparent,
                   created_at
            from outbox where shard = any($1) and seq <> all($3) order by seq limit $2""";

    private final PgConnection connection;
    private final int shards;
    private final TreeSet<Integer> held = new TreeSet<>();
    private final Semaphore news = new Semaphore(0);

    RelayConnection(PgConnection connection, int shards) throws InterruptedException {
        this.connection = connection;
        this.shards = shards;
        connection.notificationHandler(notification -> news.release());
        connection.closeHandler(closed -> news.release());
        // An outbox is empty when it is analysed, so its statistics promise that reading and sorting it all is cheap.
        // A plan made for the list of rows on the way looks them up; one made for any list walks it for each row.
        query("set enable_seqscan = off; set enable_sort = off; set plan_cache_mode = force_custom_plan");
        query("listen outbox");
    }

    /** How much waits, counted to a bound. */
    record Backlog(long rows, long oldestSeconds) {}

    /** Takes or gives back shards so that the relays that are connected hold about as many each. */
    void rebalance() throws InterruptedException {
        int relays = one("select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = '" + RelayConnections.APPLICATION + "'");
        int share = Math.ceilDiv(shards, Math.max(1, relays));
        while (held.size() > share) {
            int shard = held.removeLast();
            query("select pg_advisory_unlock(" + LOCKS + ", " + shard + ")");
        }
        for (int shard = 0; shard < shards && held.size() < share; shard++) {
            if (!held.contains(shard) && tryLock(shard)) {
                held.add(shard);
            }
        }
    }

    /**
     * The oldest rows of the shards held. Those on the way are left out by name: a row may become visible after one with
     * a higher number, and must not be passed by a later row of its aggregate.
     */
    List<OutboxRow> read(int limit, List<Long> onTheWay) throws InterruptedException {
        if (held.isEmpty()) {
            return List.of();
        }
        var result = RelayConnections.get(connection
                .preparedQuery(READ)
                .execute(Tuple.of(
                        held.stream().map(Integer::shortValue).toArray(Short[]::new),
                        limit,
                        onTheWay.toArray(Long[]::new))));
        List<OutboxRow> rows = new ArrayList<>(result.size());
        for (var row : result) {
            rows.add(outboxRow(row));
        }
        return rows;
    }

    void delete(List<Long> seqs) throws InterruptedException {
        if (seqs.isEmpty()) {
            return;
        }
        RelayConnections.get(connection
                .preparedQuery("delete from outbox where seq = any($1)")
                .execute(Tuple.of(seqs.toArray(Long[]::new))));
    }

    /** Waits until something was written to the outbox, at most so long. */
    void awaitNews(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    Backlog backlog() throws InterruptedException {
        var row = query("select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint"
                        + " from (select created_at from outbox order by seq limit 100000) waiting")
                .iterator()
                .next();
        return new Backlog(row.getLong(0), row.getLong(1));
    }

    @Override
    public void close() {
        var _ = connection.close();
    }

    private boolean tryLock(int shard) throws InterruptedException {
        return query("select pg_try_advisory_lock(" + LOCKS + ", " + shard + ")")
                .iterator()
                .next()
                .getBoolean(0);
    }

    private int one(String sql) throws InterruptedException {
        return query(sql).iterator().next().getLong(0).intValue();
    }

    private RowSet<Row> query(String sql) throws InterruptedException {
        return RelayConnections.get(connection.query(sql).execute());
    }

    private static OutboxRow outboxRow(Row row) {
        return new OutboxRow(
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                row.getUUID(3),
                row.getString(4),
                row.getString(5),
                row.getUUID(6),
                row.getLong(7),
                row.getString(8),
                row.get(OffsetDateTime.class, 9).toInstant());
    }
}
