package org.reskontra.collection.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.Published;
import org.reskontra.collection.letters.Letters;
import org.reskontra.collection.process.CaseEvent;
import org.reskontra.collection.process.CaseEvent.Closed;
import org.reskontra.collection.process.CaseEvent.DemandDecided;
import org.reskontra.collection.process.CaseProcess;
import org.reskontra.collection.process.Stage;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.CollectionEvent;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;

/** Reads cases under lock and saves what was decided: state, journal, letters and published events together. */
@ApplicationScoped
public class CaseStore {

    private static final String DUE = """
            select * from collection_case
            where tenant_id = :tenant and due_on <= :today
            order by due_on, case_id limit :limit for update skip locked""";

    /** The condition that some case is due for its next step. */
    public static final String ANY_DUE =
            "exists (select from collection_case where tenant_id = :tenant and due_on <= :today)";

    private static final String WITH_LETTER_DUE = """
            select c.* from letter l join collection_case c on c.case_id = l.case_id
            where l.tenant_id = :tenant and l.next_attempt_at <= clock_timestamp()
            order by l.next_attempt_at, l.letter_id limit :limit for update of c skip locked""";

    private static final String JOURNAL = """
            insert into case_journal (case_id, entry, tenant_id, happened_on, event, cause)
            select case_id, entry, :tenant, happened_on, event, cause
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(case_id uuid, entry bigint, happened_on date, event text, cause text)""";

    private static final String REFUSALS = """
            insert into case_refusal (tenant_id, case_id, code, reason, command, cause)
            select :tenant, case_id, code, reason, command, cause
            from json_to_recordset(cast(cast(:rows as text) as json))
                as r(case_id uuid, code integer, reason text, command text, cause text)""";

