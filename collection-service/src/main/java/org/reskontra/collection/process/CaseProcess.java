package org.reskontra.collection.process;

import static org.reskontra.collection.process.Decision.accept;
import static org.reskontra.collection.process.Decision.refuse;
import static org.reskontra.collection.process.Refusal.CASE_CLOSED;
import static org.reskontra.collection.process.Refusal.CASE_UNKNOWN;
import static org.reskontra.collection.process.Refusal.CLAIM_DIFFERS;
import static org.reskontra.collection.process.Refusal.CURRENCY_DIFFERS;
import static org.reskontra.collection.process.Refusal.LETTER_UNKNOWN;
import static org.reskontra.collection.process.Refusal.NOTHING_TO_TRY_AGAIN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.process.CaseCommand.ConfirmSent;
import org.reskontra.collection.process.CaseCommand.Look;
import org.reskontra.collection.process.CaseCommand.NoteBalance;
import org.reskontra.collection.process.CaseCommand.Register;
import org.reskontra.collection.process.CaseCommand.ReportUndeliverable;
import org.reskontra.collection.process.CaseCommand.TryAgain;
import org.reskontra.collection.process.CaseEvent.BalanceNoted;
import org.reskontra.collection.process.CaseEvent.DemandDecided;
import org.reskontra.collection.process.CaseEvent.DemandReopened;
import org.reskontra.collection.process.CaseEvent.DemandSent;
import org.reskontra.collection.process.CaseEvent.DemandUndeliverable;
import org.reskontra.collection.process.CaseEvent.Reopened;
import org.reskontra.collection.process.CaseState.Closed;
import org.reskontra.collection.process.CaseState.Demanded;
import org.reskontra.collection.process.CaseState.Demanding;
import org.reskontra.collection.process.CaseState.None;
import org.reskontra.collection.process.CaseState.Registered;
import org.reskontra.collection.process.CaseState.Undeliverable;
import org.reskontra.collection.process.NextStep.Action;
import org.reskontra.contracts.LetterId;
import org.reskontra.rulebook.demands.CollectionDemandRules;

/** How a case goes: taken on, demanded, closed. Same state and command, same answer. */
public final class CaseProcess {

    private CaseProcess() {}

    private record Cell(CaseState state, CaseCommand command) {}

    /** The whole behaviour of a case, one line per cell of the table. */
    public static Decision decide(CaseState state, CaseCommand command) {
        return switch (new Cell(state, command)) {
            case Cell(None _, Register c) -> register(c);
            case Cell(None _, Look _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, NoteBalance _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, ConfirmSent _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, ReportUndeliverable _) -> refuse(CASE_UNKNOWN);
            case Cell(None _, TryAgain _) -> refuse(CASE_UNKNOWN);

            case Cell(Registered r, Register c) -> again(r.claim(), c);
            case Cell(Registered r, Look c) -> look(r, c);
            case Cell(Registered r, NoteBalance c) -> note(r.open(), c);
            case Cell(Registered _, ConfirmSent _) -> refuse(LETTER_UNKNOWN);
            case Cell(Registered _, ReportUndeliverable _) -> refuse(LETTER_UNKNOWN);
            case Cell(Registered _, TryAgain _) -> refuse(NOTHING_TO_TRY_AGAIN);

            case Cell(Demanding d, Register c) -> again(d.claim(), c);
            case Cell(Demanding _, Look _) -> accept();
            case Cell(Demanding d, NoteBalance c) -> note(d.open(), c);
            case Cell(Demanding d, ConfirmSent c) -> sent(d.letter(), c);
            case Cell(Demanding d, ReportUndeliverable c) -> undeliverable(d, c);
            case Cell(Demanding _, TryAgain _) -> refuse(NOTHING_TO_TRY_AGAIN);

            case Cell(Demanded d, Register c) -> again(d.claim(), c);
            case Cell(Demanded _, Look _) -> accept();
            case Cell(Demanded d, NoteBalance c) -> note(d.open(), c);
            case Cell(Demanded d, ConfirmSent c) -> d.letter().equals(c.letter()) ? accept() : refuse(LETTER_UNKNOWN);
            case Cell(Demanded _, ReportUndeliverable _) -> refuse(LETTER_UNKNOWN);
            case Cell(Demanded _, TryAgain _) -> refuse(NOTHING_TO_TRY_AGAIN);

            case Cell(Undeliverable u, Register c) -> again(u.claim(), c);
            case Cell(Undeliverable _, Look _) -> accept(); // waits for a person
            case Cell(Undeliverable u, NoteBalance c) -> note(u.open(), c);
            case Cell(Undeliverable u, ConfirmSent c) -> sent(u.letter(), c); // given up too early: it did leave
            case Cell(Undeliverable u, ReportUndeliverable c) ->
                u.letter().equals(c.letter()) ? accept() : refuse(LETTER_UNKNOWN);
            case Cell(Undeliverable _, TryAgain c) -> accept(new DemandReopened(c.on()));

            case Cell(Closed c, Register r) -> again(c.claim(), r);
            case Cell(Closed _, Look _) -> accept();
            case Cell(Closed c, NoteBalance n) -> noteClosed(c, n);
            case Cell(Closed c, ConfirmSent s) -> sent(c.leaving(), s);
            case Cell(Closed c, ReportUndeliverable r) ->
                r.letter().equals(c.leaving()) ? accept() : refuse(LETTER_UNKNOWN);
            case Cell(Closed _, TryAgain _) -> refuse(CASE_CLOSED);
        };
    }

