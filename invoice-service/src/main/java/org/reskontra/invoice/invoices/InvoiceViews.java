package org.reskontra.invoice.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.invoice.invoices.InvoiceStore.ListRow;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.PriceBasis;
import org.reskontra.invoice.invoicing.VatSubtotal;

/** Invoices on their way out. */
final class InvoiceViews {

    private InvoiceViews() {}

    @Schema(name = "Invoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvoiceView(
            UUID id,
            String number,
            UUID customerId,

            @Schema(description = "Whose law the claim follows")
            Country country,

            DebtorKind debtorKind,
            LocalDate issueDate,
            LocalDate dueDate,
            @Schema(examples = "SEK") String currency,
            List<LineView> lines,
            boolean pricesIncludeVat,
            TotalsView totals,

            @Schema(description = "What the debtor pays with", examples = "202611794")
            String paymentReference,

            InterestTerms interest,
            boolean reminderFeeAgreed,
            InvoiceState state,

            @Schema(description = "As booked; interest that accrues is in the statement")
            Outstanding outstanding,

            @Nullable @Schema(description = "Why a person must look at the interest")
            String review,

            @Nullable LocalDate settledOn) {

        static InvoiceView of(InvoiceRow row) {
            return new InvoiceView(
                    row.id(),
                    row.number(),
                    row.customerId(),
                    row.country(),
                    row.debtorKind(),
                    row.issueDate(),
                    row.dueDate(),
                    row.currency().getCurrencyCode(),
                    row.content().lines().stream().map(LineView::of).toList(),
                    row.content().prices() == PriceBasis.VAT_INCLUDED,
                    new TotalsView(
                            row.money(row.netMinor()),
                            row.money(row.vatMinor()),
                            row.money(row.roundingMinor()),
                            row.gross(),
                            row.content().vat()),
                    row.paymentReference(),
                    row.interest(),
                    row.reminderFeeAgreed(),
                    row.state(),
                    row.outstanding(),
                    row.review(),
                    row.settledOn());
        }
    }

    @Schema(name = "InvoiceLine")
    record LineView(
            String description,
            @Schema(type = SchemaType.STRING) BigDecimal quantity,
            Money unitPrice,
            @Schema(type = SchemaType.STRING) BigDecimal per,
            Money adjustment,
            @Schema(type = SchemaType.STRING) BigDecimal vatRate,
            Money amount) {

        static LineView of(Line line) {
            return new LineView(
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.per(),
                    line.adjustment(),
                    line.vatRate(),
                    line.amount());
        }
    }

    @Schema(name = "InvoiceTotals")
    record TotalsView(Money net, Money vat, Money rounding, Money gross, List<VatSubtotal> vatByRate) {}

    @Schema(name = "InvoiceSummary")
    record SummaryView(
            UUID id,
            String number,
            UUID customerId,
            LocalDate issueDate,
            LocalDate dueDate,
            Money gross,
            String paymentReference,
            InvoiceState state,
            Outstanding outstanding) {

        static SummaryView of(ListRow row) {
            return new SummaryView(
                    row.id(),
                    row.number(),
                    row.customerId(),
                    row.issueDate(),
                    row.dueDate(),
                    Money.of(row.grossMinor(), row.currency()),
                    row.paymentReference(),
                    row.state(),
                    Outstanding.of(
                            Money.of(row.principalMinor(), row.currency()),
                            Money.of(row.interestMinor(), row.currency()),
                            Money.of(row.costsMinor(), row.currency())));
        }
    }
}
