package org.reskontra.invoice.claims;

import static org.reskontra.invoice.claims.Decision.accept;
import static org.reskontra.invoice.claims.Decision.refuse;
import static org.reskontra.invoice.claims.Refusal.ALREADY_ISSUED;
import static org.reskontra.invoice.claims.Refusal.CLAIM_SETTLED;
import static org.reskontra.invoice.claims.Refusal.CLAIM_UNKNOWN;
import static org.reskontra.invoice.claims.Refusal.CURRENCY_DIFFERS;
import static org.reskontra.invoice.claims.Refusal.FEE_NOT_ALLOWED;
import static org.reskontra.invoice.claims.Refusal.IN_COLLECTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Outstanding;
import org.reskontra.invoice.claims.ClaimCommand.ChargeReminder;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimCommand.Issue;
import org.reskontra.invoice.claims.ClaimCommand.ReceivePayment;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.claims.ClaimState.InCollection;
import org.reskontra.invoice.claims.ClaimState.None;
import org.reskontra.invoice.claims.ClaimState.Open;
import org.reskontra.invoice.claims.ClaimState.Settled;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.costs.ReminderFee;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.PrincipalChange;

/** The whole behaviour of a claim. */
public final class Claims {

    private Claims() {}

    private record Cell(ClaimState state, ClaimCommand command) {}

