package org.reskontra.invoice.claims;

import static org.reskontra.invoice.claims.Decision.accept;
import static org.reskontra.invoice.claims.Decision.refuse;
import static org.reskontra.invoice.claims.Refusal.ALREADY_ISSUED;
import static org.reskontra.invoice.claims.Refusal.CLAIM_SETTLED;
import static org.reskontra.invoice.claims.Refusal.CLAIM_UNKNOWN;
import static org.reskontra.invoice.claims.Refusal.CURRENCY_DIFFERS;
import static org.reskontra.invoice.claims.Refusal.EXCESS_NOT_HELD;
import static org.reskontra.invoice.claims.Refusal.FEE_NOT_ALLOWED;
import static org.reskontra.invoice.claims.Refusal.IN_COLLECTION;
import static org.reskontra.invoice.claims.Refusal.MORE_THAN_INVOICED;
import static org.reskontra.invoice.claims.Refusal.MORE_THAN_OWED;
import static org.reskontra.invoice.claims.Refusal.PAYMENT_UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.Credit;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimCommand.ReleaseExcess;
import org.reskontra.invoice.claims.ClaimCommand.TakeBackPayment;
import org.reskontra.invoice.claims.ClaimCommand.WriteOff;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.ExcessReleased;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentTakenBack;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Reopened;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffRecovered;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.claims.ClaimState.InCollection;
import org.reskontra.invoice.claims.ClaimState.None;
import org.reskontra.invoice.claims.ClaimState.Open;
import org.reskontra.invoice.claims.ClaimState.Settled;
import org.reskontra.invoice.claims.GivenUp.Recovery;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.costs.ReminderFee;

/**
 * The whole behaviour of a claim. What was told of it decides what is owed, not the order in which it was told: see
 * {@link Reckoning}.
 */
public final class Claims {

    private Claims() {}

    private record Cell(ClaimState state, ClaimCommand command) {}

