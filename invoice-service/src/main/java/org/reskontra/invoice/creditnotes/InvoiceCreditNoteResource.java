package org.reskontra.invoice.creditnotes;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.invoices.InvoiceStore;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Credit notes of an invoice. */
@Path("/v1/invoices/{id}/credit-notes")
@Tag(name = "Credit notes")
public class InvoiceCreditNoteResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final CreditNoteDesk desk;
    private final CreditNoteStore notes;
    private final InvoiceStore invoices;
    private final DueWorkRunner work;

    InvoiceCreditNoteResource(
            Commands commands,
            Transactions transactions,
            Caller caller,
            CreditNoteDesk desk,
            CreditNoteStore notes,
            InvoiceStore invoices,
            DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.notes = notes;
        this.invoices = invoices;
        this.work = work;
    }

    @POST
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "issueCreditNote",
            summary = "Credit an invoice, or part of it",
            description =
                    "What is credited was never owed: late interest on it lapses, and so does the fee of a reminder"
                            + " that would not have gone out. Money that is too much then is held for the customer. A credit"
                            + " note is never taken back; what was credited by mistake is invoiced anew.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = {
                                @ExampleObject(name = "all", value = Examples.ALL),
                                @ExampleObject(name = "amount", value = Examples.AMOUNT),
                                @ExampleObject(name = "lines", value = Examples.LINES)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Numbered, booked and published in one moment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditNoteView.class),
                            examples = @ExampleObject(name = "part", value = Examples.CREDIT_NOTE)))
    public Uni<Response> issue(@PathParam("id") UUID id, @Valid @NotNull NewCreditNote body) {
        var flaws = body.flaws();
        if (!flaws.isEmpty()) {
            throw Flaws.problem(flaws);
        }
        var tenant = caller.tenant();
        return commands.post(
                        body,
                        tx -> desk.issue(tx, id, body)
                                .map(row -> Answer.created(
                                        CreditNoteResource.PATH + "/" + row.id(), CreditNoteView.of(row), null)))
                .invoke(() -> work.wake(tenant)); // its postings are to be sealed
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "listCreditNotes", summary = "Credit notes of an invoice, oldest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Uni<Page<CreditNoteView>> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> invoices.find(tx, new InvoiceId(id))
                        .invoke(invoice -> {
                            if (invoice == null) {
                                throw Problem.notFound("invoice", new InvoiceId(id));
                            }
                        })
                        .chain(() -> notes.of(tx, id, from, size + 1))
                        .map(rows -> Page.of(rows, size, row -> new Cursor("", row.id()), CreditNoteView::of)));
    }
}
