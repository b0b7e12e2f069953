package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.dunning.ladder.Example.*;
import static org.reskontra.dunning.ladder.Given.given;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the ladder makes of money that was there and is taken back: waits of 5 days to the reminder and 12 after it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TakenBackSpec {

    private static final CaseEvent[] REMINDED = {
        opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05")
    };

    @Test
    void a_case_that_was_paid_before_its_due_date_waits_for_it_again() {
        given(opened(), noted(principal(0), "2026-03-10"), settled("2026-03-10"))
                .when(takenBack(principal(10_000_00), "2026-03-20"))
                .then(corrected(principal(10_000_00), "2026-03-20"), resumed("2026-03-20"))
                .nothingIsPlanned()
                .when(dueDatePasses("2026-04-01"))
                .then(overdue("2026-04-01"))
                .nextStepIsOn("2026-04-05");
    }

    @Test
    void a_case_paid_in_time_and_owed_again_long_after_gets_the_whole_first_wait() {
        given(opened(), noted(principal(0), "2026-03-10"), settled("2026-03-10"))
                .when(takenBack(principal(10_000_00), "2026-05-20"))
                .then(corrected(principal(10_000_00), "2026-05-20"), resumed("2026-05-20"))
                .when(dueDatePasses("2026-05-20"))
                .then(overdue("2026-05-20"))
                .when(look("2026-05-24"))
                .thenNothing()
                .nextStepIsOn("2026-05-25");
    }

    @Test
    void steps_taken_stay_taken_and_the_next_wait_starts_anew() {
        given(REMINDED)
                .and(noted(principal(0), "2026-04-10"), settled("2026-04-10"))
                .when(takenBack(owed(10_000_00, 0, 60_00), "2026-05-20"))
                .then(corrected(owed(10_000_00, 0, 60_00), "2026-05-20"), resumed("2026-05-20"))
                .when(look("2026-05-20"))
                .thenNothing()
                .when(look("2026-05-31"))
                .thenNothing()
                .nextStepIsOn("2026-06-01");
    }

    @Test
    void the_claim_handed_over_counts_interest_as_if_the_money_had_never_come() {
        var claim = given(REMINDED)
                .and(interestBooked(owed(10_000_00, 27_40, 60_00), "2026-04-10"))
                .and(noted(principal(0), "2026-04-10"), settled("2026-04-10"))
                .when(takenBack(owed(10_000_00, 0, 60_00), "2026-05-20"))
                .then(corrected(owed(10_000_00, 0, 60_00), "2026-05-20"), resumed("2026-05-20"))
                .when(ledgerWithdrawsInterest(owed(10_000_00, 0, 60_00), "2026-05-20", "2026-03-31"))
                .then(new CaseEvent.StandingCorrected(day("2026-05-20"), owed(10_000_00, 0, 60_00), day("2026-03-31")))
                .when(look("2026-06-01"))
                .thenTheClaimIsHandedOver();
        // 62 days on 10 000 kr at 10 %
        assertEquals(owed(10_000_00, 169_86, 60_00), claim.claim());
    }

    @Test
    void other_money_that_covers_everything_leaves_the_case_ended() {
        given(opened(), noted(principal(0), "2026-03-10"), settled("2026-03-10"))
                .when(takenBack(principal(0), "2026-03-20"))
                .thenNothing()
                .nothingIsPlanned();
    }

    @Test
    void a_part_payment_taken_back_changes_the_amount_of_a_running_case_and_no_date() {
        given(REMINDED)
                .and(noted(principal(6_000_00), "2026-04-08"))
                .nextStepIsOn("2026-04-17")
                .when(takenBack(principal(10_000_00), "2026-04-15"))
                .then(corrected(principal(10_000_00), "2026-04-15"))
                .nextStepIsOn("2026-04-17");
    }

    @Test
    void a_case_resumed_twice_waits_from_the_last_time() {
        given(REMINDED)
                .and(noted(principal(0), "2026-04-10"), settled("2026-04-10"))
                .and(corrected(principal(10_000_00), "2026-05-20"), resumed("2026-05-20"))
                .and(noted(principal(0), "2026-05-22"), settled("2026-05-22"))
                .when(takenBack(principal(10_000_00), "2026-06-20"))
                .then(corrected(principal(10_000_00), "2026-06-20"), resumed("2026-06-20"))
                .nextStepIsOn("2026-07-02");
    }

    @Test
    void only_the_amount_changes_of_what_was_handed_over() {
        given(REMINDED)
                .and(handedOver(owed(10_000_00, 46_58, 60_00), "2026-04-17"), noted(principal(0), "2026-04-20"))
                .when(takenBack(owed(10_000_00, 0, 60_00), "2026-05-20"))
                .then(corrected(owed(10_000_00, 0, 60_00), "2026-05-20"))
                .nothingIsPlanned();
    }

    @Test
    void a_letter_that_left_while_the_case_was_ended_and_is_heard_of_later_is_a_step_taken_for_nothing() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"))
                .and(noted(principal(0), "2026-04-05"), settled("2026-04-05"))
                .and(corrected(principal(10_000_00), "2026-04-05"), resumed("2026-04-05"))
                .when(receipt(1, "2026-04-05"))
                .then(new CaseEvent.ReminderSent(day("2026-04-05"), 1, letter().withoutFee()))
                .nextStepIsOn("2026-04-17")
                .when(receipt(1, "2026-04-05"))
                .thenNothing();
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"))
                .and(noted(principal(0), "2026-04-05"), settled("2026-04-05"))
                .and(corrected(principal(10_000_00), "2026-04-05"), resumed("2026-04-05"))
                .when(undeliverable(1, "2026-04-05"))
                .thenNothing()
                .nextStepIsOn("2026-04-10");
    }
}
