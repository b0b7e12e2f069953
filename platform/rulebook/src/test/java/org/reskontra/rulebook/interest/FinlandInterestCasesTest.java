package org.reskontra.rulebook.interest;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
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

/**
 * Finnish cases worked by hand, for a lawyer to read. Amounts in euro. Interest runs on the days after the due date
 * through the day of payment, each day at its own rate over 365, and the sum is rounded once.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FinlandInterestCasesTest {

    private static final RulePack FINLAND = Rulebook.standard().pack(Country.FI);

    @Test
    void before_2013_03_16_a_business_owed_no_more_than_a_consumer() {
        assertEquals(
                "5 d 8 % + 5 d 9 %",
                written(computed(DebtorKind.BUSINESS, "2013-03-10", "2013-03-20", null)
                        .stretches()));
        assertEquals(
                "10 d 8 %",
                written(computed(DebtorKind.CONSUMER, "2013-03-10", "2013-03-20", null)
                        .stretches()));
    }

    @Test
    void no_contract_makes_a_consumer_pay_more_than_the_statutory_rate() {
        var capped = computed(DebtorKind.CONSUMER, "2024-12-15", "2025-01-31", "0.11");
        assertEquals("16 d 11 % + 31 d 10.5 %", written(capped.stretches()));
        assertEquals(
                capped.interest().minor(), TraceCheck.recompute(capped.trace()).longValueExact());
        assertEquals(
                "16 d 5 % + 31 d 5 %",
                written(computed(DebtorKind.CONSUMER, "2024-12-15", "2025-01-31", "0.05")
                        .stretches()));
        assertEquals(
                "47 d 16 %",
                written(computed(DebtorKind.BUSINESS, "2024-12-15", "2025-01-31", "0.16")
                        .stretches()));
    }

    @ParameterizedTest(name = "{0}: {1} from {2} to {3} at {4} needs review under {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # why                                        | debtor      | after      | until      | agreed | rule      | reason
            past the last known rate                     | CONSUMER    | 2026-06-20 | 2026-07-10 |        | FI-INT-10 | from 2026-07-01 to 2026-07-10
            the rates of 2003-07-01 to 2006-12-31        | BUSINESS    | 2006-12-01 | 2007-01-10 |        | FI-INT-10 | from 2006-12-02 to 2006-12-31
            before the first known rate                  | CONSUMER    | 2002-06-20 | 2002-07-10 |        | FI-INT-10 | from 2002-06-21 to 2002-06-30
            a public body since 2013-03-16               | PUBLIC_BODY | 2013-03-10 | 2013-03-20 |        | FI-INT-1  | from 2013-03-16 to 2013-03-20
            a contract with a public body                | PUBLIC_BODY | 2013-03-10 | 2013-03-20 |   0.20 | FI-INT-7  | from 2013-03-11 to 2013-03-20
            a contract against a rate that is not known  | CONSUMER    | 2026-06-20 | 2026-07-10 |   0.20 | FI-INT-10 | from 2026-07-01 to 2026-07-10
            """)
    void what_is_not_known_is_left_to_a_person(
            String why,
            DebtorKind debtor,
            LocalDate after,
            LocalDate until,
            BigDecimal agreed,
            String rule,
            String reason) {
        var claim = claim(debtor, "100.00", after, until, agreed);
        var review = assertInstanceOf(NeedsReview.class, LateInterest.accrue(FINLAND, claim));
        assertEquals(rule, review.ruleId());
        assertTrue(review.reason().contains(reason), review.reason());
        assertEquals(review, LateInterest.interest(FINLAND, claim));
    }

    @Test
    void consumer_credit_with_a_rate_of_its_own_and_interest_on_costs_are_left_to_a_person() {
        var claim = claim(DebtorKind.CONSUMER, "800.00", day("2025-01-31"), day("2025-04-01"), new BigDecimal("0.15"));
        assertEquals(
                "FI-INT-8", review(claim.asConsumerCredit(day("2024-05-02"))).ruleId());
        var cost = new ChargeChange(day("2025-02-20"), eur("5.00"));
        assertEquals("FI-INT-13", review(claim.withCharges(List.of(cost))).ruleId());
    }

    @Test
    void interest_runs_from_a_due_date_that_was_agreed() {
        assertEquals(
                new Start.After(day("2025-01-31"), "FI-INT-2"),
                InterestStart.onDueDate(FINLAND, DebtorKind.CONSUMER, day("2025-01-31")));
    }

    @ParameterizedTest
    @EnumSource(DebtorKind.class)
    void else_thirty_days_after_a_demand_that_states_the_rate(DebtorKind debtor) {
        var stated = new Demand(day("2025-03-01"), null, true, true);
        assertEquals(
                new Start.After(day("2025-03-31"), "FI-INT-3"),
                InterestStart.withoutDueDate(FINLAND, debtor, stated, null));
        var unstated = new Demand(day("2025-03-01"), null, true);
        assertEquals(
                new Start.NotYet("FI-INT-3", "the demand does not state the rate of interest"),
                InterestStart.withoutDueDate(FINLAND, debtor, unstated, null));
    }

    @Test
    void whether_service_starts_interest_is_left_to_a_person() {
        assertInstanceOf(
                Start.NeedsReview.class,
                InterestStart.withoutDueDate(FINLAND, DebtorKind.CONSUMER, null, day("2025-06-10")));
    }

    private static Computed computed(DebtorKind debtor, String after, String until, String agreed) {
        var claim = claim(debtor, "1000.00", day(after), day(until), agreed == null ? null : new BigDecimal(agreed));
        return assertInstanceOf(Computed.class, LateInterest.accrue(FINLAND, claim));
    }

    private static NeedsReview review(InterestClaim claim) {
        return assertInstanceOf(NeedsReview.class, LateInterest.accrue(FINLAND, claim));
    }

    private static InterestClaim claim(
            DebtorKind debtor, String principal, LocalDate after, LocalDate until, BigDecimal agreed) {
        return new InterestClaim(debtor, eur(principal), after, until, List.of(), agreed);
    }

    private static Money eur(String amount) {
        return Money.ofMajor(
                new BigDecimal(amount.replace(" ", "")), Currency.getInstance("EUR"), RoundingMode.UNNECESSARY);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static String written(List<Stretch> stretches) {
        return stretches.stream()
                .map(s -> s.days() + " d "
                        + s.rate().movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .collect(joining(" + "));
    }
}
