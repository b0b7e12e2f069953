package org.reskontra.invoice.payments;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.InvoiceEvent.ReversalReason;
import org.reskontra.contracts.InvoiceEvent.UnmatchReason;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Payments that leave their invoices again. */
@Path("/v1/payments")
@Tag(name = "Payments")
public class TakeBackResource {

    private final Commands commands;
    private final Caller caller;
    private final TakeBackDesk desk;
    private final DueWorkRunner work;

    TakeBackResource(Commands commands, Caller caller, TakeBackDesk desk, DueWorkRunner work) {
        this.commands = commands;
        this.caller = caller;
        this.desk = desk;
        this.work = work;
    }

    /** That the bank took a payment back. */
    @Schema(name = "PaymentReversal")
    public record Reversal(
            @NotNull ReversalReason reason,

            @NotNull
            @Schema(
                    description =
                            "The day the money left the creditor's account: not before the payment's booking date,"
                                    + " at most 5 days ahead of the tenant's date")
            LocalDate reversedOn) {}

    /** Why a payment is not for the invoice it is on. */
    @Schema(name = "PaymentUnmatch")
    public record Unmatch(@NotNull UnmatchReason reason) {}

    @POST
    @Path("/{id}/reversal")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "reversePayment",
            summary = "The bank took a payment back",
            description =
                    "The invoice is owed as if the payment had never come: interest and fees of the days since are"
                            + " reckoned anew, other payments cover what is owed without it, and a settled invoice is"
                            + " open again, in collection if it was handed over. A payment that is held can be reversed"
                            + " too. What was held of it beyond the claim must still be held.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "reversal", value = Examples.REVERSAL)))
    @APIResponse(
            responseCode = "200",
            description = "Reversed; the same again is answered alike",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.REVERSED)))
    public Uni<Response> reverse(@PathParam("id") UUID id, @Valid @NotNull Reversal body) {
        return answered(
                body,
                tx -> desk.lock(tx, new PaymentId(id)).chain(payment -> switch (payment.state()) {
                    case REVERSED -> Uni.createFrom().item(same(payment, body));
                    case REFUNDED -> throw TakeBackDesk.isGone(payment);
                    case BOOKED, UNMATCHED -> {
                        check(tx, payment, body.reversedOn());
                        yield desk.reverse(tx, payment, body.reason(), body.reversedOn());
                    }
                }));
    }

    @POST
    @Path("/{id}/unmatch")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "unmatchPayment",
            summary = "A payment is not for the invoice it is on",
            description = "The invoice is owed as if the payment had never come. The money is held for the customer and"
                    + " stands on the work list; it finds no invoice by itself again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "unmatch", value = Examples.UNMATCH)))
    @APIResponse(
            responseCode = "200",
            description = "Held; one that is held already is answered as it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.HELD)))
    public Uni<Response> unmatch(@PathParam("id") UUID id, @Valid @NotNull Unmatch body) {
        return answered(
                body,
                tx -> desk.lock(tx, new PaymentId(id)).chain(payment -> switch (payment.state()) {
                    case REVERSED, REFUNDED -> throw TakeBackDesk.isGone(payment);
                    case UNMATCHED -> Uni.createFrom().item(payment);
                    case BOOKED -> desk.unmatch(tx, payment, body.reason());
                }));
    }

    private Uni<Response> answered(Object body, Function<Tx, Uni<PaymentRow>> done) {
        var tenant = caller.tenant();
        // An invoice that is owed again may be past its due date.
        return commands.post(body, tx -> done.apply(tx).map(row -> Answer.ok(PaymentView.of(row), row.version())))
                .invoke(() -> work.wake(tenant));
    }

    private static void check(Tx tx, PaymentRow payment, LocalDate on) {
        var latest = PaymentIntake.latestBooking(tx);
        if (on.isBefore(payment.bookingDate())) {
            throw Problem.refused(
                    "reversed-before-booked",
                    "The payment was not there yet",
                    "It was booked on " + payment.bookingDate() + " and cannot leave on " + on + ".");
        }
        if (on.isAfter(latest)) {
            throw Problem.refused(
                    "booked-too-far-ahead",
                    "The booking date is too far ahead",
                    "On " + tx.today() + " the latest possible date is " + latest + ".");
        }
    }

    private static PaymentRow same(PaymentRow payment, Reversal body) {
        var differences = new ArrayList<FieldError>();
        if (body.reason() != payment.reversalReason()) {
            differences.add(
                    new FieldError("/reason", "differs", "It was reversed as " + payment.reversalReason() + "."));
        }
        if (!body.reversedOn().equals(payment.reversedOn())) {
            differences.add(
                    new FieldError("/reversedOn", "differs", "It was reversed on " + payment.reversedOn() + "."));
        }
        if (!differences.isEmpty()) {
            throw Problem.conflict("reversal-differs", "The payment was reversed otherwise", differences);
        }
        return payment;
    }
}
