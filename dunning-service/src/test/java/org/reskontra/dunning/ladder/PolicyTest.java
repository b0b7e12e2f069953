package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.ladder.Example.sek;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.dunning.ladder.Policy.Reminder;

class PolicyTest {

    private static final Reminder REMINDER = new Reminder(5, sek(60_00), 10);

    @Test
    void nobody_may_be_handed_over_unreminded() {
        refused("it must remind at least once before it hands over", List.of(), 12);
    }

    @Test
    void reminders_have_a_hard_maximum() {
        policy(List.of(REMINDER, new Reminder(10, sek(0), 5), new Reminder(10, sek(0), 5)), 12);
        refused(
                "it must not remind more than 3 times",
                List.of(
                        REMINDER,
                        new Reminder(10, sek(0), 5),
                        new Reminder(10, sek(0), 5),
                        new Reminder(10, sek(0), 5)),
                12);
    }

    @Test
    void nothing_may_happen_before_the_date_the_debtor_was_given() {
        refused("reminder 1: payWithinDays must be 1 to 9", List.of(REMINDER), 9);
        policy(List.of(REMINDER), 10);
    }

    @Test
    void every_wait_is_at_least_one_day_so_that_no_two_steps_share_one() {
        refused("reminder 1: afterDays must be 1 to 90", List.of(new Reminder(0, sek(0), 10)), 12);
        refused("handOverAfterDays must be 1 to 90", List.of(REMINDER), 0);
        refused("handOverAfterDays must be 1 to 90", List.of(REMINDER), 91);
    }

    @Test
    void a_fee_is_not_negative() {
        refused("reminder 1: its fee must not be negative", List.of(new Reminder(5, sek(-1), 10)), 12);
    }

    @Test
    void all_faults_are_told_at_once() {
        var refusal = assertThrows(
                InvalidPolicy.class, () -> new Policy(new PolicyRef("Standard!", 0), Country.SE, false, List.of(), 12));
        assertEquals(
                "policy Standard! v0 cannot be used: its id must be 1 to 40 lower-case letters, digits and dashes;"
                        + " its version must be 1 or more; it must remind at least once before it hands over",
                refusal.getMessage());
    }

    private static Policy policy(List<Reminder> reminders, int handOverAfterDays) {
        return new Policy(new PolicyRef("se-test", 1), Country.SE, false, reminders, handOverAfterDays);
    }

    private static void refused(String fault, List<Reminder> reminders, int handOverAfterDays) {
        var refusal = assertThrows(InvalidPolicy.class, () -> policy(reminders, handOverAfterDays));
        assertTrue(refusal.getMessage().contains(fault), refusal::getMessage);
    }
}
