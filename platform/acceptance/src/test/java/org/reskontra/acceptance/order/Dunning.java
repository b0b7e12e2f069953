package org.reskontra.acceptance.order;

import static org.reskontra.acceptance.order.Scenario.sek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DunningEvent;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.Heard;
import org.reskontra.dunning.Published;
import org.reskontra.dunning.ladder.CaseCommand;
import org.reskontra.dunning.ladder.CaseEvent.ReminderDecided;
import org.reskontra.dunning.ladder.CaseState;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.ladder.Decision.Accepted;
import org.reskontra.dunning.ladder.Decision.Refused;
import org.reskontra.dunning.ladder.Ladder;
import org.reskontra.dunning.ladder.Owed;
import org.reskontra.dunning.ladder.Policy;
import org.reskontra.dunning.ladder.PolicyRef;
import org.reskontra.dunning.ladder.SentLetter;

/** The core of dunning-service with the case of one invoice, and the letters between a decision and its receipt. */
final class Dunning {

    private static final LetterId LETTER = LetterId.of("019a0000-0000-7000-8000-000000000003");
    private static final long FEE = 60_00;
    private static final int PAY_WITHIN = 10;
    private static final Policy POLICY = new Policy(
            new PolicyRef("se-standard", 1),
            Country.SE,
            false,
            List.of(new Policy.Reminder(5, sek(FEE), PAY_WITHIN)),
            12);
    private static final Heard.Rules RULES = new Heard.Rules(POLICY.ref(), World.LAW.id());

    /** A letter that left and whose receipt is not stored yet. */
    private record Leaving(int step, LocalDate on, SentLetter letter) {}

    private final List<Integer> queued = new ArrayList<>();
    private final List<Leaving> leaving = new ArrayList<>();
    private CaseState state = new CaseState.None();

    Dunning() {}

    Dunning(Dunning other) {
        queued.addAll(other.queued);
        leaving.addAll(other.leaving);
        state = other.state;
    }

    String state() {
        return state.getClass().getSimpleName();
    }

    /** With the interest that is not booked yet. */
    Outstanding owedOn(LocalDate day) {
        return Owed.on(day, ((CaseState.Known) state).file(), World.LAW).amounts();
    }

    boolean isStepDue(LocalDate today) {
        return Ladder.nextStep(state, POLICY)
                .filter(next -> !next.on().isAfter(today))
                .isPresent();
    }

    /** The last look: a letter no longer wanted is dropped, one on which nothing is owed waits for news. */
    boolean canSend() {
        return !queued.isEmpty()
                && (!(state instanceof LetterPending pending) || pending.file().owesMoney());
    }

    boolean awaitsReceipt() {
        return !leaving.isEmpty();
    }

    List<DunningEvent> read(InvoiceEvent event, LocalDate today) {
        return ask(Heard.command(event, today, _ -> RULES));
    }

    List<DunningEvent> look(LocalDate today) {
        return ask(new CaseCommand.Look(today, POLICY, World.LAW));
    }

    void send(LocalDate today) {
        int step = queued.removeFirst();
        if (state instanceof LetterPending pending && pending.step() == step) {
            var letter = new SentLetter(LETTER, today.plusDays(PAY_WITHIN), sek(FEE), "SE-FEE-1", owedOn(today));
            leaving.add(new Leaving(step, today, letter));
        }
    }

    List<DunningEvent> receive() {
        var letter = leaving.removeFirst();
        return ask(new CaseCommand.Receipt(letter.on(), letter.step(), letter.letter()));
    }

    private List<DunningEvent> ask(CaseCommand command) {
        return switch (Ladder.decide(state, command)) {
            case Refused(var why) -> throw new AssertionError(command + " is refused: " + why);
            case Accepted(var events) -> {
                var told = new ArrayList<DunningEvent>();
                for (var event : events) {
                    state = Ladder.evolve(state, event);
                    told.addAll(Published.from(((CaseState.Known) state).file(), 1, event));
                    if (event instanceof ReminderDecided decided) {
                        queued.add(decided.step());
                    }
                }
                yield told;
            }
        };
    }
}
