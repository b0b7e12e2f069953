package org.reskontra.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class OutstandingTest {

    @Test
    void the_total_is_the_sum_of_principal_interest_and_costs() {
        assertEquals(
                sek(1_100_60),
                Outstanding.of(sek(1_000_00), sek(40_60), sek(60_00)).total());
    }

    @Test
    void a_total_that_is_not_the_sum_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Outstanding(sek(1_000_00), sek(40_60), sek(60_00), sek(1_100_59)));
    }

    @Test
    void parts_in_two_currencies_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Outstanding.of(sek(1_000_00), Money.of(40_60, "EUR"), sek(60_00)));
        assertThrows(IllegalArgumentException.class, () -> new Outstanding(sek(0), sek(0), sek(0), Money.of(0, "EUR")));
    }

    @Test
    void nothing_owed_is_settled_and_a_single_minor_unit_is_not() {
        assertTrue(Outstanding.nothing(Currency.getInstance("SEK")).isSettled());
        assertFalse(Outstanding.of(sek(1), sek(0), sek(0)).isSettled());
        assertFalse(Outstanding.of(sek(0), sek(1), sek(0)).isSettled());
        assertFalse(Outstanding.of(sek(0), sek(0), sek(1)).isSettled());
    }

    @Test
    void a_credit_on_one_part_does_not_settle_another() {
        assertFalse(Outstanding.of(sek(-60_00), sek(0), sek(60_00)).isSettled());
    }

    @Test
    void an_allocation_adds_up_to_the_payment() {
        assertEquals(sek(1_100_60), new Allocation(sek(60_00), sek(40_60), sek(1_000_00)).total());
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
