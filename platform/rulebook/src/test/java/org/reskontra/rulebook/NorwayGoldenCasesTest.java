package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.interest.InterestClaim;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.LateInterest;

/** Norwegian cases worked by hand, for a lawyer to read. Amounts in kroner. */
class NorwayGoldenCasesTest {

    private static final RulePack NORWAY = Rulebook.standard().pack(Country.NO);

    @ParameterizedTest(name = "{0}: {1} kr due {2}, paid {3}: {4} kr")
    @CsvSource(delimiter = '|', textBlock = """
            #   | principal |    due     |    paid    | interest | days | rate
            G36 |   10000   | 2026-01-31 | 2026-03-02 |    98.63 |   30 | 0.12
            """)
    void late_interest(
            String name, long principal, LocalDate due, LocalDate paid, BigDecimal kroner, int days, BigDecimal rate) {
        var claim =
                new InterestClaim(DebtorKind.BUSINESS, Money.of(principal * 100, "NOK"), due, paid, List.of(), null);
        var result = assertInstanceOf(Computed.class, LateInterest.accrue(NORWAY, claim));
        assertEquals(kroner, result.interest().toMajor());
        assertEquals(1, result.stretches().size());
        assertEquals(days, result.stretches().getFirst().days());
        assertEquals(0, rate.compareTo(result.stretches().getFirst().rate()));
    }
}
