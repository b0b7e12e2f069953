package org.reskontra.invoice.creditnotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.VatSubtotal;

/** A credit note on its way out. */
@Schema(name = "CreditNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreditNoteView(
        UUID id,
        @Schema(examples = "RK100001") String number,
        LocalDate issueDate,
        InvoiceReference invoice,
        CreditReason reason,
        @Nullable String note,

        @Schema(description = "Empty for one that was made of an amount, or of the whole invoice")
        List<CreditedLine> lines,

        Totals totals,

        @Schema(description = "Subject of the token") String issuedBy,

        Instant issuedAt) {

    /** The invoice that it changes: what a credit note has to name. */
    @Schema(name = "CreditedInvoice")
    record InvoiceReference(UUID id, String number, LocalDate issueDate) {}

    @Schema(name = "CreditedLine")
    record CreditedLine(
            String description,
            @Schema(type = SchemaType.STRING) BigDecimal quantity,
            Money unitPrice,
            @Schema(type = SchemaType.STRING) BigDecimal per,
            Money adjustment,
            @Schema(type = SchemaType.STRING) BigDecimal vatRate,
            Money amount) {

        static CreditedLine of(Line line) {
            return new CreditedLine(
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.per(),
                    line.adjustment(),
                    line.vatRate(),
                    line.amount());
        }
    }

    /** What it takes off the invoice. */
    @Schema(name = "CreditNoteTotals")
    record Totals(Money net, Money vat, Money rounding, Money gross, List<VatSubtotal> vatByRate) {}

    static CreditNoteView of(CreditNoteRow row) {
        return new CreditNoteView(
                row.id(),
                row.number(),
                row.issueDate(),
                new InvoiceReference(row.invoiceId(), row.invoiceNumber(), row.invoiceIssueDate()),
                row.reason(),
                row.note(),
                row.content().lines().stream().map(CreditedLine::of).toList(),
                new Totals(
                        row.money(row.netMinor()),
                        row.money(row.vatMinor()),
                        row.money(row.roundingMinor()),
                        row.money(row.grossMinor()),
                        row.content().vat()),
                row.issuedBy(),
                row.issuedAt());
    }
}
