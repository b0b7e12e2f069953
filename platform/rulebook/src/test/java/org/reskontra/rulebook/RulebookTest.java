package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.day;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

class RulebookTest {

    private static final Timeline<BigDecimal> RATE = PACK.timeline(InterestFacts.REFERENCE_RATE, DebtorKind.CONSUMER);

    @Test
    void the_packs_are_read_once() {
        assertSame(Rulebook.standard(), Rulebook.standard());
        assertEquals(Country.SE, PACK.country());
    }

    @Test
    void a_country_without_law_is_refused_by_name() {
        var refused = assertThrows(NoSuchPack.class, () -> Rulebook.standard().pack(new Country("IS")));
        assertEquals("the rulebook has no law for IS", refused.getMessage());
    }

    @Test
    void a_file_that_is_not_there_is_refused_by_name() {
        var refused = assertThrows(PackRefused.class, () -> PackFile.shipped("packs/xx/pack.yaml"));
        assertEquals("packs/xx/pack.yaml: there is no such file", refused.getMessage());
    }

    @Test
    void swedish_reference_rates_come_by_calendar_half_year_from_2002_07_01() {
        var periods = RATE.periods();
        assertEquals(day("2002-07-01"), periods.getFirst().from());
        for (var period : periods) {
            var firstHalf = period.from().getMonthValue() == 1;
            assertEquals(period.from().withMonth(firstHalf ? 1 : 7).withDayOfMonth(1), period.from());
            assertEquals(
                    firstHalf
                            ? day(period.from().getYear() + "-06-30")
                            : day(period.from().getYear() + "-12-31"),
                    period.to());
        }
    }

    @Test
    void swedish_reference_rates_are_whole_half_points() {
        for (var period : RATE.periods()) {
            period.value()
                    .ifPresent(rate -> assertEquals(
                            0, rate.remainder(new BigDecimal("0.005")).signum()));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2002-07-01, 0.045", "2009-12-31, 0.005", "2012-07-01, 0.015", "2013-01-01, 0.01", "2016-06-30, 0",
        "2016-07-01, -0.005", "2019-06-30, -0.005", "2019-07-01, 0", "2022-12-31, 0.005", "2023-07-01, 0.035",
        "2024-12-31, 0.04", "2025-07-01, 0.02", "2026-06-30, 0.02",
    })
    void swedish_reference_rate_of_a_day(String day, String rate) {
        var period = RATE.on(day(day));
        assertEquals(0, new BigDecimal(rate).compareTo(period.value().orElseThrow()));
    }

    @Test
    void what_nobody_has_read_is_unknown() {
        assertTrue(RATE.on(day("2026-07-01")).value().isEmpty());
        assertTrue(RATE.on(day("2027-01-01")).value().isEmpty());
        assertTrue(RATE.on(day("2002-06-30")).value().isEmpty());
        assertTrue(PACK.on(CostFacts.maximum(CollectionCost.REMINDER), DebtorKind.CONSUMER, day("2003-06-30"))
                .value()
                .isEmpty());
    }

    @Test
    void a_rate_from_a_secondary_source_says_so() {
        assertEquals(Confidence.LIKELY, RATE.on(day("2026-01-01")).confidence());
    }

    @Test
    void runs_cover_every_day_also_where_nothing_is_recorded() {
        var runs = RATE.runs(day("2002-01-01"), day("2003-01-31"));
        assertEquals(3, runs.size());
        assertEquals(day("2002-06-30"), runs.get(0).to());
        assertEquals(day("2002-07-01"), runs.get(1).from());
        assertEquals(day("2003-01-31"), runs.get(2).to());
        assertFalse(runs.get(1).value().isEmpty());
    }

    @Test
    void a_consumer_must_be_warned_and_a_public_body_is_protected_from_undercutting() {
        for (var debtor : DebtorKind.values()) {
            assertEquals(
                    debtor == DebtorKind.CONSUMER,
                    PACK.convention(InterestFacts.WARNING_NEEDED, debtor)
                            .orElseThrow()
                            .value());
            assertEquals(
                    debtor == DebtorKind.PUBLIC_BODY,
                    PACK.on(InterestFacts.STATUTORY_IS_FLOOR, debtor, day("2013-03-16"))
                            .value()
                            .orElseThrow());
        }
    }

    @Test
    void act_act_counts_a_day_of_a_leap_year_for_less() {
        assertEquals(DayCount.ACT_ACT.unitsPerYear(), DayCount.ACT_ACT.units(day("2024-01-01"), day("2024-12-31")));
        assertEquals(DayCount.ACT_ACT.unitsPerYear(), DayCount.ACT_ACT.units(day("2025-01-01"), day("2025-12-31")));
        assertEquals(366 + 365, DayCount.ACT_ACT.units(day("2023-12-31"), day("2024-01-01")));
    }
}
