package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Roles;

/** What a tenant allows in files of the bank. */
@Path("/v1/bank-file-settings")
@Tag(name = "Payments")
public class BankFileSettingsResource {

    private final BankFileSettings settings;
    private final Transactions transactions;
    private final Caller caller;

    BankFileSettingsResource(BankFileSettings settings, Transactions transactions, Caller caller) {
        this.settings = settings;
        this.transactions = transactions;
        this.caller = caller;
    }

    @Schema(name = "BankFileSettings")
    public record Settings(
            @NotNull @Schema(description = "Whether camt.052 is booked before the day's statement; false at first")
            Boolean intradayBooking) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getBankFileSettings", summary = "What is allowed in files of the bank")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Settings.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    public Uni<Settings> get() {
        return transactions.reading(caller.tenant(), tx -> settings.intraday(tx).map(Settings::new));
    }

    @PUT
    @RolesAllowed(Roles.CLERK)
    @Operation(operationId = "putBankFileSettings", summary = "Allow or forbid something in files of the bank")
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
                            schema = @Schema(implementation = Settings.class),
                            examples = @ExampleObject(name = "settings", value = Examples.SETTINGS)))
    public Uni<Settings> put(@Valid @NotNull Settings body) {
        return transactions.in(
                caller.tenant(),
                tx -> settings.allowIntraday(tx, body.intradayBooking()).replaceWith(body));
    }
}
