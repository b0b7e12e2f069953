package org.reskontra.invoice.claims;

import static org.reskontra.invoice.ledger.Account.BAD_DEBTS;
import static org.reskontra.invoice.ledger.Account.BANK;
import static org.reskontra.invoice.ledger.Account.HELD_FOR_CUSTOMERS;
import static org.reskontra.invoice.ledger.Account.INTEREST_INCOME;
import static org.reskontra.invoice.ledger.Account.REMINDER_FEES;
import static org.reskontra.invoice.ledger.Account.ROUNDING;
import static org.reskontra.invoice.ledger.Entry.credit;
import static org.reskontra.invoice.ledger.Entry.debit;
import static org.reskontra.invoice.ledger.Entry.owed;
import static org.reskontra.invoice.ledger.Entry.paid;
import static org.reskontra.rulebook.ClaimPart.COSTS;
import static org.reskontra.rulebook.ClaimPart.INTEREST;
import static org.reskontra.rulebook.ClaimPart.PRINCIPAL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.claims.ClaimCommand.Why.Reversed;
import org.reskontra.invoice.claims.ClaimCommand.Why.Unmatched;
import org.reskontra.invoice.claims.ClaimEvent.Credited;
import org.reskontra.invoice.claims.ClaimEvent.ExcessReleased;
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
import org.reskontra.invoice.claims.ClaimEvent.WriteOffCorrected;
import org.reskontra.invoice.claims.ClaimEvent.WriteOffRecovered;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.Entry;
import org.reskontra.invoice.ledger.Posting;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.rulebook.ClaimPart;

/** Which posting stands for what happened. */
public final class Bookkeeping {

    /** Where the money of a payment is when it is booked on a claim. */
    public enum MoneyFrom {
        /** It has just come in. */
        BANK,
        /** It came in before the invoice was known, and is held for the customer. */
        HELD
    }

    private Bookkeeping() {}

    /** A new invoice: the debtor owes the gross; sales and VAT rate by rate, and rounding, make it up. */
    public static Posting issued(LocalDate on, Totals totals) {
        var entries = new ArrayList<Entry>();
        entries.add(owed(PRINCIPAL, totals.gross()));
        earned(totals, entries, Entry::credit);
        return new Posting(on, PostingKind.INVOICE_ISSUED, entries);
    }

    /** A credit note takes off what the invoice booked, rate by rate. */
    private static Posting credited(Credited event) {
        var totals = event.note().totals();
        var entries = new ArrayList<Entry>();
        earned(totals, entries, Entry::debit);
        entries.add(paid(PRINCIPAL, totals.gross()));
        return new Posting(event.on(), PostingKind.CREDITED, entries);
    }

    private static void earned(Totals totals, List<Entry> entries, BiFunction<Account, Money, Entry> side) {
        for (var rate : totals.vat()) {
            if (!rate.net().isZero()) {
                entries.add(side.apply(Account.salesAt(rate.rate()), rate.net()));
            }
            if (!rate.vat().isZero()) {
                entries.add(side.apply(Account.vatAt(rate.rate()), rate.vat()));
            }
        }
        if (!totals.rounding().isZero()) {
            entries.add(side.apply(ROUNDING, totals.rounding()));
        }
    }

    /** Money that no invoice claims yet. */
    public static Posting unmatched(LocalDate on, Money amount) {
        return new Posting(
                on, PostingKind.UNMATCHED_PAYMENT, List.of(debit(BANK, amount), credit(HELD_FOR_CUSTOMERS, amount)));
    }

    /** Money that was held and that the bank took back. */
    public static Posting returned(LocalDate on, Money amount) {
        return posting(on, PostingKind.PAYMENT_REVERSED, debit(HELD_FOR_CUSTOMERS, amount), credit(BANK, amount));
    }

    /** Held money goes back to who paid it. */
    public static Posting refunded(LocalDate on, Money amount) {
        return new Posting(on, PostingKind.REFUND, List.of(debit(HELD_FOR_CUSTOMERS, amount), credit(BANK, amount)));
    }

