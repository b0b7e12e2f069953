package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.dunning.ladder.Example.*;
import static org.reskontra.dunning.ladder.Given.given;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comparable systems got wrong about when to remind, each shown to be absent here. */
class ReminderFailuresSeenElsewhereTest {

    @Test
    void a_job_that_runs_every_hour_decides_one_reminder_and_not_twenty_four() {
        var events = new ArrayList<>(List.of(opened(), overdue("2026-04-01")));
        for (int hour = 0; hour < 24; hour++) {
            lookOn(events, day("2026-04-05"));
        }
        assertEquals(List.of(decided(1, "2026-04-05")), events.subList(2, events.size()));
    }

    @Test
    void a_reminder_is_not_repeated_however_often_its_receipt_comes() {
        var reminded = given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"));
        for (int copy = 0; copy < 22; copy++) {
            reminded = reminded.when(receipt(1, "2026-04-05")).thenNothing();
        }
    }

    @Test
    void a_missed_day_is_caught_up() {
        given(opened(), overdue("2026-04-01")).when(look("2026-04-09")).then(decided(1, "2026-04-09"));
    }

    @Test
    void a_long_outage_skips_no_step_and_does_not_jump_to_the_harshest() {
        given(opened(), overdue("2026-12-31"))
                .when(look("2026-12-31", PATIENT))
                .then(decided(1, "2026-12-31"))
                .when(receipt(1, "2026-12-31"))
                .then(sent(1, "2026-12-31"))
                .when(look("2026-12-31", PATIENT))
                .thenNothing()
                .when(look("2027-01-09", PATIENT))
                .thenNothing()
                .when(look("2027-01-10", PATIENT))
                .then(decided(2, "2027-01-10"));
    }

    @Test
    void at_most_one_step_is_taken_per_day_whatever_the_delay() {
        var events = new ArrayList<>(List.of(opened(), overdue("2026-04-01")));
        var today = day("2028-01-01");
        for (int turn = 0; turn < 5; turn++) {
            lookOn(events, today);
            if (Ladder.replay(events) instanceof CaseState.LetterPending(var _, int step, var _)) {
                events.add(new CaseEvent.ReminderSent(today, step, letter()));
            }
        }
        assertEquals(4, events.size(), () -> "one decision and its letter expected after the due date: " + events);
    }

    @Test
    void age_is_counted_from_the_due_date_not_from_the_invoice_date() {
        var longTerms = terms(day("2026-01-01"), day("2026-03-31"), true, null);
        given(opened(longTerms), overdue("2026-04-01")).nextStepIsOn("2026-04-05");
    }

    @Test
    void nobody_is_reminded_on_the_due_date_or_a_day_early() {
        var waiting = given(opened());
        waiting.when(look("2026-03-31")).thenNothing();
        waiting.and(overdue("2026-04-01")).when(look("2026-04-04")).thenNothing();
    }

    @Test
    void the_next_look_is_planned_anew_when_money_moves() {
        given(opened(), overdue("2026-04-01"))
                .nextStepIsOn("2026-04-05")
                .and(noted(principal(0), "2026-04-02"))
                .nothingIsPlanned()
                .and(noted(principal(10_000_00), "2026-04-03"))
                .nextStepIsOn("2026-04-05");
    }

    @Test
    void nobody_is_reminded_the_day_after_the_invoice_was_first_sent() {
        var dueBeforeItWasIssued = terms(day("2026-04-20"), day("2026-03-31"), true, null);
        given(opened(dueBeforeItWasIssued), overdue("2026-04-21"))
                .when(look("2026-04-21"))
                .thenNothing()
                .nextStepIsOn("2026-04-25");
    }

    @Test
    void a_fee_still_owed_after_the_principal_was_paid_does_not_vanish() {
        var claim = given(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        noted(owed(0, 0, 60_00), "2026-04-10"))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();
        assertEquals(owed(0, claim.claim().interest().minor(), 60_00), claim.claim());
        assertTrue(claim.claim().interest().isPositive(), "ten days of interest on the principal are owed as well");
    }

    private static void lookOn(List<CaseEvent> events, LocalDate today) {
        var decision = Ladder.decide(Ladder.replay(events), new CaseCommand.Look(today, POLICY, LAW));
        if (decision instanceof Decision.Accepted(var more)) {
            events.addAll(more);
        }
    }
}
