package org.reskontra.dunning.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.dunning.Published;
import org.reskontra.dunning.ladder.CaseCommand;
import org.reskontra.dunning.ladder.CaseCommand.Look;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.dunning.ladder.Decision.Accepted;
import org.reskontra.dunning.ladder.Decision.Refused;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.dunning.ladder.NextStep;
import org.reskontra.dunning.policies.Law;
import org.reskontra.dunning.policies.PolicyShelf;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.outbox.Outbox;

/**
 * The one way to change cases: load a batch with one statement, decide each command purely, and write states, journal
 * and published events with a few statements in the caller's transaction.
 */
@ApplicationScoped
public class CaseHandler {

    /** The condition that some case's next step is due. */
    public static final String ANY_DUE =
            "exists (select from dunning_case where tenant_id = :tenant and next_action_on <= :today)";

    private final CaseStore cases;
    private final PolicyShelf policies;
    private final Law law;
    private final Outbox outbox;

    CaseHandler(CaseStore cases, PolicyShelf policies, Law law, Outbox outbox) {
        this.cases = cases;
        this.policies = policies;
        this.law = law;
        this.outbox = outbox;
    }

    /**
     * A command for a case.
     *
     * @param invoiceVersion aggregate version of the invoice event that it comes from; 0 when it comes from elsewhere
     */
    public record Told(InvoiceId invoice, CaseCommand command, long invoiceVersion) {

        public static Told by(InvoiceId invoice, CaseCommand command) {
            return new Told(invoice, command, 0);
        }
    }

    /**
     * Something that happened to a case.
     *
     * @param currency of the claim, ISO 4217
     */
    public record Happened(InvoiceId invoice, CustomerId customer, String currency, CaseEvent event) {}

    /** Runs commands in their order; fails with {@link CommandRefused} when one is refused, and then none happened. */
    public Uni<List<Happened>> handle(Tx tx, List<Told> told) {
        Set<InvoiceId> invoices = told.stream().map(Told::invoice).collect(Collectors.toCollection(LinkedHashSet::new));
        return cases.lock(tx, invoices).chain(rows -> {
            var batch = new Batch(tx, rows);
            told.forEach(batch::run);
            return batch.save();
        });
    }

    /** Looks at up to {@code most} cases whose next step is due; answers what happened, which is nothing when none is. */
    public Uni<List<Happened>> lookAtDue(Tx tx, int most) {
        return cases.lockDue(tx, most).chain(due -> {
            var batch = new Batch(tx, due.stream().collect(Collectors.toMap(CaseRow::invoice, row -> row)));
            for (var row : due) {
                var file = row.file();
                batch.run(Told.by(
                        row.invoice(),
                        new Look(
                                tx.today(),
                                policies.pinned(row.policy()),
                                law.of(file.terms().country()))));
            }
            return batch.save();
        });
    }

    /** The states of cases as they are now, not locked. */
    public Uni<Map<InvoiceId, CaseState>> states(Tx tx, Collection<InvoiceId> invoices) {
        return cases.read(tx, invoices).map(rows -> {
            Map<InvoiceId, CaseState> states = new HashMap<>();
            rows.forEach((invoice, row) -> states.put(invoice, row.state()));
            return states;
        });
    }

    /** The cases of a customer that wait for a better address. */
    public Uni<List<InvoiceId>> unreachable(Tx tx, CustomerId customer) {
        return cases.unreachable(tx, customer);
    }

    /** Commands run so far, and what they changed. */
    private final class Batch {

        private final Tx tx;
        private final Map<InvoiceId, CaseRow> rows;
        private final Set<CaseRow> added = new LinkedHashSet<>();
        private final Set<CaseRow> changed = new LinkedHashSet<>();
        private final List<JournalRow> journal = new ArrayList<>();
        private final List<DunningEvent> published = new ArrayList<>();
        private final List<Happened> happened = new ArrayList<>();

        Batch(Tx tx, Map<InvoiceId, CaseRow> rows) {
            this.tx = tx;
            this.rows = rows;
        }

        void run(Told told) {
            var row = rows.computeIfAbsent(told.invoice(), invoice -> CaseRow.of(tx.tenantId(), invoice));
            switch (Ladder.decide(row.state(), told.command())) {
                case Accepted(var events) -> apply(row, told, events);
                case Refused(var why) -> throw new CommandRefused(told.invoice(), why);
            }
        }

        private void apply(CaseRow row, Told told, List<CaseEvent> events) {
            if (events.isEmpty() && told.invoiceVersion() <= row.invoiceVersion) {
                return;
            }
            (row.isNew() || added.contains(row) ? added : changed).add(row);
            row.invoiceVersion = Math.max(row.invoiceVersion, told.invoiceVersion());
            for (var event : events) {
                var state = (Known) Ladder.evolve(row.state(), event);
                row.become(state, Optional.empty());
                row.journalLength++;
                journal.add(JournalRow.of(row, row.journalLength, event));
                published.addAll(Published.from(state.file(), row.invoiceVersion, event));
                happened.add(new Happened(told.invoice(), state.file().terms().customer(), row.currency, event));
            }
        }

        Uni<List<Happened>> save() {
            added.forEach(this::plan);
            changed.forEach(this::plan);
            return cases.save(tx, List.copyOf(added), List.copyOf(changed), journal)
                    .chain(() -> published.isEmpty() ? Uni.createFrom().voidItem() : outbox.add(tx, published))
                    .replaceWith(happened);
        }

        private void plan(CaseRow row) {
            var state = (Known) row.state();
            row.become(
                    state, Ladder.nextStep(state, policies.pinned(row.policy())).map(NextStep::on));
        }
    }
}
