package org.reskontra.invoice.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reskontra.invoice.ledger.Account.BANK;
import static org.reskontra.invoice.ledger.Account.HELD_FOR_CUSTOMERS;
import static org.reskontra.invoice.ledger.Account.INTEREST_INCOME;
import static org.reskontra.invoice.ledger.Account.OUTPUT_VAT_12;
import static org.reskontra.invoice.ledger.Account.OUTPUT_VAT_25;
import static org.reskontra.invoice.ledger.Account.REMINDER_FEES;
import static org.reskontra.invoice.ledger.Account.ROUNDING;
import static org.reskontra.invoice.ledger.Account.SALES_12;
import static org.reskontra.invoice.ledger.Account.SALES_25;
import static org.reskontra.invoice.ledger.Account.SALES_WITHOUT_VAT;
import static org.reskontra.invoice.ledger.Entry.credit;
import static org.reskontra.invoice.ledger.Entry.debit;
import static org.reskontra.invoice.ledger.Entry.owed;
import static org.reskontra.invoice.ledger.Entry.paid;
import static org.reskontra.rulebook.ClaimPart.COSTS;
import static org.reskontra.rulebook.ClaimPart.INTEREST;
import static org.reskontra.rulebook.ClaimPart.PRINCIPAL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand.Why;
import org.reskontra.invoice.claims.ClaimEvent.HandedOver;
import org.reskontra.invoice.claims.ClaimEvent.InterestLeftToReview;
import org.reskontra.invoice.claims.ClaimEvent.InterestPosted;
import org.reskontra.invoice.claims.ClaimEvent.InterestWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Issued;
import org.reskontra.invoice.claims.ClaimEvent.OverpaymentFound;
import org.reskontra.invoice.claims.ClaimEvent.PaymentAllocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentReallocated;
import org.reskontra.invoice.claims.ClaimEvent.PaymentTakenBack;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeePosted;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWaived;
import org.reskontra.invoice.claims.ClaimEvent.ReminderFeeWithdrawn;
import org.reskontra.invoice.claims.ClaimEvent.Reopened;
import org.reskontra.invoice.claims.ClaimEvent.SettledInFull;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.invoicing.VatSubtotal;
import org.reskontra.invoice.ledger.Entry;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.interest.InterestResult.Computed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookkeepingSpec {

    private static final LocalDate DAY = LocalDate.parse("2025-02-05");
    private static final Receipt PAYMENT = new Receipt(new PaymentId(new UUID(0, 1)), DAY, DAY);

    @Test
    void an_invoice_is_owed_and_sold_rate_by_rate() {
        var totals = Totals.stated(
                List.of(vat("0", 5_00, 0), vat("0.12", 50_00, 6_00), vat("0.25", 100_00, 25_00)), sek(-40));
        assertEquals(
                List.of(
                        owed(PRINCIPAL, sek(185_60)),
                        credit(SALES_WITHOUT_VAT, sek(5_00)),
                        credit(SALES_12, sek(50_00)),
                        credit(OUTPUT_VAT_12, sek(6_00)),
                        credit(SALES_25, sek(100_00)),
                        credit(OUTPUT_VAT_25, sek(25_00)),
                        debit(ROUNDING, sek(40))),
                Bookkeeping.issued(DAY, totals).entries());
    }

    @Test
    void a_payment_goes_from_the_bank_to_each_part_it_covers() {
        var event = new PaymentAllocated(DAY, PAYMENT, new Allocation(sek(60_00), sek(1_00), sek(39_00)));
        assertEquals(
                List.of(
                        debit(BANK, sek(100_00)),
                        paid(COSTS, sek(60_00)),
                        paid(INTEREST, sek(1_00)),
                        paid(PRINCIPAL, sek(39_00))),
                entries(event, MoneyFrom.BANK));
    }

    @Test
    void money_that_came_before_its_invoice_goes_from_where_it_was_held() {
        assertEquals(
                List.of(debit(BANK, sek(100_00)), credit(HELD_FOR_CUSTOMERS, sek(100_00))),
                Bookkeeping.unmatched(DAY, sek(100_00)).entries());
        var event = new PaymentAllocated(DAY, PAYMENT, new Allocation(sek(0), sek(0), sek(90_00)));
        assertEquals(
                List.of(debit(HELD_FOR_CUSTOMERS, sek(90_00)), paid(PRINCIPAL, sek(90_00))),
                entries(event, MoneyFrom.HELD));
        var rest = new OverpaymentFound(DAY, PAYMENT, sek(10_00));
        assertEquals(Optional.empty(), Bookkeeping.of(rest, MoneyFrom.HELD));
    }

    @Test
    void an_overpayment_is_owed_back() {
        assertEquals(
                List.of(debit(BANK, sek(10_00)), credit(HELD_FOR_CUSTOMERS, sek(10_00))),
                entries(new OverpaymentFound(DAY, PAYMENT, sek(10_00)), MoneyFrom.BANK));
    }

    @Test
    void interest_and_fees_are_owed_and_earned() {
        var trace = new Trace(
                "SE-INT-1",
                "test",
                Trace.Step.TAKE,
                java.util.Map.of(),
                Trace.Counts.YEARLY_RATE,
                BigDecimal.ONE,
                List.of());
        assertEquals(
                List.of(owed(INTEREST, sek(90_41)), credit(INTEREST_INCOME, sek(90_41))),
                entries(new InterestPosted(DAY, new Computed(sek(90_41), List.of(), "SE", trace)), MoneyFrom.BANK));
        assertEquals(
                List.of(owed(COSTS, sek(60_00)), credit(REMINDER_FEES, sek(60_00))),
                entries(new ReminderFeePosted(DAY, 1, sek(60_00), "SE-FEE-1"), MoneyFrom.BANK));
    }

    @Test
    void what_is_withdrawn_was_never_earned() {
        assertEquals(
                List.of(debit(INTEREST_INCOME, sek(90_41)), paid(INTEREST, sek(90_41))),
                entries(new InterestWithdrawn(DAY, sek(90_41), "SE-INT-1"), MoneyFrom.BANK));
        assertEquals(
                List.of(debit(REMINDER_FEES, sek(60_00)), paid(COSTS, sek(60_00))),
                entries(new ReminderFeeWithdrawn(DAY, 1, sek(60_00), "SE-FEE-1"), MoneyFrom.BANK));
    }

    @Test
    void of_a_payment_that_covers_something_else_only_the_difference_moves() {
        var before = new Allocation(sek(60_00), sek(8_00), sek(32_00));
        var freed =
                new PaymentReallocated(DAY, PAYMENT, before, new Allocation(sek(0), sek(8_00), sek(40_00)), sek(52_00));
        assertEquals(
                List.of(credit(HELD_FOR_CUSTOMERS, sek(52_00)), owed(COSTS, sek(60_00)), paid(PRINCIPAL, sek(8_00))),
                entries(freed, MoneyFrom.BANK));
        var moved =
                new PaymentReallocated(DAY, PAYMENT, before, new Allocation(sek(60_00), sek(9_00), sek(31_00)), sek(0));
        assertEquals(List.of(paid(INTEREST, sek(1_00)), owed(PRINCIPAL, sek(1_00))), entries(moved, MoneyFrom.HELD));
    }

    @Test
    void what_the_bank_takes_back_is_owed_again_and_not_held_any_more() {
        var covered = new Allocation(sek(60_00), sek(1_00), sek(39_00));
        var why = new Why.Reversed(ReversalReason.BANK_ERROR);
        assertEquals(
                List.of(
                        owed(COSTS, sek(60_00)),
                        owed(INTEREST, sek(1_00)),
                        owed(PRINCIPAL, sek(39_00)),
                        debit(HELD_FOR_CUSTOMERS, sek(7_00)),
                        credit(BANK, sek(107_00))),
                entries(new PaymentTakenBack(DAY, PAYMENT, covered, sek(7_00), why, DAY), MoneyFrom.BANK));
        assertEquals(
                List.of(owed(PRINCIPAL, sek(39_00)), credit(BANK, sek(39_00))),
                entries(
                        new PaymentTakenBack(
                                DAY, PAYMENT, new Allocation(sek(0), sek(0), sek(39_00)), sek(0), why, DAY),
                        MoneyFrom.BANK));
        assertEquals(
                List.of(debit(HELD_FOR_CUSTOMERS, sek(7_00)), credit(BANK, sek(7_00))),
                Bookkeeping.returned(DAY, sek(7_00)).entries());
    }

    @Test
    void what_was_matched_wrongly_is_owed_again_and_held() {
        var why = new Why.Unmatched(UnmatchReason.WRONG_INVOICE);
        var covered = new Allocation(sek(60_00), sek(1_00), sek(39_00));
        assertEquals(
                List.of(
                        owed(COSTS, sek(60_00)),
                        owed(INTEREST, sek(1_00)),
                        owed(PRINCIPAL, sek(39_00)),
                        credit(HELD_FOR_CUSTOMERS, sek(100_00))),
                entries(new PaymentTakenBack(DAY, PAYMENT, covered, sek(7_00), why, DAY), MoneyFrom.BANK));
        var nothing = new Allocation(sek(0), sek(0), sek(0));
        assertEquals(
                Optional.empty(),
                Bookkeeping.of(new PaymentTakenBack(DAY, PAYMENT, nothing, sek(7_00), why, DAY), MoneyFrom.BANK),
                "all of it is held already");
    }

    @Test
    void what_moves_no_money_is_not_posted() {
        var terms = new ClaimTerms(DebtorKind.BUSINESS, DAY, InterestTerms.STATUTORY, true);
        for (var event : List.of(
                new Issued(DAY, terms, sek(1)),
                new InterestLeftToReview(DAY, "r", "why"),
                new ReminderFeeWaived(DAY, 1, sek(60_00), "SE-FEE-1"),
                new SettledInFull(DAY),
                new Reopened(DAY),
                new HandedOver(DAY))) {
            assertEquals(Optional.empty(), Bookkeeping.of(event, MoneyFrom.BANK));
        }
    }

    private static List<Entry> entries(ClaimEvent event, MoneyFrom from) {
        return Bookkeeping.of(event, from).map(Posting::entries).orElseThrow();
    }

    private static VatSubtotal vat(String rate, long net, long vat) {
        return new VatSubtotal(new BigDecimal(rate), sek(net), sek(vat));
    }

    private static Money sek(long minor) {
        return Money.of(minor, "SEK");
    }
}