    /** The posting of an event; empty where nothing moves. An issued invoice is booked by {@link #issued}. */
    public static Optional<Posting> of(ClaimEvent event, MoneyFrom from) {
        return switch (event) {
            case Issued _, InterestLeftToReview _, ReminderFeeWaived _, SettledInFull _, Reopened _, HandedOver _ ->
                Optional.empty();
            case ExcessReleased _ -> Optional.empty(); // it stays held until it goes somewhere
            case InterestPosted e ->
                Optional.of(posting(
                        e.on(),
                        PostingKind.LATE_INTEREST,
                        owed(INTEREST, e.computed().interest()),
                        credit(INTEREST_INCOME, e.computed().interest())));
            case ReminderFeePosted e ->
                Optional.of(posting(
                        e.on(), PostingKind.REMINDER_FEE, owed(COSTS, e.fee()), credit(REMINDER_FEES, e.fee())));
            case InterestWithdrawn e ->
                Optional.of(posting(
                        e.on(),
                        PostingKind.LATE_INTEREST_WITHDRAWN,
                        debit(INTEREST_INCOME, e.interest()),
                        paid(INTEREST, e.interest())));
            case ReminderFeeWithdrawn e ->
                Optional.of(posting(
                        e.on(),
                        PostingKind.REMINDER_FEE_WITHDRAWN,
                        debit(REMINDER_FEES, e.fee()),
                        paid(COSTS, e.fee())));
            case PaymentAllocated e -> Optional.of(payment(e, from));
            case PaymentReallocated e -> Optional.of(reallocation(e));
            case PaymentTakenBack e -> takenBack(e);
            case OverpaymentFound e ->
                switch (from) {
                    case BANK ->
                        Optional.of(posting(
                                e.on(),
                                PostingKind.OVERPAYMENT,
                                debit(BANK, e.excess()),
                                credit(HELD_FOR_CUSTOMERS, e.excess())));
                    case HELD -> Optional.empty(); // it stays where it is held
                };
            case WrittenOff e ->
                Optional.of(new Posting(
                        e.on(),
                        PostingKind.WRITE_OFF,
                        moved(lossOf(e.reason()), nothing(e.allocation()), e.allocation())));
            case Credited e -> Optional.of(credited(e));
            case WriteOffCorrected e ->
                Optional.of(new Posting(
                        e.on(), PostingKind.WRITE_OFF_CORRECTED, moved(lossOf(e.reason()), e.before(), e.after())));
            case WriteOffRecovered e ->
                Optional.of(new Posting(
                        e.on(), PostingKind.WRITE_OFF_RECOVERED, moved(lossOf(e.reason()), e.after(), e.before())));
        };
    }

    private static Posting payment(PaymentAllocated event, MoneyFrom from) {
        Allocation allocation = event.allocation();
        var entries = new ArrayList<Entry>();
        entries.add(debit(
                switch (from) {
                    case BANK -> BANK;
                    case HELD -> HELD_FOR_CUSTOMERS;
                },
                allocation.total()));
        if (!allocation.costs().isZero()) {
            entries.add(paid(COSTS, allocation.costs()));
        }
        if (!allocation.interest().isZero()) {
            entries.add(paid(INTEREST, allocation.interest()));
        }
        if (!allocation.principal().isZero()) {
            entries.add(paid(PRINCIPAL, allocation.principal()));
        }
        return new Posting(event.on(), PostingKind.PAYMENT, entries);
    }

    /** Only what differs from before is moved; what the payment no longer covers is held for the customer. */
    private static Posting reallocation(PaymentReallocated event) {
        return new Posting(
                event.on(), PostingKind.PAYMENT_REALLOCATED, moved(HELD_FOR_CUSTOMERS, event.before(), event.after()));
    }

    /** The difference between what an account covered of a claim before and what it covers now. */
    private static List<Entry> moved(Account from, Allocation before, Allocation after) {
        var entries = new ArrayList<Entry>();
        var freed = before.total().minus(after.total());
        if (!freed.isZero()) {
            entries.add(credit(from, freed));
        }
        move(COSTS, before.costs().minus(after.costs()), entries);
        move(INTEREST, before.interest().minus(after.interest()), entries);
        move(PRINCIPAL, before.principal().minus(after.principal()), entries);
        return entries;
    }

    private static Account lossOf(WriteOffReason reason) {
        return switch (reason) {
            case SMALL_RESIDUAL -> ROUNDING;
            case UNCOLLECTABLE, TIME_BARRED, DISPUTED, GOODWILL -> BAD_DEBTS;
        };
    }

    private static Allocation nothing(Allocation like) {
        var zero = Money.zero(like.costs().currency());
        return new Allocation(zero, zero, zero);
    }

    private static Optional<Posting> takenBack(PaymentTakenBack event) {
        var entries = new ArrayList<Entry>();
        move(COSTS, event.covered().costs(), entries);
        move(INTEREST, event.covered().interest(), entries);
        move(PRINCIPAL, event.covered().principal(), entries);
        return switch (event.why()) {
            case Reversed _ -> {
                if (!event.excess().isZero()) {
                    entries.add(debit(HELD_FOR_CUSTOMERS, event.excess()));
                }
                entries.add(credit(BANK, event.amount()));
                yield Optional.of(new Posting(event.on(), PostingKind.PAYMENT_REVERSED, entries));
            }
            case Unmatched _ when entries.isEmpty() -> Optional.empty(); // all of it is held already
            case Unmatched _ -> {
                entries.add(credit(HELD_FOR_CUSTOMERS, event.covered().total()));
                yield Optional.of(new Posting(event.on(), PostingKind.PAYMENT_UNMATCHED, entries));
            }
        };
    }

    private static void move(ClaimPart part, Money owedAgain, List<Entry> entries) {
        if (!owedAgain.isZero()) {
            entries.add(owed(part, owedAgain));
        }
    }

    private static Posting posting(LocalDate on, PostingKind kind, Entry... entries) {
        return new Posting(on, kind, List.of(entries));
    }
}
