package org.reskontra.invoice.payments;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.invoicing.PaymentReferences;
import org.reskontra.invoice.payments.PaymentViews.NewPayment;
import org.reskontra.invoice.payments.PaymentViews.PaymentView;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Money that came in. */
@Path("/v1/payments")
@Tag(name = "Payments")
public class PaymentResource {

    /** A payment may be booked at most this many days after the tenant's date. */
    private static final int DAYS_AHEAD = 5;

    private static final int LONGEST_REFERENCE = 35;

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final PaymentDesk desk;
    private final PaymentStore payments;
    private final InvoiceStore invoices;
    private final DueWorkRunner work;
    private final ObjectMapper json;

    PaymentResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            PaymentDesk desk,
            PaymentStore payments,
            InvoiceStore invoices,
            DueWorkRunner work,
            ObjectMapper json) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.payments = payments;
        this.invoices = invoices;
        this.work = work;
        this.json = json;
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
        return commands.post(body, tx -> book(tx, body)).invoke(() -> work.wake(tenant));
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
                tx -> payments.find(tx, new PaymentId(id)).map(row -> {
                    if (row == null) {
                        throw Problem.notFound("payment", new PaymentId(id));
                    }
                    return Etags.ok(PaymentView.of(row), row.version());
                }));
    }

    private Uni<Answer> book(Tx tx, NewPayment body) {
        if (body.bookingDate().isAfter(tx.today().plusDays(DAYS_AHEAD))) {
            throw Problem.refused(
                    "booked-too-far-ahead",
                    "The booking date is too far ahead",
                    "Booked on " + body.bookingDate() + "; on " + tx.today() + " the latest possible date is "
                            + tx.today().plusDays(DAYS_AHEAD) + ".");
        }
        var payment = PaymentRow.unmatched(
                body.id() == null ? Ids.next() : body.id(),
                tx.tenantId(),
                body.reference() == null ? null : PaymentReferences.normalised(body.reference()),
                body.amount(),
                Objects.requireNonNullElse(body.valueDate(), body.bookingDate()),
                body.bookingDate(),
                body.payer());
        if (body.id() == null) {
            return take(tx, payment, body);
        }
        return payments.find(tx, new PaymentId(body.id()))
                .chain(existing -> existing == null
                        ? take(tx, payment, body)
                        : Uni.createFrom().item(same(existing, payment, body)));
    }

    private Uni<Answer> take(Tx tx, PaymentRow payment, NewPayment body) {
        return invoice(tx, body, payment)
                .chain(invoice -> desk.take(tx, payment, invoice))
                .map(row -> {
                    if (row == null) {
                        // two calls with one id at the same time: undo this one
                        throw Problem.conflict(
                                "payment-under-way", "The payment is under way", "Another call books it; ask again.");
                    }
                    return Answer.created("/v1/payments/" + row.id(), PaymentView.of(row), row.version());
                });
    }

    private Uni<@Nullable InvoiceRow> invoice(Tx tx, NewPayment body, PaymentRow payment) {
        if (payment.reference() != null) {
            return invoices.lockByReference(tx, payment.reference());
        }
        var id = Objects.requireNonNull(body.invoiceId());
        return invoices.lock(tx, List.of(id)).map(found -> {
            if (found.isEmpty()) {
                throw Problem.notFound("invoice", new InvoiceId(id));
            }
            return found.getFirst();
        });
    }

    private Answer same(PaymentRow existing, PaymentRow wanted, NewPayment body) {
        var ignored = new HashSet<>(List.of("state", "allocation", "excess"));
        if (body.invoiceId() == null) {
            ignored.add("invoiceId");
        }
        var sent = PaymentView.of(wanted);
        Differences.between(
                        json,
                        PaymentView.of(existing),
                        new PaymentView(
                                sent.id(),
                                sent.reference(),
                                body.invoiceId(),
                                sent.amount(),
                                sent.valueDate(),
                                sent.bookingDate(),
                                sent.payer(),
                                sent.state(),
                                null,
                                null),
                        ignored)
                .refuse("payment-differs", "There is another payment with this id");
        return Answer.ok(PaymentView.of(existing), existing.version());
    }

    private static void check(NewPayment body) {
        var errors = new ArrayList<FieldError>();
        if ((body.reference() == null) == (body.invoiceId() == null)) {
            errors.add(new FieldError("/reference", "one-of", "Give reference or invoiceId, and not both."));
        }
        if (body.reference() != null) {
            var reference = PaymentReferences.normalised(body.reference());
            if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE || Flaw.holdsControlSigns(reference)) {
                errors.add(new FieldError("/reference", "length", "A reference has 1 to 35 signs."));
            }
        }
        if (!body.amount().isPositive()) {
            errors.add(new FieldError("/amount", "not-positive", "A payment is more than nothing."));
        }
        if (body.amount().minor() > InvoiceRules.MOST_MINOR) {
            errors.add(new FieldError("/amount", "amount-too-large", "No invoice comes to so much."));
        }
        if (Flaw.isOffTheCalendar(body.bookingDate())
                || (body.valueDate() != null && Flaw.isOffTheCalendar(body.valueDate()))) {
            errors.add(new FieldError("/bookingDate", "off-the-calendar", "Dates lie in the years 1900 to 2999."));
        }
        if (body.payer() != null && Flaw.holdsControlSigns(body.payer())) {
            errors.add(new FieldError("/payer", "control-signs", "A name has no control signs."));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
