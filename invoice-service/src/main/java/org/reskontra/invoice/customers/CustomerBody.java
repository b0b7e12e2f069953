package org.reskontra.invoice.customers;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.ContactCard.PostalAddress;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.invoice.register.CustomerForm;

/** A customer on the wire, the same on its way in and out. */
@Schema(name = "Customer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerBody(
        @Nullable @Schema(description = "Made by the service when left out")
        UUID id,

        @Nullable @Schema(description = "The creditor's own customer number", examples = "K-204")
        String number,

        @NotNull DebtorKind kind,

        @NotNull @Schema(description = "Whose law claims on the customer follow", examples = "SE")
        Country country,

        @Nullable
        @Schema(
                description = "Organisation or personal number as people write it; checked, and answered in its"
                        + " normal form",
                examples = "556036-0793")
        String identityNumber,

        @NotNull String legalName,
        @Nullable @Schema(examples = "AB") String legalForm,

        @Nullable @Schema(description = "Most preferred first")
        List<@NotNull String> emails,

        @Nullable List<@NotNull String> phones,
        @Nullable PostalAddress postalAddress,

        @Nullable @Schema(description = "ISO 639-1; sv for Swedish customers and en for others when left out")
        String language) {

    CustomerForm form() {
        return new CustomerForm(
                number,
                kind,
                country,
                identityNumber,
                legalName,
                legalForm,
                requireNonNullElse(emails, List.of()),
                requireNonNullElse(phones, List.of()),
                postalAddress,
                requireNonNullElse(language, country.equals(Country.SE) ? "sv" : "en"));
    }

    static CustomerBody of(CustomerRow row) {
        return new CustomerBody(
                row.id(),
                row.number(),
                row.kind(),
                row.country(),
                row.identityNumber(),
                row.legalName(),
                row.legalForm(),
                row.emails(),
                row.phones(),
                row.postalAddress(),
                row.language());
    }
}
