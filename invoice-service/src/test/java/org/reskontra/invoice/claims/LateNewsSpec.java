package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.reskontra.invoice.claims.ClaimStory.day;
import static org.reskontra.invoice.claims.ClaimStory.issued;
import static org.reskontra.invoice.claims.ClaimStory.paid;
import static org.reskontra.invoice.claims.ClaimStory.parts;
import static org.reskontra.invoice.claims.ClaimStory.receipt;
import static org.reskontra.invoice.claims.ClaimStory.reminder;
import static org.reskontra.invoice.claims.ClaimStory.sek;
import static org.reskontra.invoice.claims.ClaimStory.shown;
import static org.reskontra.invoice.claims.ClaimStory.waivedFee;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Outstanding;
import org.reskontra.invoice.Published;
import org.reskontra.invoice.claims.ClaimCommand.HandOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;

/** 10 000 kr due on 31 January 2025 at 11 %, and news of it that comes after the day it counts for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateNewsSpec {

    @Test
    void who_had_paid_by_the_day_of_the_reminder_owes_no_fee() {
        var story = issued().remindedOn("2025-02-05");
        assertEquals(
                List.of(
                        withdrawnFee("2025-02-05"),
                        paid("2025-01-31", 0, 0, 10_000_00),
                        new SettledInFull(day("2025-01-31"))),
                story.paysOn("2025-01-31", 10_000_00));
        assertEquals(
                List.of(
                        withdrawnFee("2025-02-05"),
                        "interest 15.07 through 2025-02-05",
                        paid("2025-02-05", 0, 15_07, 10_000_00),
                        new SettledInFull(day("2025-02-05"))),
                shown(story.paysOn("2025-02-05", 10_015_07)),
                "the reminder's own day is early enough");
    }

    @Test
    void who_paid_on_the_day_after_the_reminder_owes_its_fee() {
        var story = issued().remindedOn("2025-02-05");
        assertEquals(
                List.of("interest 18.08 through 2025-02-06", paid("2025-02-06", 60_00, 18_08, 9_940_00)),
                shown(story.paysOn("2025-02-06", 10_018_08)));
    }

    @Test
    void a_part_payment_told_late_withdraws_no_fee_and_covers_nothing_that_came_after_it() {
        var events = issued().remindedOn("2025-02-05").paysOn("2025-02-03", 4_000_00);
        assertEquals(List.of("interest 9.04 through 2025-02-03", paid("2025-02-03", 0, 9_04, 3_990_96)), shown(events));
    }

    @Test
    void the_principal_alone_paid_too_late_for_its_interest_withdraws_no_fee() {
        var story = issued().remindedOn("2025-02-05");
        var events = story.paysOn("2025-02-03", 10_000_00);
        assertEquals(List.of("interest 9.04 through 2025-02-03", paid("2025-02-03", 0, 9_04, 9_990_96)), shown(events));
        assertEquals(
                Outstanding.of(sek(9_04), sek(0), sek(60_00)),
                story.after(events).claim().owed());
    }

    @Test
    void money_that_had_gone_to_the_fee_and_to_interest_is_freed() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-03-02", 10_150_41);
        assertEquals(
                List.of(
                        new InterestWithdrawn(day("2025-03-02"), sek(90_41), "SE-INT-16"),
                        withdrawnFee("2025-02-05"),
                        new PaymentReallocated(
                                day("2025-03-02"),
                                receipt("2025-03-02"),
                                parts(60_00, 90_41, 10_000_00),
                                parts(0, 0, 0),
                                sek(10_150_41)),
                        paid("2025-01-30", 0, 0, 10_000_00),
                        new SettledInFull(day("2025-01-30"))),
                story.paysOn("2025-01-30", 10_000_00));
    }

    @Test
    void interest_is_corrected_from_the_day_on_which_the_money_counts() {
        var story = issued().andPaysOn("2025-03-02", 4_000_00);
        var events = story.paysOn("2025-02-10", 1_000_00);
        assertEquals(
                List.of(
                        new InterestWithdrawn(day("2025-03-02"), sek(90_41), "SE-INT-16"),
                        "interest 30.14 through 2025-02-10",
                        "interest 54.43 through 2025-03-02",
                        new PaymentReallocated(
                                day("2025-03-02"),
                                receipt("2025-03-02"),
                                parts(0, 90_41, 3_909_59),
                                parts(0, 54_43, 3_945_57),
                                sek(0)),
                        paid("2025-02-10", 0, 30_14, 969_86)),
                shown(events));
        assertEquals(
                story.after(events).claim(),
                issued().andPaysOn("2025-02-10", 1_000_00)
                        .andPaysOn("2025-03-02", 4_000_00)
                        .claim(),
                "as if it had been told on its day");
    }

    @Test
    void a_fee_told_after_a_later_part_payment_is_covered_by_it_all_the_same() {
        var story = issued().andPaysOn("2025-02-10", 1_000_00);
        assertEquals(
                List.of(
                        new PaymentReallocated(
                                day("2025-02-10"),
                                receipt("2025-02-10"),
                                parts(0, 30_14, 969_86),
                                parts(60_00, 30_14, 909_86),
                                sek(0)),
                        new ReminderFeePosted(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1")),
                story.when(reminder("2025-02-05")));
    }

    @Test
    void a_fee_told_after_the_settlement_is_taken_from_money_that_is_held() {
        var story = issued().andPaysOn("2025-02-10", 10_030_14 + 60_00);
        assertEquals(
                List.of(
                        new PaymentReallocated(
                                day("2025-02-10"),
                                receipt("2025-02-10"),
                                parts(0, 30_14, 10_000_00),
                                parts(60_00, 30_14, 10_000_00),
                                sek(0)),
                        new ReminderFeePosted(day("2025-02-05"), 1, sek(60_00), "SE-FEE-1")),
                story.when(reminder("2025-02-05")));
    }

    @Test
    void a_fee_told_after_the_settlement_that_nothing_held_would_pay_is_given_up() {
        var story = issued().andPaysOn("2025-02-10", 10_030_14 + 59_99);
        assertEquals(List.of(waivedFee("2025-02-05")), story.when(reminder("2025-02-05")));
    }

    @Test
    void a_fee_of_the_day_of_the_settlement_is_given_up_whatever_is_held() {
        var story = issued().andPaysOn("2025-02-10", 11_000_00);
        assertEquals(List.of(waivedFee("2025-02-10")), story.when(reminder("2025-02-10")));
    }

    @Test
    void a_fee_that_was_given_up_is_old_news_when_it_is_told_again_and_no_payment_brings_it_back() {
        var story = issued().andPaysOn("2025-02-10", 10_030_14).remindedOn("2025-02-05");
        assertEquals(List.of(), story.when(reminder("2025-02-05")));
        assertEquals(
                List.of(new OverpaymentFound(day("2025-02-12"), receipt("2025-02-12"), sek(100_00))),
                story.paysOn("2025-02-12", 100_00));
    }

    @Test
    void a_fee_taken_from_a_later_payment_settles_the_claim_on_its_day() {
        var story = issued().andPaysOn("2025-02-10", 10_030_14).andPaysOn("2025-02-12", 70_00);
        var events = story.when(reminder("2025-02-05"));
        assertEquals(new SettledInFull(day("2025-02-12")), events.getLast());
        assertEquals(
                Outstanding.nothing(sek(0).currency()),
                story.after(events).claim().owed());
    }

    @Test
    void an_earlier_payment_settles_a_settled_claim_on_an_earlier_day() {
        var story = issued().andPaysOn("2025-01-31", 10_000_00);
        assertEquals(
                List.of(
                        new PaymentReallocated(
                                day("2025-01-31"),
                                receipt("2025-01-31"),
                                parts(0, 0, 10_000_00),
                                parts(0, 0, 0),
                                sek(10_000_00)),
                        paid("2025-01-20", 0, 0, 10_000_00),
                        new SettledInFull(day("2025-01-20")),
                        new OverpaymentFound(day("2025-01-20"), receipt("2025-01-20"), sek(5_00))),
                story.paysOn("2025-01-20", 10_005_00));
    }

    @Test
    void what_is_in_collection_is_corrected_too() {
        var story = issued().remindedOn("2025-02-05").and(new HandOver(day("2025-02-17")));
        assertEquals(
                List.of(
                        withdrawnFee("2025-02-05"),
                        paid("2025-01-30", 0, 0, 10_000_00),
                        new SettledInFull(day("2025-01-30"))),
                story.paysOn("2025-01-30", 10_000_00));
    }

    @Test
    void a_withdrawn_fee_told_again_stays_withdrawn_and_a_payment_told_again_counts_once() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-01-30", 10_000_00);
        assertEquals(List.of(), story.when(reminder("2025-02-05")));
        assertEquals(List.of(), story.paysOn("2025-01-30", 10_000_00));
    }

    @Test
    void what_a_person_has_closed_is_not_opened_again_by_money_told_late() {
        // settled without the interest of a month, as when its rate was not known at the time
        var past = new ArrayList<>(issued().past());
        past.add(paid("2025-03-02", 0, 0, 10_000_00));
        past.add(new SettledInFull(day("2025-03-02")));
        assertEquals(
                List.of(new OverpaymentFound(day("2025-02-28"), receipt("2025-02-28"), sek(1_00))),
                new ClaimStory(past).paysOn("2025-02-28", 1_00));
    }

    @Test
    void the_events_of_a_correction_all_tell_what_is_owed_after_it() {
        var story = issued().remindedOn("2025-02-05").andPaysOn("2025-03-02", 4_000_00);
        var events = story.paysOn("2025-02-03", 10_009_04);
        var told = Published.from(new InvoiceId(new UUID(0, 1)), new CustomerId(new UUID(0, 2)), story.state(), events);
        assertEquals(
                List.of(
                        "ChargeWithdrawn",
                        "ChargeWithdrawn",
                        "ChargePosted",
                        "PaymentReallocated",
                        "PaymentReceived",
                        "InvoiceSettled"),
                told.stream().map(event -> event.getClass().getSimpleName()).toList());
        for (var event : told) {
            assertEquals(Outstanding.of(sek(0), sek(0), sek(0)), event.outstanding());
        }
        assertEquals(
                day("2025-02-03"),
                assertInstanceOf(InvoiceEvent.ChargeWithdrawn.class, told.getFirst())
                        .interestThrough());
    }

    // ---- words

    private static ClaimEvent withdrawnFee(String sentOn) {
        return new ReminderFeeWithdrawn(day(sentOn), 1, sek(60_00), "SE-FEE-1");
    }
}
