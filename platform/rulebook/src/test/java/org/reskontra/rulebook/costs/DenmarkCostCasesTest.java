package org.reskontra.rulebook.costs;

import static org.reskontra.rulebook.costs.CostTable.assertCosts;
import static org.reskontra.rulebook.costs.CostTable.debt;
import static org.reskontra.rulebook.costs.CostTable.each;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.Rulebook;

/** What collection may cost a debtor in Denmark. Amounts in kroner. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DenmarkCostCasesTest {

    private static final RulePack DENMARK = Rulebook.standard().pack(Country.DK);

    @ParameterizedTest(name = "{0} {1} due {2}: {5} = {7}")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | due        | debt         | measures                                                              | each                  | costs | total | a person looks at
            # ---+----------+------------+--------------+-----------------------------------------------------------------------+-----------------------+-------+-------+-------------------
            DK-1 | CONSUMER | 2025-03-01 | plain        | reminder +5, reminder +15, reminder +25, reminder +35                 | 100 + 100 + 100 + 0   |   300 |   300 | none
            DK-2 | CONSUMER | 2025-03-01 | plain        | reminder +5, reminder +14, reminder +24                               | 100 + 0 + 100         |   200 |   200 | none
            DK-3 | CONSUMER | 2025-03-01 | plain        | reminder +5, reminder +15, reminder +25, handover +40, handover +50   | 100 + 100 + 100 + 100 + 0 | 400 | 400 | none
            DK-4 | BUSINESS | 2025-03-01 | compensation | reminder at 75 +5, handover +40                                       | 75 + 100              |   175 |   485 | none
            DK-5 | BUSINESS | 2025-03-01 | compensation | reminder +5, demand +40                                               | 100 + 0               |   100 |   410 | DK-FEE-3
            DK-6 | CONSUMER | 2025-03-01 | compensation |                                                                       |                       |     0 |     0 | none
            """)
    void costs_of_a_debt(
            String name,
            String debtor,
            String due,
            String kind,
            String measures,
            String each,
            String costs,
            String total,
            String person) {
        assertCosts(DENMARK, debt(DENMARK, debtor, "1000", due, kind), measures, each, costs, total, person);
    }
}
