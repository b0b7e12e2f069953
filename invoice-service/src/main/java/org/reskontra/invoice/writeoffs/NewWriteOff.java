package org.reskontra.invoice.writeoffs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.flaws.Notes;
import org.reskontra.invoice.invoicing.InvoiceRules;

/** What a clerk wants to give up. */
@Schema(name = "NewWriteOff")
public record NewWriteOff(
        @Nullable
        @Schema(description = "All that is owed on the day of the booking, its interest included, when left out")
        Money amount,

        @NotNull @Schema(description = "SMALL_RESIDUAL is left to the tolerance of the payment settings")
        WriteOffReason reason,

        @Nullable @Size(max = 500) @Schema(description = "For colleagues; it leaves the service with no event")
        String note) {

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (amount != null && !amount.isPositive()) {
            flaws.add(new Flaw("/amount", "not-positive", "A write-off is more than nothing."));
        }
        if (amount != null && amount.minor() > InvoiceRules.MOST_MINOR) {
            flaws.add(new Flaw("/amount", "amount-too-large", "No invoice comes to so much."));
        }
        if (reason == WriteOffReason.SMALL_RESIDUAL) {
            flaws.add(new Flaw("/reason", "left-to-the-service", "Small residuals are written off by themselves."));
        }
        flaws.addAll(Notes.lines(note));
        return flaws;
    }
}
