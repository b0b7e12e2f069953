package org.reskontra.dunning.letters;

import org.jspecify.annotations.Nullable;

/**
 * Who is owed and where to pay.
 *
 * @param bankgiro null when debtors pay to an IBAN only
 * @param iban null when debtors pay to a bankgiro only
 * @param replyTo the creditor's address for questions; null: none given
 */
public record Creditor(
        String name,
        String organisationNumber,
        @Nullable String bankgiro,
        @Nullable String iban,
        @Nullable String replyTo) {}
