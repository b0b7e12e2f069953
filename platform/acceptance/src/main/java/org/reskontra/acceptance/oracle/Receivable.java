package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;

/**
 * One invoice as the rules would have it, in minor units: reminder on the fifth day after the due date, hand-over on the
 * twelfth after the reminder, money covers costs, interest and principal in this order.
 */
public final class Receivable {

    private static final int REMINDER_AFTER = 5;
    private static final int HAND_OVER_AFTER = 12;
    private static final long REMINDER_FEE = 60_00;

    private final InvoiceIssued invoice;
    private final LocalDate issuedOn;
    private long principal;
    private long interest;
    private long costs;
    private LocalDate interestThrough;
    private final List<Reduction> reductions = new ArrayList<>();
    private final List<LocalDate> settlements = new ArrayList<>();

    private boolean everPaid;

    @Nullable
    private LastMoney last;

    @Nullable
    private LocalDate resumedOn;

    @Nullable
    private LocalDate dueDatePassedOn;

    @Nullable
    private LocalDate remindedOn;

    @Nullable
    private LocalDate handedOverOn;

    @Nullable
    private LocalDate settledOn;

    private record Reduction(LocalDate on, long amount) {}

    /** How the invoice stood before a payment after which nothing has happened to it. */
    private record LastMoney(
            UUID payment,
            long principal,
            long interest,
            long costs,
            LocalDate interestThrough,
            List<Reduction> reductions,
            @Nullable LocalDate settledOn) {}

    Receivable(InvoiceIssued invoice, LocalDate issuedOn) {
        this.invoice = invoice;
        this.issuedOn = issuedOn;
        this.principal = invoice.amount().minor();
        this.interestThrough = invoice.due();
    }

    /** The day's work: at most one step. */
    void dayBegins(LocalDate day) {
        if (settledOn != null || handedOverOn != null) {
            return;
        }
        if (dueDatePassedOn == null && day.isAfter(invoice.due())) {
            dueDatePassedOn = day;
        }
        if (remindedOn == null) {
            if (!day.isBefore(waitFrom(invoice.due()).plusDays(REMINDER_AFTER))) {
                remindedOn = day;
                costs += REMINDER_FEE;
                last = null;
            }
        } else if (!day.isBefore(waitFrom(remindedOn).plusDays(HAND_OVER_AFTER))) {
            handedOverOn = day;
            last = null;
        }
    }

    /** Whoever's payment of all was taken back is given the whole wait again. */
    private LocalDate waitFrom(LocalDate step) {
        return resumedOn != null && resumedOn.isAfter(step) ? resumedOn : step;
    }

    /** Whether the day's work is about this invoice. */
    public boolean isWorkedOn(LocalDate day) {
        return day.equals(dueDatePassedOn) || isWrittenAboutOn(day);
    }

    /** Whether a letter goes out: a reminder, or the demand that follows a hand-over. */
    public boolean isWrittenAboutOn(LocalDate day) {
        return day.equals(remindedOn) || day.equals(handedOverOn);
    }

    /** Whether a payment of that id can be taken back: nothing has happened to the invoice since. */
    boolean canTakeBack(UUID payment) {
        return last != null && last.payment().equals(payment);
    }

    /** The bank takes the last payment back: all is as it was before it, but for the steps that were taken. */
    void takeBack(LocalDate day) {
        var before = Objects.requireNonNull(last);
        if (settledOn != null && before.settledOn() == null && handedOverOn == null) {
            resumedOn = day;
            if (dueDatePassedOn == null && day.isAfter(invoice.due())) {
                dueDatePassedOn = day;
            }
        }
        principal = before.principal();
        interest = before.interest();
        costs = before.costs();
        interestThrough = before.interestThrough();
        reductions.clear();
        reductions.addAll(before.reductions());
        settledOn = before.settledOn();
        last = null;
    }

    boolean canBeCredited() {
        return !everPaid && principal > 0 && handedOverOn == null;
    }

    /** What was never owed bears no interest on any day; if that is all, there was nothing to remind of. */
    void credit(long amount) {
        principal -= amount;
        if (principal == 0) {
            costs = 0;
            settledOn = issuedOn;
            settlements.add(issuedOn);
        }
    }

    /** Takes money in; answers what is left of it. */
    long pay(LocalDate day, UUID payment, long amount) {
        everPaid = true;
        last = new LastMoney(payment, principal, interest, costs, interestThrough, List.copyOf(reductions), settledOn);
        boolean owed = settledOn == null;
        long rest = pay(day, amount);
        if (owed && settledOn != null) {
            settlements.add(settledOn);
        }
        return rest;
    }

    private long pay(LocalDate day, long amount) {
        if (settledOn != null) {
            return amount;
        }
        long accrued = accrued(day);
        if (day.equals(remindedOn) && amount >= owed() + accrued - REMINDER_FEE) {
            return settledWithoutTheFee(day, amount - (owed() + accrued - REMINDER_FEE));
        }
        if (accrued > 0) {
            interest += accrued;
            interestThrough = day;
            reductions.clear();
        }
        long rest = amount;
        long forCosts = Math.min(rest, costs);
        costs -= forCosts;
        rest -= forCosts;
        long forInterest = Math.min(rest, interest);
        interest -= forInterest;
        rest -= forInterest;
        long forPrincipal = Math.min(rest, principal);
        principal -= forPrincipal;
        rest -= forPrincipal;
        if (forPrincipal > 0 && day.isAfter(interestThrough)) {
            reductions.add(new Reduction(day, forPrincipal));
        }
        if (owed() == 0) {
            settledOn = day;
        }
        return rest;
    }

    /** Paid by the end of the day of the reminder: it would not have gone out, and its fee is withdrawn. */
    private long settledWithoutTheFee(LocalDate day, long rest) {
        principal = 0;
        interest = 0;
        costs = 0;
        reductions.clear();
        settledOn = day;
        return rest;
    }

    /** Interest after the last posted day through a day; none once all is paid. */
    public long accrued(LocalDate day) {
        if (settledOn != null) {
            return 0;
        }
        long before =
                principal + reductions.stream().mapToLong(Reduction::amount).sum();
        var days = new InterestDays();
        var from = interestThrough;
        for (var reduction : reductions) {
            days.add(before, from, reduction.on());
            before -= reduction.amount();
            from = reduction.on();
        }
        return days.add(before, from, day).rounded();
    }

    public InvoiceIssued invoice() {
        return invoice;
    }

    public long principal() {
        return principal;
    }

    /** As posted. */
    public long interest() {
        return interest;
    }

    public long costs() {
        return costs;
    }

    /** As booked. */
    public long owed() {
        return principal + interest + costs;
    }

    public Optional<LocalDate> remindedOn() {
        return Optional.ofNullable(remindedOn);
    }

    public Optional<LocalDate> handedOverOn() {
        return Optional.ofNullable(handedOverOn);
    }

    /** The days on which it was settled: more than one where money was taken back. */
    public List<LocalDate> settlements() {
        return List.copyOf(settlements);
    }

    public Optional<LocalDate> settledOn() {
        return Optional.ofNullable(settledOn);
    }
}
