package org.reskontra.kit.tenants;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.TenantId;

/**
 * A tenant as it stands in this transaction.
 *
 * @param today the tenant's business date: its sandbox clock, or the civil date in its zone
 */
public record Tenant(
        TenantId id,
        Country country,
        ZoneId zone,
        Currency currency,
        boolean sandbox,
        LocalDate today,
        String creditorName,
        String organisationNumber,
        @Nullable String bankgiro,
        @Nullable String iban,
        @Nullable String replyTo) {

    public Tenant withToday(LocalDate date) {
        return new Tenant(
                id, country, zone, currency, sandbox, date, creditorName, organisationNumber, bankgiro, iban, replyTo);
    }
}
