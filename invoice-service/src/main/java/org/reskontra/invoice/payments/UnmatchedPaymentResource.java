package org.reskontra.invoice.payments;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** The work list: money that is held because nothing says for sure which invoice it is for. */
@Path("/v1/unmatched-payments")
@Tag(name = "Payments")
public class UnmatchedPaymentResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final PaymentDesk desk;

    UnmatchedPaymentResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            PaymentStore payments,
            InvoiceStore invoices,
            PaymentDesk desk) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.payments = payments;
        this.invoices = invoices;
        this.desk = desk;
    }

    /** Which invoice a payment is for. */
    @Schema(name = "PaymentMatch")
    public record Matched(@NotNull UUID invoiceId) {}

    /** What is sent again is told apart by the payment too. */
    private record Command(UUID payment, UUID invoiceId) {}

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listUnmatchedPayments",
            summary = "Payments that wait for an invoice or a clerk, oldest first, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.HELD_PAGE)))
    public Uni<Page<PaymentView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        from.ifPresent(UnmatchedPaymentResource::requireDate);
        return transactions.reading(
                caller.tenant(),
                tx -> payments.unmatched(tx, from, size + 1)
                        .map(rows -> Page.of(
                                rows,
                                size,
                                row -> new Cursor(row.bookingDate().toString(), row.id()),
                                PaymentView::of)));
    }

    @POST
    @Path("/{id}/match")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "matchPayment",
            summary = "Book a held payment on an invoice",
            description = "A clerk's decision. The money counts from its day, as if it had come for the invoice.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "match", value = Examples.MATCH)))
    @APIResponse(
            responseCode = "200",
            description = "Booked; the same again is answered alike",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = @ExampleObject(name = "payment", value = Examples.PAYMENT)))
    public Uni<Response> match(@PathParam("id") UUID id, @Valid @NotNull Matched body) {
        return commands.post(
                new Command(id, body.invoiceId()),
                // the same order as everybody else: payments lock before invoices
                tx -> held(tx, id).chain(payment -> switch (payment.state()) {
                    case BOOKED -> Uni.createFrom().item(same(payment, body.invoiceId()));
                    case REVERSED, REFUNDED -> throw TakeBackDesk.isGone(payment);
                    case UNMATCHED ->
                        invoice(tx, body.invoiceId())
                                .chain(invoice -> desk.match(tx, payment, invoice))
                                .map(UnmatchedPaymentResource::answer);
                }));
    }

    private Uni<PaymentRow> held(Tx tx, UUID id) {
        return payments.lock(tx, new PaymentId(id)).map(row -> {
            if (row == null) {
                throw Problem.notFound("payment", new PaymentId(id));
            }
            return row;
        });
    }

    private Uni<InvoiceRow> invoice(Tx tx, UUID id) {
        return invoices.lock(tx, List.of(id))
                .map(rows ->
                        rows.stream().findFirst().orElseThrow(() -> Problem.notFound("invoice", new InvoiceId(id))));
    }

    private static Answer same(PaymentRow payment, UUID invoice) {
        if (!invoice.equals(payment.invoiceId())) {
            throw Problem.conflict(
                    "payment-booked", "The payment is booked", "It is on invoice " + payment.invoiceId() + " already.");
        }
        return Answer.ok(PaymentView.of(payment), payment.version());
    }

    private static Answer answer(PaymentDesk.Taken taken) {
        return switch (taken) {
            case PaymentDesk.Taken.In(var row) -> Answer.ok(PaymentView.of(row), row.version());
            case PaymentDesk.Taken.Refused(var row, var why) -> throw PaymentIntake.refused(row, why);
        };
    }

    private static void requireDate(Cursor cursor) {
        try {
            LocalDate.parse(cursor.sortKey());
        } catch (DateTimeException _) {
            throw Problem.invalid("after", "cursor", "Pass the `next` of the page before, unchanged.");
        }
    }
}
