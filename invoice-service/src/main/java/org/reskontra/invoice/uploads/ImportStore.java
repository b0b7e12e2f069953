package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** The tables of files on their way in. */
@ApplicationScoped
class ImportStore {

    private static final String ADD = """
            insert into file_import (id, tenant_id, kind, format, mapping, state, total, done, rejected, actor)
            values (:id, :tenant, :kind, :format, cast(cast(:mapping as text) as jsonb), 'QUEUED', :total, 0, 0, :actor)""";

    private static final String TAKE = """
            select id from file_import
            where tenant_id = :tenant and kind = :kind and state in ('QUEUED', 'RUNNING')
            order by id limit 1
            for update skip locked""";

    /**
     * A statement of its own, once the file is locked: one that also locks may see the file as another left it, and yet
     * its lines as they were before.
     */
    private static final String NEXT = """
            select cast(row_to_json(j) as text) from (
                select i.id, i.actor, i.format, i.mapping, i.total, i.done, i.rejected, c.position, c.lines
                from file_import i
                left join lateral (
                    select position, lines from file_import_chunk
                    where import_id = i.id order by position limit 1) c on true
                where i.tenant_id = :tenant and i.id = :id) j""";

    private static final String PROGRESS = """
            update file_import
            set done = done + :done, rejected = rejected + :rejected,
                state = case when done + :done >= total then 'DONE' else 'RUNNING' end
            where tenant_id = :tenant and id = :id""";

    private static final String REPORT = """
            select cast(row_to_json(r) as text) from (
                select line, reference, code, reason from file_import_rejection
                where tenant_id = :tenant and import_id = :id order by line) r""";

    private static final String JOB = """
            select cast(row_to_json(j) as text) from (
                select id, format, state, total, done, rejected, failure from file_import
                where tenant_id = :tenant and kind = :kind and id = :id) j""";

    /** What a file holds. */
    enum Kind {
        INVOICES,
        PAYMENTS
    }

    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    record Job(
            UUID id,
            Format format,
            State state,
            int total,
            int done,
            int rejected,
            @Nullable String failure) {}

    /** The next lines of the oldest file under way. */
    record Chunk(
            UUID id,
            String actor,
            Format format,
            @Nullable Map<String, Object> mapping,
            int total,
            int done,
            int rejected,
            int position,
            List<ImportLine> lines) {}

    record Rejection(int line, @Nullable String reference, String code, String reason) {}

    Uni<Void> add(Tx tx, UUID id, ImportFile file, int chunk) {
        return tx.session()
                .createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("kind", file.kind().name())
                .setParameter("format", file.format().name())
                .setParameter("mapping", file.mapping() == null ? "null" : RowJson.write(file.mapping()))
                .setParameter("total", file.lines().size())
                .setParameter("actor", tx.actor())
                .executeUpdate()
                .chain(() -> addChunks(tx, id, file.lines(), chunk));
    }

    private static Uni<Void> addChunks(Tx tx, UUID id, List<ImportLine> lines, int chunk) {
        record ChunkRow(UUID importId, int position, UUID tenantId, List<ImportLine> lines) {}
        var all = Uni.createFrom().voidItem();
        for (int from = 0; from < lines.size(); from += chunk) {
            var row = new ChunkRow(
                    id, from, tx.tenantId().value(), lines.subList(from, Math.min(from + chunk, lines.size())));
            all = all.chain(() -> RowJson.insert(tx, "file_import_chunk", List.of(row)));
        }
        return all;
    }

    Uni<@Nullable Chunk> next(Tx tx, Kind kind) {
        return tx.session()
                .createNativeQuery(TAKE, UUID.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("kind", kind.name())
                .getSingleResultOrNull()
                .chain(id -> id == null
                        ? Uni.createFrom().nullItem()
                        : RowJson.single(
                                tx, NEXT, Map.of("tenant", tx.tenantId().value(), "id", id), Chunk.class));
    }

    /** Takes a chunk off, with what was rejected of it. */
    Uni<Void> done(Tx tx, Chunk chunk, List<Rejection> rejections) {
        record RejectionRow(
                UUID importId,
                int line,
                UUID tenantId,
                @Nullable String reference,
                String code,
                String reason) {}
        var rows = new ArrayList<RejectionRow>();
        for (var rejection : rejections) {
            rows.add(new RejectionRow(
                    chunk.id(),
                    rejection.line(),
                    tx.tenantId().value(),
                    rejection.reference(),
                    rejection.code(),
                    rejection.reason()));
        }
        var written = rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : RowJson.insertNew(tx, "file_import_rejection", "line", rows).replaceWithVoid();
        return written.chain(() -> tx.session()
                        .createNativeQuery("delete from file_import_chunk"
                                + " where tenant_id = :tenant and import_id = :id and position = :position")
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("id", chunk.id())
                        .setParameter("position", chunk.position())
                        .executeUpdate())
                .chain(() -> tx.session()
                        .createNativeQuery(PROGRESS)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("id", chunk.id())
                        .setParameter("done", chunk.lines().size())
                        .setParameter("rejected", rejections.size())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Gives a file up that breaks the import itself: what is in stays in, nothing more comes. */
    Uni<Void> fail(Tx tx, Kind kind, String failure) {
        return tx.session()
                .createNativeQuery("""
                        update file_import set state = 'FAILED', failure = :failure
                        where id = (select id from file_import
                                    where tenant_id = :tenant and kind = :kind and state in ('QUEUED', 'RUNNING')
                                    order by id limit 1)""")
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("kind", kind.name())
                .setParameter("failure", failure)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The condition that a file of a kind is under way. */
    static String underWay(Kind kind) {
        return "exists (select from file_import where tenant_id = :tenant and kind = '" + kind
                + "' and state in ('QUEUED', 'RUNNING'))";
    }

    Uni<@Nullable Job> job(Tx tx, Kind kind, UUID id) {
        return RowJson.single(
                tx, JOB, Map.of("tenant", tx.tenantId().value(), "kind", kind.name(), "id", id), Job.class);
    }

    Uni<List<Rejection>> report(Tx tx, UUID id) {
        return RowJson.list(tx, REPORT, Map.of("tenant", tx.tenantId().value(), "id", id), Rejection.class);
    }
}
