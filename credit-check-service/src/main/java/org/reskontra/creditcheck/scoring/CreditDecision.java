package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.reskontra.contracts.Money;

/**
 * The answer to a request.
 *
 * @param limit what may be outstanding at most
 * @param prepaymentShare part of the amount to be paid beforehand, above 0 to 1; 0 unless the verdict is PREPAY
 * @param reasons codes of the rules that decided, most important first; never empty
 * @param validUntil last day it holds
 */
public record CreditDecision(
        Verdict verdict, Money limit, BigDecimal prepaymentShare, List<String> reasons, LocalDate validUntil) {

    public CreditDecision {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision without a reason");
        }
    }
}
