package org.reskontra.rulebook.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.amended;
import static org.reskontra.rulebook.Sweden.kr;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

class PaymentAllocationTest {

    private static final Outstanding OWED = Outstanding.of(kr("1000"), kr("25.50"), kr("60"));

    @ParameterizedTest(name = "{0} kr: {1} costs, {2} interest, {3} principal, {4} left over")
    @CsvSource({
        "   0,     0,     0,       0,    0",
        "  59.99, 59.99,  0,       0,    0",
        "  60,    60,     0,       0,    0",
        "  70,    60,    10,       0,    0",
        "  85.50, 60,    25.50,    0,    0",
        " 100,    60,    25.50,   14.50, 0",
        "1085.50, 60,    25.50, 1000,    0",
        "1085.51, 60,    25.50, 1000,    0.01",
    })
    void costs_then_interest_then_principal(
            String paid, String costs, String interest, String principal, String excess) {
        var allocated = PaymentAllocation.allocate(PACK, DebtorKind.CONSUMER, OWED, kr(paid));
        assertEquals(new Allocation(kr(costs), kr(interest), kr(principal)), allocated.allocation());
        assertEquals(kr(excess), allocated.excess());
    }

    @Test
    void the_order_is_the_pack_s() {
        var pack = amended("[COSTS, INTEREST, PRINCIPAL]", "[PRINCIPAL, INTEREST, COSTS]");
        var allocated = PaymentAllocation.allocate(pack, DebtorKind.CONSUMER, OWED, kr("1010"));
        assertEquals(new Allocation(kr("0"), kr("10"), kr("1000")), allocated.allocation());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 2030, 77_005})
    void nothing_is_lost_and_nothing_is_made(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            var owed = Outstanding.of(some(random), some(random), some(random));
            var paid = some(random);
            var result = PaymentAllocation.allocate(PACK, DebtorKind.values()[random.nextInt(3)], owed, paid);
            var what = owed + " paid " + paid;
            assertEquals(paid, result.allocation().total().plus(result.excess()), what);
            assertEquals(
                    owed.total(), result.allocation().total().plus(result.rest().total()), what);
            assertFalse(result.allocation().costs().isNegative(), what);
            assertFalse(result.allocation().interest().isNegative(), what);
            assertFalse(result.allocation().principal().isNegative(), what);
            assertTrue(result.excess().isZero() || result.rest().isSettled(), what);
        }
    }

    @Test
    void what_a_caller_must_not_ask() {
        assertThrows(IllegalArgumentException.class, () -> pay(OWED, kr("-1")));
        assertThrows(IllegalArgumentException.class, () -> pay(OWED, Money.of(100, "EUR")));
        assertThrows(IllegalArgumentException.class, () -> pay(Outstanding.of(kr("-5"), kr("0"), kr("0")), kr("1")));
    }

    private static Allocated pay(Outstanding owed, Money amount) {
        return PaymentAllocation.allocate(PACK, DebtorKind.BUSINESS, owed, amount);
    }

    private static Money some(SplittableRandom random) {
        return Money.of(random.nextInt(3) == 0 ? 0 : random.nextLong(1_000_000), "SEK");
    }
}
