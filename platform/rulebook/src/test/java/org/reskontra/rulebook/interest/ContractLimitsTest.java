package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.late;
import static org.reskontra.rulebook.Sweden.review;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.explain.Trace.Step;
import org.reskontra.rulebook.explain.TraceCheck;

/** What a contract may say about the rate (Interest Act s. 6, Consumer Credit Act 2010:1846 s. 19 a). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractLimitsTest {

    @ParameterizedTest(name = "credit of {0}, {1} agreed, due {2}, paid {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # credit of | agreed | after      | until      | rates of the stretches
            2025-03-01  | 0.30   | 2025-06-20 | 2025-07-10 | 0.23 0.22
            2025-03-01  | 0.225  | 2025-06-20 | 2025-07-10 | 0.225 0.22
            2025-03-01  | 0.10   | 2025-06-20 | 2025-07-10 | 0.1 0.1
            2025-02-28  | 0.50   | 2025-06-20 | 2025-07-10 | 0.43 0.42
            2018-09-01  | 0.50   | 2018-10-01 | 2018-10-31 | 0.395
            """)
    void consumer_credit_is_capped_by_the_day_it_was_agreed_above_the_reference_rate_of_each_day(
            String creditOf, String agreed, String after, String until, String rates) {
        var claim = late(DebtorKind.CONSUMER, after, until, agreed).asConsumerCredit(day(creditOf));
        var result = interest(claim);
        assertEquals(rates, rates(result.stretches()));
        assertEquals(
                "SE-INT-11",
                result.trace()
                        .parts()
                        .getFirst()
                        .parts()
                        .getFirst()
                        .parts()
                        .getFirst()
                        .ruleId());
        assertEquals(
                result.interest().minor(), TraceCheck.recompute(result.trace()).longValueExact());
    }

    @Test
    void a_purchase_on_ordinary_terms_is_no_credit_and_has_no_cap() {
        assertEquals(
                "0.5",
                rates(interest(late(DebtorKind.CONSUMER, "2025-06-20", "2025-07-10", "0.5"))
                        .stretches()));
    }

    @Test
    void the_statutory_rate_of_consumer_credit_is_held_against_no_cap() {
        var claim = new InterestClaim(
                        DebtorKind.CONSUMER,
                        late("1", "2017-01-01", "2017-01-02").principal(),
                        day("2017-01-01"),
                        day("2017-02-01"),
                        List.of(),
                        null)
                .asConsumerCredit(day("2012-01-01"));
        assertEquals("0.075", rates(interest(claim).stretches()));
    }

    @Test
    void credit_agreed_when_the_cap_is_not_known_is_left_to_a_person() {
        var claim = late(DebtorKind.CONSUMER, "2025-06-20", "2025-07-10", "0.1");
        var unread = review(claim.asConsumerCredit(day("2018-08-31")));
        assertEquals("SE-INT-11", unread.ruleId());
        assertTrue(unread.reason().contains("agreed on 2018-08-31, asked from 2025-06-21 to"), unread.reason());
        assertEquals(
                "SE-INT-11", review(claim.asConsumerCredit(day("2010-12-31"))).ruleId());
    }

    @Test
    void a_cap_above_a_reference_rate_that_is_not_known_is_not_known() {
        var claim = late(DebtorKind.CONSUMER, "2026-06-20", "2026-07-10", "0.1").asConsumerCredit(day("2026-01-01"));
        var review = review(claim);
        assertEquals("SE-INT-10", review.ruleId());
        assertTrue(review.reason().contains("from 2026-07-01 to 2026-07-10"), review.reason());
    }

    @Test
    void only_a_consumer_has_consumer_credit() {
        var claim = late(DebtorKind.BUSINESS, "2025-06-20", "2025-07-10", "0.1");
        assertThrows(IllegalArgumentException.class, () -> claim.asConsumerCredit(day("2025-03-01")));
    }

    @Test
    void before_anything_is_known_of_limits_a_contract_rate_is_left_to_a_person() {
        var review = review(late(DebtorKind.BUSINESS, "2002-06-20", "2002-07-10", "0.1"));
        assertEquals("SE-INT-7", review.ruleId());
        assertTrue(review.reason().contains("from 2002-06-21 to 2002-06-30"), review.reason());
    }

    @Test
    void where_the_statutory_rate_is_both_floor_and_ceiling_it_is_the_rate() {
        var pack = amended(
                "value: no, source: \"Interest Act (1975:635) s. 1, SFS 2002:352\"",
                "value: yes, source: \"Interest Act (1975:635) s. 1, SFS 2002:352\"");
        for (var agreed : List.of("0.05", "0.11", "0.2")) {
            var result =
                    computed(LateInterest.accrue(pack, late(DebtorKind.BUSINESS, "2025-02-20", "2025-03-10", agreed)));
            assertEquals("0.11", rates(result.stretches()));
            var rate =
                    result.trace().parts().getFirst().parts().getFirst().parts().getFirst();
            assertEquals(Step.LOWEST, rate.step());
            assertEquals(Step.HIGHEST, rate.parts().getFirst().step());
        }
    }

    private static String rates(List<Stretch> stretches) {
        return String.join(
                " ",
                stretches.stream()
                        .map(Stretch::rate)
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .toList());
    }
}
