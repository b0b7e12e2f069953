package org.reskontra.collection.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.collection.process.Cases.CLAIM;
import static org.reskontra.collection.process.Cases.CLAIM_VERSION;
import static org.reskontra.collection.process.Cases.LETTER;
import static org.reskontra.collection.process.Cases.OTHER_LETTER;
import static org.reskontra.collection.process.Cases.balance;
import static org.reskontra.collection.process.Cases.bankTakesBack;
import static org.reskontra.collection.process.Cases.cannotDeliver;
import static org.reskontra.collection.process.Cases.claim;
import static org.reskontra.collection.process.Cases.closed;
import static org.reskontra.collection.process.Cases.confirmSent;
import static org.reskontra.collection.process.Cases.day;
import static org.reskontra.collection.process.Cases.demandDecided;
import static org.reskontra.collection.process.Cases.demandSent;
import static org.reskontra.collection.process.Cases.given;
import static org.reskontra.collection.process.Cases.look;
import static org.reskontra.collection.process.Cases.owed;
import static org.reskontra.collection.process.Cases.owedAgain;
import static org.reskontra.collection.process.Cases.paid;
import static org.reskontra.collection.process.Cases.pays;
import static org.reskontra.collection.process.Cases.register;
import static org.reskontra.collection.process.Cases.registered;
import static org.reskontra.collection.process.Cases.reopened;
import static org.reskontra.collection.process.Cases.sek;
import static org.reskontra.collection.process.Cases.tryAgain;
import static org.reskontra.collection.process.Cases.undeliverable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reskontra.collection.process.CaseCommand.NoteBalance;
import org.reskontra.collection.process.CaseCommand.Register;
import org.reskontra.collection.process.NextStep.Action;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

class CaseProcessSpec {

    private static final Balance PAID_IN_FULL = balance(CLAIM_VERSION + 2, owed(0, 0, 0));
    private static final Balance PARTLY_PAID = balance(CLAIM_VERSION + 2, owed(6_000_00, 0, 0));

    @Test
    void a_claim_is_taken_on_demanded_and_closed_when_it_is_paid() {
        given().when(register("2025-03-02"))
                .then(registered("2025-03-02"))
                .when(look("2025-03-02"))
                .then(demandDecided("2025-03-02"))
                .when(confirmSent(LETTER, "2025-03-03", "2025-03-11"))
                .then(demandSent("2025-03-03", "2025-03-11"))
                .when(pays(10_180_41, "2025-03-10", PAID_IN_FULL))
                .then(paid(10_180_41, "2025-03-10", PAID_IN_FULL), closed("2025-03-10"))
                .when(look("2025-12-31"))
                .thenNothing();
    }

    @Test
    void a_claim_that_was_settled_on_its_way_here_is_closed_at_once() {
        given().when(register("2025-03-02", PAID_IN_FULL))
                .then(registered("2025-03-02", PAID_IN_FULL), closed("2025-03-02"))
                .when(look("2025-03-02"))
                .thenNothing();
    }

    @Test
    void a_part_payment_that_overtook_the_hand_over_counts() {
        given().when(register("2025-03-02", PARTLY_PAID)).then(registered("2025-03-02", PARTLY_PAID));
    }

    @Test
    void older_news_of_the_invoice_does_not_undo_what_the_claim_counts_in() {
        var asIssued = balance(1, owed(14_000_00, 0, 0));
        given().when(register("2025-03-02", asIssued))
                .then(registered("2025-03-02"))
                .when(pays(4_000_00, "2025-03-01", balance(CLAIM_VERSION, owed(10_000_00, 0, 0))))
                .thenNothing();
    }

    @Test
    void the_invoice_says_how_far_interest_is_booked_when_the_claim_was_made_from_it() {
        var booked = new Balance(CLAIM_VERSION, owed(10_000_00, 0, 60_00), day("2025-01-31"));
        given().when(register("2025-03-02", booked)).then(registered("2025-03-02", booked));
    }

    @Test
    void a_fee_that_is_claimed_but_not_booked_yet_stays_claimed() {
        var beforeTheFee = new Balance(CLAIM_VERSION, owed(10_000_00, 0, 0), day("2025-01-31"));
        given().when(register("2025-03-02", beforeTheFee)).then(registered("2025-03-02"));
    }

    @Test
    void a_payment_before_the_demand_lowers_what_is_demanded() {
        var state = given(registered("2025-03-02"))
                .when(pays(4_000_00, "2025-03-03", PARTLY_PAID))
                .then(paid(4_000_00, "2025-03-03", PARTLY_PAID))
                .when(look("2025-03-03"))
                .then(demandDecided("2025-03-03"))
                .state();
        assertEquals(new CaseState.Demanding(CLAIM, PARTLY_PAID, LETTER, day("2025-03-03")), state);
    }

