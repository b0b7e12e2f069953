package org.reskontra.acceptance.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.bank.Movement;
import org.reskontra.acceptance.oracle.Fact.BankFileCame;
import org.reskontra.acceptance.oracle.Fact.CustomerEntered;
import org.reskontra.acceptance.oracle.Fact.InvoiceCredited;
import org.reskontra.acceptance.oracle.Fact.InvoiceIssued;
import org.reskontra.acceptance.oracle.Fact.InvoicePaid;
import org.reskontra.acceptance.oracle.Fact.PaymentReversed;
import org.reskontra.acceptance.oracle.Fact.ReferencePaid;
import org.reskontra.contracts.Money;

/** The oracle against sums worked out by hand: 10 000 kr due on 2 April 2025, 11 % from the day after. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelTest {

    private static final UUID INVOICE = new UUID(1, 1);

    private final Model model = new Model(LocalDate.parse("2025-03-03"));

    @Test
    void who_pays_on_the_due_date_owes_nothing_more() {
        issued(Optional.empty());
        day("2025-04-02");
        paid(10_000_00);
        day("2025-04-30");

        assertEquals(Optional.of(LocalDate.parse("2025-04-02")), invoice().settledOn());
        assertEquals(Optional.empty(), invoice().remindedOn());
        assertEquals(0, invoice().owed());
    }

    @Test
    void the_reminder_costs_sixty_kronor_and_comes_on_the_fifth_day() {
        issued(Optional.empty());
        day("2025-04-06");
        assertEquals(Optional.empty(), invoice().remindedOn());
        day("2025-04-07");

        assertEquals(Optional.of(LocalDate.parse("2025-04-07")), invoice().remindedOn());
        assertEquals(60_00, invoice().costs());
        assertEquals(15_07, invoice().accrued(model.today()));
        assertEquals(0, invoice().interest(), "posted with a payment only");
    }

    @Test
    void whoever_pays_all_on_the_day_of_the_reminder_pays_no_fee() {
        issued(Optional.empty());
        day("2025-04-07");
        paid(10_015_07 + 100);

        assertEquals(Optional.of(LocalDate.parse("2025-04-07")), invoice().settledOn());
        assertEquals(List.of(0L, 0L, 0L), parts());
        assertEquals(100, model.heldForCustomers());
    }

    @Test
    void a_payment_covers_costs_and_interest_before_principal() {
        issued(Optional.empty());
        day("2025-04-07");
        day("2025-04-12");
        paid(10_000_00);

        assertEquals(List.of(90_14L, 0L, 0L), parts());
        day("2025-04-19");
        assertEquals(Optional.of(LocalDate.parse("2025-04-19")), invoice().handedOverOn());
        assertEquals(19, invoice().accrued(model.today()));
    }

    @Test
    void a_part_payment_lowers_what_bears_interest_from_the_next_day_on() {
        issued(Optional.empty());
        day("2025-04-04");
        paid(5_006_03); // 6.03 of interest for two days
        assertEquals(List.of(5_000_00L, 0L, 0L), parts());

        day("2025-04-06");
        assertEquals(3_01, invoice().accrued(model.today()));
    }

    @Test
    void part_payments_before_the_due_date_cost_no_interest() {
        issued(Optional.empty());
        day("2025-03-20");
        paid(4_000_00);
        day("2025-04-04");

        assertEquals(List.of(6_000_00L, 0L, 0L), parts());
        assertEquals(3_62, invoice().accrued(model.today()));
    }

    @Test
    void a_jump_takes_one_step() {
        issued(Optional.empty());
        day("2025-06-01");
        assertEquals(Optional.empty(), invoice().handedOverOn());
        day("2025-06-12");
        assertEquals(Optional.empty(), invoice().handedOverOn());
        day("2025-06-30");
        assertEquals(Optional.of(LocalDate.parse("2025-06-30")), invoice().handedOverOn());
    }

    @Test
    void what_is_too_much_or_too_early_is_held() {
        model.happens(new ReferencePaid(new UUID(2, 1), "4711", sek(10_050_00)));
        assertEquals(10_050_00, model.heldForCustomers());

        issued(Optional.of("4711"));
        assertEquals(50_00, model.heldForCustomers());
        assertEquals(0, invoice().owed());
        paid(1_00);
        assertEquals(51_00, model.heldForCustomers());
    }

    @Test
    void a_file_of_the_bank_pays_by_reference_and_the_rest_of_it_is_held_until_its_invoice_is_there() {
        issued(Optional.of("4711"));
        var movements = List.of(new Movement(1, "4711", sek(4_000_00)), new Movement(2, "4712", sek(70_00)));
        model.happens(new BankFileCame(1, movements, OptionalInt.empty()));
        model.happens(new BankFileCame(2, movements, OptionalInt.of(1)));

        assertEquals(6_000_00, invoice().owed());
        assertEquals(
                Map.of(1, new Model.FileMoney(4_000_00, 70_00, 0), 2, new Model.FileMoney(0, 0, 4_070_00)),
                model.files());

        model.happens(new InvoiceIssued(
                new UUID(1, 2), "2", "K-1", LocalDate.parse("2025-04-02"), sek(70_00), Optional.of("4712")));
        assertEquals(new Model.FileMoney(4_070_00, 0, 0), model.files().get(1));
        assertEquals(0, model.heldForCustomers());
    }

    @Test
    void a_payment_that_is_taken_back_leaves_the_debt_as_it_was_and_gives_the_whole_wait_again() {
        issued(Optional.empty());
        day("2025-04-05");
        paid(10_009_04);
        day("2025-04-20");
        model.happens(new PaymentReversed(model.reversible().getFirst()));

        assertEquals(List.of(10_000_00L, 0L, 0L), parts());
        assertEquals(54_25, invoice().accrued(model.today()));
        assertEquals(List.of(LocalDate.parse("2025-04-05")), invoice().settlements());
        day("2025-04-24");
        assertEquals(Optional.empty(), invoice().remindedOn());
        day("2025-04-25");
        assertEquals(Optional.of(LocalDate.parse("2025-04-25")), invoice().remindedOn());
        assertEquals(List.of(), model.reversible());
    }

    @Test
    void money_that_was_held_is_taken_back_too() {
        model.happens(new ReferencePaid(new UUID(2, 1), "4711", sek(50_00)));
        model.happens(new PaymentReversed(new UUID(2, 1)));
        issued(Optional.of("4711"));

        assertEquals(0, model.heldForCustomers());
        assertEquals(10_000_00, invoice().owed());
    }

    @Test
    void what_is_credited_was_never_owed_and_its_reminder_costs_nothing() {
        issued(Optional.empty());
        day("2025-04-07");
        credited(1, 4_000_00);
        assertEquals(List.of(6_000_00L, 0L, 60_00L), parts());
        assertEquals(9_04, invoice().accrued(model.today()));
        credited(2, 6_000_00);

        assertEquals(List.of(0L, 0L, 0L), parts());
        assertEquals(Optional.of(LocalDate.parse("2025-03-03")), invoice().settledOn());
        paid(1_00);
        assertEquals(1_00, model.heldForCustomers());
    }

    private void credited(int number, long minor) {
        model.happens(new InvoiceCredited(number, INVOICE, Money.of(minor, "SEK")));
    }

    private void issued(Optional<String> reference) {
        model.happens(new CustomerEntered("K-1"));
        model.happens(new InvoiceIssued(INVOICE, "1", "K-1", LocalDate.parse("2025-04-02"), sek(10_000_00), reference));
    }

    private void day(String date) {
        model.dayBegins(LocalDate.parse(date));
    }

    private void paid(long minor) {
        model.happens(new InvoicePaid(UUID.randomUUID(), INVOICE, sek(minor)));
    }

    private Receivable invoice() {
        return model.receivables().iterator().next();
    }

    private List<Long> parts() {
        return List.of(invoice().principal(), invoice().interest(), invoice().costs());
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
