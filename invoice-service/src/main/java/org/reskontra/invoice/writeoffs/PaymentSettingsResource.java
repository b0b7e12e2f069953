package org.reskontra.invoice.writeoffs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.invoice.writeoffs.PaymentSettings.Current;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Roles;

/** What a tenant allows without a second person. */
@Path("/v1/payment-settings")
@Tag(name = "Payments")
public class PaymentSettingsResource {

    private final PaymentSettings settings;
    private final Transactions transactions;
    private final Caller caller;

    PaymentSettingsResource(PaymentSettings settings, Transactions transactions, Caller caller) {
        this.settings = settings;
        this.transactions = transactions;
        this.caller = caller;
    }

    @Schema(name = "PaymentSettings", description = "In the tenant's currency; invoices in others are left alone")
    public record Settings(
            @NotNull
            @Schema(
                    description = "A payment that leaves no more than this writes the rest off by itself, as rounding;"
                            + " zero at first: none does. At most 10000 minor units")
            Money residualTolerance,

            @NotNull
            @Schema(
                    description = "Write-offs to this amount may be approved by whoever proposed them; zero at first:"
                            + " none may")
            Money ownApprovalUpTo) {}

    @Schema(name = "PaymentSettingsShown")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            Money residualTolerance,
            Money ownApprovalUpTo,

            @Nullable @Schema(description = "Since when; left out while nobody has said anything")
            Instant knownAt,

            @Nullable String actor) {

        static Shown of(Current current) {
            return new Shown(current.residual(), current.ownApproval(), current.knownAt(), current.actor());
        }
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getPaymentSettings", summary = "What is forgiven or approved without a second person")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS_SHOWN)))
    public Uni<Shown> get() {
        return transactions.reading(caller.tenant(), settings::current).map(Shown::of);
    }

    @PUT
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "putPaymentSettings",
            summary = "Say what is forgiven or approved without a second person",
            description = "Who said what and when is kept.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Shown.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS_SHOWN)))
    public Uni<Shown> put(@Valid @NotNull Settings body) {
        var actor = caller.subject();
        return transactions.in(caller.tenant(), tx -> {
            check(body, tx.tenant().currency());
            return settings.change(tx.by(actor), body.residualTolerance(), body.ownApprovalUpTo())
                    .map(Shown::of);
        });
    }

    private static void check(Settings body, Currency currency) {
        var flaws = new ArrayList<Flaw>();
        flaws.addAll(flaws("/residualTolerance", body.residualTolerance(), currency, SmallResiduals.MOST_MINOR));
        flaws.addAll(flaws("/ownApprovalUpTo", body.ownApprovalUpTo(), currency, InvoiceRules.MOST_MINOR));
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
    }

    private static List<Flaw> flaws(String pointer, Money amount, Currency currency, long most) {
        if (!amount.currency().equals(currency)) {
            return List.of(new Flaw(pointer, "currency", "The tenant's currency is " + currency + "."));
        }
        return amount.isNegative() || amount.minor() > most
                ? List.of(new Flaw(pointer, "range", "From 0 to " + most + " minor units."))
                : List.of();
    }
}
