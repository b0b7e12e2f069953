package org.reskontra.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a pack can say about late interest. */
public final class InterestFacts {

    /** The rate that late interest is counted from; may be negative. */
    public static final FactKey<BigDecimal> REFERENCE_RATE = FactKey.dated("reference-rate.yearly", Unit.PERCENT);

    /** What is added to the reference rate. */
    public static final FactKey<BigDecimal> MARGIN = FactKey.dated("late-interest.margin", Unit.PERCENTAGE_POINTS);

    /** Whether a contract may not set a lower rate than the statutory one. */
    public static final FactKey<Boolean> STATUTORY_IS_FLOOR =
            FactKey.dated("late-interest.statutory-is-floor", Unit.YES_OR_NO);

    /** Whether a contract may not set a higher rate than the statutory one. */
    public static final FactKey<Boolean> STATUTORY_IS_CEILING =
            FactKey.dated("late-interest.statutory-is-ceiling", Unit.YES_OR_NO);

    /** How far above the reference rate the late interest of consumer credit may be, by the day it was agreed. */
    public static final FactKey<BigDecimal> CREDIT_CEILING =
            FactKey.dated("late-interest.credit-ceiling", Unit.PERCENTAGE_POINTS);

    /** Whether charges that were added to a claim, such as the cost of a reminder, bear interest. */
    public static final FactKey<Boolean> CHARGES_BEAR_INTEREST =
            FactKey.dated("late-interest.charges-bear-interest", Unit.YES_OR_NO);

    /** Whether interest runs from a due date that was agreed beforehand. */
    public static final FactKey<Boolean> STARTS_AT_DUE_DATE =
            FactKey.always("late-interest.starts-at-due-date", Unit.YES_OR_NO);

    /** Whether service of an application for a payment order or a summons starts interest at the latest. */
    public static final FactKey<Boolean> STARTS_AT_SERVICE =
            FactKey.always("late-interest.starts-at-service", Unit.YES_OR_NO);

    /** From the sending of a demand to the start of interest where no due date was agreed. */
    public static final FactKey<Integer> START_AFTER_DEMAND =
            FactKey.always("late-interest.start-after-demand", Unit.DAYS);

    /** Whether such a demand must have warned of interest. */
    public static final FactKey<Boolean> WARNING_NEEDED =
            FactKey.always("late-interest.warning-needed", Unit.YES_OR_NO);

    /** Whether such a demand must have stated the rate. */
    public static final FactKey<Boolean> RATE_MUST_BE_STATED =
            FactKey.always("late-interest.rate-must-be-stated", Unit.YES_OR_NO);

    public static final FactKey<DayCount> DAY_COUNT = FactKey.always(
            "late-interest.day-count", Unit.parsed("day count", DayCount::named, "must be ACT/365 or ACT/ACT"));

    public static final FactKey<AccrualDays> ACCRUAL_DAYS =
            FactKey.always("late-interest.accrual-days", Unit.oneOf("accrual days", AccrualDays.class));

    /** How the unrounded sum becomes minor units. */
    public static final FactKey<RoundingMode> ROUNDING = FactKey.always(
            "late-interest.rounding", Unit.parsed("rounding", InterestFacts::rounding, "must say how to round"));

    static final List<FactKey<?>> ALL = List.of(
            REFERENCE_RATE,
            MARGIN,
            STATUTORY_IS_FLOOR,
            STATUTORY_IS_CEILING,
            CREDIT_CEILING,
            CHARGES_BEAR_INTEREST,
            STARTS_AT_DUE_DATE,
            STARTS_AT_SERVICE,
            START_AFTER_DEMAND,
            WARNING_NEEDED,
            RATE_MUST_BE_STATED,
            DAY_COUNT,
            ACCRUAL_DAYS,
            ROUNDING);

    private InterestFacts() {}

    private static RoundingMode rounding(String text) {
        var rounding = RoundingMode.valueOf(text);
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException(text);
        }
        return rounding;
    }
}
