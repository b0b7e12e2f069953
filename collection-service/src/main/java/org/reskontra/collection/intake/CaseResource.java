package org.reskontra.collection.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.reskontra.collection.cases.CaseFile;
import org.reskontra.collection.cases.CaseStore;
import org.reskontra.collection.letters.Letters;
import org.reskontra.collection.process.CaseCommand.TryAgain;
import org.reskontra.collection.process.Decision.Accepted;
import org.reskontra.collection.process.Decision.Refused;
import org.reskontra.collection.process.Refusal;
import org.reskontra.collection.process.Stage;
import org.reskontra.contracts.CollectionCaseId;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Etags;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Collection cases: what is owed, what has happened, what may be done next. */
@Path("/v1/collection-cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {

    private static final int LONGEST_HISTORY = 500;
    private static final String SOME_CASE = "0198a4c0-6d5e-7c11-9d6a-3f0c2b7e4a10";

    private final Transactions transactions;
    private final CaseStore cases;
    private final Letters letters;
    private final Commands commands;
    private final Caller caller;
    private final DueWorkRunner dueWork;

    CaseResource(
            Transactions transactions,
            CaseStore cases,
            Letters letters,
            Commands commands,
            Caller caller,
            DueWorkRunner dueWork) {
        this.transactions = transactions;
        this.cases = cases;
        this.letters = letters;
        this.commands = commands;
        this.caller = caller;
        this.dueWork = dueWork;
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listCollectionCases",
            summary = "Cases in the order they were taken on, by state or invoice")
    @APIResponse(
            responseCode = "200",
            description = "A page of cases",
            content =
                    @Content(
                            schema = @Schema(implementation = CasePage.class),
                            examples = @ExampleObject(name = "one case", value = Examples.PAGE)))
    public Uni<Page<CaseViews.Summary>> list(
            @Parameter(
                            description = "Only cases in this state",
                            example = "DEMANDED",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only the case of this invoice", schema = @Schema(implementation = UUID.class))
                    @QueryParam("invoiceId")
                    String invoiceId,
            @Parameter(description = "At most so many, 1 to 200; 50 when left out") @QueryParam("limit") Integer limit,
            @Parameter(description = "`next` of the page before") @QueryParam("after") String after) {
        int size = Cursor.limit(limit);
        var cursor = Cursor.decode(after);
        var stage = filter("state", state, Stage::valueOf);
        var invoice = filter("invoiceId", invoiceId, InvoiceId::of);
        return transactions
                .reading(caller.tenant(), tx -> cases.list(tx, stage, invoice, cursor.map(Cursor::id), size))
                .map(files ->
                        Page.of(files, size, file -> new Cursor("", file.id().value()), CaseViews::summary));
    }

    private static <T> Optional<T> filter(String name, @Nullable String value, Function<String, T> read) {
        try {
            return Optional.ofNullable(value).map(read);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(name, "unknown-value", "There is no " + name + " '" + value + "'.");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "getCollectionCase",
            summary = "A case: its claim broken down, its history, and what may be done next")
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            schema = @Schema(implementation = CaseViews.Full.class),
                            examples = @ExampleObject(name = "demanded", value = Examples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case of this tenant")
    public Uni<Response> get(@Parameter(example = SOME_CASE) @PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> find(tx, new CollectionCaseId(id))
                        .chain(file -> full(tx, file).map(full -> Etags.ok(full, file.version()))));
    }

    @GET
    @Path("/{id}/letters")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listCollectionLetters",
            summary = "The letters of a case, exactly as they were sent, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The letters",
            content =
                    @Content(
                            schema = @Schema(implementation = LetterPage.class),
                            examples = @ExampleObject(name = "a demand", value = Examples.LETTERS)))
    @APIResponse(responseCode = "404", description = "No such case of this tenant")
    public Uni<Page<CaseViews.LetterView>> letters(@Parameter(example = SOME_CASE) @PathParam("id") UUID id) {
        var caseId = new CollectionCaseId(id);
        return transactions.reading(
                caller.tenant(),
                tx -> find(tx, caseId)
                        .chain(() -> letters.of(tx, caseId))
                        .map(rows -> new Page<>(
                                rows.stream().map(CaseViews.LetterView::of).toList(), null)));
    }

    @POST
    @Path("/{id}/demands")
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "demandAnew",
            summary = "Send a demand again, once the obstacle to the last one is out of the way",
            description = "For a case whose demand could not be delivered: correct the customer's address first.")
    @APIResponse(
            responseCode = "202",
            description = "The demand is on its way out; see the letters of the case",
            content =
                    @Content(
                            schema = @Schema(implementation = CaseViews.Full.class),
                            examples = @ExampleObject(name = "reopened", value = Examples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case of this tenant")
    @APIResponse(responseCode = "409", description = "No demand of this case has failed, or the case is closed")
    public Uni<Response> demandAnew(@Parameter(example = SOME_CASE) @PathParam("id") UUID id) {
        var tenant = caller.tenant();
        return commands.post("", tx -> tryAgain(tx, new CollectionCaseId(id))).invoke(() -> dueWork.wake(tenant));
    }

    private Uni<Answer> tryAgain(Tx tx, CollectionCaseId id) {
        return cases.lock(tx, List.of(id.value())).chain(found -> {
            var file = found.stream().findFirst().orElseThrow(() -> Problem.notFound("collection-case", id));
            return switch (file.ask(new TryAgain(tx.today()), caller.subject())) {
                case Refused(var why) -> throw conflict(why);
                case Accepted _ ->
                    cases.save(tx, found)
                            .chain(() -> full(tx, file))
                            .map(full -> Answer.accepted("/v1/collection-cases/" + id + "/letters", full));
            };
        });
    }

    private static Problem conflict(Refusal why) {
        return switch (why) {
            case CASE_CLOSED -> Problem.conflict("case-closed", "The case is closed", "There is nothing to demand.");
            case NOTHING_TO_TRY_AGAIN ->
                Problem.conflict(
                        "nothing-to-try-again", "No demand has failed", "The demand has been or is being sent.");
            case CASE_UNKNOWN, CLAIM_DIFFERS, CURRENCY_DIFFERS, LETTER_UNKNOWN ->
                throw new IllegalStateException("trying again cannot be refused with " + why);
        };
    }

    private Uni<CaseViews.Full> full(Tx tx, CaseFile file) {
        return cases.history(tx, file.id(), LONGEST_HISTORY).map(history -> CaseViews.full(file, history, tx.today()));
    }

    private Uni<CaseFile> find(Tx tx, CollectionCaseId id) {
        return cases.read(tx, id).onItem().ifNull().failWith(() -> Problem.notFound("collection-case", id));
    }

    @Schema(name = "CollectionCasePage")
    record CasePage(List<CaseViews.Summary> items, @Nullable String next) {}

    @Schema(name = "CollectionLetterPage")
    record LetterPage(
            List<CaseViews.LetterView> items, @Nullable String next) {}
}
