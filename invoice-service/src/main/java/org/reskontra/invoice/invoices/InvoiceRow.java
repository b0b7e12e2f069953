package org.reskontra.invoice.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.InterestTerms;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.claims.Claim;
import org.reskontra.invoice.claims.ClaimState;
import org.reskontra.invoice.claims.ClaimTerms;
import org.reskontra.invoice.claims.History;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.Line;
import org.reskontra.invoice.invoicing.PriceBasis;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.invoicing.VatSubtotal;

/** An invoice and the claim on it, in one row. */
public record InvoiceRow(
        UUID id,
        UUID tenantId,
        String number,
        UUID customerId,
        Country country,
        DebtorKind debtorKind,
        Currency currency,
        LocalDate issueDate,
        LocalDate dueDate,
        String paymentReference,
        long netMinor,
        long vatMinor,
        long roundingMinor,
        long grossMinor,
        Content content,
        @Nullable BigDecimal contractRate,
        boolean reminderFeeAgreed,
        InvoiceState state,
        long principalMinor,
        long interestMinor,
        long costsMinor,
        History history,
        @Nullable String review,
        @Nullable LocalDate settledOn,
        @Nullable InvoiceState settledFrom,
        long version) {

    /** What was sold, as issued. */
    public record Content(PriceBasis prices, List<Line> lines, List<VatSubtotal> vat) {}

    /** A fresh invoice. */
    static InvoiceRow issued(
            UUID id,
            TenantId tenant,
            String number,
            String paymentReference,
            CustomerRow customer,
            InvoiceDraft draft,
            Totals totals) {
        return new InvoiceRow(
                id,
                tenant.value(),
                number,
                customer.id(),
                customer.country(),
                customer.kind(),
                draft.currency(),
                draft.issueDate(),
                draft.dueDate(),
                paymentReference,
                totals.net().minor(),
                totals.vatTotal().minor(),
                totals.rounding().minor(),
                totals.gross().minor(),
                new Content(draft.prices(), draft.lines(), totals.vat()),
                draft.interest().contractRate(),
                draft.reminderFeeAgreed(),
                InvoiceState.OPEN,
                totals.gross().minor(),
                0,
                0,
                History.NOTHING,
                null,
                null,
                null,
                1);
    }

    public InvoiceId invoiceId() {
        return new InvoiceId(id);
    }

    public CustomerId customer() {
        return new CustomerId(customerId);
    }

    public Money gross() {
        return money(grossMinor);
    }

    public Outstanding outstanding() {
        return Outstanding.of(money(principalMinor), money(interestMinor), money(costsMinor));
    }

    public InterestTerms interest() {
        return contractRate == null ? InterestTerms.STATUTORY : new InterestTerms(contractRate);
    }

    public ClaimTerms terms() {
        return new ClaimTerms(debtorKind, dueDate, interest(), reminderFeeAgreed);
    }

    public Claim claim() {
        return new Claim(terms(), gross(), history, Optional.ofNullable(review));
    }

    /** The claim as it stands. */
    public ClaimState claimState() {
        var claim = claim();
        return switch (state) {
            case OPEN, OVERDUE -> new ClaimState.Open(claim);
            case IN_COLLECTION -> new ClaimState.InCollection(claim);
            case SETTLED -> new ClaimState.Settled(claim, settledFrom == InvoiceState.IN_COLLECTION);
        };
    }

    /**
     * The row after something happened to the claim.
     *
     * @param settled the day of a settlement that has just been told; null: none was
     */
    InvoiceRow after(ClaimState now, @Nullable LocalDate settled) {
        return switch (now) {
            case ClaimState.None _ -> throw new IllegalStateException("an issued invoice has a claim");
            case ClaimState.Open(var claim) -> with(claim, stateWhenOwed(), null, null);
            case ClaimState.InCollection(var claim) -> with(claim, InvoiceState.IN_COLLECTION, null, null);
            case ClaimState.Settled(var claim, var handedOver) ->
                with(
                        claim,
                        InvoiceState.SETTLED,
                        settled == null ? settledOn : settled,
                        handedOver ? InvoiceState.IN_COLLECTION : stateWhenOwed());
        };
    }

    /** As issued. */
    public Totals totals() {
        return Totals.stated(content.vat(), money(roundingMinor));
    }

    public Money money(long minor) {
        return new Money(minor, currency);
    }

    private InvoiceState stateWhenOwed() {
        return settledFrom == null ? state : settledFrom;
    }

    private InvoiceRow with(
            Claim claim, InvoiceState newState, @Nullable LocalDate settled, @Nullable InvoiceState from) {
        return new InvoiceRow(
                id,
                tenantId,
                number,
                customerId,
                country,
                debtorKind,
                currency,
                issueDate,
                dueDate,
                paymentReference,
                netMinor,
                vatMinor,
                roundingMinor,
                grossMinor,
                content,
                contractRate,
                reminderFeeAgreed,
                newState,
                claim.owed().principal().minor(),
                claim.owed().interest().minor(),
                claim.owed().costs().minor(),
                claim.history(),
                claim.review().orElse(null),
                settled,
                from,
                version);
    }
}
