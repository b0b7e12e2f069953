package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.kr;
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

/** What collection may cost a debtor in Sweden, worked by hand, for a lawyer to read. Amounts in kronor. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwedenCostCasesTest {

    @ParameterizedTest(name = "{0} {6}")
    @CsvSource(delimiter = '|', textBlock = """
            #     | debtor      | debt                | measures, in days after the due date         | each              | costs total | why
            # ----+-------------+---------------------+----------------------------------------------+-------------------+-------------+-----------------------------------
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
}
