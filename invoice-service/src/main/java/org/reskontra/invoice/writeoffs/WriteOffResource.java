package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.flaws.Notes;
import org.reskontra.invoice.wire.DecisionBody;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** What was proposed to be given up, and what became of it. */
@Path(WriteOffResource.PATH)
@Tag(name = "Write-offs")
public class WriteOffResource {

    static final String PATH = "/v1/write-offs";

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final WriteOffDesk desk;
    private final WriteOffStore writeOffs;

    WriteOffResource(
            Commands commands, Transactions transactions, Caller caller, WriteOffDesk desk, WriteOffStore writeOffs) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.writeOffs = writeOffs;
    }

    /** What is sent again is told apart by the write-off too. */
    private record Command(UUID writeOff, @Nullable String note) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "listWriteOffs", summary = "Write-offs, oldest first, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Uni<Page<WriteOffView>> list(
            @QueryParam("state") @Nullable @Parameter(schema = @Schema(implementation = WriteOffState.class))
                    String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var wanted = Filters.read("state", state, WriteOffState::valueOf);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> writeOffs
                        .list(tx, wanted, from, size + 1)
                        .map(rows -> Page.of(rows, size, row -> new Cursor("", row.id()), WriteOffView::of)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getWriteOff", summary = "A write-off and what became of it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WriteOffView.class),
                            examples = @ExampleObject(name = "booked", value = Examples.BOOKED)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> writeOffs.find(tx, new WriteOffId(id)).map(row -> {
                    if (row == null) {
                        throw Problem.notFound("write-off", new WriteOffId(id));
                    }
                    return Etags.ok(WriteOffView.of(row), row.version());
                }));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "approveWriteOff",
            summary = "Book a write-off that somebody else has proposed",
            description =
                    "It counts for the tenant's day. Who proposed it is refused with `same-person`, unless the amount is"
                            + " within the limit of the payment settings. Money that comes afterwards covers what is"
                            + " still owed first and then takes the place of what was given up.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "approval", value = "{}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WriteOffView.class),
                            examples = @ExampleObject(name = "booked", value = Examples.BOOKED)))
    public Uni<Response> approve(@PathParam("id") UUID id, @Valid @Nullable DecisionBody body) {
        var note = DecisionBody.note(body, Notes::lines);
        return commands.post(
                new Command(id, note),
                tx -> desk.approve(tx, new WriteOffId(id), note).map(WriteOffResource::answer));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "rejectWriteOff",
            summary = "Lay a proposed write-off aside",
            description = "Whoever proposed it may do so too.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "rejection", value = Examples.DECISION)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WriteOffView.class),
                            examples = @ExampleObject(name = "rejected", value = Examples.REJECTED)))
    public Uni<Response> reject(@PathParam("id") UUID id, @Valid @Nullable DecisionBody body) {
        var note = DecisionBody.note(body, Notes::lines);
        return commands.post(
                new Command(id, note),
                tx -> desk.reject(tx, new WriteOffId(id), note).map(WriteOffResource::answer));
    }

    private static Answer answer(WriteOffRow row) {
        return Answer.ok(WriteOffView.of(row), row.version());
    }
}
