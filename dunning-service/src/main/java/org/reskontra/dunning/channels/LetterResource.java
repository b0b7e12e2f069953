package org.reskontra.dunning.channels;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.LetterId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.Outstanding;
import org.reskontra.dunning.cases.CaseHandler;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Letters, exactly as they were sent. */
@Path("/v1")
@Tag(name = "Letters")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.OPERATOR, Roles.AUDITOR})
public class LetterResource {

    private final Transactions transactions;
    private final Caller caller;
    private final LetterQueue letters;
    private final CaseHandler cases;
    private final EmailChannel email;

    LetterResource(
            Transactions transactions, Caller caller, LetterQueue letters, CaseHandler cases, EmailChannel email) {
        this.transactions = transactions;
        this.caller = caller;
        this.letters = letters;
        this.cases = cases;
        this.email = email;
    }

    @Schema(name = "Letter")
    record LetterBody(
            LetterId id,
            InvoiceId invoiceId,
            int step,
            String channel,

            @Schema(description = "QUEUED, SENDING, SENT, CANCELLED or UNDELIVERABLE")
            String state,

            LocalDate decidedOn,
            int attempts,

            @Nullable @Schema(description = "Why it was dropped, or why the last attempt failed")
            String trouble,

            @Nullable @Schema(description = "The day it was sent, and written on it")
            LocalDate sentOn,

            @Nullable String recipient,
            @Nullable String language,

            @Schema(description = "The same at every attempt")
            String messageId,

            @Nullable String subject,
            @Nullable String text,
            @Nullable LocalDate payBy,
            @Nullable Money fee,
            @Nullable String feeRule,

            @Nullable @Schema(description = "All it asked for, its fee included")
            Outstanding asked) {}

    @Schema(name = "LetterPage")
    record LetterPage(
            List<LetterBody> items,

            @Nullable @Schema(description = "Pass as `after` for the next page; null on the last")
            String next) {}

    @GET
    @Path("/dunning-cases/{invoiceId}/letters")
    @Operation(operationId = "listLettersOfCase", summary = "The letters of one case, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters",
            content =
                    @Content(
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
            var page = Page.of(rows, most, row -> new Cursor("", row.letterId), this::body);
            return new LetterPage(page.items(), page.next());
        });
    }

    @GET
    @Path("/letters/{id}")
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
        return find(id).map(this::body);
    }

    @GET
    @Path("/letters/{id}")
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

    /** A text that was written but never sent is nobody's letter: it is not shown. */
    private LetterBody body(LetterRow row) {
        boolean sent = row.state.equals(LetterRow.SENT);
        return new LetterBody(
                row.id(),
                row.invoice(),
                row.step,
                row.channel,
                row.state,
                row.decidedOn,
                row.attempts,
                row.lastTrouble,
                sent ? row.dated : null,
                sent ? row.recipient : null,
                sent ? row.language : null,
                email.messageId(row.id()),
                sent ? row.subject : null,
                sent ? row.body : null,
                sent ? row.payBy : null,
                sent ? row.money(row.fee) : null,
                sent ? row.feeRule : null,
                sent ? row.asked() : null);
    }
}
