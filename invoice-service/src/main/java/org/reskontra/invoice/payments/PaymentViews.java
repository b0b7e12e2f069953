package org.reskontra.invoice.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
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
            LocalDate reversedOn,

            @Nullable @Schema(description = "The payment that came in, for a part that was cut off it")
            UUID partOf,

            @Nullable @Schema(description = "What came in, if parts of it were cut off")
            Money received,

            @Nullable @Schema(description = "What was cut off it; payments of their own")
            List<PartView> parts) {

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
                    row.reversedOn(),
                    row.partOf(),
                    row.receivedMinor() == null ? null : row.received(),
                    null);
        }

        /** With what was cut off it. */
        static PaymentView of(PaymentRow row, List<PaymentRow> parts) {
            var view = of(row);
            return view.with(
                    view.invoiceId,
                    parts.isEmpty() ? null : parts.stream().map(PartView::of).toList());
        }

        /** As if it were for that invoice. */
        PaymentView on(@Nullable UUID invoice) {
            return with(invoice, parts);
        }

        private PaymentView with(@Nullable UUID invoice, @Nullable List<PartView> its) {
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
                    reversedOn,
                    partOf,
                    received,
                    its);
        }
    }

    @Schema(name = "PaymentPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(UUID id, @Nullable UUID invoiceId, Money amount, PaymentState state) {

        static PartView of(PaymentRow row) {
            return new PartView(row.id(), row.invoiceId(), row.amount(), row.state());
        }
    }
}
