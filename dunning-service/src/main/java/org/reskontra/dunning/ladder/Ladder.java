package org.reskontra.dunning.ladder;

import static org.reskontra.dunning.ladder.Decision.accept;
import static org.reskontra.dunning.ladder.Decision.refuse;
import static org.reskontra.dunning.ladder.NextStep.Action.HAND_OVER;
import static org.reskontra.dunning.ladder.NextStep.Action.REMIND;
import static org.reskontra.dunning.ladder.Refusal.CASE_UNKNOWN;
import static org.reskontra.dunning.ladder.Refusal.CURRENCY_DIFFERS;
import static org.reskontra.dunning.ladder.Refusal.NO_SUCH_LETTER;
import static org.reskontra.dunning.ladder.Refusal.OTHER_INVOICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.ladder.CaseCommand.Look;
import org.reskontra.dunning.ladder.CaseCommand.NoteCorrection;
import org.reskontra.dunning.ladder.CaseCommand.NoteDueDatePassed;
import org.reskontra.dunning.ladder.CaseCommand.NoteNewAddress;
import org.reskontra.dunning.ladder.CaseCommand.NotePaymentTakenBack;
import org.reskontra.dunning.ladder.CaseCommand.NoteSettled;
import org.reskontra.dunning.ladder.CaseCommand.NoteStanding;
import org.reskontra.dunning.ladder.CaseCommand.Open;
import org.reskontra.dunning.ladder.CaseCommand.Receipt;
import org.reskontra.dunning.ladder.CaseCommand.Undeliverable;
import org.reskontra.dunning.ladder.CaseEvent.AddressRenewed;
import org.reskontra.dunning.ladder.CaseEvent.ClaimHandedOver;
import org.reskontra.dunning.ladder.CaseEvent.DueDatePassed;
import org.reskontra.dunning.ladder.CaseEvent.HandOverRestored;
import org.reskontra.dunning.ladder.CaseEvent.Opened;
import org.reskontra.dunning.ladder.CaseEvent.ReminderDecided;
import org.reskontra.dunning.ladder.CaseEvent.ReminderSent;
import org.reskontra.dunning.ladder.CaseEvent.ReminderUndelivered;
import org.reskontra.dunning.ladder.CaseEvent.Resumed;
import org.reskontra.dunning.ladder.CaseEvent.Settled;
import org.reskontra.dunning.ladder.CaseEvent.StandingCorrected;
import org.reskontra.dunning.ladder.CaseEvent.StandingNoted;
import org.reskontra.dunning.ladder.CaseState.Ended;
import org.reskontra.dunning.ladder.CaseState.HandedOver;
import org.reskontra.dunning.ladder.CaseState.LetterPending;
import org.reskontra.dunning.ladder.CaseState.None;
import org.reskontra.dunning.ladder.CaseState.Overdue;
import org.reskontra.dunning.ladder.CaseState.Reminded;
import org.reskontra.dunning.ladder.CaseState.Unreachable;
import org.reskontra.dunning.ladder.CaseState.Waiting;

/**
 * Reminds until paid, or hands over. A look takes at most one step, and every wait is at least one day, so a case
 * takes at most one step a day however often it is looked at.
 */
public final class Ladder {

    private Ladder() {}

    private record Cell(CaseState state, CaseCommand command) {}

