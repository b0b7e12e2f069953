package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.computed;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.interest;
import static org.reskontra.rulebook.Sweden.kr;
import static org.reskontra.rulebook.Sweden.late;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.RulePack;

/** Costs beside the principal bear interest only where the pack says so (in Sweden: RH 2010:18). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChargesTest {

    private static final String NO_INTEREST = """
                value: no
                source: "contested, see RH 2010:18: our reading is that they do not"
                confidence: convention
            """;

    private static final InterestClaim CLAIM = late("10000", "2025-01-31", "2025-03-31");

    private static RulePack charges(String periods) {
        return amended(NO_INTEREST, "    periods:\n" + periods.indent(6));
    }

    private static ChargeChange charge(String on, String amount) {
        return new ChargeChange(day(on), kr(amount));
    }

    private static List<Money> principals(RulePack pack, ChargeChange... charges) {
        return computed(LateInterest.accrue(pack, CLAIM.withCharges(List.of(charges)))).stretches().stream()
                .map(Stretch::principal)
                .toList();
    }

    @Test
    void a_swedish_claim_bears_the_same_interest_with_its_costs_as_without() {
        var with = CLAIM.withCharges(List.of(charge("2025-02-14", "60"), charge("2025-02-28", "180")));
        assertEquals(interest(CLAIM), interest(with));
    }

    @Test
    void where_charges_bear_interest_they_do_from_the_day_after_they_were_added_until_they_are_paid() {
        var always = charges("- { from: 2002-07-01, value: yes, source: test, confidence: likely }");
        assertEquals(
                List.of(kr("10000"), kr("10060"), kr("10240"), kr("10000")),
                principals(
                        always, charge("2025-02-28", "180"), charge("2025-02-14", "60"), charge("2025-03-10", "-240")));
    }

    @Test
    void the_law_of_each_day_decides() {
        var until = charges("""
                - { from: 2002-07-01, to: 2025-02-28, value: yes, source: test, confidence: likely }
                - { from: 2025-03-01, value: no, source: test, confidence: likely }
                """);
        assertEquals(List.of(kr("10000"), kr("10060"), kr("10000")), principals(until, charge("2025-02-14", "60")));
        var from = charges("""
                - { from: 2002-07-01, to: 2025-02-28, value: no, source: test, confidence: likely }
                - { from: 2025-03-01, value: yes, source: test, confidence: likely }
                """);
        assertEquals(List.of(kr("10000"), kr("10060")), principals(from, charge("2025-02-14", "60")));
    }

    @Test
    void while_it_is_not_known_a_claim_with_charges_is_left_to_a_person() {
        var open = charges("""
                - { from: 2002-07-01, to: 2025-02-28, value: unknown, source: test, confidence: unsure }
                - { from: 2025-03-01, value: no, source: test, confidence: likely }
                """);
        var added = CLAIM.withCharges(List.of(charge("2025-02-14", "60")));
        var review = (InterestResult.NeedsReview) LateInterest.accrue(open, added);
        assertEquals("SE-INT-13", review.ruleId());
        assertTrue(review.reason().contains("from 2025-02-01 to 2025-02-28"), review.reason());
        assertEquals(review, LateInterest.interest(open, added));

        // charges that were paid before the first day, or added after the last unknown one, raise no question
        assertEquals(List.of(kr("10000")), principals(open, charge("2025-01-10", "60"), charge("2025-01-20", "-60")));
        assertEquals(List.of(kr("10000")), principals(open, charge("2025-03-01", "60")));
    }

    @Test
    void a_charge_has_the_currency_of_its_claim() {
        var euro = List.of(new ChargeChange(day("2025-02-14"), Money.of(500, "EUR")));
        assertThrows(IllegalArgumentException.class, () -> CLAIM.withCharges(euro));
    }
}
