package org.reskontra.acceptance.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.acceptance.order.Scenario.pays;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.order.Scenario.Expected;

/**
 * Order does not matter: each scenario is lived through in every order that the topics and the calendar allow, with the
 * cores of invoice-service and dunning-service, and ends in the same books and the same states each time.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnyOrderSpec {

    private static final int FEWEST_ORDERS = 30_000;

    private static final List<Scenario> SCENARIOS = List.of(
            Scenario.of(
                    "paid in time",
                    new Expected("Settled", "2025-04-02", "Ended", 0, 0, 0, 0),
                    pays(10_000_00, "2025-04-02")),
            Scenario.of(
                    "paid late, before the reminder",
                    new Expected("Settled", "2025-04-05", "Ended", 0, 9_04, 0, 0),
                    pays(10_009_04, "2025-04-05")),
            Scenario.of(
                            "on its way on the day of the reminder, booked after it",
                            new Expected("Settled", "2025-04-07", "Ended", 0, 15_07, 0, 0),
                            pays(10_015_07, "2025-04-07", "2025-04-09"))
                    .withCorrections(1),
            Scenario.of(
                            "paid with fee between reminder and hand-over",
                            new Expected("Settled", "2025-04-12", "Ended", 60_00, 30_14, 0, 0),
                            pays(10_090_14, "2025-04-12"))
                    .withRemindersReadLate(),
            Scenario.of(
                    "paid before the reminder and once more after it",
                    new Expected("Settled", "2025-04-05", "Ended", 0, 9_04, 0, 10_090_14),
                    pays(10_009_04, "2025-04-05"),
                    pays(10_090_14, "2025-04-12")),
            Scenario.of(
                    "two parts that settle before the reminder",
                    new Expected("Settled", "2025-04-06", "Ended", 0, 6_63, 0, 0),
                    pays(6_000_00, "2025-04-03"),
                    pays(4_006_63, "2025-04-06")),
            Scenario.of(
                    "too much, in two parts, before the due date",
                    new Expected("Settled", "2025-04-01", "Ended", 0, 0, 0, 1_000_00),
                    pays(6_000_00, "2025-03-20"),
                    pays(5_000_00, "2025-04-01")),
            Scenario.of(
                    "the principal without its interest, the rest with the fee",
                    new Expected("Settled", "2025-04-15", "Ended", 60_00, 9_07, 0, 0),
                    pays(10_000_00, "2025-04-05"),
                    pays(69_07, "2025-04-15")),
            Scenario.of(
                            "before the invoice is known, and a little more",
                            new Expected("Settled", "2025-03-03", "Ended", 0, 0, 0, 500_00),
                            pays(10_000_00, "2025-02-28"),
                            pays(500_00, "2025-03-04"))
                    .withTheInvoiceToldLate(),
            Scenario.of(
                            "two parts, never enough, and reminders read late",
                            new Expected("InCollection", "", "HandedOver", 60_00, 12_66, 3_072_66, 0),
                            pays(4_000_00, "2025-04-01"),
                            pays(3_000_00, "2025-04-09"))
                    .withRemindersReadLate(),
            Scenario.of(
                    "three parts, never enough",
                    new Expected("InCollection", "", "HandedOver", 60_00, 23_77, 2_083_77, 0),
                    pays(4_000_00, "2025-04-01"),
                    pays(3_000_00, "2025-04-09"),
                    pays(1_000_00, "2025-04-21")),
            Scenario.of(
                    "three parts, the last to collection",
                    new Expected("Settled", "2025-04-21", "HandedOver", 60_00, 21_29, 0, 0),
                    pays(5_000_00, "2025-04-04"),
                    pays(5_000_00, "2025-04-14"),
                    pays(81_29, "2025-04-21")));

    @Test
    void every_order_ends_in_the_same_books_and_states() {
        long orders = 0;
        for (var scenario : SCENARIOS) {
            var found = Orders.of(scenario);
            System.out.printf(
                    "%-60s %8d orders, %d to %d corrections%n",
                    scenario.name(), found.count(), found.fewestCorrections(), found.mostCorrections());
            orders += found.count();
            assertEquals(scenario.expected(), Expected.of(found.end()), scenario.name());
            assertEquals(scenario.fewestCorrections(), found.fewestCorrections(), scenario.name());
        }
        System.out.printf("%-60s %8d orders%n", "together", orders);
        assertTrue(orders >= FEWEST_ORDERS, orders + " orders prove too little");
    }

    @Test
    void an_order_that_mattered_would_be_noticed() {
        var faulty = SCENARIOS.getFirst().withMoneyCountedWhenTold();
        assertThrows(AssertionError.class, () -> Orders.of(faulty));
    }
}