    /** The whole behaviour of a case, cell by cell. */
    public static Decision decide(CaseState state, CaseCommand command) {
        return switch (new Cell(state, command)) {
            case Cell(None _, Open c) -> accept(new Opened(c.on(), c.terms(), c.owed()));
            case Cell(None _, NoteDueDatePassed _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NoteStanding _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NoteCorrection _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NoteSettled _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NotePaymentTakenBack _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, Look _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, Receipt _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, Undeliverable _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NoteNewAddress _) -> refuse(CASE_UNKNOWN);

            case Cell(Waiting s, Open c) -> openedBefore(s.file(), c);
            case Cell(Waiting s, NoteDueDatePassed c) ->
                note(s.file(), c.on(), c.owed(), null, new DueDatePassed(c.on()));
            case Cell(Waiting s, NoteStanding c) -> note(s.file(), c);
            case Cell(Waiting s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(Waiting s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(Waiting s, NoteSettled c) -> settle(s.file(), c);
            case Cell(Waiting _, Look _) -> accept(); // the ledger says when the due date has passed
            case Cell(Waiting _, Receipt _) -> refuse(NO_SUCH_LETTER);
            case Cell(Waiting _, Undeliverable _) -> refuse(NO_SUCH_LETTER);
            case Cell(Waiting _, NoteNewAddress _) -> accept();

            case Cell(Overdue s, Open c) -> openedBefore(s.file(), c);
            case Cell(Overdue s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(Overdue s, NoteStanding c) -> note(s.file(), c);
            case Cell(Overdue s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(Overdue s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(Overdue s, NoteSettled c) -> settle(s.file(), c);
            case Cell(Overdue s, Look c) -> look(s.file(), c);
            case Cell(Overdue s, Receipt c) -> late(s.file(), c);
            case Cell(Overdue s, Undeliverable c) -> late(s.file(), c);
            case Cell(Overdue _, NoteNewAddress _) -> accept();

            case Cell(LetterPending s, Open c) -> openedBefore(s.file(), c);
            case Cell(LetterPending s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(LetterPending s, NoteStanding c) -> note(s.file(), c);
            case Cell(LetterPending s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(LetterPending s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(LetterPending s, NoteSettled c) -> settle(s.file(), c); // the last look drops the letter
            case Cell(LetterPending _, Look _) -> accept(); // one step at a time
            case Cell(LetterPending s, Receipt c) ->
                s.step() == c.step() ? sent(c, c.letter()) : alreadyTold(s.file(), c.step());
            case Cell(LetterPending s, Undeliverable c) ->
                s.step() == c.step()
                        ? accept(new ReminderUndelivered(c.on(), c.step(), c.reason()))
                        : alreadyTold(s.file(), c.step());
            case Cell(LetterPending _, NoteNewAddress _) -> accept(); // the last look reads the newest address

            case Cell(Reminded s, Open c) -> openedBefore(s.file(), c);
            case Cell(Reminded s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(Reminded s, NoteStanding c) -> note(s.file(), c);
            case Cell(Reminded s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(Reminded s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(Reminded s, NoteSettled c) -> settle(s.file(), c);
            case Cell(Reminded s, Look c) -> look(s.file(), c);
            case Cell(Reminded s, Receipt c) -> late(s.file(), c);
            case Cell(Reminded s, Undeliverable c) -> late(s.file(), c);
            case Cell(Reminded _, NoteNewAddress _) -> accept();

            case Cell(Unreachable s, Open c) -> openedBefore(s.file(), c);
            case Cell(Unreachable s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(Unreachable s, NoteStanding c) -> note(s.file(), c);
            case Cell(Unreachable s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(Unreachable s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(Unreachable s, NoteSettled c) -> settle(s.file(), c);
            case Cell(Unreachable _, Look _) -> accept(); // waits for a person
            case Cell(Unreachable s, Receipt c) -> // a second sender did get through: the letter is out
                s.step() == c.step() ? sent(c, c.letter()) : alreadyTold(s.file(), c.step());
            case Cell(Unreachable s, Undeliverable c) ->
                s.step() == c.step() ? accept() : alreadyTold(s.file(), c.step());
            case Cell(Unreachable _, NoteNewAddress c) -> accept(new AddressRenewed(c.on()));

            case Cell(HandedOver s, Open c) -> openedBefore(s.file(), c);
            case Cell(HandedOver s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(HandedOver s, NoteStanding c) -> note(s.file(), c);
            case Cell(HandedOver s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(HandedOver s, NotePaymentTakenBack c) -> takenBack(s.file(), c);
            case Cell(HandedOver s, NoteSettled c) -> // paid in time and told late: the hand-over was for nothing
                c.on().isAfter(s.on()) ? note(s.file(), c.on(), c.owed(), null) : settle(s.file(), c);
            case Cell(HandedOver _, Look _) -> accept(); // only collection acts
            case Cell(HandedOver s, Receipt c) -> alreadyTold(s.file(), c.step());
            case Cell(HandedOver s, Undeliverable c) -> alreadyTold(s.file(), c.step());
            case Cell(HandedOver _, NoteNewAddress _) -> accept();

            case Cell(Ended s, Open c) -> openedBefore(s.file(), c);
            case Cell(Ended s, NoteDueDatePassed c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(Ended s, NoteStanding c) -> note(s.file(), c);
            case Cell(Ended s, NoteCorrection c) -> correct(s.file(), c);
            case Cell(Ended s, NotePaymentTakenBack c) -> resume(s, c);
            case Cell(Ended s, NoteSettled c) -> note(s.file(), c.on(), c.owed(), null);
            case Cell(Ended _, Look _) -> accept();
            case Cell(Ended s, Receipt c) -> // paid while the letter was on its way: it cost nothing
                s.file().reminders().include(c.step())
                        ? accept()
                        : sent(c, c.letter().withoutFee());
            case Cell(Ended _, Undeliverable _) -> accept();
            case Cell(Ended _, NoteNewAddress _) -> accept();
        };
    }

    /**
     * The state after something happened.
     *
     * @throws IllegalStateException for an event that cannot happen in this state: the history is damaged
     */
    public static CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case Opened e -> {
                expect(state instanceof None, state, event);
                var standing = Standing.atOpening(e.owed(), e.terms().dueDate());
                yield new Waiting(new CaseFile(e.terms(), standing, Reminders.NONE, Optional.empty()));
            }
            case DueDatePassed _ -> state instanceof Waiting(var file) ? new Overdue(file) : impossible(state, event);
            case StandingNoted e -> withStanding(state, e, old -> old.after(e.on(), e.owed(), e.interestThrough()));
            case StandingCorrected e -> withStanding(state, e, old -> old.corrected(e.owed(), e.interestThrough()));
            case ReminderDecided e ->
                switch (state) {
                    case Overdue(var file) -> pending(file, e);
                    case Reminded(var file) -> pending(file, e);
                    case None _, Waiting _, LetterPending _, Unreachable _, HandedOver _, Ended _ ->
                        impossible(state, event);
                };
            case ReminderSent e -> afterSending(state, e);
            case ReminderUndelivered e ->
                state instanceof LetterPending(var file, int step, var _) && step == e.step()
                        ? new Unreachable(file, step, e.on(), e.reason())
                        : impossible(state, event);
            case AddressRenewed _ ->
                state instanceof Unreachable(var file, var _, var _, var _)
                        ? waitingForNextStep(file)
                        : impossible(state, event);
            case Settled e ->
                switch (state) {
                    case Waiting(var file) -> new Ended(file, e.on(), false, Optional.empty());
                    case Overdue(var file) -> new Ended(file, e.on(), true, Optional.empty());
                    case LetterPending(var file, var _, var _) -> new Ended(file, e.on(), true, Optional.empty());
                    case Reminded(var file) -> new Ended(file, e.on(), true, Optional.empty());
                    case Unreachable(var file, var _, var _, var _) -> new Ended(file, e.on(), true, Optional.empty());
                    case HandedOver(var file, var on) -> new Ended(file, e.on(), true, Optional.of(on));
                    case None _, Ended _ -> impossible(state, event);
                };
            case Resumed e ->
                state instanceof Ended(var file, var _, var passed, var handedOver) && handedOver.isEmpty()
                        ? goingOn(file.resumed(e.on()), passed)
                        : impossible(state, event);
            case HandOverRestored _ ->
                state instanceof Ended(var file, var _, var _, var handedOver) && handedOver.isPresent()
                        ? new HandedOver(file, handedOver.get())
                        : impossible(state, event);
            case ClaimHandedOver e ->
                state instanceof Reminded(var file) ? new HandedOver(file, e.on()) : impossible(state, event);
        };
    }

    /** The state that a history leads to. */
    public static CaseState replay(List<CaseEvent> events) {
        CaseState state = new None();
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /** The step that a look takes from its day on if nothing changes before; empty when only news can move the case. */
    public static Optional<NextStep> nextStep(CaseState state, Policy policy) {
        return switch (state) {
            case Overdue(var file) -> nextStep(file, policy);
            case Reminded(var file) -> nextStep(file, policy);
            case None _, Waiting _, LetterPending _, Unreachable _, HandedOver _, Ended _ -> Optional.empty();
        };
    }

    private static Optional<NextStep> nextStep(CaseFile file, Policy policy) {
        if (!file.owesMoney()) {
            return Optional.empty(); // paid to the last öre, the ledger's word that it is settled is on its way
        }
        var terms = file.terms();
        int taken = file.reminders().sent();
        var stepTaken = file.reminders().last().orElse(later(policy.countsFrom(terms.dueDate()), terms.issueDate()));
        var from = file.resumedOn().map(on -> later(on, stepTaken)).orElse(stepTaken);
        return Optional.of(
                taken < policy.reminders().size()
                        ? new NextStep(
                                REMIND,
                                taken + 1,
                                from.plusDays(policy.reminder(taken + 1).afterDays()))
                        : new NextStep(HAND_OVER, taken, from.plusDays(policy.handOverAfterDays())));
    }

    private static Decision look(CaseFile file, Look c) {
        var next = nextStep(file, c.policy());
        if (next.isEmpty() || next.get().on().isAfter(c.today())) {
            return accept();
        }
        return switch (next.get().action()) {
            case REMIND -> accept(new ReminderDecided(c.today(), next.get().step()));
            case HAND_OVER -> {
                var owed = Owed.on(c.today(), file, c.law());
                yield accept(new ClaimHandedOver(c.today(), owed.amounts(), owed.interestThrough()));
            }
        };
    }

    private static Decision openedBefore(CaseFile file, Open c) {
        return file.terms().sameInvoiceAs(c.terms()) ? accept() : refuse(OTHER_INVOICE);
    }

    private static Decision note(CaseFile file, NoteStanding c) {
        return note(file, c.on(), c.owed(), c.interestThrough());
    }

    private static Decision settle(CaseFile file, NoteSettled c) {
        return note(file, c.on(), c.owed(), null, new Settled(c.on()));
    }

    /** Notes a standing if it is news, then whatever else happened. */
    private static Decision note(
            CaseFile file, LocalDate on, Outstanding owed, @Nullable LocalDate interestThrough, CaseEvent... and) {
        var standing = file.standing();
        if (!owed.total().currency().equals(standing.owed().total().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        var events = new ArrayList<CaseEvent>();
        if (!standing.after(on, owed, interestThrough).equals(standing)) {
            events.add(new StandingNoted(on, owed, interestThrough));
        }
        events.addAll(List.of(and));
        return new Decision.Accepted(events);
    }

    private static Decision correct(CaseFile file, NoteCorrection c) {
        var standing = file.standing();
        if (!c.owed().total().currency().equals(standing.owed().total().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        return standing.corrected(c.owed(), c.interestThrough()).equals(standing)
                ? accept()
                : accept(new StandingCorrected(c.on(), c.owed(), c.interestThrough()));
    }

    private static Decision takenBack(CaseFile file, NotePaymentTakenBack c) {
        return correct(file, new NoteCorrection(c.on(), c.owed(), null));
    }

    /** Unless other money covers all that is owed without the payment, the case comes to life again. */
    private static Decision resume(Ended s, NotePaymentTakenBack c) {
        return switch (takenBack(s.file(), c)) {
            case Decision.Accepted(var corrected)
            when c.owed().total().isPositive() -> {
                var events = new ArrayList<>(corrected);
                events.add(s.handedOverOn().isEmpty() ? new Resumed(c.on()) : new HandOverRestored(c.on()));
                yield new Decision.Accepted(events);
            }
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> refused;
        };
    }

    /** A letter that left while the case was ended is heard of after it goes on: it cost nothing. */
    private static Decision late(CaseFile file, Receipt c) {
        return file.mayHaveBeenSent(c.step()) ? sent(c, c.letter().withoutFee()) : alreadyTold(file, c.step());
    }

    private static Decision late(CaseFile file, Undeliverable c) {
        return file.mayHaveBeenSent(c.step()) ? accept() : alreadyTold(file, c.step());
    }

    private static Decision sent(Receipt c, SentLetter letter) {
        return accept(new ReminderSent(c.on(), c.step(), letter));
    }

    private static Decision alreadyTold(CaseFile file, int step) {
        return file.reminders().include(step) ? accept() : refuse(NO_SUCH_LETTER);
    }

    private static CaseState pending(CaseFile file, ReminderDecided e) {
        if (e.step() != file.reminders().sent() + 1) {
            throw new IllegalStateException("step " + e.step() + " cannot follow step "
                    + file.reminders().sent());
        }
        return new LetterPending(file, e.step(), e.on());
    }

    private static CaseState afterSending(CaseState state, ReminderSent e) {
        var sent = Reminders.sent(e.step(), e.on());
        return switch (state) {
            case LetterPending(var file, int step, var _) when step == e.step() -> new Reminded(file.with(sent));
            case Unreachable(var file, int step, var _, var _) when step == e.step() -> new Reminded(file.with(sent));
            case Overdue(var file) when file.mayHaveBeenSent(e.step()) -> new Reminded(file.with(sent));
            case Reminded(var file) when file.mayHaveBeenSent(e.step()) -> new Reminded(file.with(sent));
            case Ended(var file, var on, var passed, var handedOver)
            when !file.reminders().include(e.step()) -> new Ended(file.with(sent), on, passed, handedOver);
            case None _, Waiting _, Overdue _, LetterPending _, Reminded _, Unreachable _, HandedOver _, Ended _ ->
                impossible(state, e);
        };
    }

    private static CaseState withStanding(CaseState state, CaseEvent event, UnaryOperator<Standing> change) {
        return switch (state) {
            case Waiting(var file) -> new Waiting(changed(file, change));
            case Overdue(var file) -> new Overdue(changed(file, change));
            case LetterPending(var file, int step, var on) -> new LetterPending(changed(file, change), step, on);
            case Reminded(var file) -> new Reminded(changed(file, change));
            case Unreachable(var file, int step, var since, var why) ->
                new Unreachable(changed(file, change), step, since, why);
            case HandedOver(var file, var on) -> new HandedOver(changed(file, change), on);
            case Ended(var file, var on, var passed, var handedOver) ->
                new Ended(changed(file, change), on, passed, handedOver);
            case None _ -> impossible(state, event);
        };
    }

    private static CaseFile changed(CaseFile file, UnaryOperator<Standing> change) {
        return file.with(change.apply(file.standing()));
    }

    private static CaseState goingOn(CaseFile file, boolean dueDatePassed) {
        return dueDatePassed ? waitingForNextStep(file) : new Waiting(file);
    }

    private static CaseState waitingForNextStep(CaseFile file) {
        return file.reminders().sent() == 0 ? new Overdue(file) : new Reminded(file);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static void expect(boolean possible, CaseState state, CaseEvent event) {
        if (!possible) {
            throw new IllegalStateException(event + " cannot happen to " + state);
        }
    }

    private static CaseState impossible(CaseState state, CaseEvent event) {
        throw new IllegalStateException(event + " cannot happen to " + state);
    }
}
