package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.kr;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.AuthorityFee;
import org.reskontra.rulebook.Rulebook;
import org.reskontra.rulebook.explain.TraceCheck;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuthorityFeesTest {

    @ParameterizedTest(name = "{0} on {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # country and fee             | on         | fee  | rule
            SE PAYMENT_ORDER              | 2025-03-12 |  300 | SE-AUT-1
            SE PAYMENT_ORDER_WORK         | 2025-03-12 |  380 | SE-AUT-2
            SE PAYMENT_ORDER_WORK         | 2014-01-01 |  380 | SE-AUT-2
            SE PAYMENT_ORDER_WORK         | 2013-12-31 |  340 | SE-AUT-2
            SE PAYMENT_ORDER_ASSISTANCE   | 2025-03-12 |  420 | SE-AUT-2
            SE ENFORCEMENT                | 2025-03-12 |  600 | SE-AUT-3
            SE COURT_SMALL_CLAIM          | 2025-03-12 |  900 | SE-AUT-4
            SE COURT_ORDINARY             | 2025-03-12 | 2800 | SE-AUT-4
            SE TRANSFER_SMALL_CLAIM       | 2025-03-12 |  600 | SE-AUT-4
            SE TRANSFER_ORDINARY          | 2025-03-12 | 2500 | SE-AUT-4
            FI SUMMARY_ELECTRONIC         | 2025-03-12 |   70 | FI-AUT-1
            FI SUMMARY                    | 2025-03-12 |  100 | FI-AUT-1
            FI SUMMARY_OPPOSED            | 2025-03-12 |  310 | FI-AUT-1
            """)
    void a_fee_of_a_day(String fee, String on, long amount, String rule) {
        var pack = Rulebook.standard().pack(new Country(fee.substring(0, 2)));
        var unpaid = new Money(1_000_00, pack.currency());
        var due = due(AuthorityFees.decide(
                pack, AuthorityFee.valueOf(fee.substring(3)), DebtorKind.CONSUMER, unpaid, day(on)));
        assertEquals(new Money(amount * 100, pack.currency()), due.amount());
        assertEquals(rule, due.ruleId());
        assertEquals(amount * 100, TraceCheck.recompute(due.trace()).longValueExact());
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "SE PAYMENT_ORDER_WORK, 2012-12-31",
        "SE ENFORCEMENT, 2013-12-31",
        "SE SUMMARY, 2025-03-12",
        "FI SUMMARY, 2026-01-01",
        "NO PAYMENT_ORDER, 2026-01-01",
    })
    void what_nobody_has_read_needs_a_person(String fee, String on) {
        var pack = Rulebook.standard().pack(new Country(fee.substring(0, 2)));
        var unpaid = new Money(1_000_00, pack.currency());
        assertInstanceOf(
                AuthorityFees.NeedsReview.class,
                AuthorityFees.decide(
                        pack, AuthorityFee.valueOf(fee.substring(3)), DebtorKind.BUSINESS, unpaid, day(on)));
    }

    @Test
    void a_claim_in_another_currency_cannot_be_measured_against_the_smallest_sum() {
        var answer = AuthorityFees.decide(
                PACK, AuthorityFee.ENFORCEMENT, DebtorKind.BUSINESS, Money.of(5_000, "EUR"), day("2025-05-05"));
        assertEquals(
                "SE-AUT-3",
                assertInstanceOf(AuthorityFees.NeedsReview.class, answer).ruleId());
        assertEquals(
                kr("300"),
                due(AuthorityFees.decide(
                                PACK,
                                AuthorityFee.PAYMENT_ORDER,
                                DebtorKind.BUSINESS,
                                Money.of(5_000, "EUR"),
                                day("2025-05-05")))
                        .amount());
    }

    static AuthorityFees.Due due(AuthorityFees.Answer answer) {
        return assertInstanceOf(AuthorityFees.Due.class, answer);
    }
}
