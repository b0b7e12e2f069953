package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.reskontra.contracts.Money;

/** What a rule answers when it applies. */
public sealed interface Answer {

    /** Only the verdict: REFER or DECLINE. */
    record Plain(Verdict verdict) implements Answer {
        public Plain {
            if (verdict == Verdict.APPROVE || verdict == Verdict.PREPAY) {
                throw new PolicyRefused("answer", verdict + " cannot stand alone");
            }
        }
    }

    /**
     * A fixed part beforehand.
     *
     * @param share above 0 to 1
     */
    record Prepay(BigDecimal share) implements Answer {
        public Prepay {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new PolicyRefused("answer", "a prepayment is above 0 to 1, not " + share);
            }
        }
    }

    /** Whatever is above the limit beforehand, rounded up to a whole per cent. */
    record PrepayTheExcess() implements Answer {}

    default Verdict verdict() {
        return switch (this) {
            case Plain(var verdict) -> verdict;
            case Prepay _, PrepayTheExcess _ -> Verdict.PREPAY;
        };
    }

    /** The part of the amount to be paid beforehand, from 0 to 1. */
    default BigDecimal share(CreditRequest request, Money limit) {
        return switch (this) {
            case Plain _ -> BigDecimal.ZERO;
            case Prepay(var share) -> share;
            case PrepayTheExcess _ -> excess(request, limit);
        };
    }

    private static BigDecimal excess(CreditRequest request, Money limit) {
        var excess = request.exposure().plus(request.amount()).minus(limit);
        var ofTheAmount = excess.max(Money.zero(excess.currency())).min(request.amount());
        return BigDecimal.valueOf(ofTheAmount.minor())
                .divide(BigDecimal.valueOf(request.amount().minor()), 2, RoundingMode.UP);
    }
}