    private final Letters letters;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    CaseStore(Letters letters, Outbox outbox, MeterRegistry metrics) {
        this.letters = letters;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** The cases of these invoices, as far as there are any, locked. Lock the invoices' standings first. */
    public Uni<Map<InvoiceId, CaseFile>> lockByInvoice(Tx tx, Collection<InvoiceId> invoices) {
        return tx.session()
                .createNativeQuery("""
                        select * from collection_case where tenant_id = :tenant and invoice_id in (:invoices)
                        order by case_id for update""", CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter(
                        "invoices", invoices.stream().map(InvoiceId::value).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(CaseFile::of)
                        .collect(Collectors.toMap(CaseFile::invoice, file -> file, (a, b) -> a, LinkedHashMap::new)));
    }

    public Uni<List<CaseFile>> lock(Tx tx, Collection<UUID> cases) {
        return tx.session()
                .createNativeQuery("""
                        select * from collection_case where tenant_id = :tenant and case_id in (:cases)
                        order by case_id for update""", CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("cases", cases)
                .getResultList()
                .map(CaseStore::files);
    }

    /** Cases that want to be looked at by now, locked; those another replica has are left to it. */
    public Uni<List<CaseFile>> lockDue(Tx tx, int limit) {
        return tx.session()
                .createNativeQuery(DUE, CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("today", tx.today())
                .setParameter("limit", limit)
                .getResultList()
                .map(CaseStore::files);
    }

    /** Cases one of whose letters has its turn, locked; those another replica has are left to it. */
    public Uni<List<CaseFile>> lockWithLetterDue(Tx tx, int limit) {
        return tx.session()
                .createNativeQuery(WITH_LETTER_DUE, CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("limit", limit)
                .getResultList()
                .map(CaseStore::files);
    }

    public Uni<@Nullable CaseFile> read(Tx tx, CollectionCaseId id) {
        return tx.session()
                .createSelectionQuery("from CaseRow where tenantId = :tenant and caseId = :case", CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("case", id.value())
                .getSingleResultOrNull()
                .map(row -> row == null ? null : CaseFile.of(row));
    }

    /** One page of cases in the order they were taken on, and one more to tell whether there are others. */
    public Uni<List<CaseFile>> list(
            Tx tx, Optional<Stage> stage, Optional<InvoiceId> invoice, Optional<UUID> after, int limit) {
        var where = new StringBuilder("from CaseRow where tenantId = :tenant");
        stage.ifPresent(_ -> where.append(" and stage = :stage"));
        invoice.ifPresent(_ -> where.append(" and invoiceId = :invoice"));
        after.ifPresent(_ -> where.append(" and caseId > :after"));
        var query = tx.session()
                .createSelectionQuery(where.append(" order by caseId").toString(), CaseRow.class)
                .setParameter("tenant", tx.tenantId().value())
                .setMaxResults(limit + 1);
        stage.ifPresent(value -> query.setParameter("stage", value));
        invoice.ifPresent(value -> query.setParameter("invoice", value.value()));
        after.ifPresent(value -> query.setParameter("after", value));
        return query.getResultList().map(CaseStore::files);
    }

    /** What happened to a case, oldest first; at most so many entries. */
    public Uni<List<CaseEvent>> history(Tx tx, CollectionCaseId id, int limit) {
        return tx.session()
                .createNativeQuery("""
                        select event from case_journal where tenant_id = :tenant and case_id = :case
                        order by entry limit :limit""", String.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("case", id.value())
                .setParameter("limit", limit)
                .getResultList()
                .map(events -> events.stream().map(CaseJson::event).toList());
    }

    /** Saves what was decided in this transaction. */
    public Uni<Void> save(Tx tx, Collection<CaseFile> files) {
        var changed = files.stream().filter(file -> !file.entries().isEmpty()).toList();
        var opened = changed.stream()
                .filter(CaseFile::isNew)
                .map(file -> row(tx, file))
                .toList();
        var moved = changed.stream()
                .filter(file -> !file.isNew())
                .map(file -> row(tx, file))
                .toList();
        return (opened.isEmpty() ? Uni.createFrom().voidItem() : tx.session().insertMultiple(opened))
                .chain(() -> moved.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.session().updateMultiple(moved))
                .chain(() -> insert(tx, JOURNAL, journal(changed)))
                .chain(() -> insert(tx, REFUSALS, refusals(files)))
                .chain(() -> tellTheLetters(tx, changed))
                .chain(() -> outbox.add(tx, published(changed)));
    }

    private Uni<Void> tellTheLetters(Tx tx, List<CaseFile> changed) {
        var all = Uni.createFrom().voidItem();
        for (var file : changed) {
            for (var entry : file.entries()) {
                if (entry.event() instanceof DemandDecided decided) {
                    all = all.chain(() -> letters.queue(tx, file.id(), decided.letter()));
                } else if (entry.event() instanceof Closed) {
                    all = all.chain(() -> letters.withdraw(tx, file.id()));
                }
            }
        }
        return all;
    }

    private static List<CollectionEvent> published(List<CaseFile> changed) {
        var all = new ArrayList<CollectionEvent>();
        for (var file : changed) {
            var events = file.entries().stream().map(CaseFile.Entry::event).toList();
            all.addAll(Published.from(file.id(), file.invoice(), file.customer(), events));
        }
        return all;
    }

    private static ArrayNode journal(List<CaseFile> changed) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var file : changed) {
            long number = file.versionRead();
            for (var entry : file.entries()) {
                rows.addObject()
                        .put("case_id", file.id().toString())
                        .put("entry", ++number)
                        .put("happened_on", entry.event().on().toString())
                        .put("event", CaseJson.write(entry.event()))
                        .put("cause", entry.cause());
            }
        }
        return rows;
    }

    private ArrayNode refusals(Collection<CaseFile> files) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (var file : files) {
            for (var refusal : file.refusals()) {
                metrics.counter(
                                "reskontra_collection_refusals_total",
                                "reason",
                                refusal.why().name())
                        .increment();
                rows.addObject()
                        .put("case_id", file.id().toString())
                        .put("code", refusal.why().code())
                        .put("reason", refusal.why().name())
                        .put("command", refusal.command().toString())
                        .put("cause", refusal.cause());
            }
        }
        return rows;
    }

    private static Uni<Void> insert(Tx tx, String sql, ArrayNode rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(sql)
                        .setParameter("tenant", tx.tenantId().value())
                        .setParameter("rows", rows.toString())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static CaseRow row(Tx tx, CaseFile file) {
        var state = file.state();
        var row = new CaseRow();
        row.caseId = file.id().value();
        row.tenantId = tx.tenantId().value();
        row.invoiceId = file.invoice().value();
        row.customerId = file.customer().value();
        row.version = file.version();
        row.stage = CaseProcess.stage(state);
        row.dueOn = CaseProcess.dueOn(state);
        row.state = CaseJson.write(state);
        return row;
    }

    private static List<CaseFile> files(List<CaseRow> rows) {
        return rows.stream().map(CaseFile::of).toList();
    }
}
