package org.reskontra.invoice.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.invoice.imports.ColumnMapping;
import org.reskontra.invoice.imports.Imported;
import org.reskontra.invoice.imports.RowReader;
import org.reskontra.invoice.invoices.NewInvoice;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.peppol.UblInvoice;
import org.reskontra.invoice.register.CustomerForm;
import org.reskontra.invoice.uploads.LineJson.Content;
import org.reskontra.kit.tenants.Tenant;

/** Makes an invoice of each line of a file, by its format. */
@ApplicationScoped
class LineReader {

    private final LineJson json;

    LineReader(LineJson json) {
        this.json = json;
    }

    /** What a line says. */
    sealed interface Said {

        /** An invoice for a customer the file describes. */
        record Described(int line, CustomerForm customer, InvoiceDraft draft) implements Said {}

        /** An invoice for a customer of the register. */
        record Registered(int line, CustomerId customer, InvoiceDraft draft, Optional<UUID> id) implements Said {}

        record Unreadable(int line, @Nullable String number, String code, String reason) implements Said {}
    }

    Said read(Format format, @Nullable ColumnMapping mapping, ImportLine line, Tenant tenant) {
        if (line.broken() != null) {
            return new Said.Unreadable(line.line(), null, "broken-line", line.broken());
        }
        return switch (format) {
            case CSV ->
                said(
                        line,
                        RowReader.read(
                                Objects.requireNonNull(mapping),
                                Objects.requireNonNull(line.values()),
                                tenant.country(),
                                tenant.currency()));
            case UBL ->
                said(line, UblInvoice.read(Objects.requireNonNull(line.text()).getBytes(UTF_8)));
            case NDJSON -> object(line, Objects.requireNonNull(line.text()), tenant);
        };
    }

    private static Said said(ImportLine line, Imported imported) {
        return switch (imported) {
            case Imported.Invoice(var customer, var draft) -> new Said.Described(line.line(), customer, draft);
            case Imported.Rejected(var code, var reason) -> new Said.Unreadable(line.line(), null, code, reason);
        };
    }

    private Said object(ImportLine line, String text, Tenant tenant) {
        return switch (json.read(text, NewInvoice.class)) {
            case Content.Sound<NewInvoice>(var invoice) ->
                invoice.saysWhenDue()
                        ? registered(line, invoice, tenant)
                        : unreadable(line, invoice.number(), "give dueDate or paymentTerms, not both");
            case Content.Invalid<NewInvoice>(var invoice, var reason) -> unreadable(line, invoice.number(), reason);
            case Content.Unreadable<NewInvoice>(var reason) -> unreadable(line, null, reason);
        };
    }

    private static Said registered(ImportLine line, NewInvoice invoice, Tenant tenant) {
        return new Said.Registered(
                line.line(),
                new CustomerId(invoice.customerId()),
                invoice.draft(tenant.currency()),
                Optional.ofNullable(invoice.id()));
    }

    private static Said unreadable(ImportLine line, @Nullable String number, String reason) {
        return new Said.Unreadable(line.line(), number, "unreadable-value", reason);
    }
}
