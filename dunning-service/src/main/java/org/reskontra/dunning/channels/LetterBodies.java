package org.reskontra.dunning.channels;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;

/** Letters as the API shows them. */
final class LetterBodies {

    private LetterBodies() {}

    @Schema(name = "Letter")
    record LetterBody(
            LetterId id,
            InvoiceId invoiceId,
            int step,
            String channel,

            @Schema(description = "QUEUED, SENDING, SENT, CANCELLED or UNDELIVERABLE")
            String state,

            LocalDate decidedOn,
            int attempts,

            @Nullable @Schema(description = "Why it was dropped, or why the last attempt failed")
            String trouble,

            @Nullable @Schema(description = "The day it was sent, and written on it")
            LocalDate sentOn,

            @Nullable String recipient,
            @Nullable String language,

            @Schema(description = "The same at every attempt")
            String messageId,

            @Nullable String subject,
            @Nullable String text,
            @Nullable LocalDate payBy,
            @Nullable Money fee,
            @Nullable String feeRule,

            @Nullable @Schema(description = "All it asked for, its fee included")
            Outstanding asked) {}

    @Schema(name = "LetterPage")
    record LetterPage(
            List<LetterBody> items,

            @Nullable @Schema(description = "Pass as `after` for the next page; null on the last")
            String next) {}

    /** A text that was written but never sent is nobody's letter: it is not shown. */
    static LetterBody of(LetterRow row, EmailChannel email) {
        boolean sent = row.state.equals(LetterRow.SENT);
        return new LetterBody(
                row.id(),
                row.invoice(),
                row.step,
                row.channel,
                row.state,
                row.decidedOn,
                row.attempts,
                row.lastTrouble,
                sent ? row.dated : null,
                sent ? row.recipient : null,
                sent ? row.language : null,
                email.messageId(row.id()),
                sent ? row.subject : null,
                sent ? row.body : null,
                sent ? row.payBy : null,
                sent ? row.money(row.fee) : null,
                sent ? row.feeRule : null,
                sent ? row.asked() : null);
    }
}
