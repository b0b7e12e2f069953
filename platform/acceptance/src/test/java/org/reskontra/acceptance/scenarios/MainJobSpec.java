package org.reskontra.acceptance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reskontra.acceptance.scenarios.Story.day;
import static org.reskontra.acceptance.scenarios.Story.sek;
import static org.reskontra.localstack.services.Service.COLLECTION;
import static org.reskontra.localstack.services.Service.DUNNING;
import static org.reskontra.localstack.services.Service.INVOICE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.localstack.services.Service;

/** What can become of an invoice, from the outside: REST in, a partner's Kafka consumer and the debtors' mail out. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MainJobSpec {

    private static final int HELD_FOR_CUSTOMERS = 2420;
    private static final int REMINDER_FEES = 3593;
    private static final int INTEREST_INCOME = 8313;

    @Test
    void who_pays_in_time_never_hears_from_us(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-02")
                .whenPaid(invoice, sek(10_000_00))
                .whenDayComes("2025-04-07")
                .whenDayComes("2025-04-30");

        invoice.isSettledOn("2025-04-02").isNotInCollection().dunningIs("ENDED", 0);
        assertEquals(List.of("invoice-issued", "payment-received", "invoice-settled"), invoice.heardFrom(INVOICE));
        assertEquals(List.of("dunning-stopped"), invoice.heardFrom(DUNNING));
        assertEquals(List.of(), story.mails());
        story.everyProofHolds();
    }

    @Test
    void who_pays_after_the_reminder_pays_its_fee_and_the_interest_too(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-03").whenDayComes("2025-04-06");
        invoice.is("OVERDUE").dunningIs("OVERDUE", 0);
        assertEquals(List.of(), story.mails(), "no reminder on the fourth day");

        story.whenDayComes("2025-04-07");
        invoice.dunningIs("REMINDED", 1).owes(sek(10_000_00), sek(15_07), sek(60_00));
        assertEquals(1, story.mails().size(), "the reminder on the fifth day");
        assertEquals(
                "2025-04-07",
                invoice.theOnly("reminder-sent").data().get("sentOn").asText());

        story.whenDayComes("2025-04-12").whenPaid(invoice, sek(10_090_14)).whenDayComes("2025-04-30");

        invoice.isSettledOn("2025-04-12").isNotInCollection().dunningIs("ENDED", 1);
        assertEquals(
                List.of(
                        "invoice-issued",
                        "due-date-passed",
                        "charge-posted",
                        "charge-posted",
                        "payment-received",
                        "invoice-settled"),
                invoice.heardFrom(INVOICE));
        assertEquals(List.of("reminder-sent", "dunning-stopped"), invoice.heardFrom(DUNNING));
        assertEquals(1, story.mails().size());
        story.everyProofHolds();
    }

    @Test
    void who_pays_the_principal_but_not_the_fee_still_owes_the_fee_and_is_handed_over(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-07").whenDayComes("2025-04-12").whenPaid(invoice, sek(10_000_00));
        // The fee and thirty kronor of interest were covered first, so as much of the principal is left.
        invoice.owes(sek(90_14), sek(0), sek(0)).is("OVERDUE").dunningIs("REMINDED", 1);

        story.whenDayComes("2025-04-18");
        invoice.isNotInCollection();
        story.whenDayComes("2025-04-19");

        invoice.dunningIs("HANDED_OVER", 1).collectionIs("DEMANDED").owes(sek(90_14), sek(19), sek(0));
        assertEquals(
                90_14,
                invoice.theOnly("handed-to-collection")
                        .data()
                        .at("/claim/principal/minor")
                        .asLong());
        story.everyProofHolds();
    }

    @Test
    void who_never_pays_goes_to_collection_and_is_free_once_all_is_paid(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-07").whenDayComes("2025-04-19");
        invoice.is("IN_COLLECTION").dunningIs("HANDED_OVER", 1).collectionIs("DEMANDED");
        assertEquals(List.of("case-registered", "collection-demand-sent"), invoice.heardFrom(COLLECTION));
        assertEquals(2, story.mails().size(), "one reminder, one demand");
        var demand = invoice.theOnly("collection-demand-sent").data();
        var deadline = LocalDate.parse(demand.get("deadline").asText());
        assertFalse(deadline.isBefore(day("2025-04-27")), () -> "eight days to pay or object, not until " + deadline);
        assertEquals(10_000_00, demand.at("/claim/principal/minor").asLong());
        assertEquals(51_23, demand.at("/claim/interest/minor").asLong());
        assertEquals(60_00, demand.at("/claim/costs/minor").asLong());

        story.whenDayComes("2025-05-02").whenPaid(invoice, invoice.owedToday()).whenDayComes("2025-06-30");

        invoice.isSettledOn("2025-05-02").collectionIs("CLOSED").dunningIs("HANDED_OVER", 1);
        assertEquals(
                List.of("case-registered", "collection-demand-sent", "case-closed"), invoice.heardFrom(COLLECTION));
        assertEquals(2, story.mails().size());
        story.everyProofHolds();
    }

    @Test
    void who_had_paid_before_the_reminder_owes_no_fee_however_late_we_are_told(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-07").whenDayComes("2025-04-09").whenPaid(invoice, sek(4_000_00));
        // Seven days of interest and the fee were covered first.
        invoice.dunningIs("REMINDED", 1).owes(sek(6_081_10), sek(0), sek(0));

        story.whenDayComes("2025-04-10").whenToldOfPayment(invoice, sek(10_006_03), "2025-04-04");

        invoice.isSettledOn("2025-04-04").dunningIs("ENDED", 1);
        assertEquals(
                List.of(
                        "invoice-issued",
                        "due-date-passed",
                        "charge-posted", // the fee
                        "charge-posted", // seven days of interest
                        "payment-received",
                        "charge-withdrawn",
                        "charge-withdrawn",
                        "charge-posted", // two days of interest
                        "payment-reallocated",
                        "payment-received",
                        "invoice-settled"),
                invoice.heardFrom(INVOICE));
        assertEquals(sek(0), story.balanceOf(REMINDER_FEES));
        assertEquals(sek(-6_03), story.balanceOf(INTEREST_INCOME));
        assertEquals(sek(-4_000_00), story.balanceOf(HELD_FOR_CUSTOMERS), "paid twice");

        story.whenDayComes("2025-04-30");
        invoice.isNotInCollection();
        assertEquals(List.of("reminder-sent", "dunning-stopped"), invoice.heardFrom(DUNNING));
        story.everyProofHolds();
    }

    @Test
    void who_had_paid_in_time_is_let_go_by_collection_too(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-04-07").whenDayComes("2025-04-19");
        invoice.is("IN_COLLECTION").dunningIs("HANDED_OVER", 1).collectionIs("DEMANDED");
        story.whenDayComes("2025-04-22").whenToldOfPayment(invoice, sek(10_000_00), "2025-04-01");

        invoice.isSettledOn("2025-04-01").dunningIs("ENDED", 1).collectionIs("CLOSED");
        assertEquals(
                "REMINDER_FEE",
                invoice.theOnly("charge-withdrawn").data().get("kind").asText());
        assertEquals(sek(0), story.balanceOf(REMINDER_FEES));
        assertEquals(sek(0), story.balanceOf(INTEREST_INCOME));
        story.everyProofHolds();
    }

    @Test
    void who_pays_too_much_has_the_rest_kept(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-03-20").whenPaid(invoice, sek(10_050_00));

        invoice.isSettledOn("2025-03-20");
        var found = invoice.theOnly("overpayment-found").data();
        assertEquals(sek(50_00), Creditor.money(found.get("amount")));
        assertEquals(sek(-50_00), story.balanceOf(HELD_FOR_CUSTOMERS));
        story.everyProofHolds();
    }

    @Test
    void a_payment_that_comes_before_its_invoice_is_kept_for_it(Story story) {
        story.givenToday("2025-03-03");
        story.whenPaid("7766554433", sek(10_000_00));
        assertEquals(sek(-10_000_00), story.balanceOf(HELD_FOR_CUSTOMERS));

        story.whenDayComes("2025-03-05");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02", "7766554433");
        story.whenDayComes("2025-04-07").whenDayComes("2025-04-30");

        invoice.isSettledOn("2025-03-05").dunningIs("ENDED", 0).isNotInCollection();
        assertEquals(sek(0), story.balanceOf(HELD_FOR_CUSTOMERS));
        assertEquals(List.of(), story.mails());
        story.everyProofHolds();
    }

    @Test
    void a_jump_of_many_days_skips_no_step_and_takes_one_a_day(Story story) {
        story.givenToday("2025-03-03");
        var invoice = story.givenInvoice(sek(10_000_00), "2025-04-02");

        story.whenDayComes("2025-06-01");
        invoice.dunningIs("REMINDED", 1).isNotInCollection();
        assertEquals(
                "2025-06-01",
                invoice.theOnly("reminder-sent").data().get("sentOn").asText());
        assertEquals(List.of("invoice-issued", "due-date-passed", "charge-posted"), invoice.heardFrom(INVOICE));

        story.whenDayComes("2025-06-12");
        invoice.isNotInCollection();
        story.whenDayComes("2025-06-30");
        invoice.collectionIs("DEMANDED");
        assertEquals(
                "2025-06-30",
                invoice.theOnly("handed-to-collection")
                        .data()
                        .get("handedOverOn")
                        .asText());
        assertEquals(2, story.mails().size(), "one reminder, one demand");
        story.everyProofHolds();
    }

    @Test
    void two_creditors_do_not_see_each_other(Story ours, Story theirs) {
        ours.givenToday("2025-03-03");
        theirs.givenToday("2025-03-03");
        var invoice = ours.givenInvoice(sek(10_000_00), "2025-04-02");
        ours.whenDayComes("2025-04-07").whenDayComes("2025-04-19");
        var collectionCase = ours.creditor()
                .list(COLLECTION, "/v1/collection-cases")
                .getFirst()
                .get("id")
                .asText();

        assertEquals(200, ours.statusOf(INVOICE, "/v1/invoices/" + invoice.id));
        assertEquals(404, theirs.statusOf(INVOICE, "/v1/invoices/" + invoice.id));
        assertEquals(404, theirs.statusOf(INVOICE, "/v1/invoices/" + invoice.id + "/statement"));
        assertEquals(404, theirs.statusOf(INVOICE, "/v1/invoices/" + invoice.id + "/ledger"));
        assertEquals(404, theirs.statusOf(INVOICE, "/v1/customers/" + invoice.customer));
        assertEquals(404, theirs.statusOf(DUNNING, "/v1/dunning-cases/" + invoice.id));
        assertEquals(404, theirs.statusOf(COLLECTION, "/v1/collection-cases/" + collectionCase));
        assertEquals(
                404,
                theirs.statusOfPosting(
                        INVOICE,
                        "/v1/payments",
                        Map.of(
                                "id", UUID.randomUUID().toString(),
                                "invoiceId", invoice.id.toString(),
                                "amount", Map.of("minor", 1, "currency", "SEK"),
                                "bookingDate", "2025-03-03")));
        for (var list : Map.of(
                        INVOICE, "/v1/invoices",
                        DUNNING, "/v1/dunning-cases",
                        COLLECTION, "/v1/collection-cases")
                .entrySet()) {
            assertEquals(1, ours.creditor().list(list.getKey(), list.getValue()).size());
            assertEquals(
                    0, theirs.creditor().list(list.getKey(), list.getValue()).size());
        }
        assertTrue(theirs.outcome().figures().amounts().isEmpty());
        for (var service : Service.values()) {
            assertEquals(
                    "2025-03-03",
                    theirs.creditor()
                            .get(service, "/v1/sandbox-clock")
                            .get("today")
                            .asText(),
                    "their clock stands where it stood");
        }
        ours.everyProofHolds();
        theirs.everyProofHolds();
    }
}
