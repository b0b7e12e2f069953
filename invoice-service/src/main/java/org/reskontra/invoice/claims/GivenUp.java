package org.reskontra.invoice.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;

/**
 * What the creditor gave up, and what it comes to as the claim stands. Money goes before it: what is paid later covers
 * what was given up as soon as nothing else is owed.
 *
 * @param on the day it counts for; what is given up bears no interest after it
 * @param asked the most to give up; null, before it is decided: all that is owed on that day
 * @param given what it covered on its day
 * @param recovered what later money covers in its place, by day
 */
public record GivenUp(
        WriteOffId id,
        LocalDate on,
        WriteOffReason reason,
        @Nullable Money asked,
        Allocation given,
        List<Recovery> recovered)
        implements Fact {

    private static final Comparator<Recovery> BY_DAY = Comparator.comparing(Recovery::on)
            .thenComparing(one -> one.payment().value());

    /** Part of a payment that covers what had been given up. */
    public record Recovery(PaymentId payment, LocalDate on, Allocation allocation) {}

    public GivenUp {
        recovered = List.copyOf(recovered);
    }

    /** What is given up now. */
    public Money amount() {
        return standing().total();
    }

    /** What is given up now, part by part. */
    Outstanding standing() {
        var rest = Outstanding.of(given.principal(), given.interest(), given.costs());
        for (var one : recovered) {
            rest = Claim.less(rest, one.allocation());
        }
        return rest;
    }

    Optional<Recovery> recoveredBy(PaymentId payment) {
        return recovered.stream().filter(one -> one.payment().equals(payment)).findFirst();
    }

    /** What it covers of what is owed on its day, nothing of it recovered yet: costs first, then interest. */
    GivenUp covering(Outstanding owed) {
        var left = asked == null ? owed.total() : asked;
        var costs = left.min(owed.costs());
        left = left.minus(costs);
        var interest = left.min(owed.interest());
        left = left.minus(interest);
        return with(new Allocation(costs, interest, left.min(owed.principal())), List.of());
    }

    GivenUp covering(Allocation other) {
        return with(other, recovered);
    }

    /** With another amount recovered by a payment; nothing: none of it. */
    GivenUp recovering(Recovery recovery) {
        var all = new ArrayList<>(
                keeping(one -> !one.payment().equals(recovery.payment())).recovered());
        if (recovery.allocation().total().isPositive()) {
            all.add(recovery);
            all.sort(BY_DAY);
        }
        return with(given, all);
    }

    GivenUp keeping(Predicate<Recovery> wanted) {
        return with(given, recovered.stream().filter(wanted).toList());
    }

    private GivenUp with(Allocation other, List<Recovery> otherRecovered) {
        return new GivenUp(id, on, reason, asked, other, otherRecovered);
    }
}
