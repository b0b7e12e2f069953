package org.reskontra.collection.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceEvent;
import org.reskontra.contracts.InvoiceEvent.ChargeKind;
import org.reskontra.contracts.InvoiceEvent.ChargePosted;
import org.reskontra.contracts.InvoiceEvent.ChargeWithdrawn;
import org.reskontra.contracts.InvoiceEvent.PaymentReallocated;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;

/** What is owed on an invoice as its events tell it, corrections included. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingSpec {

    private static final InvoiceId INVOICE = new InvoiceId(new UUID(0, 1));
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 2));
    private static final Standing UNHEARD_OF = new Standing(INVOICE, 0, null, null);

    @Test
    void interest_that_is_withdrawn_takes_its_last_day_back() {
        var posted = UNHEARD_OF.after(1, interest("2025-03-02", 6_090_41));
        assertEquals(new Standing(INVOICE, 1, owed(6_090_41), day("2025-03-02")), posted);

        var withdrawn = posted.after(2, withdrawn("2025-02-10", 5_084_57));
        assertEquals(new Standing(INVOICE, 2, owed(5_084_57), day("2025-02-10")), withdrawn);
    }

    @Test
    void interest_posted_in_place_of_what_was_withdrawn_never_takes_a_later_day_back() {
        var corrected = UNHEARD_OF
                .after(1, interest("2025-03-02", 6_090_41))
                .after(2, withdrawn("2025-03-02", 5_084_57))
                .after(3, interest("2025-02-10", 5_084_57))
                .after(4, interest("2025-03-02", 5_084_57));
        assertEquals(new Standing(INVOICE, 4, owed(5_084_57), day("2025-03-02")), corrected);
    }

    @Test
    void a_withdrawn_fee_and_reallocated_money_change_what_is_owed_alone() {
        var posted = UNHEARD_OF.after(1, interest("2025-03-02", 6_090_41));
        var fee = new ChargeWithdrawn(
                INVOICE,
                CUSTOMER,
                ChargeKind.REMINDER_FEE,
                sek(60_00),
                "SE-FEE-1",
                day("2025-02-05"),
                null,
                owed(6_030_41));
        assertEquals(new Standing(INVOICE, 2, owed(6_030_41), day("2025-03-02")), posted.after(2, fee));
        var moved = new PaymentReallocated(
                INVOICE,
                CUSTOMER,
                new PaymentId(new UUID(0, 3)),
                new Allocation(sek(0), sek(0), sek(100)),
                sek(0),
                owed(6_000_00));
        assertEquals(new Standing(INVOICE, 2, owed(6_000_00), day("2025-03-02")), posted.after(2, moved));
    }

    @Test
    void an_event_heard_before_changes_nothing() {
        var posted = UNHEARD_OF.after(2, interest("2025-03-02", 6_090_41));
        assertEquals(posted, posted.after(2, withdrawn("2025-02-10", 1)));
    }

    private static InvoiceEvent interest(String through, long owed) {
        return new ChargePosted(
                INVOICE,
                CUSTOMER,
                ChargeKind.LATE_INTEREST,
                sek(90_41),
                "SE-INT-16",
                day(through),
                day(through),
                owed(owed));
    }

    private static InvoiceEvent withdrawn(String through, long owed) {
        return new ChargeWithdrawn(
                INVOICE,
                CUSTOMER,
                ChargeKind.LATE_INTEREST,
                sek(90_41),
                "SE-INT-16",
                day("2025-03-02"),
                day(through),
                owed(owed));
    }

    private static Outstanding owed(long principal) {
        return Outstanding.of(sek(principal), sek(0), sek(0));
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
