package org.reskontra.creditcheck;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CreditCheckId;
import org.reskontra.contracts.CreditEvent.CreditDecision;
import org.reskontra.contracts.CreditEvent.CreditDecisionMade;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.InvoiceIssued;
import org.reskontra.contracts.InvoiceEvent.PaymentReceived;
import org.reskontra.contracts.InvoiceEvent.PaymentReversed;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.PaymentId;
import org.reskontra.kit.Ids;
import org.reskontra.localstack.test.LocalStackResource;

/** What the service learns of a customer from events, and what it then answers. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "service", value = "credit-check"))
class CreditCheckServiceSpec extends OneCustomer {

    @Test
    void an_unknown_customer_may_buy_for_little() {
        var id = ask(10_000_00)
                .statusCode(201)
                .body("decision", equalTo("APPROVE"))
                .body("limit.minor", equalTo(25_000_00))
                .body("prepaymentShare", equalTo("0"))
                .body("reasons", contains("WITHIN_LIMIT"))
                .body("validUntil", equalTo("2026-04-01"))
                .body("policy", equalTo("standard-2026-1"))
                .extract()
                .<String>path("id");

        settled();
        assertEquals(
                List.of(new CreditDecisionMade(
                        customer,
                        CreditCheckId.of(id),
                        CreditDecision.APPROVE,
                        sek(10_000_00),
                        sek(25_000_00),
                        BigDecimal.ZERO,
                        List.of("WITHIN_LIMIT"),
                        day(TODAY),
                        day("2026-04-01"))),
                partner.about(customer));
    }

    @Test
    void an_unknown_customer_who_asks_for_much_is_left_to_a_person() {
        ask(40_000_00)
                .statusCode(201)
                .body("decision", equalTo("REFER"))
                .body("reasons", contains("UNKNOWN_CUSTOMER_LARGE_AMOUNT", "OVER_LIMIT"));
    }

    @Test
    void who_pays_in_time_earns_a_higher_limit() {
        for (int i = 0; i < 5; i++) {
            paid(issued("2026-01-01", "2026-01-31", 1_000_00), "2026-01-30");
        }
        settled();

        credit().body("limit.minor", equalTo(250_000_00))
                .body("exposure.minor", equalTo(0))
                .body("available.minor", equalTo(250_000_00))
                .body("behaviour.settledInvoices", equalTo(5))
                .body("behaviour.lateShare", equalTo("0.0000"))
                .body("lastCheck", nullValue());
    }

    @Test
    void who_pays_late_pays_a_part_beforehand() {
        for (int i = 0; i < 4; i++) {
            paid(issued("2026-01-01", "2026-01-10", 1_000_00), "2026-01-22");
        }
        settled();

        credit().body("behaviour.lateShare", equalTo("1.0000")).body("behaviour.averageDaysLate", equalTo("12.0000"));
        ask(10_000_00)
                .body("decision", equalTo("PREPAY"))
                .body("prepaymentShare", equalTo("0.30"))
                .body("reasons", contains("SLOW_PAYER"));
    }

    @Test
    void money_that_the_bank_takes_back_is_owed_again_and_was_never_paid() {
        var invoice = issued("2026-01-01", "2026-01-31", 8_000_00);
        paid(invoice, "2026-01-30");
        settled();
        credit().body("behaviour.settledInvoices", equalTo(1)).body("exposure.minor", equalTo(0));

        neighbours.say(new PaymentReversed(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(8_000_00),
                ReversalReason.PAYER_OBJECTED,
                day(TODAY),
                new Allocation(sek(0), sek(0), sek(8_000_00)),
                owed(8_000_00)));
        settled();

        credit().body("behaviour.settledInvoices", equalTo(0)).body("exposure.minor", equalTo(8_000_00));
    }

    @Test
    void what_is_owed_counts_against_the_limit() {
        paid(issued("2026-01-01", "2026-01-31", 1_000_00), "2026-01-30");
        issued("2026-02-20", "2026-03-20", 80_000_00);
        settled();

        credit().body("exposure.minor", equalTo(80_000_00)).body("available.minor", equalTo(20_000_00));
        ask(40_000_00)
                .body("decision", equalTo("PREPAY"))
                .body("prepaymentShare", equalTo("0.50"))
                .body("reasons", contains("OVER_LIMIT"));
    }

    @Test
    void what_is_credited_is_not_owed_and_was_never_late() {
        var part = issued("2026-01-01", "2026-01-10", 8_000_00);
        credited(part, 3_000_00, 5_000_00);
        var all = issued("2026-01-01", "2026-01-10", 2_000_00);
        credited(all, 2_000_00, 0);
        paid(all, "2026-01-01");
        settled();

        credit().body("exposure.minor", equalTo(5_000_00)).body("behaviour.lateShare", equalTo("0.0000"));
    }

    @Test
    void a_part_payment_lowers_what_is_owed() {
        var invoice = issued("2026-02-20", "2026-03-20", 8_000_00);
        neighbours.say(new PaymentReceived(
                invoice,
                customer,
                new PaymentId(Ids.next()),
                sek(3_000_00),
                day(TODAY),
                day(TODAY),
                new Allocation(sek(0), sek(0), sek(3_000_00)),
                owed(5_000_00)));
        settled();

        credit().body("exposure.minor", equalTo(5_000_00));
    }

    @Test
    void who_is_at_collection_gets_no_credit_until_the_case_is_closed() {
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(handOver(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(1));
        ask(1_00).body("decision", equalTo("DECLINE")).body("reasons", contains("AT_COLLECTION"));

        paid(invoice, TODAY);
        neighbours.say(closed(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(0)).body("behaviour.settledInvoices", equalTo(1));
        ask(1_00).body("decision", equalTo("APPROVE"));
    }

    @Test
    void an_end_at_collection_that_overtakes_its_hand_over_counts() {
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(closed(invoice));
        settled();
        neighbours.say(handOver(invoice));
        settled();
        credit().body("behaviour.atCollection", equalTo(0));
    }

    @Test
    void a_hand_over_that_overtakes_its_invoice_counts() {
        var invoice = new InvoiceId(Ids.next());
        neighbours.say(handOver(invoice));
        settled();
        neighbours.say(invoiceIssued(invoice, "2026-02-01", "2026-02-25", 5_000_00));
        settled();
        credit().body("behaviour.atCollection", equalTo(1)).body("exposure.minor", equalTo(5_000_00));
    }

    @ParameterizedTest(name = "due {0}: {1}")
    @CsvSource({"2026-02-25, APPROVE", "2026-02-24, PREPAY", "2026-01-31, PREPAY", "2026-01-30, DECLINE"})
    void an_overdue_invoice_counts_by_how_old_it_is(String dueDate, String decision) {
        issued("2026-01-01", dueDate, 1_000_00);
        settled();
        ask(1_000_00).body("decision", equalTo(decision));
    }

    @Test
    void debts_in_another_currency_are_shown_and_left_to_a_person() {
        var invoice = new InvoiceId(Ids.next());
        var euros = Money.of(700_00, "EUR");
        var none = Money.of(0, "EUR");
        neighbours.say(new InvoiceIssued(
                invoice,
                "1",
                customer,
                Country.SE,
                DebtorKind.BUSINESS,
                euros,
                none,
                euros,
                day("2026-02-20"),
                day("2026-03-20"),
                "18",
                InterestTerms.STATUTORY,
                false,
                Outstanding.of(euros, none, none)));
        settled();

        credit().body("exposure.minor", equalTo(0)).body("exposureInOtherCurrencies[0].minor", equalTo(700_00));
        ask(1_000_00).body("decision", equalTo("REFER")).body("reasons", contains("OWES_IN_OTHER_CURRENCY"));
    }

    @Test
    void duplicates_and_a_replay_from_the_start_change_nothing() {
        paid(issued("2026-01-01", "2026-01-10", 1_000_00), "2026-01-22");
        var invoice = issued("2026-02-01", "2026-02-25", 5_000_00);
        neighbours.say(handOver(invoice));
        settled();
        var before = credit().extract().asString();

        neighbours.replay();
        neighbours.replay();
        settled();

        assertEquals(before, credit().extract().asString());
    }

    /** The totals that are kept while news comes in are those that the entries add up to. */
    @Test
    void the_totals_are_the_sums_over_the_entries() throws SQLException {
        for (int i = 0; i < 20; i++) {
            var invoice = issued("2026-01-01", "2026-01-10", 1_000_00 + i);
            if (i % 2 == 0) {
                paid(invoice, "2026-01-" + (10 + i / 2));
            }
            if (i % 5 == 0) {
                neighbours.say(handOver(invoice));
            }
            if (i % 10 == 0) {
                neighbours.say(closed(invoice));
            }
        }
        settled();
        var differing = """
                select count(*) from customer_book b
                cross join lateral (
                    select count(settled_on) as settled,
                           count(*) filter (where settled_on > due_date) as late,
                           coalesce(sum(greatest(settled_on - due_date, 0)), 0) as days,
                           count(*) filter (where handed_over and not collection_closed) as at_collection,
                           sum(outstanding_minor) as owed
                    from book_entry e where e.customer_id = b.customer_id) entries
                cross join lateral (
                    select sum(outstanding_minor) as owed
                    from customer_exposure x where x.customer_id = b.customer_id) exposure
                where b.settled <> entries.settled or b.settled_late <> entries.late or b.days_late <> entries.days
                   or b.at_collection <> entries.at_collection or exposure.owed <> entries.owed""";
        inTheDatabase(statement -> {
            assertEquals(1, number(statement, "select count(*) from customer_book"));
            assertEquals(20, number(statement, "select count(*) from book_entry"));
            assertEquals(0, number(statement, differing));
        });
    }
}
