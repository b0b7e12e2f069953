package org.reskontra.invoice.statements;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.Movement;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.explain.Trace;

/**
 * One entry of the ledger on a claim, and what its posting says of it.
 *
 * @param kind what the posting books, as the ledger has it: a kind this package has no words for is shown all the same
 * @param on the day it counts for
 * @param amount what it adds to the part; negative where it lessens it
 * @param interestThrough for posted or withdrawn interest: its last day
 * @param ruleId the rule that allows a charge
 * @param calculation how a computed amount came about
 */
public record Posted(
        UUID posting,
        String kind,
        LocalDate on,
        ClaimPart part,
        Money amount,
        Optional<PaymentId> payment,
        Optional<LocalDate> interestThrough,
        Optional<String> ruleId,
        Optional<Trace> calculation) {

    public Movement movement() {
        return new Movement(on, part, amount, interestThrough);
    }
}