    private static Decision register(Register c) {
        var handedOver = c.claim().asHandedOver();
        if (c.newest() == null) {
            return take(c, handedOver);
        }
        if (!c.newest().sameCurrencyAs(handedOver)) {
            return refuse(CURRENCY_DIFFERS);
        }
        return take(c, newer(handedOver, c.newest()));
    }

    /** Of the same version the invoice itself says best how far interest is counted, if it is the same debt at all. */
    private static Balance newer(Balance handedOver, Balance newest) {
        if (newest.version() == handedOver.version()) {
            return newest.isSameDebtAs(handedOver) ? newest : handedOver;
        }
        return newest.isNewerThan(handedOver) ? newest : handedOver;
    }

    private static Decision take(Register c, Balance open) {
        var registered = new CaseEvent.Registered(c.on(), c.claim(), open);
        return open.isSettled()
                ? accept(registered, new CaseEvent.Closed(c.on(), CloseReason.SETTLED))
                : accept(registered);
    }

    /** Delivered twice is harmless; the same invoice with another claim is not. */
    private static Decision again(Claim known, Register c) {
        return known.equals(c.claim()) ? accept() : refuse(CLAIM_DIFFERS);
    }

    private static Decision look(Registered r, Look c) {
        return r.since().isAfter(c.today()) ? accept() : accept(new DemandDecided(c.today(), c.letter()));
    }

    private static Decision note(Balance open, NoteBalance c) {
        if (!c.balance().isNewerThan(open)) {
            return accept();
        }
        if (!c.balance().sameCurrencyAs(open)) {
            return refuse(CURRENCY_DIFFERS);
        }
        var noted = new BalanceNoted(c.on(), c.change(), c.amount(), c.balance());
        return c.balance().isSettled()
                ? accept(noted, new CaseEvent.Closed(c.on(), CloseReason.SETTLED))
                : accept(noted);
    }

    /** Owed again because money is not there any more, the claim is demanded anew; of all else a person decides. */
    private static Decision noteClosed(Closed closed, NoteBalance c) {
        if (c.balance().isSettled() || !c.balance().isNewerThan(closed.open())) {
            return accept();
        }
        if (!c.balance().sameCurrencyAs(closed.open())) {
            return refuse(CURRENCY_DIFFERS);
        }
        return c.change().takesMoneyBack()
                ? accept(new Reopened(c.on(), c.change(), c.amount(), c.balance()))
                : refuse(CASE_CLOSED);
    }

    private static Decision sent(@Nullable LetterId awaited, ConfirmSent c) {
        return c.letter().equals(awaited)
                ? accept(new DemandSent(c.sentOn(), c.letter(), c.deadline(), c.demanded()))
                : refuse(LETTER_UNKNOWN);
    }

    private static Decision undeliverable(Demanding d, ReportUndeliverable c) {
        return d.letter().equals(c.letter())
                ? accept(new DemandUndeliverable(c.on(), c.letter(), c.why()))
                : refuse(LETTER_UNKNOWN);
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the event cannot have happened in that state
     */
    public static CaseState evolve(CaseState state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.Registered e when state instanceof None -> new Registered(e.claim(), e.open(), e.on());
            case BalanceNoted e -> withOpen(state, e);
            case DemandDecided e
            when state instanceof Registered r -> new Demanding(r.claim(), r.open(), e.letter(), e.on());
            case DemandSent e -> afterSending(state, e);
            case DemandUndeliverable e
            when state instanceof Demanding d -> new Undeliverable(d.claim(), d.open(), e.letter(), e.why(), e.on());
            case DemandReopened e when state instanceof Undeliverable u -> new Registered(u.claim(), u.open(), e.on());
            case Reopened e when state instanceof Closed c -> new Registered(c.claim(), e.balance(), e.on());
            case CaseEvent.Closed e -> closed(state, e);
            case CaseEvent.Registered _, DemandDecided _, DemandUndeliverable _, DemandReopened _, Reopened _ ->
                throw impossible(state, event);
        };
    }

