package org.reskontra.invoice.payments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.invoicing.PaymentReferences;

/** A payment on its way in. */
@Schema(name = "NewPayment")
public record NewPayment(
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
        @Schema(description = "The day it was on the creditor's account; at most 5 days ahead of the tenant's date")
        LocalDate bookingDate,

        @Nullable @Size(max = 200) @Schema(description = "Who paid, as the bank says")
        String payer) {

    private static final int LONGEST_REFERENCE = 35;

    /** What cannot be right whatever the circumstances. */
    public List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if ((reference == null) == (invoiceId == null)) {
            flaws.add(new Flaw("/reference", "one-of", "Give reference or invoiceId, and not both."));
        }
        if (reference != null) {
            var signs = PaymentReferences.normalised(reference);
            if (signs.isEmpty() || signs.length() > LONGEST_REFERENCE || Flaw.holdsControlSigns(signs)) {
                flaws.add(new Flaw("/reference", "length", "A reference has 1 to 35 signs."));
            }
        }
        if (!amount.isPositive()) {
            flaws.add(new Flaw("/amount", "not-positive", "A payment is more than nothing."));
        }
        if (amount.minor() > InvoiceRules.MOST_MINOR) {
            flaws.add(new Flaw("/amount", "amount-too-large", "No invoice comes to so much."));
        }
        if (Flaw.isOffTheCalendar(bookingDate) || (valueDate != null && Flaw.isOffTheCalendar(valueDate))) {
            flaws.add(new Flaw("/bookingDate", "off-the-calendar", "Dates lie in the years 1900 to 2999."));
        }
        if (payer != null && Flaw.holdsControlSigns(payer)) {
            flaws.add(new Flaw("/payer", "control-signs", "A name has no control signs."));
        }
        return flaws;
    }
}
