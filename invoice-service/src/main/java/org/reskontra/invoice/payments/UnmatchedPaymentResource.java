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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.invoices.NamedInvoices;
import org.reskontra.invoice.payments.PaymentMatch.Share;
import org.reskontra.invoice.payments.PaymentRow.PaymentState;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.invoice.suggestions.Payers;
import org.reskontra.invoice.wire.Flaws;
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
    private final NamedInvoices invoices;
    private final PaymentDesk desk;
    private final Division division;
    private final Payers payers;

    UnmatchedPaymentResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            PaymentStore payments,
            NamedInvoices invoices,
            PaymentDesk desk,
            Division division,
            Payers payers) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.payments = payments;
        this.invoices = invoices;
        this.desk = desk;
        this.division = division;
        this.payers = payers;
    }

    /** What is sent again is told apart by the payment too. */
    private record Command(UUID payment, PaymentMatch body) {}

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
            summary = "Book a held payment on its invoice, or cut it over several",
            description =
                    "A clerk's decision. The money counts from its day, as if it had come for the invoice. What is"
                            + " cut off becomes a payment of its own; what the shares leave stays held.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = {
                                @ExampleObject(name = "match", value = Examples.MATCH),
                                @ExampleObject(name = "shares", value = Examples.SHARES)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Booked; the same again is answered alike",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class),
                            examples = {
                                @ExampleObject(name = "payment", value = Examples.PAYMENT),
                                @ExampleObject(name = "cut", value = Examples.CUT)
                            }))
    public Uni<Response> match(@PathParam("id") UUID id, @Valid @NotNull PaymentMatch body) {
        var flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
        return commands.post(
                new Command(id, body),
                // the same order as everybody else: payments lock before invoices
                tx -> held(tx, id)
                        .chain(payment -> body.shares() == null
                                ? match(tx, payment, Objects.requireNonNull(body.invoiceId()))
                                : divide(tx, payment, body.shares())));
    }

    private Uni<Answer> match(Tx tx, PaymentRow payment, UUID invoiceId) {
        return switch (payment.state()) {
            case BOOKED -> Uni.createFrom().item(same(payment, invoiceId));
            case REVERSED, REFUNDED -> throw TakeBackDesk.isGone(payment);
            case UNMATCHED ->
                invoices.lock(tx, invoiceId)
                        .chain(invoice -> desk.match(tx, payment, invoice))
                        .map(UnmatchedPaymentResource::answer)
                        .call(() -> payers.learnFrom(tx, List.of(payment.id())));
        };
    }

    private Uni<Answer> divide(Tx tx, PaymentRow payment, List<Share> shares) {
        return payments.parts(tx, payment).chain(parts -> {
            if (isDone(payment, parts, shares)) {
                return Uni.createFrom().item(answer(payment, parts));
            }
            requireHeld(payment, shares);
            return locked(tx, shares)
                    .chain(cuts -> division.divide(tx, payment, cuts))
                    .call(divided -> payers.learnFrom(tx, ids(divided)))
                    .chain(divided -> payments.parts(tx, divided.payment()).map(all -> answer(divided.payment(), all)));
        });
    }

    private static List<UUID> ids(Division.Divided divided) {
        return Stream.concat(Stream.of(divided.payment()), divided.parts().stream())
                .map(PaymentRow::id)
                .toList();
    }

    /** Whether every share is booked just as it is asked for. */
    private static boolean isDone(PaymentRow payment, List<PaymentRow> parts, List<Share> shares) {
        var booked = Stream.concat(Stream.of(payment), parts.stream())
                .filter(piece -> piece.state() == PaymentState.BOOKED)
                .map(piece -> new Share(Objects.requireNonNull(piece.invoiceId()), piece.amount()))
                .collect(Collectors.toSet());
        return booked.containsAll(shares);
    }

    private static void requireHeld(PaymentRow payment, List<Share> shares) {
        if (payment.state() != PaymentState.UNMATCHED) {
            throw Problem.conflict(
                    "payment-not-held", "The payment is not held", "Nothing of it is left on the work list.");
        }
        var left = payment.amount();
        for (var share : shares) {
            if (!share.amount().currency().equals(payment.currency())) {
                throw Problem.refused(
                        "currency-differs", "The currency differs", "The payment is of " + payment.amount() + ".");
            }
            left = left.minus(share.amount());
        }
        if (left.isNegative()) {
            throw Problem.refused(
                    "more-than-the-payment",
                    "The shares are more than the payment",
                    payment.amount() + " of the payment is held.");
        }
    }

    private Uni<List<Division.Cut>> locked(Tx tx, List<Share> shares) {
        var ids = shares.stream().map(Share::invoiceId).toList();
        return invoices.lock(tx, ids)
                .map(named -> shares.stream()
                        .map(share -> new Division.Cut(named.get(share.invoiceId()), share.amount()))
                        .toList());
    }

    private static Answer answer(PaymentRow payment, List<PaymentRow> parts) {
        return Answer.ok(PaymentView.of(payment, parts), payment.version());
    }

    private Uni<PaymentRow> held(Tx tx, UUID id) {
        return payments.lock(tx, new PaymentId(id)).map(row -> {
            if (row == null) {
                throw Problem.notFound("payment", new PaymentId(id));
            }
            return row;
        });
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
