package org.reskontra.rulebook.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.day;
import static org.reskontra.rulebook.Sweden.kr;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;

class CollectionCostsTest {

    @ParameterizedTest(name = "{0} on {1}: {2} kr by {3}")
    @CsvSource({
        "REMINDER,          2003-07-01,  50, SE-FEE-1",
        "REMINDER,          2013-03-15,  50, SE-FEE-1",
        "REMINDER,          2013-03-16,  60, SE-FEE-1",
        "COLLECTION_DEMAND, 2013-03-15, 160, SE-FEE-2",
        "COLLECTION_DEMAND, 2013-03-16, 180, SE-FEE-2",
        "INSTALMENT_PLAN,   2013-03-15, 150, SE-FEE-3",
        "INSTALMENT_PLAN,   2013-03-16, 170, SE-FEE-3",
    })
    void the_limit_goes_by_the_day_of_the_measure(CollectionCost cost, String on, String limit, String rule) {
        var decision = CollectionCosts.decide(PACK, cost, DebtorKind.CONSUMER, kr("1000"), true, day(on));
        assertEquals(kr(limit), decision.fee());
        assertEquals(rule, decision.ruleId());
    }

    @ParameterizedTest
    @EnumSource(DebtorKind.class)
    void a_demand_needs_no_agreement_but_a_reminder_does(DebtorKind debtor) {
        var today = day("2025-05-05");
        assertEquals(
                kr("180"),
                CollectionCosts.decide(PACK, CollectionCost.COLLECTION_DEMAND, debtor, kr("180"), false, today)
                        .fee());
        assertEquals(
                new FeeDecision(kr("0"), "SE-FEE-1", "not agreed when the debt arose"),
                ReminderFee.decide(PACK, debtor, kr("60"), false, today));
    }

    @Test
    void what_the_creditor_wants_is_never_raised() {
        assertEquals(
                kr("12.50"),
                ReminderFee.decide(PACK, DebtorKind.CONSUMER, kr("12.50"), true, day("2025-05-05"))
                        .fee());
    }

    @Test
    void without_a_known_limit_nothing_is_charged() {
        var decision = ReminderFee.decide(PACK, DebtorKind.CONSUMER, kr("60"), true, day("2003-06-30"));
        assertEquals(new FeeDecision(kr("0"), "SE-FEE-1", "no limit is known for 2003-06-30"), decision);
    }

    @Test
    void a_fee_in_another_currency_than_the_limit_is_not_charged() {
        var decision = ReminderFee.decide(PACK, DebtorKind.BUSINESS, Money.of(500, "EUR"), true, day("2025-05-05"));
        assertEquals(new FeeDecision(Money.of(0, "EUR"), "SE-FEE-1", "the limit is set in SEK"), decision);
    }

    @Test
    void a_pack_may_spare_a_kind_of_debtor() {
        var pack = amended(
                "rule: SE-FEE-1\n    about: A written",
                "rule: SE-FEE-1\n    debtors: [BUSINESS]\n    about: A written");
        assertEquals(
                kr("0"),
                ReminderFee.decide(pack, DebtorKind.CONSUMER, kr("60"), true, day("2025-05-05"))
                        .fee());
    }

    @Test
    void a_negative_fee_is_a_mistake_of_the_caller() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ReminderFee.decide(PACK, DebtorKind.CONSUMER, kr("-1"), true, day("2025-05-05")));
    }
}
