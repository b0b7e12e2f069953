package org.reskontra.rulebook;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.rulebook.allocation.PaymentAllocation;
import org.reskontra.rulebook.costs.CostTable;
import org.reskontra.rulebook.explain.TraceCheck;
import org.reskontra.rulebook.identifiers.CreditorReference;
import org.reskontra.rulebook.identifiers.Endings;
import org.reskontra.rulebook.identifiers.FinnishReference;
import org.reskontra.rulebook.identifiers.Scheme;
import org.reskontra.rulebook.interest.InterestAmount;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.LateInterest;
import org.reskontra.rulebook.interest.Stretch;

/**
 * Finnish cases worked by hand, for a lawyer to read. Amounts in euro. Interest runs on the days after the due date
 * through the day of payment, each day at its own rate over 365, and the sum is rounded once.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FinlandGoldenCasesTest {

    private static final RulePack FINLAND = Rulebook.standard().pack(Country.FI);
    private static final String DUE = "2025-03-01";

    @ParameterizedTest(name = "{0} {1} {2} € due {3}, paid {4}: {5} €")
    @CsvSource(delimiter = '|', textBlock = """
            #   | debtor   | principal |    due     |    paid    | interest | days and rates
            # --+----------+-----------+------------+------------+----------+--------------------------
            G21 | CONSUMER |    500.00 | 2024-12-15 | 2025-01-31 |     6.98 | 16 d 11.5 % + 31 d 10.5 %
            G22 | BUSINESS |    500.00 | 2024-12-15 | 2025-01-31 |     7.62 | 16 d 12.5 % + 31 d 11.5 %
            G23 | BUSINESS |  3 000.00 | 2025-06-20 | 2025-07-20 |    26.71 | 10 d 11.5 % + 20 d 10.5 %
            G24 | CONSUMER |  1 200.00 | 2023-06-15 | 2023-07-15 |    10.11 | 15 d 9.5 % + 15 d 11 %
            G29 | CONSUMER |    800.00 | 2025-01-31 | 2025-04-01 |    13.81 | 60 d 10.5 %
            """)
    void late_interest(
            String name,
            DebtorKind debtor,
            String principal,
            LocalDate due,
            LocalDate paid,
            String euros,
            String days) {
        var claim = new InterestClaim(debtor, eur(principal), due, paid, List.of(), null);
        var result = assertInstanceOf(Computed.class, LateInterest.accrue(FINLAND, claim));
        assertEquals(eur(euros), result.interest());
        assertEquals(days, written(result.stretches()));
        assertEquals(new InterestAmount.Known(eur(euros)), LateInterest.interest(FINLAND, claim));
        assertEquals(
                result.interest().minor(), TraceCheck.recompute(result.trace()).longValueExact());
    }

    @ParameterizedTest(name = "{0} {1} {2}: {5} = {6}")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | principal | debt         | measures, in days after the due date                                                                         | each                        | total | a person looks at
            # ---+----------+-----------+--------------+--------------------------------------------------------------------------------------------------------------+-----------------------------+-------+------------------
            G25  | CONSUMER |    500    | plain        | reminder +14, reminder +28, demand +42, demand +56, plan of 4 +60                                            | 5 + 5 + 24 + 12 + 20        |    66 | none
            G26  | CONSUMER |     80    | plain        | reminder +14, reminder +28, demand +42, demand +56, plan of 3 +60, extension for 14 +70, extension for 14 +90 | 5 + 5 + 14 + 7 + 20 + 5 + 4 |    60 | none
            G27  | CONSUMER |  2 500    | plain        | reminder +14, reminder +28, demand +42, demand +56, plan of 6 +60, plan of 5 +90                             | 5 + 5 + 50 + 25 + 50 + 50   |   185 | none
            G28a | BUSINESS |  3 000    | compensation | reminder +10, demand +20, demand +30                                                                         | 12 + 90 + 45                |   147 | FI-FEE-29
            G28b | BUSINESS |  3 000    | compensation | reminder +10, demand +20, demand +30, tratta +40                                                             | 12 + 90 + 45 + 140          |   287 | FI-FEE-29
            """)
    void costs_of_a_debt_due_on_2025_03_01(
            String name,
            String debtor,
            String principal,
            String kind,
            String measures,
            String each,
            String total,
            String person) {
        var result = CostTable.decide(FINLAND, CostTable.debt(FINLAND, debtor, principal, DUE, kind), measures);
        assertEquals(each, CostTable.each(result.statement()));
        assertEquals(total, CostTable.written(result.statement().total()));
        assertEquals(person, CostTable.open(result));
    }

    @Test
    void G29_a_consumer_pays_the_debt_before_the_costs_of_collecting_it() {
        var owed = Outstanding.of(eur("800"), eur("13.81"), eur("29"));
        var rest = PaymentAllocation.allocate(FINLAND, DebtorKind.CONSUMER, owed, eur("300"))
                .rest();
        assertEquals(Outstanding.of(eur("513.81"), eur("0"), eur("29")), rest);
    }

    @ParameterizedTest(name = "{0} {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            #    | debtor   | measures, in days after 2025-03-01 | the last one
            # ---+----------+------------------------------------+--------------------------
            G30a | CONSUMER | reminder +13                       | TOO_EARLY FI-FEE-1
            G30b | CONSUMER | reminder +14                       | LIMITED FI-FEE-1
            G30c | CONSUMER | reminder +14, demand +27           | TOO_EARLY FI-FEE-3
            G30d | CONSUMER | reminder +14, demand +28           | LIMITED FI-FEE-3
            G31a | CONSUMER | reminder +14, tratta +40           | NOT_CHARGEABLE FI-FEE-8
            G31b | BUSINESS | reminder +14, tratta disputed +40  | DISPUTED FI-FEE-25
            G31c | BUSINESS | reminder +14, tratta +40           | LIMITED FI-FEE-25
            """)
    void when_a_step_may_be_charged_for(String name, String debtor, String measures, String last) {
        var debt = CostTable.debt(FINLAND, debtor, "500", DUE, "plain");
        assertEquals(last, CostTable.why(CostTable.statement(FINLAND, debt, measures)));
    }

    @ParameterizedTest(name = "{0} {1}: {2} and {4}")
    @CsvSource(delimiter = '|', textBlock = """
            #   | base       | viitenumero | as printed    | RF              | as printed
            G33 | 2026000123 | 20260001230 | 2 02600 01230 | RF3620260001230 | RF36 2026 0001 230
            """)
    void viitenumero_and_its_rf_form(
            String name, String base, String digits, String written, String rf, String rfWritten) {
        var finnish = FinnishReference.of(base);
        assertEquals(digits, finnish.digits());
        assertEquals(written, finnish.written());

        var international = finnish.international();
        assertEquals(rf, international.normalised());
        assertEquals(rfWritten, international.written());
        assertEquals(Optional.of(finnish), new CreditorReference(rf).finnish());
    }

    @ParameterizedTest(name = "{0} {1} {2} is valid, with any other last digit or letter it is not")
    @CsvSource(delimiter = '|', textBlock = """
            #   | number        | as written       | normal form
            G34 | Y_TUNNUS      | 0112038-9        | 0112038-9
            G34 | HENKILOTUNNUS | 131052-308T      | 131052-308T
            G34 | RF            | RF18539007547034 | RF18539007547034
            """)
    void valid_numbers(String name, Scheme scheme, String written, String normal) {
        Endings.assertOnlyLastSign(scheme, written, normal);
    }

    private static Money eur(String amount) {
        return Money.ofMajor(
                new BigDecimal(amount.replace(" ", "")), Currency.getInstance("EUR"), RoundingMode.UNNECESSARY);
    }

    private static String written(List<Stretch> stretches) {
        return stretches.stream()
                .map(s -> s.days() + " d "
                        + s.rate().movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .collect(joining(" + "));
    }
}
