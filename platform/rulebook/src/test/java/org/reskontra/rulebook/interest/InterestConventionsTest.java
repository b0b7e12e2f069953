package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;

import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.AccrualDays;
import org.reskontra.rulebook.DayCount;
import org.reskontra.rulebook.InterestConventions;
import org.reskontra.rulebook.explain.TraceCheck;

/** Day count, end days and rounding can be given; the pack has defaults. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InterestConventionsTest {

    private static final InterestConventions SWEDISH =
            PACK.interest(DebtorKind.BUSINESS).conventions().orElseThrow();

    private static Money interest(InterestClaim claim, InterestConventions conventions) {
        var result = computed(LateInterest.accrue(PACK, claim, conventions));
        assertEquals(
                result.interest().minor(), TraceCheck.recompute(result.trace()).longValueExact());
        assertEquals(new InterestAmount.Known(result.interest()), LateInterest.interest(PACK, claim, conventions));
        return result.interest();
    }

    @Test
    void the_default_is_that_of_the_pack() {
        var claim = late("10 000", "2023-05-15", "2023-08-20");
        assertEquals(LateInterest.accrue(PACK, claim), LateInterest.accrue(PACK, claim, SWEDISH));
    }

    @Test
    void G1_with_the_due_date_counted_instead_of_the_day_of_payment() {
        var reversed = SWEDISH.with(AccrualDays.FROM_START_BEFORE_PAYMENT, "clause 7");
        assertEquals(kr("292.74"), interest(late("10 000", "2023-05-15", "2023-08-20"), reversed));
    }

    @Test
    void G6_with_the_days_of_a_leap_year_counted_as_366() {
        var actual = SWEDISH.with(DayCount.ACT_ACT, "clause 7");
        assertEquals(kr("1200.00"), interest(late("10 000", "2023-12-31", "2024-12-31"), actual));
    }

    @Test
    void G2_rounded_up() {
        var up = SWEDISH.with(RoundingMode.UP, "clause 7");
        assertEquals(kr("98.64"), interest(late("10 000", "2024-03-31", "2024-04-30"), up));
    }

    @Test
    void the_explanation_names_what_was_agreed() {
        var claim = late("10 000", "2024-03-31", "2024-04-30");
        var trace = computed(LateInterest.accrue(PACK, claim, SWEDISH.with(RoundingMode.UP, "clause 7")))
                .trace();
        assertEquals("CONTRACT", trace.ruleId());
        assertEquals("clause 7", trace.source());
    }

    @Test
    void to_need_no_rounding_is_no_convention() {
        assertThrows(IllegalArgumentException.class, () -> SWEDISH.with(RoundingMode.UNNECESSARY, "clause 7"));
    }
}
