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
            implements InvoiceEvent {}

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

    /** Nothing is owed on the invoice any more. */
    @EventType(name = "invoice-settled")
    record InvoiceSettled(InvoiceId invoice, CustomerId customer, LocalDate settledOn, Outstanding outstanding)
            implements InvoiceEvent {}

    /** More came in than was owed; the excess waits for the creditor's decision. */
    @EventType(name = "overpayment-found")
    record OverpaymentFound(
            InvoiceId invoice, CustomerId customer, PaymentId payment, Money amount, Outstanding outstanding)
            implements InvoiceEvent {}

    /** What a posted charge is for. */
    enum ChargeKind {
        REMINDER_FEE,
        LATE_INTEREST
    }

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends InvoiceEvent>> types() {
        return List.of(
                InvoiceIssued.class,
                DueDatePassed.class,
                PaymentReceived.class,
                ChargePosted.class,
                InvoiceSettled.class,
                OverpaymentFound.class);
    }
}
