package org.reskontra.contracts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What invoice-service publishes on the compacted topic {@code tenant-events}; the aggregate is the tenant. */
public sealed interface TenantEvent extends PublishedEvent {

    TenantId tenant();

    @Override
    default Identifier aggregate() {
        return tenant();
    }

    /**
     * A tenant was created or its settings changed; carries them all.
     *
     * @param zone whose midnight starts the tenant's day
     * @param sandbox true: the tenant's date is moved by its API only
     * @param today the sandbox date; null for a tenant on the wall clock
     * @param creditorName the name debtors know the creditor by
     * @param organisationNumber ten digits
     * @param bankgiro where debtors pay; null when they pay to an IBAN only
     * @param iban where debtors pay; null when they pay to a bankgiro only
     * @param replyTo the creditor's own address for debtors' questions; null: none given
     */
    @EventType(name = "tenant-changed")
    record TenantChanged(
            TenantId tenant,
            Country country,
            ZoneId zone,
            Currency currency,
            boolean sandbox,
            @Nullable LocalDate today,
            String creditorName,
            String organisationNumber,
            @Nullable String bankgiro,
            @Nullable String iban,
            @Nullable String replyTo)
            implements TenantEvent {}

    /** A sandbox tenant's clock was moved forward; the day's work up to {@code today} may be done. */
    @EventType(name = "sandbox-clock-advanced")
    record SandboxClockAdvanced(TenantId tenant, LocalDate today) implements TenantEvent {}

    /** Every event of this publisher, for registries and documents. */
    static List<Class<? extends TenantEvent>> types() {
        return List.of(TenantChanged.class, SandboxClockAdvanced.class);
    }
}