    @Test
    void payment_in_full_while_the_demand_waits_to_leave_stops_it() {
        var paid = given(registered("2025-03-02"), demandDecided("2025-03-02"))
                .when(pays(10_180_41, "2025-03-03", PAID_IN_FULL))
                .then(paid(10_180_41, "2025-03-03", PAID_IN_FULL), closed("2025-03-03"));
        assertFalse(CaseProcess.awaits(paid.state(), LETTER));
    }

    @Test
    void a_demand_that_left_while_the_payment_came_is_still_on_record() {
        given(
                        registered("2025-03-02"),
                        demandDecided("2025-03-02"),
                        paid(10_180_41, "2025-03-02", PAID_IN_FULL),
                        closed("2025-03-02"))
                .when(confirmSent(LETTER, "2025-03-02", "2025-03-10"))
                .then(demandSent("2025-03-02", "2025-03-10"))
                .when(confirmSent(LETTER, "2025-03-02", "2025-03-10"))
                .thenRefused(Refusal.LETTER_UNKNOWN);
    }

    @Test
    void a_part_payment_after_the_demand_keeps_its_deadline() {
        var state = given(registered("2025-03-02"), demandDecided("2025-03-02"), demandSent("2025-03-02", "2025-03-10"))
                .when(pays(4_000_00, "2025-03-05", PARTLY_PAID))
                .then(paid(4_000_00, "2025-03-05", PARTLY_PAID))
                .state();
        assertEquals(new CaseState.Demanded(CLAIM, PARTLY_PAID, LETTER, day("2025-03-02"), day("2025-03-10")), state);
    }

    @Test
    void a_debtor_is_not_demanded_twice() {
        given(registered("2025-03-02"), demandDecided("2025-03-02"))
                .when(look("2025-03-02"))
                .thenNothing()
                .when(confirmSent(LETTER, "2025-03-02", "2025-03-10"))
                .then(demandSent("2025-03-02", "2025-03-10"))
                .when(look("2025-03-31"))
                .thenNothing()
                .when(confirmSent(LETTER, "2025-03-02", "2025-03-10"))
                .thenNothing();
    }

    @Test
    void no_demand_before_the_day_of_the_hand_over_has_come_here_too() {
        given(registered("2025-03-02")).when(look("2025-03-01")).thenNothing();
    }

    @Test
    void a_demand_that_cannot_be_delivered_waits_for_a_person() {
        given(registered("2025-03-02"), demandDecided("2025-03-02"))
                .when(cannotDeliver(LETTER, "2025-03-02"))
                .then(undeliverable("2025-03-02"))
                .when(look("2025-12-31"))
                .thenNothing()
                .when(tryAgain("2026-01-02"))
                .then(reopened("2026-01-02"))
                .when(look("2026-01-02"))
                .then(demandDecided("2026-01-02"));
    }

    @Test
    void a_case_that_waits_for_a_person_closes_when_it_is_paid() {
        given(registered("2025-03-02"), demandDecided("2025-03-02"), undeliverable("2025-03-02"))
                .when(pays(10_180_41, "2025-03-20", PAID_IN_FULL))
                .then(paid(10_180_41, "2025-03-20", PAID_IN_FULL), closed("2025-03-20"))
                .when(tryAgain("2025-03-21"))
                .thenRefused(Refusal.CASE_CLOSED);
    }

    @Test
    void a_demand_given_up_too_early_counts_when_it_turns_out_to_have_left() {
        given(registered("2025-03-02"), demandDecided("2025-03-02"), undeliverable("2025-03-02"))
                .when(confirmSent(LETTER, "2025-03-02", "2025-03-10"))
                .then(demandSent("2025-03-02", "2025-03-10"));
    }

    @Test
    void the_same_claim_twice_is_harmless_another_claim_on_the_invoice_is_not() {
        var another = new Register(day("2025-03-02"), claim(owed(1, 0, 0)), null);
        given(registered("2025-03-02"))
                .when(register("2025-03-02"))
                .thenNothing()
                .when(another)
                .thenRefused(Refusal.CLAIM_DIFFERS);
    }

    @Test
    void something_owed_again_after_the_end_is_left_to_a_person() {
        given(registered("2025-03-02"), paid(10_180_41, "2025-03-03", PAID_IN_FULL), closed("2025-03-03"))
                .when(pays(0, "2025-03-04", balance(CLAIM_VERSION + 3, owed(60_00, 0, 0))))
                .thenRefused(Refusal.CASE_CLOSED)
                .when(pays(0, "2025-03-04", balance(CLAIM_VERSION + 1, owed(60_00, 0, 0))))
                .thenNothing()
                .when(pays(0, "2025-03-04", balance(CLAIM_VERSION + 3, owed(0, 0, 0))))
                .thenNothing();
    }