    /** What a command does to a claim under a country's law: one line per cell of the table. */
    public static Decision decide(RulePack law, ClaimState state, ClaimCommand command) {
        return switch (new Cell(state, command)) {
            case Cell(None _, Issue c) -> accept(new Issued(c.on(), c.terms(), c.principal()));
            case Cell(None _, ReceivePayment _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, TakeBackPayment _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, ChargeReminder _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, WriteOff _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, Credit _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, ReleaseExcess _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, HandOver _) -> refuse(CLAIM_UNKNOWN);
            case Cell(Open _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(Open s, ReceivePayment c) -> pay(law, s.claim(), c);
            case Cell(Open s, TakeBackPayment c) -> takeBack(law, s.claim(), c);
            case Cell(Open s, ChargeReminder c) -> charge(law, s.claim(), c);
            case Cell(Open s, WriteOff c) -> giveUp(law, s.claim(), c);
            case Cell(Open s, Credit c) -> credit(law, s.claim(), c);
            case Cell(Open s, ReleaseExcess c) -> release(s.claim(), c);
            case Cell(Open _, HandOver c) -> accept(new HandedOver(c.on()));
            case Cell(InCollection _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(InCollection s, ReceivePayment c) -> pay(law, s.claim(), c);
            case Cell(InCollection s, TakeBackPayment c) -> takeBack(law, s.claim(), c);
            case Cell(InCollection s, ChargeReminder c) ->
                s.claim().hasCharged(c.step()) ? accept() : refuse(IN_COLLECTION);
            case Cell(InCollection s, WriteOff c) -> giveUp(law, s.claim(), c);
            case Cell(InCollection s, Credit c) -> credit(law, s.claim(), c);
            case Cell(InCollection s, ReleaseExcess c) -> release(s.claim(), c);
            case Cell(InCollection _, HandOver _) -> accept(); // delivered twice
            case Cell(Settled _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(Settled s, ReceivePayment c) -> pay(law, s.claim(), c);
            case Cell(Settled s, TakeBackPayment c) -> takeBack(law, s.claim(), c);
            case Cell(Settled s, ChargeReminder c) -> charge(law, s.claim(), c);
            case Cell(Settled s, WriteOff c) ->
                s.claim().history().writeOff(c.id()).isPresent() ? accept() : refuse(CLAIM_SETTLED);
            case Cell(Settled s, Credit c) -> credit(law, s.claim(), c);
            case Cell(Settled s, ReleaseExcess c) -> release(s.claim(), c);
            case Cell(Settled s, HandOver c) -> s.handedOver() ? accept() : accept(new HandedOver(c.on()));
        };
    }

    /** The state after an event; {@link IllegalStateException} for one that cannot have happened. */
    public static ClaimState evolve(ClaimState state, ClaimEvent event) {
        return switch (event) {
            case Issued e when state instanceof None -> new Open(Claim.issued(e.terms(), e.principal()));
            case Issued e -> throw impossible(state, e);
            case InterestPosted e ->
                changed(state, e, claim -> claim.with(claim.history().with(posted(e))));
            case InterestWithdrawn e -> changed(state, e, claim -> claim.with(withdrawn(claim, e)));
            case InterestLeftToReview e -> changed(state, e, claim -> claim.inNeedOf(e.reason()));
            case ReminderFeePosted e -> changed(state, e, claim -> claim.with(charged(claim, e)));
            case ReminderFeeWaived e -> changed(state, e, claim -> claim.with(waived(claim, e)));
            case ReminderFeeWithdrawn e -> changed(state, e, claim -> claim.with(withdrawn(claim, e)));
            case PaymentAllocated e -> changed(state, e, claim -> paid(claim, e));
            case PaymentReallocated e -> changed(state, e, claim -> claim.with(reallocated(claim, e)));
            case PaymentTakenBack e -> changed(state, e, claim -> claim.with(withoutPayment(claim, e)));
            case OverpaymentFound e -> changed(state, e, claim -> claim.with(overpaid(claim, e)));
            case ExcessReleased e -> changed(state, e, claim -> claim.with(released(claim, e)));
            case WrittenOff e -> changed(state, e, claim -> writtenOff(claim, e));
            case WriteOffCorrected e -> changed(state, e, claim -> claim.with(corrected(claim, e)));
            case WriteOffRecovered e -> changed(state, e, claim -> claim.with(recovered(claim, e)));
            case Credited e -> changed(state, e, claim -> credited(claim, e));
            case SettledInFull e -> settled(state, e);
            case Reopened e -> reopened(state, e);
            case HandedOver e -> handedOver(state, e);
        };
    }

    public static ClaimState replay(List<ClaimEvent> events) {
        ClaimState state = new None();
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    private static Decision pay(RulePack law, Claim claim, ReceivePayment payment) {
        if (!payment.amount().currency().equals(claim.principal().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        if (claim.history().payment(payment.receipt().payment()).isPresent()) {
            return accept();
        }
        var told = BookedPayment.of(payment.on(), payment.receipt(), payment.amount());
        var reckoning = Reckoning.of(law, claim, told);
        return reckoning.reopens()
                ? accept(new OverpaymentFound(told.on(), told.receipt(), told.amount()))
                : new Decision.Accepted(reckoning.events(told));
    }

    private static Decision takeBack(RulePack law, Claim claim, TakeBackPayment c) {
        var booked = claim.history().payment(c.payment());
        if (booked.isEmpty()) {
            return refuse(PAYMENT_UNKNOWN);
        }
        var payment = booked.get();
        if (!payment.amount().equals(c.amount())) {
            return refuse(EXCESS_NOT_HELD);
        }
        var taken = new PaymentTakenBack(
                payment.on(), payment.receipt(), payment.allocation(), payment.excess(), c.why(), c.on());
        boolean nothingCovered = payment.allocation().total().isZero();
        return nothingCovered
                ? accept(taken)
                : new Decision.Accepted(Reckoning.without(law, claim, payment).events(taken));
    }

    private static Decision charge(RulePack law, Claim claim, ChargeReminder reminder) {
        if (claim.hasCharged(reminder.step()) || reminder.fee().isZero()) {
            return accept();
        }
        if (!reminder.fee().currency().equals(claim.principal().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        var allowed = ReminderFee.decide(
                law, claim.terms().debtor(), reminder.fee(), claim.terms().reminderFeeAgreed(), reminder.sentOn());
        if (!allowed.fee().equals(reminder.fee())) {
            return refuse(FEE_NOT_ALLOWED);
        }
        var told = new ReminderCharge(reminder.step(), reminder.fee(), reminder.sentOn(), allowed.ruleId(), false);
        var reckoning = Reckoning.of(law, claim, told);
        return reckoning.reopens()
                ? accept(new ReminderFeeWaived(told.on(), told.step(), told.fee(), told.ruleId()))
                : new Decision.Accepted(reckoning.events(told));
    }

    private static Decision giveUp(RulePack law, Claim claim, WriteOff asked) {
        if (claim.history().writeOff(asked.id()).isPresent()) {
            return accept();
        }
        var zero = Money.zero(claim.principal().currency());
        var amount = asked.amount();
        if (amount != null && !amount.currency().equals(zero.currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        var told = new GivenUp(
                asked.id(),
                notBeforeMoney(claim, asked.on()),
                asked.reason(),
                amount,
                new Allocation(zero, zero, zero),
                List.of());
        var reckoning = Reckoning.of(law, claim, told);
        return amount != null && reckoning.givenUp(told).compareTo(amount) < 0
                ? refuse(MORE_THAN_OWED)
                : new Decision.Accepted(reckoning.events(told));
    }

    private static LocalDate notBeforeMoney(Claim claim, LocalDate day) {
        return claim.history().payments().stream()
                .map(BookedPayment::on)
                .filter(day::isBefore)
                .reduce(day, (_, last) -> last);
    }

    private static Decision credit(RulePack law, Claim claim, Credit asked) {
        var note = asked.note();
        if (!note.amount().currency().equals(claim.principal().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        if (claim.history().credit(note.id()).isPresent()) {
            return accept();
        }
        var told = new CreditedPart(note.id(), asked.on(), note.amount());
        return claim.credited().plus(note.amount()).compareTo(claim.principal()) > 0
                ? refuse(MORE_THAN_INVOICED)
                : new Decision.Accepted(Reckoning.of(law, claim, told).events(new Credited(asked.on(), note)));
    }

    private static Decision release(Claim claim, ReleaseExcess asked) {
        if (!asked.amount().currency().equals(claim.principal().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        return claim.history()
                .payment(asked.payment())
                .map(payment -> payment.excess().compareTo(asked.amount()) < 0
                        ? refuse(EXCESS_NOT_HELD)
                        : accept(new ExcessReleased(asked.on(), payment.receipt(), asked.amount())))
                .orElse(refuse(PAYMENT_UNKNOWN));
    }

    private static PostedInterest posted(InterestPosted e) {
        return new PostedInterest(
                e.on(), e.computed().interest(), e.computed().trace().ruleId());
    }

    private static History charged(Claim claim, ReminderFeePosted e) {
        var fee = new ReminderCharge(e.step(), e.fee(), e.on(), e.ruleId(), false);
        return claim.history().fees().contains(fee.taken())
                ? claim.history().replacing(fee.taken(), fee)
                : claim.history().with(fee);
    }

    private static History waived(Claim claim, ReminderFeeWaived e) {
        return claim.history().with(new ReminderCharge(e.step(), e.fee(), e.on(), e.ruleId(), true));
    }

    private static History withdrawn(Claim claim, InterestWithdrawn e) {
        var posted = new PostedInterest(e.on(), e.interest(), e.ruleId());
        require(claim.history().interest().contains(posted), claim, e);
        return claim.history().without(posted);
    }

    private static History withdrawn(Claim claim, ReminderFeeWithdrawn e) {
        var fee = new ReminderCharge(e.step(), e.fee(), e.on(), e.ruleId(), false);
        require(claim.history().fees().contains(fee), claim, e);
        return claim.history().replacing(fee, fee.taken());
    }

    private static Claim paid(Claim claim, PaymentAllocated e) {
        var zero = Money.zero(claim.principal().currency());
        return notOvercovered(
                claim, e, claim.history().with(new BookedPayment(e.on(), e.receipt(), e.allocation(), zero)));
    }

    private static Claim writtenOff(Claim claim, WrittenOff e) {
        require(claim.history().writeOff(e.id()).isEmpty(), claim, e);
        var writeOff = new GivenUp(e.id(), e.on(), e.reason(), e.most(), e.allocation(), List.of());
        return notOvercovered(claim, e, claim.history().with(writeOff));
    }

    private static Claim credited(Claim claim, Credited e) {
        require(claim.history().credit(e.note().id()).isEmpty(), claim, e);
        var credit = new CreditedPart(e.note().id(), e.on(), e.note().amount());
        return notOvercovered(claim, e, claim.history().with(credit));
    }

    private static Claim notOvercovered(Claim claim, ClaimEvent event, History history) {
        var covered = claim.with(history);
        var rest = covered.owed();
        require(
                !rest.principal().isNegative()
                        && !rest.interest().isNegative()
                        && !rest.costs().isNegative(),
                claim,
                event);
        return covered;
    }

    private static History corrected(Claim claim, WriteOffCorrected e) {
        var old = claim.history()
                .writeOff(e.id())
                .filter(one -> one.given().equals(e.before()))
                .orElseThrow(() -> impossible(claim, e));
        return claim.history().replacing(old, old.covering(e.after()));
    }

    private static History recovered(Claim claim, WriteOffRecovered e) {
        var old = claim.history().writeOff(e.id()).orElseThrow(() -> impossible(claim, e));
        var recovery = new Recovery(e.receipt().payment(), e.on(), e.after());
        return claim.history().replacing(old, old.recovering(recovery));
    }

    private static History released(Claim claim, ExcessReleased e) {
        var old = claim.history()
                .payment(e.receipt().payment())
                .filter(payment -> payment.excess().compareTo(e.amount()) >= 0)
                .orElseThrow(() -> impossible(claim, e));
        return claim.history()
                .replacing(old, old.covering(old.allocation(), old.excess().minus(e.amount())));
    }

    private static History reallocated(Claim claim, PaymentReallocated e) {
        var old = claim.history()
                .payment(e.receipt().payment())
                .filter(payment -> payment.allocation().equals(e.before()))
                .orElseThrow(() -> impossible(claim, e));
        return claim.history().replacing(old, old.covering(e.after(), e.excess()));
    }

    private static History withoutPayment(Claim claim, PaymentTakenBack e) {
        var payment = new BookedPayment(e.on(), e.receipt(), e.covered(), e.excess());
        require(claim.history().payments().contains(payment), claim, e);
        return claim.history().without(e.receipt().payment());
    }

    private static History overpaid(Claim claim, OverpaymentFound e) {
        var history = claim.history();
        return claim.history()
                .payment(e.receipt().payment())
                .map(part -> history.replacing(part, part.covering(part.allocation(), e.excess())))
                .orElseGet(() -> history.with(BookedPayment.of(e.on(), e.receipt(), e.excess())));
    }

    /** A settled claim changes too: money told late is counted from its day. */
    private static ClaimState changed(ClaimState state, ClaimEvent event, UnaryOperator<Claim> change) {
        return switch (state) {
            case Open(var claim) -> new Open(change.apply(claim));
            case InCollection(var claim) -> new InCollection(change.apply(claim));
            case Settled(var claim, var handedOver) -> new Settled(change.apply(claim), handedOver);
            case None _ -> throw impossible(state, event);
        };
    }

    private static ClaimState settled(ClaimState state, SettledInFull event) {
        return switch (state) {
            case Open(var claim) when claim.owed().isSettled() -> new Settled(claim, false);
            case InCollection(var claim) when claim.owed().isSettled() -> new Settled(claim, true);
            case Settled(var claim, var _) when claim.owed().isSettled() -> state;
            case Open _, InCollection _, Settled _, None _ -> throw impossible(state, event);
        };
    }

    private static ClaimState reopened(ClaimState state, Reopened event) {
        return switch (state) {
            case Settled(var claim, var handedOver)
            when !claim.owed().isSettled() -> handedOver ? new InCollection(claim) : new Open(claim);
            case Open _, InCollection _, Settled _, None _ -> throw impossible(state, event);
        };
    }

    private static ClaimState handedOver(ClaimState state, HandedOver event) {
        return switch (state) {
            case Open(var claim) -> new InCollection(claim);
            case Settled(var claim, var before) when !before -> new Settled(claim, true);
            case InCollection _, Settled _, None _ -> throw impossible(state, event);
        };
    }

    private static void require(boolean possible, Claim claim, ClaimEvent event) {
        if (!possible) {
            throw impossible(claim, event);
        }
    }

    private static IllegalStateException impossible(Object to, ClaimEvent event) {
        return new IllegalStateException(event + " cannot have happened to " + to);
    }
}
