package org.reskontra.invoice.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.matching.Names;
import org.reskontra.invoice.register.CustomerRules.Checked.Acceptable;
import org.reskontra.rulebook.identifiers.IdentityNumber;

/**
 * A row of the customer register. Personal data: never in a log or an event.
 *
 * @param nameKey what the legal name is looked up by
 */
public record CustomerRow(
        UUID id,
        UUID tenantId,
        @Nullable String number,
        DebtorKind kind,
        Country country,
        @Nullable String identityNumber,
        String legalName,
        @Nullable String legalForm,
        List<String> emails,
        List<String> phones,
        @Nullable PostalAddress postalAddress,
        String language,
        long version,
        String nameKey) {

    public static CustomerRow of(UUID id, TenantId tenant, Acceptable accepted, long version) {
        var form = accepted.form();
        return new CustomerRow(
                id,
                tenant.value(),
                form.number(),
                form.kind(),
                form.country(),
                accepted.identityNumber().map(IdentityNumber::normalised).orElse(null),
                form.legalName(),
                form.legalForm(),
                form.emails(),
                form.phones(),
                form.postalAddress(),
                form.language(),
                version,
                Names.key(form.legalName()));
    }

    ContactCard card() {
        return new ContactCard(new TenantId(tenantId), new CustomerId(id), legalName, emails, postalAddress, language);
    }

    @Override
    public String toString() {
        return "customer " + id;
    }
}
