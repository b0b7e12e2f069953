package org.reskontra.invoice.invoices;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.PriceBasis;

/** An invoice to issue, as it comes in. */
@Schema(name = "NewInvoice")
public record NewInvoice(
        @Nullable @Schema(description = "Makes a retry harmless; made by the service when left out")
        UUID id,

        @Nullable
        @Schema(
                description = "The creditor's own invoice number; the next of the service's series when left out",
                examples = "2026117")
        String number,

        @NotNull UUID customerId,

        @NotNull @Schema(description = "At most 30 days ahead of the tenant's date")
        LocalDate issueDate,

        @Nullable @Schema(description = "This or paymentTerms")
        LocalDate dueDate,

        @Nullable @Valid PaymentTerms paymentTerms,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                description = "ISO 4217; the tenant's currency when left out",
                examples = "SEK")
        Currency currency,

        @NotNull List<@Valid @NotNull NewLine> lines,

        @Nullable @Schema(description = "Whether VAT is inside the prices; false when left out")
        Boolean pricesIncludeVat,

        @Nullable @Schema(description = "Rounding of the sum to pay, less than one unit")
        Money rounding,

        @Nullable @Schema(description = "Agreed interest terms; the statutory rate when left out")
        InterestTerms interest,

        @Nullable
        @Schema(
                description = "Whether a charge for a written reminder was agreed no later than when the debt"
                        + " arose; false when left out")
        Boolean reminderFeeAgreed,

        @Nullable
        @Schema(description = "What the debtor was already told to pay with; an OCR number is made when left out")
        String paymentReference) {

    /** When to pay, counted from the issue date. */
    @Schema(name = "PaymentTerms")
    public record PaymentTerms(@NotNull @Min(0) @Max(3650) Integer days) {}

    /** One line. */
    @Schema(name = "NewInvoiceLine")
    public record NewLine(
            @NotNull String description,

            @NotNull @Schema(type = SchemaType.STRING, examples = "10")
            BigDecimal quantity,

            @NotNull Money unitPrice,

            @Nullable
            @Schema(
                    type = SchemaType.STRING,
                    description = "How many units the price is for; 1 when left out",
                    examples = "1")
            BigDecimal per,

            @Nullable @Schema(description = "A charge on the line (positive) or a discount (negative)")
            Money adjustment,

            @NotNull @Schema(type = SchemaType.STRING, description = "Fraction, 0.25 is 25 %", examples = "0.25")
            BigDecimal vatRate) {

        public Line line(Currency currency) {
            return new Line(
                    description,
                    quantity,
                    unitPrice,
                    requireNonNullElse(per, BigDecimal.ONE),
                    requireNonNullElse(adjustment, Money.zero(currency)),
                    vatRate);
        }
    }

    /** Whether the due date is given, in exactly one of the two ways. */
    public boolean saysWhenDue() {
        return (dueDate == null) != (paymentTerms == null);
    }

    /** The draft, for one that {@link #saysWhenDue()}. */
    public InvoiceDraft draft(Currency tenantCurrency) {
        var chosen = requireNonNullElse(currency, tenantCurrency);
        return new InvoiceDraft(
                Optional.ofNullable(number),
                issueDate,
                dueDate != null ? dueDate : issueDate.plusDays(paymentTerms == null ? 0 : paymentTerms.days()),
                chosen,
                lines.stream().map(line -> line.line(chosen)).toList(),
                Boolean.TRUE.equals(pricesIncludeVat) ? PriceBasis.VAT_INCLUDED : PriceBasis.VAT_EXCLUDED,
                requireNonNullElse(rounding, Money.zero(chosen)),
                Optional.empty(),
                requireNonNullElse(interest, InterestTerms.STATUTORY),
                Boolean.TRUE.equals(reminderFeeAgreed),
                Optional.ofNullable(paymentReference));
    }
}
