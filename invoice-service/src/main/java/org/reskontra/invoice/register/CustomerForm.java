package org.reskontra.invoice.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;

/**
 * What somebody wrote about a customer; not yet checked.
 *
 * @param number the creditor's own customer number
 * @param identityNumber as people write it
 * @param legalForm such as AB; free text
 * @param emails most preferred first
 * @param language ISO 639-1 code the customer reads
 */
public record CustomerForm(
        @Nullable String number,
        DebtorKind kind,
        Country country,
        @Nullable String identityNumber,
        String legalName,
        @Nullable String legalForm,
        List<String> emails,
        List<String> phones,
        @Nullable PostalAddress postalAddress,
        String language) {

    public CustomerForm {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }
}
