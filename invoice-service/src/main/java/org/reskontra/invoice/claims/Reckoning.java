package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
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
import org.reskontra.invoice.claims.GivenUp.Recovery;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;

/**
 * What a fact told now makes of a claim, as if it had been told on its day; or a payment taken back, as if it had never
 * been told.
 *
 * <p>A claim is reckoned from its facts in the order of the days they count for, the money of a day before a reminder of
 * that day. Each payment posts the interest through its day and then covers the parts of the claim in the order of the
 * law. A reminder's fee is owed if anything was owed at the end of the day on which it was sent, the money of that day
 * counted in: a payment of the whole claim that counts from that day or an earlier one means that the reminder would not
 * have gone out, and its fee is withdrawn however late the payment is told. A part payment withdraws no fee. A write-off
 * gives up what is owed at the end of its day; money that counts from a later day covers what is owed first, then what
 * was given up, and only then is it too much. What was credited was never owed: it is no part of the claim from the day of
 * the invoice on.
 *
 * <p>What came before the fact is never touched, and of what came after it only that changes which comes out differently:
 * a fact told in its turn corrects nothing. A fee that is not owed stays so whatever is told later; only when a payment
 * is taken back, it is asked anew whether it would be owed without that payment.
 */
final class Reckoning {

    private final RulePack law;
    private final Claim before;
    private final boolean feesAnew;
    private final Map<PostedInterest, Computed> computed = new LinkedHashMap<>();
    private Claim after;
    private @Nullable InterestLeftToReview review;

    private Reckoning(RulePack law, Claim before, History untouched, boolean feesAnew) {
        this.law = law;
        this.before = before;
        this.feesAnew = feesAnew;
        after = before.with(untouched);
    }

    static Reckoning of(RulePack law, Claim claim, Fact told) {
        var reckoning = new Reckoning(law, claim, claim.history().before(told), false);
        reckoning.take(told);
        claim.history().after(told).forEach(reckoning::take);
        return reckoning;
    }

    static Reckoning without(RulePack law, Claim claim, BookedPayment taken) {
        var reckoning = new Reckoning(law, claim, claim.history().beforeTaking(taken), true);
        claim.history().afterTaking(taken).forEach(reckoning::take);
        return reckoning;
    }

    /** A claim on which nothing was owed would be owed again: only a person may decide that. */
    boolean reopens() {
        return before.owed().isSettled() && !after.owed().isSettled();
    }

    /** What a write-off comes to. */
    Money givenUp(GivenUp told) {
        return after.history().writeOff(told.id()).orElseThrow().amount();
    }

    /** What a payment that is told leads to: corrections first. */
    List<ClaimEvent> events(BookedPayment told) {
        var events = corrections();
        book(told, events);
        return events;
    }

    /** What a reminder that is told leads to: corrections first. */
    List<ClaimEvent> events(ReminderCharge told) {
        var events = corrections();
        events.add(
                after.history().fees().contains(told)
                        ? new ReminderFeePosted(told.on(), told.step(), told.fee(), told.ruleId())
                        : new ReminderFeeWaived(told.on(), told.step(), told.fee(), told.ruleId()));
        settledAnew().ifPresent(day -> events.add(new SettledInFull(day)));
        return events;
    }

    /** What a write-off that is told leads to: corrections first. It never comes to more than it does now. */
    List<ClaimEvent> events(GivenUp told) {
        var events = corrections();
        var now = after.history().writeOff(told.id()).orElseThrow();
        var most = now.asked() == null ? now.given().total() : now.asked();
        events.add(new WrittenOff(now.on(), now.id(), now.reason(), most, now.given()));
        settledAnew().ifPresent(day -> events.add(new SettledInFull(day)));
        return events;
    }

    /** What a credit note leads to: corrections first. */
    List<ClaimEvent> events(Credited told) {
        var events = corrections();
        events.add(told);
        if (reopens()) { // interest that nobody could compute before
            events.add(new Reopened(told.note().issueDate()));
        }
        settledAnew().ifPresent(day -> events.add(new SettledInFull(day)));
        return events;
    }

    /** What a payment that is taken back leads to, and how the claim stands without it last. */
    List<ClaimEvent> events(PaymentTakenBack taken) {
        var events = new ArrayList<ClaimEvent>();
        events.add(taken);
        events.addAll(corrections());
        if (reopens()) {
            events.add(new Reopened(taken.takenOn()));
        }
        settledAnew().ifPresent(day -> events.add(new SettledInFull(day)));
        return events;
    }

    private List<ClaimEvent> corrections() {
        var events = new ArrayList<ClaimEvent>();
        withdraw(events);
        if (review != null) {
            events.add(review);
        }
        for (var posted : computed.entrySet()) {
            if (!before.history().interest().contains(posted.getKey())) {
                events.add(new InterestPosted(posted.getKey().through(), posted.getValue()));
            }
        }
        for (var fee : before.history().fees()) {
            if (fee.withdrawn() && after.history().fees().contains(fee.owed())) {
                events.add(new ReminderFeePosted(fee.on(), fee.step(), fee.fee(), fee.ruleId()));
            }
        }
        reallocate(events);
        correctWriteOffs(events);
        return events;
    }

