package org.reskontra.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer: what the senders of letters need and no event may carry. It travels on the restricted,
 * compacted topic {@code contact-cards}, keyed by customer; a record without a value erases the card.
 *
 * @param emails most preferred first; empty when none is known
 * @param language ISO 639-1 code the customer reads
 */
public record ContactCard(
        TenantId tenant,
        CustomerId customer,
        String legalName,
        List<String> emails,
        @Nullable PostalAddress postalAddress,
        String language) {

    /**
     * Where paper reaches the customer.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public record PostalAddress(String street, String postcode, String town, String country) {}
}
