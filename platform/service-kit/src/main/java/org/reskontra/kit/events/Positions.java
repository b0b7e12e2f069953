package org.reskontra.kit.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.reskontra.kit.db.Tx;

/**
 * The last version seen of each aggregate, per publisher. Two statements per batch tell what is new: versions up to the
 * last one seen are duplicates and dropped, a version that leaves a gap is taken in and raises an alarm.
 */
@ApplicationScoped
class Positions {

    private static final Logger LOG = Logger.getLogger(Positions.class);

    /** Looks each key up on its own, so that the cost follows the batch and not what has been seen in all. */
    private static final String LOCK = """
            select cast(key.source as text), key.aggregateid, seen.version
            from (select source, aggregateid
                  from json_to_recordset(cast(cast(:keys as text) as json)) as asked(source text, aggregateid uuid)
                  order by source, aggregateid) key
                     cross join lateral (
                         select position.version from consumer_position position
                         where position.source = key.source and position.aggregateid = key.aggregateid
                         for update) seen""";

    private static final String SAVE = """
            insert into consumer_position as known (source, aggregateid, tenant_id, version)
            select key.source, key.aggregateid, :tenant, key.version
            from json_to_recordset(cast(cast(:keys as text) as json)) as key(source text, aggregateid uuid, version bigint)
            order by key.source, key.aggregateid
            on conflict (source, aggregateid) do update set version = excluded.version
            where known.version < excluded.version""";

    private final Counter duplicates;
    private final Counter gaps;

    Positions(MeterRegistry metrics) {
        duplicates = metrics.counter("reskontra_consumer_duplicates_total");
        gaps = metrics.counter("reskontra_consumer_gaps_total");
    }

    private record Key(String source, UUID aggregate) {

        static Key of(Incoming incoming) {
            return new Key(
                    incoming.envelope().source() + "/" + incoming.record().topic(),
                    UUID.fromString(incoming.envelope().subject()));
        }
    }

    /** Answers the events not seen before, in their order, and records them as seen. */
    Uni<List<Incoming>> advance(Tx tx, List<Incoming> events) {
        var versions = new HashMap<Key, Long>();
        events.forEach(event -> versions.put(Key.of(event), 0L));
        return tx.session()
                .createNativeQuery(LOCK, Object[].class)
                .setParameter("keys", keys(versions))
                .getResultList()
                .chain(rows -> {
                    for (var row : rows) {
                        versions.put(new Key((String) row[0], (UUID) row[1]), ((Number) row[2]).longValue());
                    }
                    var fresh = fresh(events, versions);
                    return fresh.isEmpty()
                            ? Uni.createFrom().item(fresh)
                            : tx.session()
                                    .createNativeQuery(SAVE)
                                    .setParameter("tenant", tx.tenantId().value())
                                    .setParameter("keys", keys(versions))
                                    .executeUpdate()
                                    .replaceWith(fresh);
                });
    }

    private List<Incoming> fresh(List<Incoming> events, Map<Key, Long> versions) {
        List<Incoming> fresh = new ArrayList<>(events.size());
        for (var event : events) {
            var key = Key.of(event);
            long seen = versions.get(key);
            long version = event.envelope().aggregateVersion();
            if (version <= seen) {
                duplicates.increment();
                continue;
            }
            boolean compacted =
                    event.content() instanceof Incoming.Card || event.content() instanceof Incoming.ErasedCard;
            if (version > seen + 1 && !compacted) {
                gaps.increment();
                LOG.errorf("%s jumps from version %d to %d of %s", key.source(), seen, version, key.aggregate());
            }
            versions.put(key, version);
            fresh.add(event);
        }
        return fresh;
    }

    private static String keys(Map<Key, Long> versions) {
        var keys = JsonNodeFactory.instance.arrayNode();
        versions.forEach((key, version) -> keys.addObject()
                .put("source", key.source())
                .put("aggregateid", key.aggregate().toString())
                .put("version", version));
        return keys.toString();
    }
}
