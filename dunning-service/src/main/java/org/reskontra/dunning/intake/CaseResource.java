package org.reskontra.dunning.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
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
import org.reskontra.dunning.cases.CaseBook;
import org.reskontra.dunning.cases.StateName;
import org.reskontra.dunning.intake.CaseBodies.CaseBody;
import org.reskontra.dunning.intake.CaseBodies.CasePage;
import org.reskontra.dunning.policies.PolicyShelf;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** What the ladder has done with an invoice, and what it will do next. */
@Path("/v1/dunning-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dunning cases")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class CaseResource {

    /** The newest lines of a history that one answer holds. */
    private static final int LONGEST_HISTORY = 200;

    private final Transactions transactions;
    private final Caller caller;
    private final CaseBook cases;
    private final CaseBodies bodies;

    CaseResource(Transactions transactions, Caller caller, CaseBook cases, PolicyShelf policies) {
        this.transactions = transactions;
        this.caller = caller;
        this.cases = cases;
        this.bodies = new CaseBodies(policies);
    }

    @GET
    @Path("/{invoiceId}")
    @Operation(
            operationId = "getDunningCase",
            summary = "One invoice's case: state, step, what has happened, and the next step with its date",
            description = "The history holds the newest " + LONGEST_HISTORY + " lines, oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The case; its version is the ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CaseBody.class),
                            examples = @ExampleObject(name = "reminded", value = CaseExamples.REMINDED)))
    @APIResponse(responseCode = "404", description = "There is no case of this invoice")
    public Uni<Response> get(@Parameter(example = CaseExamples.INVOICE) @PathParam("invoiceId") UUID invoiceId) {
        var invoice = new InvoiceId(invoiceId);
        return transactions.reading(
                caller.tenant(),
                tx -> cases.find(tx, invoice)
                        .map(found -> found.orElseThrow(() -> Problem.notFound("dunning-case", invoice)))
                        .chain(entry -> cases.history(tx, invoice, LONGEST_HISTORY)
                                .map(lines -> Etags.ok(bodies.full(entry, lines), entry.version()))));
    }

    @GET
    @Operation(
            operationId = "listDunningCases",
            summary = "Cases by state, a page at a time",
            description = "In the order of their invoice ids. Without `state`, cases of every state.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cases without their histories",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CasePage.class),
                            examples = @ExampleObject(name = "overdue", value = CaseExamples.PAGE)))
    public Uni<CasePage> list(
            @Parameter(
                            description = "Only cases of this state",
                            example = "OVERDUE",
                            schema = @Schema(implementation = StateName.class))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "1 to 200, else 50", example = "50") @QueryParam("limit") Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("after") String after) {
        int most = Cursor.limit(limit);
        var wanted = state(state);
        var start = Cursor.decode(after).map(cursor -> new InvoiceId(cursor.id()));
        return transactions.reading(caller.tenant(), tx -> page(tx, wanted, start, most));
    }

    private Uni<CasePage> page(Tx tx, Optional<StateName> state, Optional<InvoiceId> start, int most) {
        return cases.page(tx, state, start, most + 1).map(entries -> {
            var page = Page.of(
                    entries, most, entry -> new Cursor("", entry.invoice().value()), bodies::summary);
            return new CasePage(page.items(), page.next());
        });
    }

    private static Optional<StateName> state(String asked) {
        if (asked == null || asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(StateName.values())
                .filter(name -> name.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state", "unknown-value", "One of " + List.of(StateName.values()) + ", not '" + asked + "'.")));
    }
}
