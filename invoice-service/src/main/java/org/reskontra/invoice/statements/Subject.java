package org.reskontra.invoice.statements;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who owes whom, and on which invoice.
 *
 * @param payTo accounts as people write them, such as {@code bankgiro 991-2346}; the first is the usual one
 * @param questionsTo an address for questions
 * @param debtorAddress a line each; none where it is not known
 * @param knownAt the instant whose knowledge counts, in the creditor's zone; empty: what is known now
 */
public record Subject(
        String creditor,
        String organisationNumber,
        List<String> payTo,
        Optional<String> questionsTo,
        String debtor,
        List<String> debtorAddress,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        String paymentReference,
        Optional<ZonedDateTime> knownAt) {

    public Subject {
        payTo = List.copyOf(payTo);
        debtorAddress = List.copyOf(debtorAddress);
    }
}
