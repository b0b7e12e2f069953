package org.reskontra.collection.cases;

import java.util.ArrayList;
import java.util.List;
import org.reskontra.collection.process.CaseCommand;
import org.reskontra.collection.process.CaseEvent;
import org.reskontra.collection.process.CaseProcess;
import org.reskontra.collection.process.CaseState;
import org.reskontra.collection.process.Decision;
import org.reskontra.collection.process.Decision.Accepted;
import org.reskontra.collection.process.Decision.Refused;
import org.reskontra.collection.process.Refusal;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;

/** One case on the desk: as it was read in this transaction, and what has been decided about it since. */
public final class CaseFile {

    /** Something that happened, and what made it happen. */
    record Entry(CaseEvent event, String cause) {}

    /** Something asked for and not done. */
    record NotDone(Refusal why, CaseCommand command, String cause) {}

    private final CollectionCaseId id;
    private final InvoiceId invoice;
    private final CustomerId customer;
    private final long versionRead;
    private final List<Entry> entries = new ArrayList<>();
    private final List<NotDone> refusals = new ArrayList<>();
    private CaseState state;

    CaseFile(CollectionCaseId id, InvoiceId invoice, CustomerId customer, long versionRead, CaseState state) {
        this.id = id;
        this.invoice = invoice;
        this.customer = customer;
        this.versionRead = versionRead;
        this.state = state;
    }

    /** A case that does not exist yet. */
    public static CaseFile unopened(CollectionCaseId id, InvoiceId invoice, CustomerId customer) {
        return new CaseFile(id, invoice, customer, 0, new CaseState.None());
    }

    static CaseFile of(CaseRow row) {
        return new CaseFile(
                new CollectionCaseId(row.caseId),
                new InvoiceId(row.invoiceId),
                new CustomerId(row.customerId),
                row.version,
                CaseJson.state(row.state));
    }

    /** Decides a command on the case as it now stands. */
    public Decision ask(CaseCommand command, String cause) {
        var decision = CaseProcess.decide(state, command);
        switch (decision) {
            case Accepted(var events) -> {
                for (var event : events) {
                    state = CaseProcess.evolve(state, event);
                    entries.add(new Entry(event, cause));
                }
            }
            case Refused(var why) -> refusals.add(new NotDone(why, command, cause));
        }
        return decision;
    }

    public CollectionCaseId id() {
        return id;
    }

    public InvoiceId invoice() {
        return invoice;
    }

    public CustomerId customer() {
        return customer;
    }

    public CaseState state() {
        return state;
    }

    public long version() {
        return versionRead + entries.size();
    }

    boolean isNew() {
        return versionRead == 0;
    }

    long versionRead() {
        return versionRead;
    }

    List<Entry> entries() {
        return entries;
    }

    List<NotDone> refusals() {
        return refusals;
    }
}
