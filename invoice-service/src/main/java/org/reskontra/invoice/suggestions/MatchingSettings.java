package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.matching.ReferenceCheck;
import org.reskontra.invoice.matching.Threshold;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** What a tenant lets us match by ourselves. */
@ApplicationScoped
public class MatchingSettings {

    private static final String GET = """
            select cast(row_to_json(s) as text) from matching_setting s where tenant_id = :tenant""";

    private static final String PUT = """
            insert into matching_setting
            select * from jsonb_populate_record(cast(null as matching_setting), cast(cast(:row as text) as jsonb))
            on conflict (tenant_id) do update
                set reference_check = excluded.reference_check, lengths = excluded.lengths,
                    book_from = excluded.book_from, distance = excluded.distance""";

    /** How references are checked, and from which score on a suggestion is booked. */
    public record Setting(ReferenceCheck check, Threshold threshold) {

        static final Setting USUAL = new Setting(ReferenceCheck.SOFT, Threshold.NEVER);
    }

    private record Row(
            UUID tenantId,
            ReferenceCheck.Kind referenceCheck,
            Set<Integer> lengths,
            @Nullable Integer bookFrom,
            int distance) {}

    public Uni<Setting> get(Tx tx) {
        return RowJson.single(tx, GET, Map.of("tenant", tx.tenantId().value()), Row.class)
                .map(row -> row == null
                        ? Setting.USUAL
                        : new Setting(
                                new ReferenceCheck(row.referenceCheck(), row.lengths()),
                                new Threshold(row.bookFrom(), row.distance())));
    }

    Uni<Void> put(Tx tx, Setting setting) {
        var row = new Row(
                tx.tenantId().value(),
                setting.check().kind(),
                setting.check().lengths(),
                setting.threshold().bookFrom(),
                setting.threshold().distance());
        return tx.session()
                .createNativeQuery(PUT)
                .setParameter("row", RowJson.write(row))
                .executeUpdate()
                .replaceWithVoid();
    }
}
