package org.reskontra.dunning.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reskontra.contracts.TenantId;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.cases.CaseHandler.Happened;
import org.reskontra.dunning.channels.LetterQueue;
import org.reskontra.dunning.ladder.CaseEvent.ReminderDecided;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.work.DueWork;

/** Takes the steps that the calendar makes due, before the letters that they lead to are sent. */
@ApplicationScoped
@Priority(20)
public class LadderWork implements DueWork {

    @ConfigProperty(name = "dunning.ladder.batch")
    int batch;

    private final Transactions transactions;
    private final CaseHandler cases;
    private final LetterQueue letters;

    LadderWork(Transactions transactions, CaseHandler cases, LetterQueue letters) {
        this.transactions = transactions;
        this.cases = cases;
        this.letters = letters;
    }

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public Uni<Integer> run(TenantId tenant) {
        return transactions.in(
                tenant,
                tx -> cases.lookAtDue(tx, batch)
                        .call(happened -> queueLetters(tx, happened))
                        .map(List::size));
    }

    @Override
    public String due() {
        return CaseHandler.ANY_DUE;
    }

    private Uni<Void> queueLetters(Tx tx, List<Happened> happened) {
        return letters.queue(
                tx,
                happened.stream()
                        .filter(one -> one.event() instanceof ReminderDecided)
                        .map(one -> new LetterQueue.Wanted(
                                one.invoice(), one.customer(), ((ReminderDecided) one.event()).step(), one.currency()))
                        .toList());
    }
}