    /** What a command does to a claim under a country's law: one line per cell of the table. */
    public static Decision decide(RulePack law, ClaimState state, ClaimCommand command) {
        return switch (new Cell(state, command)) {
            case Cell(None _, Issue c) -> accept(new Issued(c.on(), c.terms(), c.principal()));
            case Cell(None _, ReceivePayment _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, ChargeReminder _) -> refuse(CLAIM_UNKNOWN);
            case Cell(None _, HandOver _) -> refuse(CLAIM_UNKNOWN);
            case Cell(Open _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(Open s, ReceivePayment c) -> pay(law, s.claim(), c);
            case Cell(Open s, ChargeReminder c) -> charge(law, s.claim(), c);
            case Cell(Open _, HandOver c) -> accept(new HandedOver(c.on()));
            case Cell(InCollection _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(InCollection s, ReceivePayment c) -> pay(law, s.claim(), c);
            case Cell(InCollection s, ChargeReminder c) -> isCharged(s.claim(), c) ? accept() : refuse(IN_COLLECTION);
            case Cell(InCollection _, HandOver _) -> accept(); // delivered twice
            case Cell(Settled _, Issue _) -> refuse(ALREADY_ISSUED);
            case Cell(Settled s, ReceivePayment c) -> overpay(s.claim(), c);
            case Cell(Settled s, ChargeReminder c) -> isCharged(s.claim(), c) ? accept() : refuse(CLAIM_SETTLED);
            case Cell(Settled _, HandOver _) -> refuse(CLAIM_SETTLED);
        };
    }

    /** The state after an event; {@link IllegalStateException} for one that cannot have happened. */
    public static ClaimState evolve(ClaimState state, ClaimEvent event) {
        return switch (event) {
            case Issued e when state instanceof None -> new Open(Claim.issued(e.terms(), e.principal()));
            case Issued e -> throw impossible(state, e);
            case InterestPosted e -> changed(state, e, claim -> withInterest(claim, e));
            case InterestLeftToReview e -> changed(state, e, claim -> claim.inNeedOf(e.reason()));
            case ReminderFeePosted e -> changed(state, e, claim -> withFee(claim, e));
            case PaymentAllocated e -> changed(state, e, claim -> withPayment(claim, e));
            case OverpaymentFound e -> {
                if (state instanceof None) {
                    throw impossible(state, e);
                }
                yield state;
            }
            case SettledInFull e -> new Settled(owedIn(state, e));
            case HandedOver e when state instanceof Open(var claim) -> new InCollection(claim);
            case HandedOver e -> throw impossible(state, e);
        };
    }

    public static ClaimState replay(List<ClaimEvent> events) {
        ClaimState state = new None();
        for (var event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /**
     * Late interest that has accrued after the last posted day, through {@code until}; empty when no day has borne any.
     */
    static Optional<InterestResult> accrued(RulePack law, Claim claim, LocalDate until) {
        var principal = claim.principalBeforeChanges();
        if (!until.isAfter(claim.interestThrough()) || principal.isZero()) {
            return Optional.empty();
        }
        return Optional.of(LateInterest.accrue(
                law,
                new InterestClaim(
                        claim.terms().debtor(),
                        principal,
                        claim.interestThrough(),
                        until,
                        claim.changes(),
                        claim.terms().interest().contractRate())));
    }

    private static Decision pay(RulePack law, Claim claim, ReceivePayment payment) {
        if (!payment.amount().currency().equals(claim.owed().total().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        var events = new ArrayList<ClaimEvent>();
        interest(law, claim, payment).ifPresent(events::add);
        var owed = owedAfter(claim, events);
        var allocated = PaymentAllocation.allocate(law, claim.terms().debtor(), owed, payment.amount());
        events.add(new PaymentAllocated(payment.on(), payment.receipt(), allocated.allocation()));
        if (allocated.rest().isSettled()) {
            events.add(new SettledInFull(payment.on()));
        }
        if (allocated.excess().isPositive()) {
            events.add(new OverpaymentFound(payment.on(), payment.receipt(), allocated.excess()));
        }
        return new Decision.Accepted(events);
    }

    private static Optional<ClaimEvent> interest(RulePack law, Claim claim, ReceivePayment payment) {
        var day = payment.on();
        if (day.isBefore(claim.interestThrough())
                && claim.interestThrough().isAfter(claim.terms().dueDate())) {
            return Optional.of(new InterestLeftToReview(
                    day,
                    "INTEREST-AFTER-BOOKING",
                    "a payment booked on " + day + " came in after interest through " + claim.interestThrough()
                            + " had been posted"));
        }
        return accrued(law, claim, day).flatMap(result -> switch (result) {
            case Computed computed ->
                computed.interest().isPositive()
                        ? Optional.of(new InterestPosted(day, computed))
                        : Optional.<ClaimEvent>empty();
            case NeedsReview unknown -> Optional.of(new InterestLeftToReview(day, unknown.ruleId(), unknown.reason()));
        });
    }

    private static Outstanding owedAfter(Claim claim, List<ClaimEvent> events) {
        ClaimState state = new Open(claim);
        for (var event : events) {
            state = evolve(state, event);
        }
        return ((Open) state).claim().owed();
    }

    private static Decision overpay(Claim claim, ReceivePayment payment) {
        return payment.amount().currency().equals(claim.owed().total().currency())
                ? accept(new OverpaymentFound(payment.on(), payment.receipt(), payment.amount()))
                : refuse(CURRENCY_DIFFERS);
    }

    private static Decision charge(RulePack law, Claim claim, ChargeReminder reminder) {
        if (isCharged(claim, reminder) || reminder.fee().isZero()) {
            return accept();
        }
        if (!reminder.fee().currency().equals(claim.owed().total().currency())) {
            return refuse(CURRENCY_DIFFERS);
        }
        var allowed = ReminderFee.decide(
                law, claim.terms().debtor(), reminder.fee(), claim.terms().reminderFeeAgreed(), reminder.sentOn());
        return allowed.fee().equals(reminder.fee())
                ? accept(new ReminderFeePosted(reminder.sentOn(), reminder.step(), reminder.fee(), allowed.ruleId()))
                : refuse(FEE_NOT_ALLOWED);
    }

    private static boolean isCharged(Claim claim, ChargeReminder reminder) {
        return reminder.step() <= claim.remindersCharged();
    }

    private static Claim withInterest(Claim claim, InterestPosted posted) {
        var owed = claim.owed();
        var interest = owed.interest().plus(posted.computed().interest());
        return claim.withInterestThrough(posted.on()).owing(Outstanding.of(owed.principal(), interest, owed.costs()));
    }

    private static Claim withFee(Claim claim, ReminderFeePosted posted) {
        var owed = claim.owed();
        var costs = owed.costs().plus(posted.fee());
        return claim.charged(posted.step()).owing(Outstanding.of(owed.principal(), owed.interest(), costs));
    }

    private static Claim withPayment(Claim claim, PaymentAllocated paid) {
        var rest = rest(claim.owed(), paid.allocation());
        var lessPrincipal = paid.allocation().principal();
        var changed = !lessPrincipal.isZero() && paid.on().isAfter(claim.interestThrough())
                ? claim.with(new PrincipalChange(paid.on(), lessPrincipal.negated()))
                : claim;
        return changed.owing(rest);
    }

    private static Outstanding rest(Outstanding owed, Allocation paid) {
        var rest = Outstanding.of(
                owed.principal().minus(paid.principal()),
                owed.interest().minus(paid.interest()),
                owed.costs().minus(paid.costs()));
        if (rest.principal().isNegative()
                || rest.interest().isNegative()
                || rest.costs().isNegative()) {
            throw new IllegalStateException(paid + " is more than the " + owed + " owed");
        }
        return rest;
    }

    private static ClaimState changed(ClaimState state, ClaimEvent event, UnaryOperator<Claim> change) {
        return switch (state) {
            case Open(var claim) -> new Open(change.apply(claim));
            case InCollection(var claim) -> new InCollection(change.apply(claim));
            case None _, Settled _ -> throw impossible(state, event);
        };
    }

    private static Claim owedIn(ClaimState state, ClaimEvent event) {
        return switch (state) {
            case Open(var claim) when claim.owed().isSettled() -> claim;
            case InCollection(var claim) when claim.owed().isSettled() -> claim;
            case Open _, InCollection _, None _, Settled _ -> throw impossible(state, event);
        };
    }

    private static IllegalStateException impossible(ClaimState state, ClaimEvent event) {
        return new IllegalStateException(event + " cannot have happened to " + state);
    }
}