    @Test
    void what_the_bank_takes_back_after_the_end_is_demanded_anew() {
        var again = balance(CLAIM_VERSION + 3, owed(10_000_00, 0, 60_00));
        given(
                        registered("2025-03-02"),
                        demandDecided("2025-03-02"),
                        demandSent("2025-03-02", "2025-03-10"),
                        paid(10_180_41, "2025-03-05", PAID_IN_FULL),
                        closed("2025-03-05"))
                .when(bankTakesBack(10_180_41, "2025-04-14", again))
                .then(owedAgain(10_180_41, "2025-04-14", again))
                .when(look("2025-04-13"))
                .thenNothing()
                .when(look("2025-04-14"))
                .then(demandDecided("2025-04-14"));
    }

    @Test
    void what_the_bank_takes_back_and_other_money_covers_leaves_the_case_closed() {
        var nothing = balance(CLAIM_VERSION + 3, owed(0, 0, 0));
        given(registered("2025-03-02"), paid(10_180_41, "2025-03-03", PAID_IN_FULL), closed("2025-03-03"))
                .when(bankTakesBack(10_180_41, "2025-04-14", nothing))
                .thenNothing();
    }

    @Test
    void what_the_bank_takes_back_of_a_running_case_makes_its_claim_larger() {
        var less = balance(CLAIM_VERSION + 1, owed(5_000_00, 0, 0));
        var again = balance(CLAIM_VERSION + 2, owed(10_000_00, 0, 60_00));
        given(registered("2025-03-02"), paid(5_150_41, "2025-03-03", less))
                .when(bankTakesBack(5_150_41, "2025-04-14", again))
                .then(new CaseEvent.BalanceNoted(day("2025-04-14"), Change.PAYMENT_REVERSED, sek(5_150_41), again));
    }

    @Test
    void amounts_in_another_currency_change_nothing() {
        var euros = Outstanding.nothing(Money.of(0, "EUR").currency());
        var paidInEuros = new Balance(CLAIM_VERSION + 1, euros, day("2025-03-02"));
        given().when(register("2025-03-02", paidInEuros)).thenRefused(Refusal.CURRENCY_DIFFERS);
        given(registered("2025-03-02"))
                .when(new NoteBalance(day("2025-03-03"), Change.PAYMENT, Money.of(1, "EUR"), paidInEuros))
                .thenRefused(Refusal.CURRENCY_DIFFERS);
    }

    @Test
    void only_the_letter_that_is_awaited_may_leave() {
        var demanding =
                given(registered("2025-03-02"), demandDecided("2025-03-02")).state();
        assertTrue(CaseProcess.awaits(demanding, LETTER));
        assertFalse(CaseProcess.awaits(demanding, OTHER_LETTER));
        assertFalse(CaseProcess.awaits(given(registered("2025-03-02")).state(), LETTER));
    }

    @Test
    void legal_steps_wait_until_the_day_after_the_deadline() {
        var demanded = given(
                        registered("2025-03-03"), demandDecided("2025-03-03"), demandSent("2025-03-03", "2025-03-11"))
                .state();
        assertEquals(
                List.of(
                        new NextStep(Action.PAY_OR_OBJECT, day("2025-03-03")),
                        new NextStep(Action.TAKE_LEGAL_STEPS, day("2025-03-12"))),
                CaseProcess.next(demanded));
    }

    @Test
    void what_may_be_done_next_follows_the_state() {
        var registered = given(registered("2025-03-02"));
        var demanding = given(registered("2025-03-02"), demandDecided("2025-03-03"));
        var stuck = given(registered("2025-03-02"), demandDecided("2025-03-03"), undeliverable("2025-03-04"));
        assertEquals(List.of(), CaseProcess.next(given().state()));
        assertEquals(
                List.of(new NextStep(Action.SEND_DEMAND, day("2025-03-02"))), CaseProcess.next(registered.state()));
        assertEquals(List.of(new NextStep(Action.SEND_DEMAND, day("2025-03-03"))), CaseProcess.next(demanding.state()));
        assertEquals(
                List.of(new NextStep(Action.FIND_ADDRESS_AND_TRY_AGAIN, day("2025-03-04"))),
                CaseProcess.next(stuck.state()));
    }

    @Test
    void refusal_codes_are_unique() {
        var codes = Arrays.stream(Refusal.values()).map(Refusal::code).collect(Collectors.toSet());
        assertEquals(Refusal.values().length, codes.size());
    }
}
