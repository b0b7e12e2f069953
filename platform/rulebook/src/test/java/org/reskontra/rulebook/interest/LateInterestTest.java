package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;
import static org.reskontra.rulebook.Sweden.review;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;

class LateInterestTest {

    private static InterestClaim claim(String principal, String due, String until, PrincipalChange... changes) {
        return new InterestClaim(DebtorKind.BUSINESS, kr(principal), day(due), day(until), List.of(changes), null);
    }

    private static PrincipalChange change(String on, String amount) {
        return new PrincipalChange(day(on), kr(amount));
    }

    @Test
    void the_answer_names_the_pack_it_came_from() {
        assertEquals(
                PACK.id(), interest(late("100", "2025-01-31", "2025-02-28")).pack());
    }

    @Test
    void past_the_last_known_rate_nothing_is_computed() {
        interest(late("10000", "2026-05-31", "2026-06-30"));
        var review = review(late("10000", "2026-05-31", "2026-07-01"));
        assertEquals("SE-INT-10", review.ruleId());
        assertTrue(review.reason().contains("from 2026-07-01 to 2026-07-01"), review.reason());
    }

    @Test
    void past_the_last_recorded_half_year_nothing_is_computed_either() {
        assertEquals(
                "SE-INT-10", review(late("10000", "2031-01-01", "2031-02-01")).ruleId());
    }

    @Test
    void before_the_first_known_rate_nothing_is_computed() {
        interest(late("10000", "2002-06-30", "2002-07-31"));
        assertEquals(
                "SE-INT-10", review(late("10000", "2002-06-29", "2002-07-31")).ruleId());
    }

    @Test
    void an_unknown_rate_does_not_matter_once_the_principal_is_paid() {
        var result = interest(claim("10000", "2026-05-31", "2026-09-30", change("2026-06-30", "-10000")));
        assertEquals(1, result.stretches().size());
        assertEquals(day("2026-06-30"), result.stretches().getFirst().to());
    }

    @Test
    void half_years_of_equal_rate_are_one_stretch_that_names_each_source() {
        var result = interest(late("10000", "2014-12-31", "2016-06-30"));
        assertEquals(1, result.stretches().size());
        assertEquals(547, result.stretches().getFirst().days());
        var reference = result.trace()
                .parts()
                .getFirst()
                .parts()
                .getFirst()
                .parts()
                .getFirst()
                .parts()
                .getFirst();
        assertTrue(
                reference.source().contains("SFS 2015:3") && reference.source().contains("SFS 2015:519"));
    }

    @Test
    void a_part_payment_counts_from_the_day_after_it_was_booked() {
        var result = interest(claim("10000", "2025-01-31", "2025-03-10", change("2025-02-28", "-4000")));
        assertEquals(
                List.of(day("2025-02-28"), day("2025-03-10")),
                result.stretches().stream().map(Stretch::to).toList());
        assertEquals(kr("6000"), result.stretches().getLast().principal());
    }

    @Test
    void changes_come_in_any_order_and_those_of_a_day_add_up() {
        var result = interest(claim(
                "10000",
                "2025-01-31",
                "2025-03-31",
                change("2025-03-10", "-1000"),
                change("2025-02-10", "-2500"),
                change("2025-02-10", "-500")));
        assertEquals(
                List.of(kr("10000"), kr("7000"), kr("6000")),
                result.stretches().stream().map(Stretch::principal).toList());
    }

    @Test
    void a_change_before_the_first_day_counts_at_once_and_one_on_the_last_day_not_at_all() {
        var result = interest(claim(
                "10000", "2025-01-31", "2025-03-31", change("2025-01-31", "-3000"), change("2025-03-31", "-7000")));
        assertEquals(
                List.of(kr("7000")),
                result.stretches().stream().map(Stretch::principal).toList());
    }

    @Test
    void changes_that_leave_less_than_nothing_are_a_mistake_of_the_caller() {
        var claim = claim("100", "2025-01-31", "2025-03-31", change("2025-02-10", "-101"));
        assertThrows(IllegalArgumentException.class, () -> LateInterest.accrue(PACK, claim));
    }

    @Test
    void a_contract_rate_is_used_as_agreed_and_needs_no_reference_rate() {
        var high = interest(late(DebtorKind.BUSINESS, "2025-01-31", "2025-02-28", "0.24"));
        assertEquals(kr("184.11"), high.interest());
        var low = interest(late(DebtorKind.CONSUMER, "2026-06-30", "2026-07-30", "0.05"));
        assertEquals(new BigDecimal("0.05"), low.stretches().getFirst().rate());
        assertEquals(kr("41.10"), low.interest());
    }

    @Test
    void a_public_body_never_pays_less_than_the_statutory_rate() {
        var result = interest(late(DebtorKind.PUBLIC_BODY, "2025-06-20", "2025-07-10", "0.105"));
        assertEquals(
                List.of(new BigDecimal("0.11"), new BigDecimal("0.105")),
                result.stretches().stream().map(Stretch::rate).toList());
        assertEquals(
                "SE-INT-10",
                review(late(DebtorKind.PUBLIC_BODY, "2026-06-20", "2026-07-10", "0.5"))
                        .ruleId());
    }

    @Test
    void before_2013_03_16_a_public_body_could_agree_on_a_lower_rate() {
        var result = interest(late(DebtorKind.PUBLIC_BODY, "2013-03-10", "2013-03-20", "0.01"));
        assertEquals(
                List.of(new BigDecimal("0.01"), new BigDecimal("0.09")),
                result.stretches().stream().map(Stretch::rate).toList());
        assertEquals(day("2013-03-16"), result.stretches().getLast().from());
    }

    @Test
    void two_stretches_that_add_up_to_exactly_half_an_öre_are_rounded_up() {
        // 1.00 kr for a day and 2.65 kr for a day at 50 % are 50/365 + 132.5/365 = 0.5 öre; neither part ends
        var claim = new InterestClaim(
                DebtorKind.BUSINESS,
                kr("1.00"),
                day("2025-01-01"),
                day("2025-01-03"),
                List.of(change("2025-01-02", "1.65")),
                new BigDecimal("0.5"));
        assertEquals(2, interest(claim).stretches().size());
        assertEquals(Money.of(1, "SEK"), interest(claim).interest());
    }

    @Test
    void what_a_caller_must_not_ask() {
        assertThrows(IllegalArgumentException.class, () -> late("-1", "2025-01-31", "2025-02-28"));
        assertThrows(IllegalArgumentException.class, () -> late(DebtorKind.BUSINESS, "2025-01-31", "2025-02-28", "11"));
        assertThrows(
                IllegalArgumentException.class, () -> late(DebtorKind.BUSINESS, "2025-01-31", "2025-02-28", "-0.01"));
        var euro = new PrincipalChange(day("2025-02-10"), Money.of(-100, "EUR"));
        assertThrows(IllegalArgumentException.class, () -> claim("100", "2025-01-31", "2025-02-28", euro));
    }

    @Test
    void a_claim_in_another_currency_bears_the_same_rates() {
        var claim = new InterestClaim(
                DebtorKind.BUSINESS, Money.of(10_000_00, "EUR"), day("2024-03-31"), day("2024-04-30"), List.of(), null);
        assertEquals(Money.of(98_63, "EUR"), interest(claim).interest());
    }
}
