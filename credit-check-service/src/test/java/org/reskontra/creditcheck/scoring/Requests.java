package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/** The words that the specifications of scoring are written in. */
final class Requests {

    static final Currency SEK = Currency.getInstance("SEK");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    static final CreditPolicy POLICY = new CreditPolicy(
            "test",
            SEK,
            30,
            List.of(
                    new LimitTier("good", sek(250_000_00), 5, new BigDecimal("0.25"), new BigDecimal("5")),
                    new LimitTier("known", sek(100_000_00), 1, new BigDecimal("0.50"), new BigDecimal("15")),
                    new LimitTier("unproven", sek(25_000_00), null, null, null)),
            List.of(
                    rule("OVERDUE", overdueAbove(5), new Answer.Prepay(new BigDecimal("0.50"))),
                    rule("SLOW_PAYER", lateShareAbove("0.50", 3), new Answer.Prepay(new BigDecimal("0.30"))),
                    rule("UNKNOWN_LARGE", unknownAbove(25_000_00), new Answer.Plain(Verdict.REFER)),
                    rule("AT_COLLECTION", atCollection(), new Answer.Plain(Verdict.DECLINE)),
                    rule("OVER_LIMIT", utilisationAbove("1"), new Answer.PrepayTheExcess()),
                    rule("FAR_OVER_LIMIT", utilisationAbove("2"), new Answer.Plain(Verdict.REFER))));

    private Requests() {}

    static Money sek(long minor) {
        return new Money(minor, SEK);
    }

    static Behaviour paid(int settled, int late, long daysLate) {
        return new Behaviour(settled, late, daysLate, 0, 0);
    }

    static CreditRequest asks(long minor, long exposureMinor, Behaviour behaviour) {
        return new CreditRequest(sek(minor), sek(exposureMinor), false, behaviour, TODAY);
    }

    private static PolicyRule rule(String code, Condition when, Answer answer) {
        return new PolicyRule(code, when, answer);
    }

    private static Condition overdueAbove(int days) {
        return new Condition(null, null, null, null, days, null, null, null);
    }

    private static Condition lateShareAbove(String share, @Nullable Integer settledAtLeast) {
        return new Condition(null, null, new BigDecimal(share), null, null, null, settledAtLeast, null);
    }

    private static Condition unknownAbove(long minor) {
        return new Condition(sek(minor), null, null, null, null, null, null, 1);
    }

    private static Condition atCollection() {
        return new Condition(null, null, null, null, null, 1, null, null);
    }

    private static Condition utilisationAbove(String utilisation) {
        return new Condition(null, new BigDecimal(utilisation), null, null, null, null, null, null);
    }
}
