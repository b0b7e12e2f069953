package org.reskontra.dunning.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.dunning.ladder.Example.*;
import static org.reskontra.dunning.ladder.Given.given;
import static org.reskontra.dunning.ladder.Given.nothing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

class LadderSpec {

    // reminding

    @Test
    void nothing_happens_before_the_due_date_has_passed() {
        nothing()
                .when(issue())
                .then(opened())
                .nothingIsPlanned()
                .when(look("2026-03-31"))
                .thenNothing()
                .when(look("2026-05-31"))
                .thenNothing();
    }

    @Test
    void the_reminder_is_due_on_the_fifth_day_after_the_due_date() {
        given(opened())
                .when(dueDatePasses("2026-04-01"))
                .then(overdue("2026-04-01"))
                .nextStepIsOn("2026-04-05")
                .when(look("2026-04-04"))
                .thenNothing()
                .when(look("2026-04-05"))
                .then(decided(1, "2026-04-05"));
    }

    @Test
    void a_decided_letter_is_on_its_way_until_there_is_a_receipt() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"))
                .nothingIsPlanned()
                .when(look("2026-04-30"))
                .thenNothing()
                .when(receipt(1, "2026-04-05"))
                .then(sent(1, "2026-04-05"));
    }

    @Test
    void the_claim_is_handed_over_on_the_twelfth_day_after_the_reminder() {
        var reminded = given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .nextStepIsOn("2026-04-17")
                .when(look("2026-04-16"))
                .thenNothing();
        // 10 000 kr at 2 + 8 %, the 17 days from 1 to 17 April
        var claim = owed(10_000_00, 46_58, 0);
        reminded.when(look("2026-04-17")).then(handedOver(claim, "2026-04-17")).nothingIsPlanned();
    }

    @Test
    void a_policy_of_two_reminders_waits_after_each() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-06"))
                .when(look("2026-04-15", PATIENT))
                .thenNothing()
                .when(look("2026-04-16", PATIENT))
                .then(decided(2, "2026-04-16"))
                .when(receipt(2, "2026-04-16"))
                .then(sent(2, "2026-04-16"))
                .when(look("2026-04-29", PATIENT))
                .thenNothing()
                .when(look("2026-04-30", PATIENT))
                .thenTheClaimIsHandedOver();
    }

    @Test
    void the_wait_for_the_hand_over_runs_from_the_day_the_letter_really_left() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-09"))
                .nextStepIsOn("2026-04-21");
    }

    @Test
    void a_due_date_on_a_saturday_stays_unless_the_policy_moves_it() {
        var saturday = given(opened(terms(day("2026-03-01"), day("2026-04-11"), true, null)), overdue("2026-04-12"));
        var moving = new Policy(POLICY.ref(), Country.SE, true, POLICY.reminders(), POLICY.handOverAfterDays());

        assertEquals(
                Optional.of(day("2026-04-16")),
                Ladder.nextStep(saturday.state(), POLICY).map(NextStep::on));
        assertEquals(
                Optional.of(day("2026-04-18")),
                Ladder.nextStep(saturday.state(), moving).map(NextStep::on));
    }

    // money comes in

    @Test
    void full_payment_stops_the_ladder_for_good() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .when(settles("2026-04-10"))
                .then(noted(principal(0), "2026-04-10"), settled("2026-04-10"))
                .nothingIsPlanned()
                .when(look("2026-12-31"))
                .thenNothing();
    }

    @Test
    void payment_between_the_decision_and_the_sending_ends_the_case() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"))
                .when(settles("2026-04-05"))
                .then(noted(principal(0), "2026-04-05"), settled("2026-04-05"))
                .when(look("2026-04-06"))
                .thenNothing();
    }

    @Test
    void a_letter_that_left_as_the_money_came_in_costs_the_debtor_nothing() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), settled("2026-04-05"))
                .when(receipt(1, "2026-04-05"))
                .then(new CaseEvent.ReminderSent(day("2026-04-05"), 1, letter().withoutFee()))
                .when(receipt(1, "2026-04-05"))
                .thenNothing();
    }

    @Test
    void part_payment_does_not_stop_the_ladder_nor_restart_a_wait() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .when(ledgerTells(principal(4_000_00), "2026-04-10"))
                .then(noted(principal(4_000_00), "2026-04-10"))
                .nextStepIsOn("2026-04-17");
    }

    @Test
    void a_claim_of_nothing_but_the_fee_is_still_pursued() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .when(ledgerTells(owed(60_00, 0, 0), "2026-04-10"))
                .then(noted(owed(60_00, 0, 0), "2026-04-10"))
                .nextStepIsOn("2026-04-17");
    }

    @Test
    void nothing_owed_means_nothing_planned_even_before_the_ledger_says_settled() {
        given(opened(), overdue("2026-04-01"))
                .when(ledgerTells(principal(0), "2026-04-03"))
                .then(noted(principal(0), "2026-04-03"))
                .nothingIsPlanned()
                .when(look("2026-04-05"))
                .thenNothing();
    }

    @Test
    void a_standing_told_twice_is_noted_once() {
        given(opened())
                .when(ledgerTells(principal(4_000_00), "2026-03-20"))
                .then(noted(principal(4_000_00), "2026-03-20"))
                .when(ledgerTells(principal(4_000_00), "2026-03-20"))
                .thenNothing();
    }

    @Test
    void amounts_in_another_currency_are_refused() {
        var euro = Money.of(1, "EUR");
        given(opened())
                .when(ledgerTells(Outstanding.of(euro, euro, euro), "2026-03-20"))
                .thenRefused(Refusal.CURRENCY_DIFFERS);
    }

    // the claim that is handed over

    @Test
    void interest_is_counted_stretch_by_stretch_between_part_payments_that_booked_none() {
        var claim = given(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        noted(principal(4_000_00), "2026-04-10"))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();

        // 10 days on 10 000 kr and 7 days on 4 000 kr at 10 %: 27.397 + 7.671
        assertEquals(owed(4_000_00, 35_07, 0), claim.claim());
    }

    @Test
    void interest_that_the_ledger_has_booked_is_not_counted_again() {
        var claim = given(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        interestBooked(owed(10_000_00, 27_40, 60_00), "2026-04-10"),
                        noted(owed(4_087_40, 0, 0), "2026-04-10"))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();

        // only the 7 days from 11 to 17 April, on 4 087.40 kr at 10 %
        assertEquals(owed(4_087_40, 7_84, 0), claim.claim());
        assertEquals(day("2026-04-17"), claim.interestThrough());
    }

    @Test
    void a_part_payment_before_the_due_date_bears_no_interest() {
        var claim = given(
                        opened(),
                        noted(principal(4_000_00), "2026-03-15"),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();

        assertEquals(owed(4_000_00, 18_63, 0), claim.claim());
    }

    @Test
    void a_contract_rate_is_used_where_one_was_agreed() {
        var terms = terms(day("2026-03-01"), day("2026-03-31"), true, new BigDecimal("0.24"));
        var claim = given(opened(terms), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .when(look("2026-04-17"))
                .thenTheClaimIsHandedOver();

        assertEquals(owed(10_000_00, 111_78, 0), claim.claim());
    }

    @Test
    void past_the_last_known_rate_only_booked_interest_is_claimed() {
        var terms = terms(day("2036-03-01"), day("2036-03-31"), true, null);
        var claim = given(
                        opened(terms),
                        overdue("2036-04-01"),
                        decided(1, "2036-04-05"),
                        sent(1, "2036-04-05"),
                        noted(owed(10_000_00, 12_00, 60_00), "2036-04-06"))
                .when(look("2036-04-17"))
                .thenTheClaimIsHandedOver();

        assertEquals(owed(10_000_00, 12_00, 60_00), claim.claim());
        assertEquals(day("2036-03-31"), claim.interestThrough());
    }

    // a letter that cannot be delivered

    @Test
    void an_undeliverable_letter_waits_for_a_person_and_nobody_is_handed_over_unreminded() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"))
                .when(undeliverable(1, "2026-04-05"))
                .then(undelivered(1, "2026-04-05"))
                .nothingIsPlanned()
                .when(look("2027-04-05"))
                .thenNothing();
    }

    @Test
    void a_better_address_takes_the_ladder_up_where_it_stopped() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), undelivered(1, "2026-04-05"))
                .when(newAddress("2026-05-02"))
                .then(renewed("2026-05-02"))
                .when(look("2026-05-02"))
                .then(decided(1, "2026-05-02"));
    }

    @Test
    void a_better_address_after_the_second_letter_failed_does_not_repeat_the_first() {
        given(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        decided(2, "2026-04-15"),
                        undelivered(2, "2026-04-15"))
                .when(newAddress("2026-05-02"))
                .then(renewed("2026-05-02"))
                .when(look("2026-05-02", PATIENT))
                .then(decided(2, "2026-05-02"));
    }

    @Test
    void payment_ends_a_case_that_waits_for_a_person() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), undelivered(1, "2026-04-05"))
                .when(settles("2026-04-20"))
                .then(noted(principal(0), "2026-04-20"), settled("2026-04-20"));
    }

    // twice, late and out of order

    @Test
    void an_invoice_told_of_twice_has_one_case() {
        given(opened(), overdue("2026-04-01")).when(issue()).thenNothing();
    }

    @Test
    void another_invoice_under_the_same_id_is_refused() {
        var other = terms(day("2026-03-01"), day("2026-04-30"), true, null);
        given(opened()).when(issue(other)).thenRefused(Refusal.OTHER_INVOICE);
    }

    @Test
    void a_receipt_told_twice_reminds_once() {
        given(opened(), overdue("2026-04-01"), decided(1, "2026-04-05"), sent(1, "2026-04-05"))
                .when(receipt(1, "2026-04-05"))
                .thenNothing();
    }

    @Test
    void a_receipt_for_a_letter_nobody_decided_is_refused() {
        given(opened(), overdue("2026-04-01")).when(receipt(1, "2026-04-05")).thenRefused(Refusal.NO_SUCH_LETTER);
    }

    @Test
    void a_due_date_told_as_passed_twice_passes_once() {
        given(opened(), overdue("2026-04-01")).when(dueDatePasses("2026-04-01")).thenNothing();
    }

    @Test
    void what_happens_after_the_hand_over_is_noted_and_left_to_collection() {
        given(
                        opened(),
                        overdue("2026-04-01"),
                        decided(1, "2026-04-05"),
                        sent(1, "2026-04-05"),
                        handedOver(owed(10_000_00, 46_58, 0), "2026-04-17"))
                .when(settles("2026-05-01"))
                .then(noted(principal(0), "2026-05-01"))
                .when(look("2026-06-01"))
                .thenNothing();
    }

    @Test
    void every_refusal_has_a_code_of_its_own() {
        var codes = List.of(Refusal.values()).stream().map(Refusal::code).distinct();
        assertEquals(Refusal.values().length, codes.count());
    }
}
