package org.reskontra.invoice.refunds;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.reskontra.invoice.flaws.Notes;
import org.reskontra.invoice.wire.DecisionBody;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Held money that goes back to who paid it: one clerk proposes, another approves, and a file tells the bank. */
@Path(RefundResource.PATH)
@Tag(name = "Refunds")
public class RefundResource {

    static final String PATH = "/v1/refunds";

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final RefundDesk desk;
    private final RefundStore refunds;

    RefundResource(Commands commands, Transactions transactions, Caller caller, RefundDesk desk, RefundStore refunds) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.refunds = refunds;
    }

    /** What is sent again is told apart by the refund too. */
    private record Command(UUID refund, @Nullable String note) {}

    @POST
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "proposeRefund",
            summary = "Propose to pay back what is held of a payment",
            description =
                    "The excess of a payment that is on an invoice, or the whole of one that is on none. Nothing is set"
                            + " aside: if the money goes elsewhere before the file is made, the refund lapses.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "refund", value = Examples.NEW)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "proposed", value = Examples.PROPOSED)))
    public Uni<Response> propose(@Valid @NotNull NewRefund body) {
        var flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
        return commands.post(
                body,
                tx -> desk.propose(tx, body)
                        .map(row -> Answer.created(PATH + "/" + row.id(), RefundView.of(row), row.version())));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "listRefunds", summary = "Refunds, oldest first, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Uni<Page<RefundView>> list(
            @QueryParam("state") @Nullable @Parameter(schema = @Schema(implementation = RefundState.class))
                    String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var wanted = Filters.read("state", state, RefundState::valueOf);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> refunds.list(tx, wanted, from, size + 1)
                        .map(rows -> Page.of(rows, size, row -> new Cursor("", row.id()), RefundView::of)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getRefund", summary = "A refund and what became of it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "approved", value = Examples.APPROVED)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> refunds.find(tx, new RefundId(id)).map(row -> {
                    if (row == null) {
                        throw Problem.notFound("refund", new RefundId(id));
                    }
                    return Etags.ok(RefundView.of(row), row.version());
                }));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "approveRefund",
            summary = "Let a refund that somebody else has proposed go with the next file",
            description = "Who proposed it is refused with `same-person`.")
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
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "approved", value = Examples.APPROVED)))
    public Uni<Response> approve(@PathParam("id") UUID id, @Valid @Nullable DecisionBody body) {
        var note = DecisionBody.note(body, Notes::line);
        return commands.post(
                new Command(id, note),
                tx -> desk.approve(tx, new RefundId(id), note).map(RefundResource::answer));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "rejectRefund",
            summary = "Lay a refund aside that is in no file yet",
            description = "Approved ones too, and whoever proposed it may do so.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "rejection", value = "{}")))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "rejected", value = Examples.REJECTED)))
    public Uni<Response> reject(@PathParam("id") UUID id, @Valid @Nullable DecisionBody body) {
        var note = DecisionBody.note(body, Notes::line);
        return commands.post(
                new Command(id, note),
                tx -> desk.reject(tx, new RefundId(id), note).map(RefundResource::answer));
    }

    private static Answer answer(RefundRow row) {
        return Answer.ok(RefundView.of(row), row.version());
    }
}
