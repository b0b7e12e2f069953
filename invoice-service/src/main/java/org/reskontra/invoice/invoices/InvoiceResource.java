package org.reskontra.invoice.invoices;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.Set;
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
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.invoice.customers.CustomerRow;
import org.reskontra.invoice.customers.CustomerStore;
import org.reskontra.invoice.invoices.InvoiceViews.InvoiceView;
import org.reskontra.invoice.invoices.InvoiceViews.StatementView;
import org.reskontra.invoice.invoices.InvoiceViews.SummaryView;
import org.reskontra.invoice.invoices.Issuing.Outcome;
import org.reskontra.invoice.invoices.Issuing.Ready;
import org.reskontra.invoice.invoicing.Checked;
import org.reskontra.invoice.invoicing.InvoiceDraft;
import org.reskontra.invoice.invoicing.InvoiceRules;
import org.reskontra.invoice.invoicing.Totals;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.wire.Differences;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.FieldError;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;
import org.reskontra.rulebook.Rulebook;

/** Invoices: issued here, looked up here. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
public class InvoiceResource {

    /** What only the service says of an invoice, or says differently once something has happened to it. */
    private static final Set<String> NOT_SENT =
            Set.of("state", "outstanding", "review", "settledOn", "country", "debtorKind");

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final CustomerStore customers;
    private final InvoiceStore invoices;
    private final Issuing issuing;
    private final LedgerStore ledger;
    private final DueWorkRunner work;
    private final ObjectMapper json;

    InvoiceResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            CustomerStore customers,
            InvoiceStore invoices,
            Issuing issuing,
            LedgerStore ledger,
            DueWorkRunner work,
            ObjectMapper json) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.customers = customers;
        this.invoices = invoices;
        this.issuing = issuing;
        this.ledger = ledger;
        this.work = work;
        this.json = json;
    }

    @POST
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "issueInvoice",
            summary = "Issue an invoice",
            description = "It is booked and published in the same moment. A payment that was waiting for its reference"
                    + " is matched right after.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "invoice", value = Examples.NEW_INVOICE)))
    @APIResponse(
            responseCode = "201",
            description = "Issued; 200 when it is there already with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class),
                            examples = @ExampleObject(name = "invoice", value = Examples.INVOICE)))
    public Uni<Response> issue(@Valid @NotNull NewInvoice body) {
        var tenant = caller.tenant();
        return commands.post(body, tx -> known(tx, body)).invoke(() -> work.wake(tenant));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getInvoice", summary = "An invoice, its state and what is still owed on it")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class),
                            examples = @ExampleObject(name = "invoice", value = Examples.INVOICE)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(), tx -> existing(tx, id).map(row -> Etags.ok(InvoiceView.of(row), row.version())));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "listInvoices", summary = "Invoices by due date, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Uni<Page<SummaryView>> list(
            @QueryParam("customerId") @Nullable UUID customer,
            @QueryParam("state") @Nullable InvoiceState state,
            @QueryParam("dueBefore") @Nullable @Parameter(description = "Due before this day") LocalDate dueBefore,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        from.ifPresent(InvoiceResource::requireDate);
        return transactions.reading(
                caller.tenant(),
                tx -> invoices.list(
                                tx,
                                Optional.ofNullable(customer),
                                Optional.ofNullable(state),
                                Optional.ofNullable(dueBefore),
                                from,
                                size + 1)
                        .map(rows -> Page.of(
                                rows, size, row -> new Cursor(row.dueDate().toString(), row.id()), SummaryView::of)));
    }

    @GET
    @Path("/{id}/statement")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "getInvoiceStatement",
            summary = "What is owed on a day, and why",
            description = "Drawn up from the ledger, with the late interest that has accrued to and including the day.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class),
                            examples = @ExampleObject(name = "statement", value = Examples.STATEMENT)))
    public Uni<StatementView> statement(
            @PathParam("id") UUID id,
            @QueryParam("on") @Nullable @Parameter(description = "Today when left out") LocalDate on) {
        return transactions.reading(
                caller.tenant(),
                tx -> existing(tx, id)
                        .chain(row -> ledger.movements(tx, row.invoiceId())
                                .map(movements -> StatementView.of(
                                        id,
                                        Statement.on(
                                                on == null ? tx.today() : on,
                                                Rulebook.standard().pack(row.country()),
                                                row.terms(),
                                                movements)))));
    }

    /** A retry of an invoice whose number the service makes must not take another number. */
    private Uni<Answer> known(Tx tx, NewInvoice body) {
        var ready = customer(tx, body).map(customer -> ready(tx, body, customer));
        if (body.id() == null || body.number() != null) {
            return ready.chain(sound -> issue(tx, body, sound));
        }
        return ready.chain(sound -> invoices.find(tx, new InvoiceId(body.id()))
                .chain(existing -> existing == null
                        ? issue(tx, body, sound)
                        : Uni.createFrom().item(same(tx, body, existing, sound))));
    }

    private Uni<Answer> issue(Tx tx, NewInvoice body, Ready ready) {
        return issuing.issue(tx, List.of(ready))
                .map(List::getFirst)
                .chain(outcome -> outcome.issued()
                        ? Uni.createFrom().item(created(outcome.invoice()))
                        : taken(tx, body, ready, outcome));
    }

    private static Answer created(InvoiceRow row) {
        return Answer.created("/v1/invoices/" + row.id(), InvoiceView.of(row), row.version());
    }

    private Uni<Answer> taken(Tx tx, NewInvoice body, Ready ready, Outcome outcome) {
        var wanted = outcome.invoice();
        return invoices.holders(tx, wanted).map(holders -> {
            var existing =
                    holders.stream().filter(row -> row.id().equals(wanted.id())).findFirst();
            if (existing.isPresent()) {
                return same(tx, body, existing.get(), ready);
            }
            if (holders.stream().anyMatch(row -> row.number().equals(wanted.number()))) {
                throw Problem.conflict(
                        "invoice-number-taken",
                        "The invoice number is taken",
                        List.of(new FieldError("/number", "taken", "Another invoice has this number.")));
            }
            throw Problem.conflict(
                    "payment-reference-taken",
                    "The payment reference is taken",
                    List.of(new FieldError("/paymentReference", "taken", "Another invoice is paid with this.")));
        });
    }

    private Answer same(Tx tx, NewInvoice body, InvoiceRow existing, Ready ready) {
        var wanted = InvoiceRow.issued(
                existing.id(),
                tx.tenantId(),
                body.number() == null ? existing.number() : body.number(),
                body.paymentReference() == null ? existing.paymentReference() : body.paymentReference(),
                ready.customer(),
                ready.draft(),
                ready.totals());
        Differences.between(json, InvoiceView.of(existing), InvoiceView.of(wanted), NOT_SENT)
                .refuse("invoice-differs", "There is another invoice with this id");
        return Answer.ok(InvoiceView.of(existing), existing.version());
    }

    private Uni<CustomerRow> customer(Tx tx, NewInvoice body) {
        return customers.find(tx, new CustomerId(body.customerId())).map(customer -> {
            if (customer == null) {
                throw Problem.refused(
                        "customer-unknown",
                        "No such customer",
                        List.of(new FieldError("/customerId", "unknown", "Enter the customer first.")));
            }
            return customer;
        });
    }

    private static Ready ready(Tx tx, NewInvoice body, CustomerRow customer) {
        if (!body.saysWhenDue()) {
            throw Problem.invalid("/dueDate", "one-of", "Give dueDate or paymentTerms, and not both.");
        }
        var draft = body.draft(tx.tenant().currency());
        var totals = totals(tx, customer, draft);
        return new Ready(body.id() == null ? Ids.next() : body.id(), customer, draft, totals);
    }

    private static Totals totals(Tx tx, CustomerRow customer, InvoiceDraft draft) {
        return switch (InvoiceRules.check(Rulebook.standard(), customer.country(), tx.today(), draft)) {
            case Checked.Issuable(var totals) -> totals;
            case Checked.Malformed(var flaws) ->
                throw Problem.invalid(flaws.stream()
                        .map(flaw -> new FieldError(flaw.pointer(), flaw.code(), flaw.detail()))
                        .toList());
            case Checked.Refused(var why, var detail) ->
                throw Problem.refused(Codes.of(why), "The invoice cannot be issued", detail);
        };
    }

    private Uni<InvoiceRow> existing(Tx tx, UUID id) {
        return invoices.find(tx, new InvoiceId(id)).map(row -> {
            if (row == null) {
                throw Problem.notFound("invoice", new InvoiceId(id));
            }
            return row;
        });
    }

    private static void requireDate(Cursor cursor) {
        try {
            LocalDate.parse(cursor.sortKey());
        } catch (DateTimeException _) {
            throw Problem.invalid("after", "cursor", "Pass the `next` of the page before, unchanged.");
        }
    }
}
