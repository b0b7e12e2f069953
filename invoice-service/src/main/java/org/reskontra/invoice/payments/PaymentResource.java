package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.payments.PaymentIntake.Outcome;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Money that came in. */
@Path("/v1/payments")
@Tag(name = "Payments")
public class PaymentResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final PaymentIntake intake;
    private final PaymentStore payments;
    private final DueWorkRunner work;

    PaymentResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            PaymentIntake intake,
            PaymentStore payments,
            DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.intake = intake;
        this.payments = payments;
        this.work = work;
    }

    @POST
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "bookPayment",
            summary = "Book money that came in",
            description =
                    "Money counts from its value date, or from its booking date if that is earlier, however late it"
                            + " is told. Late interest to that day is posted first; then the money covers the parts"
                            + " of the claim in the order of its law. What is beyond the claim is held for the"
                            + " customer. What was posted meanwhile and would not have been is withdrawn.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "payment", value = Examples.NEW_PAYMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Booked, or kept UNMATCHED; 200 when it is there already with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.PAYMENT)))
    public Uni<Response> book(@Valid @NotNull NewPayment body) {
        check(body);
        var tenant = caller.tenant();
        // Its invoice may have come in the same moment.
        return commands.post(body, tx -> intake.take(tx, List.of(body)).map(outcomes -> answer(outcomes.getFirst())))
                .invoke(() -> work.wake(tenant));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getPayment", summary = "A payment and what it covered")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.PAYMENT)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> payments.find(tx, new PaymentId(id)).chain(row -> {
                    if (row == null) {
                        throw Problem.notFound("payment", new PaymentId(id));
                    }
                    return payments.parts(tx, row).map(parts -> Etags.ok(PaymentView.of(row, parts), row.version()));
                }));
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var row) ->
                Answer.created("/v1/payments/" + row.id(), PaymentView.of(row), row.version());
            case Outcome.Known(var row) -> Answer.ok(PaymentView.of(row), row.version());
            case Outcome.Refused(var why) -> throw why;
        };
    }

    private static void check(NewPayment body) {
        var flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
    }
}
