package org.reskontra.invoice.imports;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a foreign file can stand for, by its name in a mapping. */
public enum Field {
    NUMBER("number"),
    ISSUE_DATE("issueDate"),
    DUE_DATE("dueDate"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    VAT_RATE("vatRate"),
    DESCRIPTION("description"),
    PAYMENT_REFERENCE("paymentReference"),
    CONTRACT_RATE("contractRate"),
    REMINDER_FEE_AGREED("reminderFeeAgreed"),
    CUSTOMER_NUMBER("customerNumber"),
    CUSTOMER_NAME("customerName"),
    CUSTOMER_KIND("customerKind"),
    COUNTRY("country"),
    IDENTITY_NUMBER("identityNumber"),
    EMAIL("email"),
    LANGUAGE("language"),
    STREET("street"),
    POSTCODE("postcode"),
    TOWN("town"),
    /** Not for the import: for whoever replays the payments of a history. */
    PAID_ON("paidOn");

    private final String written;

    Field(String written) {
        this.written = written;
    }

    /** Its name in a mapping and in a template. */
    public String written() {
        return written;
    }

    static Optional<Field> of(String written) {
        return Arrays.stream(values())
                .filter(field -> field.written.equals(written))
                .findFirst();
    }
}
