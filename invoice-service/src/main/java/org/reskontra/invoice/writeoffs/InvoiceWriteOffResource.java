package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Roles;

/** Proposals to give up what is owed on an invoice. */
@Path("/v1/invoices/{id}/write-offs")
@Tag(name = "Write-offs")
public class InvoiceWriteOffResource {

    private final Commands commands;
    private final WriteOffDesk desk;

    InvoiceWriteOffResource(Commands commands, WriteOffDesk desk) {
        this.commands = commands;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "proposeWriteOff",
            summary = "Propose to give up what is owed on an invoice",
            description = "Nothing is booked before somebody approves it. One proposal for an invoice waits at a time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "bankrupt", value = Examples.NEW)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WriteOffView.class),
                            examples = @ExampleObject(name = "proposed", value = Examples.PROPOSED)))
    public Uni<Response> propose(@PathParam("id") UUID id, @Valid @NotNull NewWriteOff body) {
        var flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
        return commands.post(
                body,
                tx -> desk.propose(tx, id, body)
                        .map(row -> Answer.created(
                                WriteOffResource.PATH + "/" + row.id(), WriteOffView.of(row), row.version())));
    }
}
