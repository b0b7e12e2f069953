package org.reskontra.invoice.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.flaws.Notes;
import org.reskontra.invoice.payments.OverpaymentStore.Overpayment;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.invoice.wire.DecisionBody;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Money that was paid beyond a claim and waits for a decision: it stays, moves to another invoice, or goes back. */
@Path("/v1/overpayments")
@Tag(name = "Overpayments")
public class OverpaymentResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final OverpaymentDesk desk;
    private final OverpaymentStore overpayments;

    OverpaymentResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            OverpaymentDesk desk,
            OverpaymentStore overpayments) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.overpayments = overpayments;
    }

    /** Where it goes. */
    @Schema(name = "MoveOverpayment")
    public record Move(
            @NotNull UUID invoiceId,

            @Nullable @Schema(description = "As much as the invoice takes when left out")
            Money amount) {}

    /** What is sent again is told apart by the payment too. */
    private record KeepCommand(UUID payment, @Nullable String note) {}

    private record MoveCommand(
            UUID payment, UUID invoiceId, @Nullable Money amount) {}

    @Schema(name = "Overpayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverpaymentView(
            UUID paymentId,

            @Schema(description = "The invoice it is too much for")
            UUID invoiceId,

            String invoiceNumber,
            UUID customerId,
            Money held,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable String payer,

            @Nullable @Schema(description = "Stays by decision")
            KeptView kept) {

        static OverpaymentView of(Overpayment row) {
            return new OverpaymentView(
                    row.id(),
                    row.invoiceId(),
                    row.number(),
                    row.customerId(),
                    new Money(row.excessMinor(), row.currency()),
                    row.valueDate(),
                    row.bookingDate(),
                    row.payer(),
                    row.kept() ? new KeptView(row.note(), row.actor(), row.knownAt()) : null);
        }
    }

    @Schema(name = "KeptOnAccount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeptView(
            @Nullable String note,
            @Nullable String actor,
            @Nullable Instant knownAt) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listOverpayments",
            summary = "What is held beyond claims and waits for a decision, oldest first, a page at a time",
            description = "`kept=true` shows what stays on account by decision instead.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.OVERPAID_PAGE)))
    public Uni<Page<OverpaymentView>> list(
            @QueryParam("kept") @DefaultValue("false") boolean kept,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        from.ifPresent(cursor -> Filters.day("after", cursor.sortKey()));
        return transactions.reading(
                caller.tenant(),
                tx -> overpayments
                        .list(tx, kept, from, size + 1)
                        .map(rows -> Page.of(
                                rows,
                                size,
                                row -> new Cursor(row.bookingDate().toString(), row.id()),
                                OverpaymentView::of)));
    }

    @POST
    @Path("/{paymentId}/keep")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "keepOverpayment",
            summary = "Leave an overpayment on the customer's account",
            description = "It leaves the list until more is held of the payment. It can still be moved or paid back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "keep", value = Examples.KEEP)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OverpaymentView.class),
                            examples = @ExampleObject(name = "kept", value = Examples.KEPT)))
    public Uni<Response> keep(@PathParam("paymentId") UUID payment, @Valid @Nullable DecisionBody body) {
        var note = DecisionBody.note(body, Notes::line);
        return commands.post(
                new KeepCommand(payment, note),
                tx -> desk.keep(tx, payment, note).map(row -> Answer.ok(OverpaymentView.of(row), null)));
    }

    @POST
    @Path("/{paymentId}/move")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "moveOverpayment",
            summary = "Book an overpayment on another invoice of the customer",
            description = "It becomes a payment of its own, which counts from the day on which the money counted.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "move", value = Examples.MATCH)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.MOVED)))
    public Uni<Response> move(@PathParam("paymentId") UUID payment, @Valid @NotNull Move body) {
        if (body.amount() != null && !body.amount().isPositive()) {
            throw Problem.invalid("/amount", "not-positive", "Move more than nothing.");
        }
        return commands.post(
                new MoveCommand(payment, body.invoiceId(), body.amount()),
                tx -> desk.move(tx, payment, body.invoiceId(), body.amount())
                        .map(row -> Answer.created("/v1/payments/" + row.id(), PaymentView.of(row), row.version())));
    }
}
