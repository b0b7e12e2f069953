package org.reskontra.invoice.creditnotes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.CreditReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoices.NewInvoice.NewLine;
import org.reskontra.invoice.invoicing.CreditDraft;
import org.reskontra.invoice.invoicing.CreditDraft.Part;

/** A credit note to issue, as it comes in. */
@Schema(name = "NewCreditNote")
public record NewCreditNote(
        @Nullable
        @Schema(
                description =
                        "The tenant's date when left out; not before the invoice's, not after the tenant's, and in"
                                + " no locked month")
        LocalDate issueDate,

        @NotNull CreditReason reason,

        @Nullable @Size(max = 500) @Schema(description = "For colleagues; it leaves the service with no event")
        String note,

        @Nullable
        @Schema(
                description = "What to take off the sum to pay, split over the rates of VAT as the invoice is. With"
                        + " neither this nor lines: all that was not credited before")
        Money amount,

        @Nullable
        @Schema(description = "What was never owed, at rates of the invoice, with or without VAT as its own lines")
        List<@Valid @NotNull NewLine> lines) {

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (amount != null && lines != null) {
            flaws.add(new Flaw("/lines", "one-of", "Give amount or lines, and not both."));
        }
        if (note != null && Flaw.holdsControlSigns(note.replaceAll("[\\r\\n\\t]", " "))) {
            flaws.add(new Flaw("/note", "control-signs", "A note has no control signs but line ends."));
        }
        return flaws;
    }

    CreditDraft draft(LocalDate today, Currency currency) {
        return new CreditDraft(issueDate == null ? today : issueDate, part(currency));
    }

    private Part part(Currency currency) {
        if (lines != null) {
            return new Part.Lines(
                    lines.stream().map(line -> line.line(currency)).toList());
        }
        return amount == null ? new Part.Whole() : new Part.Share(amount);
    }
}
