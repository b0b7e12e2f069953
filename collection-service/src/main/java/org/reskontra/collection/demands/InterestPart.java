package org.reskontra.collection.demands;

import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.interest.Stretch;

/**
 * Interest up to a day, with what the law wants said about it: rates, periods and base capital.
 *
 * @param amount still owed; less than the stretches make when some of it has been paid
 * @param through last day that is counted
 * @param stretches in order of time; empty when the rates of those days are not known
 */
public record InterestPart(Money amount, LocalDate through, List<Stretch> stretches) {

    public InterestPart {
        stretches = List.copyOf(stretches);
    }
}
