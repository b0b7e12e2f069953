package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.dunning.channels.LetterBodies.LetterPage;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** The letters of a case. */
@Path("/v1/dunning-cases/{invoiceId}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class CaseLettersResource {

    private final Transactions transactions;
    private final Caller caller;
    private final LetterQueue letters;
    private final CaseHandler cases;
    private final EmailChannel email;

    CaseLettersResource(
            Transactions transactions, Caller caller, LetterQueue letters, CaseHandler cases, EmailChannel email) {
        this.transactions = transactions;
        this.caller = caller;
        this.letters = letters;
        this.cases = cases;
        this.email = email;
    }

    @GET
    @Operation(operationId = "listLettersOfCase", summary = "The letters of one case, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LetterPage.class),
                            examples = @ExampleObject(name = "one reminder", value = LetterExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "There is no case of this invoice")
    public Uni<LetterPage> ofCase(
            @Parameter(example = LetterExamples.INVOICE) @PathParam("invoiceId") UUID invoiceId,
            @Parameter(description = "1 to 200, else 50", example = "50") @QueryParam("limit") Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("after") String after) {
        int most = Cursor.limit(limit);
        var start = Cursor.decode(after).map(cursor -> new LetterId(cursor.id()));
        var invoice = new InvoiceId(invoiceId);
        return transactions.reading(
                caller.tenant(),
                tx -> cases.states(tx, List.of(invoice))
                        .invoke(states -> {
                            if (states.isEmpty()) {
                                throw Problem.notFound("dunning-case", invoice);
                            }
                        })
                        .chain(() -> page(tx, invoice, start, most)));
    }

    private Uni<LetterPage> page(Tx tx, InvoiceId invoice, Optional<LetterId> start, int most) {
        return letters.ofInvoice(tx, invoice, start, most + 1).map(rows -> {
            var page = Page.of(rows, most, row -> new Cursor("", row.letterId), row -> LetterBodies.of(row, email));
            return new LetterPage(page.items(), page.next());
        });
    }
}
