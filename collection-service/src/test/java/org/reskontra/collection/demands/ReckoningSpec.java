package org.reskontra.collection.demands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.collection.demands.Demands.SWEDEN;
import static org.reskontra.collection.demands.Demands.claim;
import static org.reskontra.collection.demands.Demands.day;
import static org.reskontra.collection.demands.Demands.owed;
import static org.reskontra.collection.demands.Demands.sek;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reskontra.collection.process.Balance;

class ReckoningSpec {

    @Test
    void on_the_day_of_the_hand_over_what_was_handed_over_is_owed() {
        var claim = claim(owed(10_000_00, 90_41, 60_00));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-03-02"));
        assertEquals(owed(10_000_00, 90_41, 60_00), reckoning.total());
        assertEquals(day("2025-03-02"), reckoning.through());
    }

    @Test
    void interest_goes_on_by_the_day_until_the_demand_is_sent() {
        var claim = claim(owed(10_000_00, 90_41, 60_00));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-03-07"));
        // 35 days at 11 %: rounded once; 90.41 and five more days rounded apart would make the same here
        assertEquals(owed(10_000_00, 105_48, 60_00), reckoning.total());
        assertEquals(1, reckoning.interest().size());
        assertTrue(reckoning.accruing());
    }

    @Test
    void interest_is_rounded_once_over_all_days_across_a_change_of_the_reference_rate() {
        // due 2025-06-15: 15 days at 11 % make 11.301, 15 more at 10 % make 10.273; the sum is 21.575
        var claim = claim("2025-06-15", "2025-06-30", owed(2_500_00, 11_30, 0));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-07-15"));
        assertEquals(owed(2_500_00, 21_58, 0), reckoning.total());
        assertEquals(
                List.of("0.11", "0.10"),
                reckoning.interest().getFirst().stretches().stream()
                        .map(stretch -> stretch.rate().setScale(2).toPlainString())
                        .toList());
    }

    @Test
    void interest_that_was_partly_paid_is_carried_and_goes_on_from_where_it_was_counted() {
        var claim = claim(owed(10_000_00, 40_00, 0));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-03-07"));
        assertEquals(owed(10_000_00, 55_07, 0), reckoning.total());
        assertEquals(
                List.of(sek(40_00), sek(15_07)),
                reckoning.interest().stream().map(InterestPart::amount).toList());
        assertEquals(day("2025-03-02"), reckoning.interest().getFirst().through());
    }

    @Test
    void after_a_part_payment_interest_runs_on_what_is_left_from_the_day_it_was_booked() {
        // law's example: 4 000 kr paid on 2025-03-02 leave 6 330.41 kr; by 2025-04-01 57.23 kr have accrued
        var claim = claim(owed(10_000_00, 90_41, 240_00));
        var left = new Balance(5, owed(6_330_41, 0, 0), day("2025-03-02"));
        var reckoning = Reckoning.of(SWEDEN, claim, left, day("2025-04-01"));
        assertEquals(owed(6_330_41, 57_23, 0), reckoning.total());
        assertEquals(
                day("2025-03-03"),
                reckoning.interest().getFirst().stretches().getFirst().from());
    }

    @Test
    void without_principal_there_is_no_interest() {
        var claim = claim(owed(0, 0, 60_00));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-04-01"));
        assertEquals(owed(0, 0, 60_00), reckoning.total());
        assertFalse(reckoning.accruing());
    }

    @Test
    void where_a_rate_is_not_known_only_what_was_handed_over_is_demanded() {
        var claim = claim("2098-01-31", "2098-03-02", owed(10_000_00, 12_34, 60_00));
        var reckoning = Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2098-04-01"));
        assertEquals(owed(10_000_00, 12_34, 60_00), reckoning.total());
        assertEquals(day("2098-03-02"), reckoning.through());
        assertEquals(List.of(), reckoning.interest().getFirst().stretches());
        assertFalse(reckoning.accruing());
    }

    @Test
    void interest_counted_at_the_hand_over_stays_demanded_when_the_invoice_itself_is_known_too() {
        var claim = claim("2098-01-31", "2098-03-02", owed(10_000_00, 12_34, 60_00));
        var booked = new Balance(claim.invoiceVersion(), owed(10_000_00, 0, 60_00), day("2098-01-31"));
        assertEquals(
                owed(10_000_00, 12_34, 60_00),
                Reckoning.of(SWEDEN, claim, booked, day("2098-04-01")).total());
    }

    @Test
    void the_invoice_itself_and_the_claim_made_from_it_come_to_the_same() {
        var claim = claim(owed(10_000_00, 90_41, 60_00));
        var booked = new Balance(claim.invoiceVersion(), owed(10_000_00, 0, 60_00), day("2025-01-31"));
        assertEquals(
                Reckoning.of(SWEDEN, claim, claim.asHandedOver(), day("2025-03-07")),
                Reckoning.of(SWEDEN, claim, booked, day("2025-03-07")));
    }

    @Test
    void interest_booked_ahead_of_the_day_is_not_taken_back() {
        var claim = claim(owed(10_000_00, 90_41, 0));
        var bookedAhead = new Balance(5, owed(10_000_00, 105_48, 0), day("2025-03-07"));
        var reckoning = Reckoning.of(SWEDEN, claim, bookedAhead, day("2025-03-05"));
        assertEquals(owed(10_000_00, 105_48, 0), reckoning.total());
        assertEquals(day("2025-03-07"), reckoning.through());
    }
}
