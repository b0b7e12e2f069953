package org.reskontra.invoice.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;

/**
 * An invoice that held money may be for.
 *
 * @param owed in all, as booked
 * @param invoiced as issued
 * @param accountMatches how often the account that paid has paid for the customer; counting ends at
 *     {@value #REGULAR}
 * @param accountShared whether the account has paid for other customers too
 */
public record OpenInvoice(
        UUID id,
        UUID customer,
        String number,
        String reference,
        Money owed,
        Money invoiced,
        LocalDate due,
        String customerName,
        @Nullable String customerIdentityNumber,
        int accountMatches,
        boolean accountShared) {

    /** So many payments make a regular payer. */
    public static final int REGULAR = 3;

    @Override
    public String toString() {
        return "open invoice " + id;
    }
}
