package org.reskontra.creditcheck;

import java.time.LocalDate;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CreditEvent;
import org.reskontra.contracts.CreditEvent.CreditDecisionMade;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.CreditDecision;
import org.reskontra.creditcheck.scoring.Verdict;

/** What others are told of a decision. */
public final class Published {

    private Published() {}

    public static CreditDecisionMade from(
            CreditCheckId check, CustomerId customer, Money requested, CreditDecision decision, LocalDate on) {
        return new CreditDecisionMade(
                customer,
                check,
                verdict(decision.verdict()),
                requested,
                decision.limit(),
                decision.prepaymentShare(),
                decision.reasons(),
                on,
                decision.validUntil());
    }

    private static CreditEvent.CreditDecision verdict(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> CreditEvent.CreditDecision.APPROVE;
            case PREPAY -> CreditEvent.CreditDecision.PREPAY;
            case REFER -> CreditEvent.CreditDecision.REFER;
            case DECLINE -> CreditEvent.CreditDecision.DECLINE;
        };
    }
}
