package org.reskontra.invoice.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Allocation;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;

/** Payments on their way in and out. */
final class PaymentViews {

    private PaymentViews() {}

    @Schema(name = "NewPayment")
    record NewPayment(
            @Nullable @Schema(description = "Makes a retry harmless; made by the service when left out")
            UUID id,

            @Nullable
            @Schema(
                    description = "What the debtor paid with; this or invoiceId. One that no invoice has is kept"
                            + " until an invoice with it is issued",
                    examples = "202611794")
            String reference,

            @Nullable UUID invoiceId,
            @NotNull Money amount,

            @Nullable @Schema(description = "The booking date when left out")
            LocalDate valueDate,

            @NotNull
            @Schema(
                    description =
                            "The day it was on the creditor's account; at most 5 days ahead of the tenant's" + " date")
            LocalDate bookingDate,

            @Nullable @Size(max = 200) @Schema(description = "Who paid, as the bank says")
            String payer) {}

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
            Money excess) {

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
                    booked ? row.money(row.excessMinor()) : null);
        }
    }
}
