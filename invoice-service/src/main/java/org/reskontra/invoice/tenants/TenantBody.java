package org.reskontra.invoice.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.TenantId;
import org.reskontra.kit.tenants.Tenant;

/** A tenant on the wire, the same on its way in and out. */
@Schema(name = "Tenant", description = "A creditor that uses the platform")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantBody(
        @NotNull TenantId id,

        @NotBlank @Size(max = 200) @Schema(description = "The name debtors know the creditor by")
        String name,

        @NotNull @Schema(examples = "SE") Country country,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                description = "Whose midnight starts the tenant's day",
                examples = "Europe/Stockholm")
        ZoneId zone,

        @NotNull @Schema(type = SchemaType.STRING, description = "Of invoices that name none", examples = "SEK")
        Currency currency,

        @NotNull @Schema(description = "True: the tenant's date is moved by the API only")
        Boolean sandbox,

        @Nullable @Schema(description = "Sandbox only: the first date; the civil date in the zone when left out")
        LocalDate today,

        @NotBlank @Schema(examples = "556732-1707") String organisationNumber,
        @NotNull @Valid PaymentDetails paymentDetails,

        @Nullable @Email @Size(max = 254) @Schema(description = "Where debtors' questions go")
        String replyTo) {

    /** Where debtors pay: at least one of the two. */
    @Schema(name = "PaymentDetails", description = "Where debtors pay: at least one of the two")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentDetails(
            @Nullable @Schema(examples = "991-2346") String bankgiro,

            @Nullable @Schema(examples = "SE4550000000058398257466")
            String iban) {}

    static TenantBody of(Tenant tenant) {
        return new TenantBody(
                tenant.id(),
                tenant.creditorName(),
                tenant.country(),
                tenant.zone(),
                tenant.currency(),
                tenant.sandbox(),
                tenant.sandbox() ? tenant.today() : null,
                tenant.organisationNumber(),
                new PaymentDetails(tenant.bankgiro(), tenant.iban()),
                tenant.replyTo());
    }
}
