package org.reskontra.dunning.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.dunning.ladder.CaseEvent;
import org.reskontra.dunning.ladder.CaseState.Known;
import org.reskontra.kit.db.Tx;

/** Reads cases for people and programs that ask; changes nothing. */
@ApplicationScoped
public class CaseBook {

    private final CaseStore cases;

    CaseBook(CaseStore cases) {
        this.cases = cases;
    }

    /**
     * A case as it stands.
     *
     * @param version changes whenever the case does
     */
    public record Entry(InvoiceId invoice, Known state, long version) {}

    /** A line of a case's journal; numbers run from 1 without a gap. */
    public record Line(int number, CaseEvent event, Instant recordedAt) {

        public LocalDate on() {
            return event.on();
        }
    }

    public Uni<Optional<Entry>> find(Tx tx, InvoiceId invoice) {
        return cases.read(tx, List.of(invoice))
                .map(rows -> Optional.ofNullable(rows.get(invoice)).map(CaseBook::entry));
    }

    /** The newest {@code most} lines, oldest of them first. */
    public Uni<List<Line>> history(Tx tx, InvoiceId invoice, int most) {
        return cases.journal(tx, invoice, most)
                .map(rows -> rows.reversed().stream()
                        .map(row -> new Line(row.seq(), row.told(), row.recordedAt()))
                        .toList());
    }

    /** Cases in the order of their invoice ids, of one state or of all. */
    public Uni<List<Entry>> page(Tx tx, Optional<StateName> state, Optional<InvoiceId> after, int most) {
        return cases.page(tx, state.map(StateName::name), after, most)
                .map(rows -> rows.stream().map(CaseBook::entry).toList());
    }

    private static Entry entry(CaseRow row) {
        return new Entry(row.invoice(), (Known) row.state(), row.version);
    }
}
