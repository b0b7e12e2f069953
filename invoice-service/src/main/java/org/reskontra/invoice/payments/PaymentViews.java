package org.reskontra.invoice.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;

/** Payments on their way out. */
final class PaymentViews {

    private PaymentViews() {}

    @Schema(name = "Payment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(
            UUID id,
            @Nullable String reference,
            @Nullable UUID invoiceId,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable String payer,
            PaymentState state,

            @Nullable @Schema(description = "What it covered on the invoice")
            Allocation allocation,

            @Nullable @Schema(description = "What was paid beyond the claim; held for the customer")
            Money excess,

            @Nullable @Schema(description = "Why the bank took it back")
            ReversalReason reversalReason,

            @Nullable @Schema(description = "The day it left the creditor's account")
            LocalDate reversedOn) {

        static PaymentView of(PaymentRow row) {
            boolean booked = row.state() == PaymentState.BOOKED;
            return new PaymentView(
                    row.id(),
                    row.reference(),
                    row.invoiceId(),
                    row.amount(),
                    row.valueDate(),
                    row.bookingDate(),
                    row.payer(),
                    row.state(),
                    booked
                            ? new Allocation(
                                    row.money(row.costsMinor()),
                                    row.money(row.interestMinor()),
                                    row.money(row.principalMinor()))
                            : null,
                    booked ? row.money(row.excessMinor()) : null,
                    row.reversalReason(),
                    row.reversedOn());
        }

        /** As if it were for that invoice. */
        PaymentView on(@Nullable UUID invoice) {
            return new PaymentView(
                    id,
                    reference,
                    invoice,
                    amount,
                    valueDate,
                    bookingDate,
                    payer,
                    state,
                    allocation,
                    excess,
                    reversalReason,
                    reversedOn);
        }
    }
}
