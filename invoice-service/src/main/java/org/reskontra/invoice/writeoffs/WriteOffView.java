package org.reskontra.invoice.writeoffs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;

/** A write-off on its way out. */
@Schema(name = "WriteOff")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WriteOffView(
        UUID id,
        UUID invoiceId,

        @Nullable @Schema(description = "What was asked; left out for all that is owed")
        Money amount,

        WriteOffReason reason,
        @Nullable String note,
        WriteOffState state,

        @Nullable @Schema(description = "As booked; money that comes later takes its place in the ledger")
        Money booked,

        @Nullable @Schema(description = "The day it counts for")
        LocalDate on,

        @Schema(description = "Subject of the token, or `service`")
        String proposedBy,

        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote) {

    static WriteOffView of(WriteOffRow row) {
        return new WriteOffView(
                row.id(),
                row.invoiceId(),
                row.money(row.amountMinor()),
                row.reason(),
                row.note(),
                row.state(),
                row.money(row.bookedMinor()),
                row.bookedOn(),
                row.proposedBy(),
                row.proposedAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.decisionNote());
    }
}
