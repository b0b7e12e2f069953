package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.rulebook.costs.CostTable.assertCosts;
import static org.reskontra.rulebook.costs.CostTable.debt;
import static org.reskontra.rulebook.costs.CostTable.decide;
import static org.reskontra.rulebook.costs.CostTable.each;
import static org.reskontra.rulebook.costs.CostTable.open;
import static org.reskontra.rulebook.costs.CostTable.statement;
import static org.reskontra.rulebook.costs.CostTable.why;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** What collection may cost a debtor in Finland, worked by hand, for a lawyer to read. Amounts in euro. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FinlandCostCasesTest {

    private static final RulePack FINLAND = Rulebook.standard().pack(Country.FI);
    private static final String DUE = "2025-03-01";

    @ParameterizedTest(name = "{0} {1} {2}: {5} = {6}")
    @CsvSource(delimiter = '|', textBlock = """
            #     | debtor   | principal | debt        | measures, in days after the due date                                                             | each                            | costs | total | a person looks at
            # ----+----------+-----------+-------------+--------------------------------------------------------------------------------------------------+---------------------------------+-------+-------+------------------
            FI-1  | BUSINESS |  2 500    | compensation | reminder +10, demand +20, demand +30, tratta +40                                                | 12 + 70 + 35 + 125              |   242 |   242 | none
            FI-2  | BUSINESS |    500    | compensation | reminder +10, demand +20, demand +30, tratta +40, bankruptcy-threat +50                         | 12 + 50 + 25 + 110 + 53         |   250 |   250 | none
            FI-3  | BUSINESS |    500    | compensation | reminder +10                                                                                    | 12                              |    12 |    40 | none
            FI-4  | BUSINESS | 10 000.01 | plain       | reminder +10, demand +20, demand +30, tratta +40                                                 | 12 + 110 + 55 + 155             |   332 |   332 | FI-FEE-29
            FI-5  | BUSINESS | 10 000.01 | compensation |                                                                                                 |                                 |     0 |    40 | none
            FI-6  | BUSINESS |  9 000    | enforceable | reminder +10, demand +20, demand +30, tratta +40                                                 | 12 + 50 + 25 + 110              |   197 |   197 | FI-FEE-29
            FI-7  | CONSUMER |  2 500    | enforceable | reminder +14, reminder +28, demand +42, demand +56, plan of 9 +60                                | 5 + 5 + 14 + 7 + 20             |    51 |    51 | none
            FI-8  | CONSUMER |  2 500    | enforceable | reminder +14, reminder +28, demand +42, demand +56, plan of 9 +60, extension for 20 +70          | 5 + 5 + 14 + 7 + 20 + 0         |    51 |    51 | none
            FI-9  | CONSUMER |    100    | plain       | reminder +14, demand +28, demand +42                                                             | 5 + 14 + 7                      |    26 |    26 | none
            FI-10 | CONSUMER |    100.01 | plain       | reminder +14, demand +28, demand +42                                                             | 5 + 24 + 12                     |    41 |    41 | none
            FI-11 | CONSUMER |  1 000    | plain       | plan of 4 +5, plan of 5 +6                                                                       | 20 + 30                         |    50 |    50 | none
            FI-12 | CONSUMER |  1 000    | plain       | own-demand +14, demand at 20 +28, demand at 20 +42                                               | 5 + 20 + 12                     |    37 |    37 | none
            FI-13 | CONSUMER |    500    | compensation | reminder +14                                                                                    | 5                               |     5 |     5 | none
            FI-14 | BUSINESS |  2 000    | plain       | plan of 4 +10                                                                                    | 0                               |     0 |     0 | FI-FEE-27
            FI-15 | CONSUMER |  2 000    | plain       | reminder +14, bankruptcy-threat +40                                                              | 5 + 0                           |     5 |     5 | FI-FEE-9
            """)
    void costs_of_a_debt_due_on_2025_03_01(
            String name,
            String debtor,
            String principal,
            String kind,
            String measures,
            String each,
            String costs,
            String total,
            String person) {
        assertCosts(FINLAND, debt(FINLAND, debtor, principal, DUE, kind), measures, each, costs, total, person);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #     | debtor      | principal | measures                                                        | the last one
            FI-20 | BUSINESS    | 500       | tratta +40                                                      | NO_REMINDER_BEFORE FI-FEE-25
            FI-21 | BUSINESS    | 500       | reminder +10, tratta +19                                        | TOO_EARLY FI-FEE-25
            FI-22 | PUBLIC_BODY | 500       | reminder +9                                                     | TOO_EARLY FI-FEE-21
            FI-23 | CONSUMER    | 500       | demand +40                                                      | NO_REMINDER_BEFORE FI-FEE-5
            FI-24 | CONSUMER    | 5000      | reminder +14, demand +28, demand +42, demand +56                | TOO_OFTEN FI-FEE-4
            FI-25 | CONSUMER    | 5000      | reminder +14, demand at 0 +28, demand +42                       | LIMITED FI-FEE-4
            FI-26 | CONSUMER    | 100       | plan of 2 +5, plan of 2 +50                                     | TOO_OFTEN FI-FEE-6
            FI-27 | CONSUMER    | 5000      | plan of 8 +5, plan of 9 +50, plan of 9 +90                      | TOO_OFTEN FI-FEE-6
            FI-28 | CONSUMER    | 500       | extension for 13 +5                                             | EXTENSION_TOO_SHORT FI-FEE-7
            FI-29 | CONSUMER    | 80        | reminder +14, reminder +28, demand +42, demand +56, plan of 3 +60, extension for 14 +70, extension for 14 +90 | LIMITED_BY_TOTAL FI-FEE-10
            FI-30 | CONSUMER    | 500       | handover +20                                                    | UNKNOWN FI collection-costs.handover.must-be-agreed
            """)
    void the_rule_is_told_with_each_decision(
            String name, String debtor, String principal, String measures, String last) {
        assertEquals(last, why(statement(FINLAND, debt(FINLAND, debtor, principal, DUE, "plain"), measures)));
    }

    @Test
    void the_first_day_that_would_do_is_told() {
        var first = statement(FINLAND, debt(FINLAND, "CONSUMER", "500", DUE, "plain"), "reminder +1")
                .steps()
                .getFirst();
        assertEquals(
                "too soon after the due date or the letter before: not before 2025-03-15 (Collection Act 513/1999 s. 10 a,"
                        + " competition and consumer authority's pages)",
                first.text());
    }

    @Test
    void it_says_what_a_person_must_look_at() {
        var result = decide(
                FINLAND,
                debt(FINLAND, "BUSINESS", "3 000", DUE, "compensation"),
                "reminder +10, demand +20, demand +30");
        assertEquals(
                List.of(new CostResult.Open(
                        "FI-FEE-29",
                        "what all measures may cost for a debt of 3000.00 EUR is not known on 2025-03-11")),
                ((CostResult.NeedsReview) result).open());
    }

    @Test
    void nothing_is_held_of_businesses_before_the_act_of_2022() {
        var result =
                decide(FINLAND, debt(FINLAND, "BUSINESS", "500", "2022-04-10", "plain"), "reminder +20, demand +40");
        assertEquals("0 + 50", each(result.statement())); // 2022-04-30 and 2022-05-20
        assertEquals("FI-FEE-21", open(result));
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # measure          | principal | fee | reason
            COLLECTION_DEMAND  |           |   0 | the limit goes by the principal, which is not given
            COLLECTION_DEMAND  |       100 |  14 | limited to 14.00 EUR by Collection Act 513/1999 s. 10 a, competition and consumer authority's pages
            COLLECTION_DEMAND  |      1000 |  24 | limited to 24.00 EUR by Collection Act 513/1999 s. 10 a, competition and consumer authority's pages
            REMINDER           |           |   5 | limited to 5.00 EUR by Collection Act 513/1999 s. 10 a, competition and consumer authority's pages
            INSTALMENT_PLAN    |      1000 |   0 | the limit goes by the number of instalments
            PROTEST_THREAT_DEMAND |   1000 |   0 | such a debtor cannot be charged for it
            """)
    void one_measure_alone_does_not_guess_the_tier(CollectionCost cost, Long principal, long fee, String reason) {
        var wanted = Money.of(500_00, "EUR");
        var claim = principal == null ? null : Money.of(principal * 100, "EUR");
        var on = LocalDate.parse("2025-05-01");
        var decision = CollectionCosts.decide(FINLAND, cost, DebtorKind.CONSUMER, claim, wanted, true, on);
        assertEquals(Money.of(fee * 100, "EUR"), decision.fee());
        assertEquals(reason, decision.reason());
        if (claim == null) {
            assertEquals(decision, CollectionCosts.decide(FINLAND, cost, DebtorKind.CONSUMER, wanted, true, on));
        }
    }
}
