package org.reskontra.dunning.ladder;

import java.time.LocalDate;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/**
 * What a reminder said that matters afterwards.
 *
 * @param fee of this letter; zero when none was agreed or allowed
 * @param feeRule the rule that allowed or refused the fee
 * @param asked everything it asked for, its fee included
 */
public record SentLetter(LetterId id, LocalDate payBy, Money fee, String feeRule, Outstanding asked) {

    /** The rule named when a fee is given up because the debt was paid before the letter was on record. */
    public static final String FEE_WAIVED = "DUN-FEE-WAIVED-PAID-FIRST";

    SentLetter withoutFee() {
        return new SentLetter(id, payBy, Money.zero(fee.currency()), FEE_WAIVED, asked);
    }
}
