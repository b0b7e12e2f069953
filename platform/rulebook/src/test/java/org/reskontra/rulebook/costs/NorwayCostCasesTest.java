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

/** What collection may cost a debtor in Norway, as far as it is known. Amounts in kroner. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NorwayCostCasesTest {

    private static final RulePack NORWAY = Rulebook.standard().pack(Country.NO);

    @ParameterizedTest(name = "{0} {1} due {2}: {5} = {7}")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | due        | debt         | measures                                  | each        | costs | total | a person looks at
            # ---+----------+------------+--------------+-------------------------------------------+-------------+-------+-------+-------------------
            NO-1 | CONSUMER | 2021-03-01 | plain        | reminder +14, reminder +28, reminder +42  | 35 + 35 + 0 |    70 |    70 | none
            NO-2 | CONSUMER | 2021-03-01 | plain        | reminder +13                              | 0           |     0 |     0 | none
            NO-3 | CONSUMER | 2026-03-01 | plain        | reminder +14                              | 0           |     0 |     0 | NO-FEE-1
            NO-4 | CONSUMER | 2021-03-01 | plain        | reminder +14, demand +27                  | 35 + 0      |    35 |    35 | none
            NO-5 | CONSUMER | 2021-03-01 | plain        | reminder +14, demand +28                  | 35 + 0      |    35 |    35 | NO-FEE-2
            NO-6 | BUSINESS | 2026-03-01 | compensation |                                           |             |     0 |   460 | none
            NO-7 | BUSINESS | 2026-06-30 | compensation |                                           |             |     0 |     0 | NO-FEE-3
            NO-8 | CONSUMER | 2026-03-01 | compensation |                                           |             |     0 |     0 | none
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
        assertCosts(NORWAY, debt(NORWAY, debtor, "1000", due, kind), measures, each, costs, total, person);
    }
}
