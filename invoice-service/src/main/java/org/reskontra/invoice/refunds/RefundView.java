package org.reskontra.invoice.refunds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.refunds.NewRefund.Creditor;

/** A refund on its way out. */
@Schema(name = "Refund")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundView(
        UUID id,
        UUID paymentId,
        Money amount,
        Creditor creditor,
        @Nullable String note,
        RefundState state,
        @Schema(description = "Subject of the token") String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable UUID fileId) {

    static RefundView of(RefundRow row) {
        return new RefundView(
                row.id(),
                row.paymentId(),
                row.amount(),
                new Creditor(row.creditorName(), row.creditorIban(), row.creditorBankgiro()),
                row.note(),
                row.state(),
                row.proposedBy(),
                row.proposedAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.decisionNote(),
                row.fileId());
    }
}
