package org.reskontra.collection.demands;

import org.jspecify.annotations.Nullable;

/**
 * Who demands payment, and where it is to be made.
 *
 * @param organisationNumber ten digits
 * @param replyTo where the debtor objects; null: by answering the letter
 */
public record Creditor(
        String name,
        String organisationNumber,
        @Nullable String bankgiro,
        @Nullable String iban,
        @Nullable String replyTo) {}
