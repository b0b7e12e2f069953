package org.reskontra.invoice.invoices;

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
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.invoices.InvoiceViews.InvoiceView;
import org.reskontra.invoice.invoices.InvoiceViews.SummaryView;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Gathering;
import org.reskontra.kit.rest.Gatherings;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Invoices: issued here, looked up here. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
public class InvoiceResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final InvoiceStore invoices;
    private final Gathering<NewInvoice> issuing;
    private final DueWorkRunner work;

    InvoiceResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            InvoiceStore invoices,
            IssueInvoice issuing,
            Gatherings gatherings,
            DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.invoices = invoices;
        this.issuing = gatherings.of(issuing);
        this.work = work;
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
        // A payment may be waiting for it, and its due date may have passed.
        return commands.post(body, issuing).invoke(() -> work.wake(tenant));
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
            @QueryParam("customerId") @Nullable @Parameter(schema = @Schema(implementation = UUID.class))
                    String customer,
            @QueryParam("state") @Nullable @Parameter(schema = @Schema(implementation = InvoiceState.class))
                    String state,
            @QueryParam("dueBefore")
                    @Nullable
                    @Parameter(description = "Due before this day", schema = @Schema(implementation = LocalDate.class))
                    String dueBefore,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        from.ifPresent(InvoiceResource::requireDate);
        var ofCustomer = Filters.read("customerId", customer, UUID::fromString);
        var inState = Filters.read("state", state, InvoiceState::valueOf);
        var before = Filters.day("dueBefore", dueBefore);
        return transactions.reading(
                caller.tenant(),
                tx -> invoices.list(tx, ofCustomer, inState, before, from, size + 1)
                        .map(rows -> Page.of(
                                rows, size, row -> new Cursor(row.dueDate().toString(), row.id()), SummaryView::of)));
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
