package org.reskontra.rulebook.limitation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.ClaimKind;

/**
 * A claim whose time runs.
 *
 * @param origin day of the contract or the delivery
 * @param dueDate fixed beforehand and binding; null where there is none
 * @param naturalPerson whether the debtor is one; a consumer is
 * @param interruptions in any order
 */
public record RunningClaim(
        LocalDate origin,
        @Nullable LocalDate dueDate,
        ClaimKind kind,
        DebtorKind debtor,
        boolean naturalPerson,
        List<Interruption> interruptions) {

    public RunningClaim {
        if (kind == ClaimKind.CONSUMER_SUPPLY && debtor != DebtorKind.CONSUMER) {
            throw new IllegalArgumentException("supply for private use is to a consumer, not to a " + debtor);
        }
        if (debtor == DebtorKind.CONSUMER && !naturalPerson) {
            throw new IllegalArgumentException("a consumer is a natural person");
        }
        interruptions = List.copyOf(interruptions);
    }
}
