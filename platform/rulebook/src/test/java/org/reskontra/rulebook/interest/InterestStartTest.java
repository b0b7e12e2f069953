package org.reskontra.rulebook.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.reskontra.rulebook.Sweden.PACK;
import static org.reskontra.rulebook.Sweden.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.interest.InterestStart.Demand;
import org.reskontra.rulebook.interest.InterestStart.Start;

/** From a due date that was agreed (Interest Act s. 3), or without one (s. 4). */
class InterestStartTest {

    private static final Demand WARNED = new Demand(day("2025-03-01"), null, true);

    @ParameterizedTest
    @EnumSource(DebtorKind.class)
    void a_due_date_that_was_agreed_starts_interest(DebtorKind debtor) {
        assertEquals(
                new Start.After(day("2025-03-31"), "SE-INT-2"),
                InterestStart.onDueDate(PACK, debtor, day("2025-03-31")));
    }

    @ParameterizedTest
    @EnumSource(DebtorKind.class)
    void thirty_days_after_a_demand_that_warns_of_interest(DebtorKind debtor) {
        assertEquals(
                new Start.After(day("2025-03-31"), "SE-INT-3"),
                InterestStart.withoutDueDate(PACK, debtor, WARNED, null));
    }

    @Test
    void but_never_before_the_demand_arrived() {
        var late = new Demand(day("2025-03-01"), day("2025-04-14"), true);
        assertEquals(
                new Start.After(day("2025-04-14"), "SE-INT-3"),
                InterestStart.withoutDueDate(PACK, DebtorKind.CONSUMER, late, null));
    }

    @Test
    void service_starts_interest_at_the_latest() {
        assertEquals(
                new Start.After(day("2025-03-20"), "SE-INT-4"),
                InterestStart.withoutDueDate(PACK, DebtorKind.BUSINESS, WARNED, day("2025-03-20")));
        assertEquals(
                new Start.After(day("2025-03-31"), "SE-INT-3"),
                InterestStart.withoutDueDate(PACK, DebtorKind.BUSINESS, WARNED, day("2025-06-20")));
    }

    @Test
    void nothing_runs_without_a_demand_unless_served() {
        assertInstanceOf(Start.NotYet.class, InterestStart.withoutDueDate(PACK, DebtorKind.PUBLIC_BODY, null, null));
        assertEquals(
                new Start.After(day("2025-06-20"), "SE-INT-4"),
                InterestStart.withoutDueDate(PACK, DebtorKind.PUBLIC_BODY, null, day("2025-06-20")));
    }

    @Test
    void a_public_body_needs_no_warning() {
        var plain = new Demand(day("2025-03-01"), null, false);
        assertInstanceOf(Start.After.class, InterestStart.withoutDueDate(PACK, DebtorKind.PUBLIC_BODY, plain, null));
    }
}
