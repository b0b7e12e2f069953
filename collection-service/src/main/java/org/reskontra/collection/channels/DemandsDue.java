package org.reskontra.collection.channels;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.cases.CaseStore;
import org.reskontra.collection.process.CaseCommand.Look;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;

/** Looks at the cases whose day has come. */
@ApplicationScoped
class DemandsDue implements DueWork {

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final CaseStore cases;

    DemandsDue(Transactions transactions, CaseStore cases) {
        this.transactions = transactions;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "decide-demands";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(tenant, tx -> cases.lockDue(tx, BATCH).chain(due -> look(tx, due)));
    }

    private Uni<Integer> look(Tx tx, List<CaseFile> due) {
        for (var file : due) {
            file.ask(new Look(tx.today(), new LetterId(Ids.next())), name());
        }
        return due.isEmpty() ? Uni.createFrom().item(0) : cases.save(tx, due).replaceWith(due.size());
    }

    @Override
    public String due() {
        return CaseStore.ANY_DUE;
    }
}
