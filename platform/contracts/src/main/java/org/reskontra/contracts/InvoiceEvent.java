package org.reskontra.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What invoice-service publishes on {@code invoice-events}; the aggregate is the invoice. */
public sealed interface InvoiceEvent extends PublishedEvent {

    InvoiceId invoice();

    @Override
    default Identifier aggregate() {
        return invoice();
    }

    /** The claim as booked, after this event. */
    Outstanding outstanding();

    /**
     * An invoice was issued and booked.
     *
     * @param number the creditor's own invoice number
     * @param country whose law the claim follows
     * @param gross what the debtor is to pay by the due date, VAT included
     * @param paymentReference OCR number or other structured reference to pay with
     * @param reminderFeeAgreed whether a charge for a written reminder was agreed no later than when the debt arose
     */
    @EventType(name = "invoice-issued")
    record InvoiceIssued(
            InvoiceId invoice,
            String number,
            CustomerId customer,
            Country country,
            DebtorKind debtorKind,
            Money net,
            Money vat,
            Money gross,
            LocalDate issueDate,
            LocalDate dueDate,
            String paymentReference,
            InterestTerms interest,
            boolean reminderFeeAgreed,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /** The due date has gone by without full payment: published once, at the tenant's local midnight after it. */
    @EventType(name = "due-date-passed")
    record DueDatePassed(InvoiceId invoice, CustomerId customer, LocalDate dueDate, Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * Money was allocated to the invoice.
     *
     * @param amount what was allocated to this invoice; the rest of an overpayment is not in it
     * @param bookingDate the day the money was on the creditor's account
     */
    @EventType(name = "payment-received")
    record PaymentReceived(
            InvoiceId invoice,
            CustomerId customer,
            PaymentId payment,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            Allocation allocation,
            Outstanding outstanding)
            implements InvoiceEvent {

        /** The day from which it lessens the claim: the value date, or the booking date if that is earlier. */
        public LocalDate countsFrom() {
            return valueDate.isBefore(bookingDate) ? valueDate : bookingDate;
        }
    }

    /**
     * A charge was posted on the invoice.
     *
     * @param ruleId the rule that allows it
     * @param on civil date it was posted for
     * @param interestThrough for {@code LATE_INTEREST}: the last day whose interest is in the amount; otherwise null
     */
    @EventType(name = "charge-posted")
    record ChargePosted(
            InvoiceId invoice,
            CustomerId customer,
            ChargeKind kind,
            Money amount,
            String ruleId,
            LocalDate on,
            @Nullable LocalDate interestThrough,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * A posted charge was withdrawn in full: news that came late showed that it was never due, or came to less. What is
     * due instead is posted as a charge of its own. Events of one correction carry what is owed after all of it.
     *
     * @param ruleId the rule that had allowed it
     * @param on civil date it was posted for
     * @param interestThrough for {@code LATE_INTEREST}: the last day whose interest is posted after the correction, the
     *     due date where none is; otherwise null
     */
    @EventType(name = "charge-withdrawn")
    record ChargeWithdrawn(
            InvoiceId invoice,
            CustomerId customer,
            ChargeKind kind,
            Money amount,
            String ruleId,
            LocalDate on,
            @Nullable LocalDate interestThrough,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * Money that had been allocated covers something else after a correction, or more or less than before.
     *
     * @param allocation in place of the one told before
     * @param excess what is left of the payment and held for the customer, in place of any told before
     */
    @EventType(name = "payment-reallocated")
    record PaymentReallocated(
            InvoiceId invoice,
            CustomerId customer,
            PaymentId payment,
            Allocation allocation,
            Money excess,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * The bank took a payment back: the claim stands as if it had never come. Other news of the same correction, of
     * charges and of other payments, follows and carries the same amounts.
     *
     * @param amount the whole payment, with what was held of it beyond the claim
     * @param reversedOn the day the money left the creditor's account
     * @param allocation what it no longer covers
     */
    @EventType(name = "payment-reversed")
    record PaymentReversed(
            InvoiceId invoice,
            CustomerId customer,
            PaymentId payment,
            Money amount,
            ReversalReason reason,
            LocalDate reversedOn,
            Allocation allocation,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * A payment turned out not to be for this invoice: the claim stands as if it had never come, and the money is held
     * for the customer. Other news of the same correction follows as for {@code payment-reversed}.
     *
     * @param amount the whole payment, with what was held of it beyond the claim
     * @param unmatchedOn the day it was taken off the invoice
     * @param allocation what it no longer covers
     */
    @EventType(name = "payment-unmatched")
    record PaymentUnmatched(
            InvoiceId invoice,
            CustomerId customer,
            PaymentId payment,
            Money amount,
            UnmatchReason reason,
            LocalDate unmatchedOn,
            Allocation allocation,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * Nothing is owed on the invoice any more.
     *
     * @param settledOn the day from which the money counts; told again when news told late makes it another day
     */
    @EventType(name = "invoice-settled")
    record InvoiceSettled(InvoiceId invoice, CustomerId customer, LocalDate settledOn, Outstanding outstanding)
            implements InvoiceEvent {}

    /** More came in than was owed; the excess waits for the creditor's decision. */
    @EventType(name = "overpayment-found")
    record OverpaymentFound(
            InvoiceId invoice, CustomerId customer, PaymentId payment, Money amount, Outstanding outstanding)
            implements InvoiceEvent {}

    /** Why the bank took a payment back. */
    enum ReversalReason {
        INSUFFICIENT_FUNDS,
        ACCOUNT_CLOSED,
        PAYER_OBJECTED,
        PAID_TWICE,
        BANK_ERROR,
        NOT_STATED
    }

    /** Why a payment was taken off an invoice. */
    enum UnmatchReason {
        WRONG_INVOICE,
        PAYER_ASKED,
        NOT_STATED
    }

    /**
     * The creditor gave up part or all of what was owed. Told again for the same write-off when money that is told later
     * takes its place or news that came late makes it cover another amount.
     *
     * @param amount what is given up with it, in place of any told before; zero: all of it was paid after all
     * @param on civil date it counts for
     */
    @EventType(name = "invoice-written-off")
    record InvoiceWrittenOff(
            InvoiceId invoice,
            CustomerId customer,
            WriteOffId writeOff,
            WriteOffReason reason,
            Money amount,
            LocalDate on,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /**
     * A credit note says that part or all of the invoice was never owed: it bears no interest on any day.
     *
     * @param number of the credit note, in a series of its own without gaps
     * @param net what it takes off the sales
     * @param vat what it takes off the VAT
     * @param amount what it takes off the sum to pay: net, VAT and rounding
     * @param issueDate of the credit note
     */
    @EventType(name = "invoice-credited")
    record InvoiceCredited(
            InvoiceId invoice,
            CustomerId customer,
            CreditNoteId creditNote,
            String number,
            CreditReason reason,
            Money net,
            Money vat,
            Money amount,
            LocalDate issueDate,
            Outstanding outstanding)
            implements InvoiceEvent {}

    /** What a posted charge is for. */
    enum ChargeKind {
        REMINDER_FEE,
        LATE_INTEREST
    }

    /** Why a creditor gives up what is owed. */
    enum WriteOffReason {
        /** The debtor cannot pay, or cannot be found. */
        UNCOLLECTABLE,
        /** It is too late to claim it. */
        TIME_BARRED,
        /** The debtor is right, or the dispute is not worth its costs. */
        DISPUTED,
        GOODWILL,
        /** A payment left less than the creditor cares to claim; written off by itself. */
        SMALL_RESIDUAL
    }

    /** Why an invoice, or part of it, was never owed. */
    enum CreditReason {
        /** Something was delivered that was not asked for, or is not as it should be, and went back. */
        RETURNED,
        NOT_DELIVERED,
        /** It is kept, and worth less than was asked for it. */
        DEFECTIVE,
        /** A price, a quantity or a rate of VAT was wrong. */
        WRONG_AMOUNT,
        /** The invoice went to somebody else than it should, or twice. */
        WRONG_INVOICE,
        /** A discount or a bonus that was agreed and left out, or agreed afterwards. */
        PRICE_REDUCTION,
        OTHER
    }

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends InvoiceEvent>> types() {
        return List.of(
                InvoiceIssued.class,
                DueDatePassed.class,
                PaymentReceived.class,
                ChargePosted.class,
                ChargeWithdrawn.class,
                PaymentReallocated.class,
                PaymentReversed.class,
                PaymentUnmatched.class,
                InvoiceSettled.class,
                OverpaymentFound.class,
                InvoiceWrittenOff.class,
                InvoiceCredited.class);
    }
}