    private void take(Fact fact) {
        switch (fact) {
            case ReminderCharge fee -> {
                var owed = feesAnew ? fee.owed() : fee;
                after = after.with(after.history().with(after.owed().isSettled() ? fee.taken() : owed));
            }
            case BookedPayment payment -> {
                postInterest(payment.on());
                cover(payment);
            }
            case CreditedPart credit -> after = after.with(after.history().with(credit));
            case GivenUp writeOff -> {
                postInterest(writeOff.on());
                after = after.with(after.history().with(writeOff.covering(after.owed())));
            }
        }
    }

    private void cover(BookedPayment payment) {
        var debtor = after.terms().debtor();
        var allocated = PaymentAllocation.allocate(law, debtor, after.owed(), payment.amount());
        var covered = allocated.allocation();
        var left = allocated.excess();
        for (var writeOff : after.history().writeOffs()) {
            var recovered = PaymentAllocation.allocate(law, debtor, writeOff.standing(), left);
            var recovery = new Recovery(payment.receipt().payment(), payment.on(), recovered.allocation());
            after = after.with(after.history().replacing(writeOff, writeOff.recovering(recovery)));
            covered = sum(covered, recovered.allocation());
            left = recovered.excess();
        }
        after = after.with(after.history().with(payment.covering(covered, left)));
    }

    private static Allocation sum(Allocation one, Allocation other) {
        return new Allocation(
                one.costs().plus(other.costs()),
                one.interest().plus(other.interest()),
                one.principal().plus(other.principal()));
    }

    private void postInterest(LocalDate through) {
        switch (Accrual.of(after).until(law, through).orElse(null)) {
            case null -> {}
            case Computed result
            when result.interest().isPositive() -> {
                var posted = new PostedInterest(
                        through, result.interest(), result.trace().ruleId());
                computed.put(posted, result);
                after = after.with(after.history().with(posted));
            }
            case Computed _ -> {} // less than half an öre, kept for later
            case NeedsReview unknown -> {
                if (review == null) {
                    review = new InterestLeftToReview(through, unknown.ruleId(), unknown.reason());
                }
            }
        }
    }

    private void withdraw(List<ClaimEvent> events) {
        for (var posted : before.history().interest()) {
            if (!after.history().interest().contains(posted)) {
                events.add(new InterestWithdrawn(posted.through(), posted.amount(), posted.ruleId()));
            }
        }
        for (var fee : before.history().fees()) {
            if (!fee.withdrawn() && after.history().fees().contains(fee.taken())) {
                events.add(new ReminderFeeWithdrawn(fee.on(), fee.step(), fee.fee(), fee.ruleId()));
            }
        }
    }

    private void reallocate(List<ClaimEvent> events) {
        for (var old : before.history().payments()) {
            after.history()
                    .payment(old.receipt().payment())
                    .filter(now -> !now.allocation().equals(old.allocation()))
                    .ifPresent(now -> events.add(new PaymentReallocated(
                            old.on(), old.receipt(), old.allocation(), now.allocation(), now.excess())));
        }
    }

    private void correctWriteOffs(List<ClaimEvent> events) {
        for (var old : before.history().writeOffs()) {
            var now = after.history().writeOff(old.id()).orElseThrow();
            if (!now.given().equals(old.given())) {
                events.add(new WriteOffCorrected(old.on(), old.id(), old.reason(), old.given(), now.given()));
            }
            for (var payment : payments()) {
                var was = recovered(old, payment);
                var is = recovered(now, payment);
                if (!was.equals(is)) {
                    events.add(new WriteOffRecovered(payment.on(), old.id(), old.reason(), payment.receipt(), was, is));
                }
            }
        }
    }

    /** Those there were, and one that is told now. */
    private List<BookedPayment> payments() {
        var all = new ArrayList<>(before.history().payments());
        after.history().payments().stream()
                .filter(now -> before.history().payment(now.receipt().payment()).isEmpty())
                .forEach(all::add);
        return all;
    }

    private static Allocation recovered(GivenUp writeOff, BookedPayment payment) {
        var zero = Money.zero(payment.amount().currency());
        return writeOff.recoveredBy(payment.receipt().payment())
                .map(Recovery::allocation)
                .orElse(new Allocation(zero, zero, zero));
    }

    private void book(BookedPayment payment, List<ClaimEvent> events) {
        var booked = after.history().payment(payment.receipt().payment()).orElseThrow();
        if (booked.allocation().total().isPositive()) {
            events.add(new PaymentAllocated(booked.on(), booked.receipt(), booked.allocation()));
        }
        settledAnew().ifPresent(day -> events.add(new SettledInFull(day)));
        if (booked.excess().isPositive()) {
            events.add(new OverpaymentFound(booked.on(), booked.receipt(), booked.excess()));
        }
    }

    private Optional<LocalDate> settledAnew() {
        return after.settledOn().filter(day -> !before.settledOn().equals(Optional.of(day)));
    }
}
