package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.InterestResult.NeedsReview;
import org.reskontra.rulebook.interest.InterestStart.Demand;
import org.reskontra.rulebook.interest.InterestStart.Start;

/** Norwegian cases, amounts in kroner; and that little of Norwegian and nothing of Danish rates is known. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NorwayInterestCasesTest {

    private static final RulePack NORWAY = Rulebook.standard().pack(Country.NO);
    private static final RulePack DENMARK = Rulebook.standard().pack(Country.DK);

    @ParameterizedTest(name = "{0} {1} kr due {2}, paid {3}: {4} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #   | principal |    due     |    paid    | interest | days | rate
            # --+-----------+------------+------------+----------+------+-----
            a   |  10000.00 | 2026-01-31 | 2026-03-02 |    98.63 |   30 | 0.12
            """)
    void late_interest(
            String name,
            BigDecimal principal,
            LocalDate due,
            LocalDate paid,
            BigDecimal kroner,
            int days,
            BigDecimal rate) {
        var result = assertInstanceOf(Computed.class, LateInterest.accrue(NORWAY, claim(principal, due, paid, null)));
        assertEquals(kroner, result.interest().toMajor());
        assertEquals(1, result.stretches().size());
        assertEquals(days, result.stretches().getFirst().days());
        assertEquals(0, rate.compareTo(result.stretches().getFirst().rate()));
        assertEquals(
                result.interest().minor(), TraceCheck.recompute(result.trace()).longValueExact());
    }

    @ParameterizedTest(name = "{1} to {2} needs review under {3}")
    @CsvSource({
        "NO, 2025-12-30, 2026-01-10, , NO-INT-10, from 2025-12-31 to 2025-12-31",
        "NO, 2026-06-29, 2026-07-10, , NO-INT-10, from 2026-07-01 to 2026-07-10",
        "NO, 2026-01-31, 2026-03-02, 0.10, NO late-interest.statutory-is-floor, from 2026-02-01 to 2026-03-02",
        "DK, 2026-01-31, 2026-03-02, , DK-INT-10, from 2026-02-01 to 2026-03-02",
        "DK, 2026-01-31, 2026-03-02, 0.10, DK late-interest.statutory-is-floor, from 2026-02-01 to 2026-03-02",
    })
    void what_is_not_known_is_left_to_a_person(
            Country country, LocalDate after, LocalDate until, BigDecimal agreed, String rule, String days) {
        var pack = Rulebook.standard().pack(country);
        var claim = claim(BigDecimal.TEN, after, until, agreed);
        var review = assertInstanceOf(NeedsReview.class, LateInterest.accrue(pack, claim));
        assertEquals(rule, review.ruleId());
        assertTrue(review.reason().contains(days), review.reason());
        assertEquals(review, LateInterest.interest(pack, claim));
    }

    @ParameterizedTest
    @EnumSource(DebtorKind.class)
    void the_start_of_interest_is_known_of_a_norwegian_due_date_only(DebtorKind debtor) {
        var due = LocalDate.parse("2026-01-31");
        var demand = new Demand(due, null, true, true);
        assertEquals(new Start.After(due, "NO-INT-2"), InterestStart.onDueDate(NORWAY, debtor, due));
        assertInstanceOf(Start.NeedsReview.class, InterestStart.withoutDueDate(NORWAY, debtor, demand, null));
        assertInstanceOf(Start.NeedsReview.class, InterestStart.withoutDueDate(NORWAY, debtor, demand, due));
        assertInstanceOf(Start.NeedsReview.class, InterestStart.onDueDate(DENMARK, debtor, due));
    }

    @Test
    void nothing_is_owed_on_the_due_date_whatever_is_known() {
        var due = LocalDate.parse("2031-01-31");
        var result =
                assertInstanceOf(Computed.class, LateInterest.accrue(DENMARK, claim(BigDecimal.TEN, due, due, null)));
        assertTrue(result.interest().isZero());
        assertEquals(List.of(), result.shown());
    }

    private static InterestClaim claim(BigDecimal principal, LocalDate after, LocalDate until, BigDecimal agreed) {
        long minor = principal.movePointRight(2).longValueExact();
        return new InterestClaim(DebtorKind.BUSINESS, Money.of(minor, "NOK"), after, until, List.of(), agreed);
    }
}