    /** The state after a whole history. */
    public static CaseState replay(List<CaseEvent> history) {
        CaseState state = new None();
        for (var event : history) {
            state = evolve(state, event);
        }
        return state;
    }

    private static CaseState withOpen(CaseState state, BalanceNoted e) {
        return switch (state) {
            case Registered r -> new Registered(r.claim(), e.balance(), r.since());
            case Demanding d -> new Demanding(d.claim(), e.balance(), d.letter(), d.since());
            case Demanded d -> new Demanded(d.claim(), e.balance(), d.letter(), d.sentOn(), d.deadline());
            case Undeliverable u -> new Undeliverable(u.claim(), e.balance(), u.letter(), u.why(), u.since());
            case None _, Closed _ -> throw impossible(state, e);
        };
    }

    private static CaseState afterSending(CaseState state, DemandSent e) {
        return switch (state) {
            case Demanding d -> new Demanded(d.claim(), d.open(), e.letter(), e.on(), e.deadline());
            case Undeliverable u -> new Demanded(u.claim(), u.open(), e.letter(), e.on(), e.deadline());
            case Closed c -> new Closed(c.claim(), c.open(), c.reason(), null);
            case None _, Registered _, Demanded _ -> throw impossible(state, e);
        };
    }

    private static CaseState closed(CaseState state, CaseEvent.Closed e) {
        return switch (state) {
            case Registered r -> new Closed(r.claim(), r.open(), e.reason(), null);
            case Demanding d -> new Closed(d.claim(), d.open(), e.reason(), d.letter());
            case Demanded d -> new Closed(d.claim(), d.open(), e.reason(), null);
            case Undeliverable u -> new Closed(u.claim(), u.open(), e.reason(), null);
            case None _, Closed _ -> throw impossible(state, e);
        };
    }

    private static IllegalStateException impossible(CaseState state, CaseEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " cannot happen to a case that is "
                + state.getClass().getSimpleName());
    }

    /** The last look: whether this letter should still leave. */
    public static boolean awaits(CaseState state, LetterId letter) {
        return state instanceof Demanding d && d.letter().equals(letter);
    }

    /** The claim as it was handed over; empty when there is no case. */
    public static Optional<Claim> claim(CaseState state) {
        return switch (state) {
            case None _ -> Optional.empty();
            case Registered s -> Optional.of(s.claim());
            case Demanding s -> Optional.of(s.claim());
            case Demanded s -> Optional.of(s.claim());
            case Undeliverable s -> Optional.of(s.claim());
            case Closed s -> Optional.of(s.claim());
        };
    }

    /** What is owed now; empty when there is no case. */
    public static Optional<Balance> open(CaseState state) {
        return switch (state) {
            case None _ -> Optional.empty();
            case Registered s -> Optional.of(s.open());
            case Demanding s -> Optional.of(s.open());
            case Demanded s -> Optional.of(s.open());
            case Undeliverable s -> Optional.of(s.open());
            case Closed s -> Optional.of(s.open());
        };
    }

    /**
     * The name of a state.
     *
     * @throws IllegalStateException for a case that does not exist
     */
    public static Stage stage(CaseState state) {
        return switch (state) {
            case None _ -> throw new IllegalStateException("there is no case");
            case Registered _ -> Stage.REGISTERED;
            case Demanding _ -> Stage.DEMANDING;
            case Demanded _ -> Stage.DEMANDED;
            case Undeliverable _ -> Stage.UNDELIVERABLE;
            case Closed _ -> Stage.CLOSED;
        };
    }

    /** The day on which the case wants to be looked at next; null: only news can move it. */
    public static @Nullable LocalDate dueOn(CaseState state) {
        return state instanceof Registered r ? r.since() : null;
    }

    /** What may be done next, soonest first; nothing once the case is closed. */
    public static List<NextStep> next(CaseState state) {
        return switch (state) {
            case None _, Closed _ -> List.of();
            case Registered r -> List.of(new NextStep(Action.SEND_DEMAND, r.since()));
            case Demanding d -> List.of(new NextStep(Action.SEND_DEMAND, d.since()));
            case Demanded d ->
                List.of(
                        new NextStep(Action.PAY_OR_OBJECT, d.sentOn()),
                        new NextStep(Action.TAKE_LEGAL_STEPS, CollectionDemandRules.earliestLegalStep(d.deadline())));
            case Undeliverable u -> List.of(new NextStep(Action.FIND_ADDRESS_AND_TRY_AGAIN, u.since()));
        };
    }
}
