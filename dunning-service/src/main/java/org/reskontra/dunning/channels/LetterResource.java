package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.reskontra.contracts.LetterId;
import org.reskontra.dunning.channels.LetterBodies.LetterBody;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Letters, exactly as they were sent. */
@Path("/v1/letters/{id}")
@Tag(name = "Letters")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class LetterResource {

    private final Transactions transactions;
    private final Caller caller;
    private final LetterQueue letters;
    private final EmailChannel email;

    LetterResource(Transactions transactions, Caller caller, LetterQueue letters, EmailChannel email) {
        this.transactions = transactions;
        this.caller = caller;
        this.letters = letters;
        this.email = email;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLetter",
            summary = "One letter, exactly as it was sent",
            description = "As JSON with everything about it, or with `Accept: text/plain` the text alone.")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = LetterBody.class),
                        examples = @ExampleObject(name = "reminder", value = LetterExamples.REMINDER)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "reminder", value = LetterExamples.TEXT))
            })
    @APIResponse(responseCode = "404", description = "There is no such letter")
    public Uni<LetterBody> get(@Parameter(example = LetterExamples.LETTER) @PathParam("id") UUID id) {
        return find(id).map(row -> LetterBodies.of(row, email));
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public Uni<String> text(@PathParam("id") UUID id) {
        return find(id).map(row -> {
            if (!row.state.equals(LetterRow.SENT)) {
                throw Problem.conflict(
                        "letter-not-sent",
                        "The letter has not been sent",
                        "It is " + row.state + ", so it has no text.");
            }
            return row.body;
        });
    }

    private Uni<LetterRow> find(UUID id) {
        var letter = new LetterId(id);
        return transactions.reading(
                caller.tenant(),
                tx -> letters.find(tx, letter).onItem().ifNull().failWith(() -> Problem.notFound("letter", letter)));
    }
}
