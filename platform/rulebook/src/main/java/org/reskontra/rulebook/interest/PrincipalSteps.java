package org.reskontra.rulebook.interest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.reskontra.contracts.Money;

/** The principal on the days that bear interest: from each day on, until the next. Days count from 1970-01-01. */
final class PrincipalSteps {

    private final long[] from;
    private final long[] minor;
    private int size;

    private PrincipalSteps(int most) {
        from = new long[most];
        minor = new long[most];
    }

    /**
     * The steps from the first to the last day, which is not before it.
     *
     * @param charges that bear interest as the principal does, in any order
     * @param offset days from a change to its effect
     * @throws IllegalArgumentException when the principal is negative on one of these days
     */
    static PrincipalSteps of(InterestClaim claim, List<PrincipalChange> charges, int offset, long first, long last) {
        var principal = claim.principal();
        var changes = charges.isEmpty() ? claim.changes() : both(claim.changes(), charges);
        var steps = new PrincipalSteps(changes.size() + 1);
        steps.from[0] = first;
        steps.minor[0] = principal.minor();
        steps.size = 1;
        for (var change : inOrder(changes)) {
            long day = change.on().toEpochDay() + offset;
            if (day > last) {
                break;
            }
            steps.change(Math.max(day, first), change.amount().minor());
        }
        steps.requireNoneNegative(principal);
        return steps;
    }

    int size() {
        return size;
    }

    long from(int step) {
        return from[step];
    }

    long minor(int step) {
        return minor[step];
    }

    private void change(long day, long amount) {
        long now = Math.addExact(minor[size - 1], amount);
        if (day > from[size - 1]) {
            from[size] = day;
            size++;
        }
        minor[size - 1] = now;
    }

    private void requireNoneNegative(Money principal) {
        for (int step = 0; step < size; step++) {
            if (minor[step] < 0) {
                throw new IllegalArgumentException("the changes leave a principal of "
                        + new Money(minor[step], principal.currency()) + " on " + LocalDate.ofEpochDay(from[step]));
            }
        }
    }

    private static List<PrincipalChange> both(List<PrincipalChange> some, List<PrincipalChange> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<PrincipalChange> inOrder(List<PrincipalChange> changes) {
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).on().isBefore(changes.get(i - 1).on())) {
                return changes.stream()
                        .sorted(Comparator.comparing(PrincipalChange::on))
                        .toList();
            }
        }
        return changes;
    }
}
