package org.reskontra.invoice.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.claims.Receipt;

/**
 * Money received. The three parts and the excess make up the amount once it is booked.
 *
 * @param partOf the payment that came in, for what was cut off it
 * @param receivedMinor what came in, if parts of it were cut off; null: the amount
 * @param movedFrom the payment whose excess this is
 */
record PaymentRow(
        UUID id,
        UUID tenantId,
        @Nullable UUID invoiceId,
        @Nullable String reference,
        long amountMinor,
        Currency currency,
        LocalDate valueDate,
        LocalDate bookingDate,
        @Nullable String payer,
        PaymentState state,
        long costsMinor,
        long interestMinor,
        long principalMinor,
        long excessMinor,
        boolean leftToClerk,
        @Nullable ReversalReason reversalReason,
        @Nullable LocalDate reversedOn,
        long version,
        @Nullable UUID partOf,
        @Nullable Long receivedMinor,
        @Nullable UUID movedFrom) {

    enum PaymentState {
        /** On an invoice. */
        BOOKED,
        /** Held until an invoice with its reference is issued, or a clerk says which one it is for. */
        UNMATCHED,
        /** The bank took it back. */
        REVERSED,
        /** Gone back to who paid it. */
        REFUNDED
    }

    static PaymentRow unmatched(
            UUID id,
            TenantId tenant,
            @Nullable String reference,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable String payer) {
        return new PaymentRow(
                id,
                tenant.value(),
                null,
                reference,
                amount.minor(),
                amount.currency(),
                valueDate,
                bookingDate,
                payer,
                PaymentState.UNMATCHED,
                0,
                0,
                0,
                0,
                false,
                null,
                null,
                1,
                null,
                null,
                null);
    }

    /** Excess of another payment, to be booked on an invoice of its own. */
    PaymentRow movedFrom(UUID source) {
        return new PaymentRow(
                id,
                tenantId,
                invoiceId,
                reference,
                amountMinor,
                currency,
                valueDate,
                bookingDate,
                payer,
                state,
                costsMinor,
                interestMinor,
                principalMinor,
                excessMinor,
                leftToClerk,
                reversalReason,
                reversedOn,
                version,
                partOf,
                receivedMinor,
                source);
    }

    PaymentRow booked(UUID invoice, Allocation allocation, Money excess, long newVersion) {
        return standing(invoice, PaymentState.BOOKED, allocation, excess.minor(), leftToClerk, null, null, newVersion);
    }

    /** A part of a held payment, as a payment of its own. */
    PaymentRow part(UUID itsId, Money part) {
        return withAmount(itsId, null, part.minor(), 1, partOf == null ? id : partOf, null);
    }

    /** What is left after parts of a held payment are cut off. */
    PaymentRow lessened(Money left) {
        return withAmount(
                id, reference, left.minor(), version + 1, partOf, received().minor());
    }

    /** As it came in. */
    PaymentRow whole() {
        return withAmount(id, reference, received().minor(), version, partOf, null);
    }

    Money received() {
        return receivedMinor == null ? amount() : money(receivedMinor);
    }

    private PaymentRow withAmount(
            UUID itsId,
            @Nullable String itsReference,
            long minor,
            long itsVersion,
            @Nullable UUID of,
            @Nullable Long whole) {
        return new PaymentRow(
                itsId,
                tenantId,
                invoiceId,
                itsReference,
                minor,
                currency,
                valueDate,
                bookingDate,
                payer,
                state,
                costsMinor,
                interestMinor,
                principalMinor,
                excessMinor,
                leftToClerk,
                null,
                null,
                itsVersion,
                of,
                whole,
                movedFrom);
    }

    /** Off its invoice and held; it does not find one by itself again. */
    PaymentRow unmatched() {
        return off(null, PaymentState.UNMATCHED, true, null, null);
    }

    /** Back at the bank it came from. */
    PaymentRow reversed(ReversalReason reason, LocalDate on) {
        return off(invoiceId, PaymentState.REVERSED, leftToClerk, reason, on);
    }

    private PaymentRow off(
            @Nullable UUID invoice,
            PaymentState newState,
            boolean toClerk,
            @Nullable ReversalReason reason,
            @Nullable LocalDate on) {
        return standing(
                invoice, newState, new Allocation(money(0), money(0), money(0)), 0, toClerk, reason, on, version + 1);
    }

    private PaymentRow standing(
            @Nullable UUID invoice,
            PaymentState newState,
            Allocation covered,
            long excess,
            boolean toClerk,
            @Nullable ReversalReason reason,
            @Nullable LocalDate on,
            long newVersion) {
        return new PaymentRow(
                id,
                tenantId,
                invoice,
                reference,
                amountMinor,
                currency,
                valueDate,
                bookingDate,
                payer,
                newState,
                covered.costs().minor(),
                covered.interest().minor(),
                covered.principal().minor(),
                excess,
                toClerk,
                reason,
                on,
                newVersion,
                partOf,
                receivedMinor,
                movedFrom);
    }

    Money amount() {
        return money(amountMinor);
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }

    Receipt receipt() {
        return new Receipt(new PaymentId(id), valueDate, bookingDate);
    }

    @Override
    public String toString() {
        return "payment " + id;
    }
}
