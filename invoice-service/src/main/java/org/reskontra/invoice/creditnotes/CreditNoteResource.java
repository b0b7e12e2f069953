package org.reskontra.invoice.creditnotes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Credit notes, whichever invoice they change. */
@Path(CreditNoteResource.PATH)
@Tag(name = "Credit notes")
public class CreditNoteResource {

    static final String PATH = "/v1/credit-notes";

    private final Transactions transactions;
    private final Caller caller;
    private final CreditNoteStore notes;

    CreditNoteResource(Transactions transactions, Caller caller, CreditNoteStore notes) {
        this.transactions = transactions;
        this.caller = caller;
        this.notes = notes;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getCreditNote", summary = "A credit note, and the invoice it changes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditNoteView.class),
                            examples = @ExampleObject(name = "part", value = Examples.CREDIT_NOTE)))
    public Uni<CreditNoteView> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> notes.find(tx, new CreditNoteId(id)).map(row -> {
                    if (row == null) {
                        throw Problem.notFound("credit-note", new CreditNoteId(id));
                    }
                    return CreditNoteView.of(row);
                }));
    }
}
