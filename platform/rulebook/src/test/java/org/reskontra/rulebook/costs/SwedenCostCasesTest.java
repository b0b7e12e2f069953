package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;
import static org.reskontra.rulebook.costs.CostTable.debt;
import static org.reskontra.rulebook.costs.CostTable.decide;
import static org.reskontra.rulebook.costs.CostTable.each;
import static org.reskontra.rulebook.costs.CostTable.open;
import static org.reskontra.rulebook.costs.CostTable.statement;
import static org.reskontra.rulebook.costs.CostTable.why;
import static org.reskontra.rulebook.costs.CostTable.written;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.AuthorityFee;

/** What collection may cost a debtor in Sweden, worked by hand, for a lawyer to read. Amounts in kronor. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwedenCostCasesTest {

    @ParameterizedTest(name = "{0} {6}")
    @CsvSource(delimiter = '|', textBlock = """
            #     | debtor      | debt                | measures, in days after the due date         | each              | costs total | why
            # ----+-------------+---------------------+----------------------------------------------+-------------------+-------------+-----------------------------------
            G11a  | CONSUMER    | plain               | reminder +10                                 | 0                 |   0   0     | a reminder that was not agreed
            G11b  | CONSUMER    | agreed              | reminder at 60 +10                           | 60                |  60  60     | a reminder that was agreed
            G11c  | CONSUMER    | agreed              | reminder at 65 +10                           | 60                |  60  60     | more than the limit is asked for
            G12   | CONSUMER    | agreed              | reminder +5, demand +20                      | 60 + 180          | 240 240     | reminder and demand
            G13   | BUSINESS    | agreed compensation | reminder +5, demand +20                      | 60 + 180          | 240 450     | the compensation covers the costs
            G15   | BUSINESS    | agreed compensation | reminder +5, demand +20, plan of 6 +40       | 60 + 180 + 170    | 410 450     | 410 kronor are covered
            G16   | BUSINESS    | agreed compensation | reminder +5, reminder +12, demand +20, plan of 6 +40 | 60 + 60 + 180 + 170 | 470 470 | 20 kronor are above it
            G17   | CONSUMER    | agreed compensation | reminder +5, demand +20                      | 60 + 180          | 240 240     | a consumer never owes compensation
            SE-1  | PUBLIC_BODY | compensation        |                                              |                   |   0 450     | it needs no measure at all
            SE-2  | PUBLIC_BODY | plain               | reminder +5, demand +20                      | 0 + 180           | 180 180     | it is not claimed
            SE-3  | CONSUMER    | agreed              | reminder at 0 +5, own-demand +20             | 0 + 180           | 180 180     | the creditor demands by itself
            SE-4  | CONSUMER    | agreed              | extension for 30 +5, handover +6, tratta +7, bankruptcy-threat +8 | 0 + 0 + 0 + 0 | 0 0 | the list of charges is closed
            SE-5  | CONSUMER    | agreed              | demand disputed +20                          | 180               | 180 180     | whether to demand is another question
            """)
    void costs_of_10_000_kronor_due_on_2025_01_31(
            String name, String debtor, String kind, String measures, String each, String sums, String why) {
        var result = decide(PACK, debt(PACK, debtor, "10 000", "2025-01-31", kind), measures);
        assertEquals(each == null ? "" : each, each(result.statement()));
        var written = written(result.statement().costs()) + " "
                + written(result.statement().total());
        assertEquals(sums.replaceAll(" +", " "), written);
        assertEquals("none", open(result));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # debtor   | debt   | measures                | the last one
            CONSUMER   | plain  | reminder +10            | NOT_AGREED SE-FEE-1
            CONSUMER   | agreed | reminder at 65 +10      | LIMITED SE-FEE-1
            CONSUMER   | agreed | reminder at 45 +10      | WITHIN_LIMIT SE-FEE-1
            CONSUMER   | agreed | reminder at 0 +10       | NOT_ASKED_FOR SE-FEE-1
            CONSUMER   | agreed | reminder +0             | NOT_LATE_YET SE-FEE-1
            CONSUMER   | agreed | reminder +1             | LIMITED SE-FEE-1
            BUSINESS   | plain  | extension for 30 +10    | NOT_CHARGEABLE SE-FEE-7
            BUSINESS   | plain  | handover +10            | NOT_CHARGEABLE SE-FEE-7
            """)
    void the_rule_is_told_with_each_decision(String debtor, String kind, String measures, String last) {
        assertEquals(last, why(statement(PACK, debt(PACK, debtor, "10 000", "2025-01-31", kind), measures)));
    }

    @Test
    void G17_the_refusal_names_the_rule() {
        var compensation = statement(PACK, debt(PACK, "CONSUMER", "10 000", "2025-01-31", "compensation"), null)
                .compensation();
        assertEquals(CostReason.NOT_CHARGEABLE, compensation.reason());
        assertEquals("SE-FEE-8", compensation.ruleId());
        assertEquals(kr("0"), compensation.amount());
    }

    @ParameterizedTest(name = "due {0}: {1}")
    @CsvSource({"2013-03-14, 0, NOT_CHARGEABLE", "2013-03-15, 450, WITHIN_LIMIT"})
    void compensation_goes_by_the_first_day_of_the_delay(String due, String amount, CostReason reason) {
        var compensation = statement(PACK, debt(PACK, "BUSINESS", "10 000", due, "compensation"), null)
                .compensation();
        assertEquals(kr(amount), compensation.amount());
        assertEquals(reason, compensation.reason());
    }

    @Test
    void the_limit_goes_by_the_day_of_each_measure() {
        var debt = debt(PACK, "CONSUMER", "10 000", "2013-03-01", "agreed");
        assertEquals(
                "50 + 60 + 180",
                each(statement(PACK, debt, "reminder +14, reminder +15, demand +16"))); // 2013-03-15, -16, -17
    }

    @Test
    void before_the_first_known_amount_a_person_must_look() {
        var result = decide(PACK, debt(PACK, "CONSUMER", "10 000", "2003-06-01", "agreed"), "reminder +20, demand +40");
        assertEquals("0 + 160", each(result.statement()));
        assertEquals("SE-FEE-1", open(result));
    }

    @Test
    void G12_a_consumer_debt_with_its_payment_order() {
        var costs = statement(PACK, debt(PACK, "CONSUMER", "2 500", "2025-01-31", "agreed"), "reminder +5, demand +20");
        var interest = interest(late("2 500", "2025-01-31", "2025-03-12")).interest();
        assertEquals(kr("30.14"), interest);

        var order = paymentOrder(DebtorKind.CONSUMER, kr("2500"));
        assertEquals(
                kr("3450.14"), kr("2500").plus(interest).plus(costs.total()).plus(order));
        // G14 and its enforcement
        assertEquals(
                kr("4050.14"),
                kr("3450.14").plus(fee(AuthorityFee.ENFORCEMENT, DebtorKind.CONSUMER, kr("3450.14"), "2025-05-05")));
    }

    @Test
    void G13_a_business_debt_with_compensation_and_its_payment_order() {
        var costs = statement(
                PACK, debt(PACK, "BUSINESS", "10 000", "2025-01-31", "agreed compensation"), "reminder +5, demand +20");
        assertEquals(kr("240"), costs.absorbed());
        var interest = interest(late("10 000", "2025-01-31", "2025-03-12")).interest();
        assertEquals(kr("120.55"), interest);

        var order = paymentOrder(DebtorKind.BUSINESS, kr("10000"));
        assertEquals(
                kr("11250.55"), kr("10000").plus(interest).plus(costs.total()).plus(order));
    }

    @ParameterizedTest(name = "G14 {0} kr unpaid: {1} kr")
    @CsvSource({"3450.14, 600", "100, 600", "99.99, 0", "0, 0"})
    void G14_enforcement_costs_nothing_while_little_is_unpaid(String unpaid, String fee) {
        assertEquals(kr(fee), fee(AuthorityFee.ENFORCEMENT, DebtorKind.CONSUMER, kr(unpaid), "2025-05-05"));
    }

    private static Money paymentOrder(DebtorKind debtor, Money unpaid) {
        return fee(AuthorityFee.PAYMENT_ORDER, debtor, unpaid, "2025-03-12")
                .plus(fee(AuthorityFee.PAYMENT_ORDER_WORK, debtor, unpaid, "2025-03-12"));
    }

    private static Money fee(AuthorityFee fee, DebtorKind debtor, Money unpaid, String on) {
        return AuthorityFeesTest.due(AuthorityFees.decide(PACK, fee, debtor, unpaid, day(on)))
                .amount();
    }
}
