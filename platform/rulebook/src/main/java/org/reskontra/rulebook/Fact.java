package org.reskontra.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reskontra.contracts.DebtorKind;

/**
 * What a country's law says to one question.
 *
 * @param rule such as {@code SE-INT-1}
 * @param debtors whom it is about; several facts of one key are about different debtors
 * @param about one sentence for a person to read
 * @param cases the golden cases that show it, such as {@code G1}
 * @param untested why there is no such case
 * @param timeline what it says, day by day
 */
public record Fact<T>(
        FactKey<T> key,
        String rule,
        Set<DebtorKind> debtors,
        String about,
        List<String> cases,
        Optional<String> untested,
        Timeline<T> timeline) {

    public Fact {
        debtors = Set.copyOf(debtors);
        cases = List.copyOf(cases);
    }
}
