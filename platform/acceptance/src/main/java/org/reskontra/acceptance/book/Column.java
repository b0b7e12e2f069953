package org.reskontra.acceptance.book;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a book can hold, by its name in a mapping; the names are those of the invoice import. */
enum Column {
    NUMBER("number"),
    CUSTOMER("customerNumber"),
    ISSUE_DATE("issueDate"),
    DUE_DATE("dueDate"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    PAID_ON("paidOn");

    private final String written;

    Column(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    static Optional<Column> of(String written) {
        return Arrays.stream(values())
                .filter(column -> column.written.equals(written))
                .findFirst();
    }
}
