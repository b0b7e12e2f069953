package org.reskontra.invoice.refunds;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.refunds.RefundDesk.Made;
import org.reskontra.invoice.refunds.RefundStore.FileRow;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Files that tell the bank which refunds to pay. */
@Path(RefundFileResource.PATH)
@Tag(name = "Refunds")
public class RefundFileResource {

    static final String PATH = "/v1/refund-files";

    /** The bank is told to pay at most this many days after the tenant's date. */
    private static final int DAYS_AHEAD = 10;

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final RefundDesk desk;
    private final RefundStore refunds;

    RefundFileResource(
            Commands commands, Transactions transactions, Caller caller, RefundDesk desk, RefundStore refunds) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.desk = desk;
        this.refunds = refunds;
    }

    /** What goes into a file. */
    @Schema(name = "NewRefundFile")
    public record NewFile(
            @Nullable @Schema(description = "The tenant's day when left out; at most 10 days ahead")
            LocalDate executionDate,

            @Nullable @Schema(type = SchemaType.STRING, description = "The tenant's when left out", examples = "SEK")
            Currency currency) {}

    @Schema(name = "RefundFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileView(
            @Nullable @Schema(description = "Left out when nothing was held any more and no file was made")
            UUID id,

            @Nullable @Schema(description = "As the bank knows it")
            String messageId,

            @Nullable LocalDate executionDate,
            int refunds,
            @Nullable Money sum,
            @Nullable String madeBy,
            @Nullable Instant madeAt,

            @Nullable
            @Schema(description = "When it is made: refunds that came to nothing, their money not being held any more")
            Integer lapsed) {

        static FileView of(FileRow row) {
            return of(row, null);
        }

        static FileView of(Made made) {
            return made.file() == null
                    ? new FileView(null, null, null, 0, null, null, null, made.lapsed())
                    : of(made.file(), made.lapsed());
        }

        private static FileView of(FileRow row, @Nullable Integer lapsed) {
            return new FileView(
                    row.id(),
                    row.messageId(),
                    row.executionDate(),
                    row.refunds(),
                    row.sum(),
                    row.madeBy(),
                    row.madeAt(),
                    lapsed);
        }
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Operation(
            operationId = "makeRefundFile",
            summary = "Make a file for the bank of the refunds that are approved, and book them",
            description =
                    "One pain.001.001.09 of at most 1000 refunds, oldest first, from the account of the tenant's payment"
                            + " details. A refund is in one file only. Fetch its content as often as you like; give it"
                            + " to the bank once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "tomorrow", value = Examples.NEW_FILE)))
    @APIResponse(
            responseCode = "201",
            description = "Made; 200 when every refund has lapsed and there is nothing to pay",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileView.class),
                            examples = @ExampleObject(name = "file", value = Examples.FILE)))
    public Uni<Response> make(@Valid @Nullable NewFile body) {
        var wanted = Objects.requireNonNullElse(body, new NewFile(null, null));
        return commands.post(
                wanted,
                tx -> desk.file(
                                tx,
                                executionDate(tx, wanted.executionDate()),
                                Objects.requireNonNullElse(
                                        wanted.currency(), tx.tenant().currency()))
                        .map(RefundFileResource::answer));
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "listRefundFiles", summary = "Files of refunds, oldest first, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.FILES)))
    public Uni<Page<FileView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> refunds.files(tx, from, size + 1)
                        .map(rows -> Page.of(rows, size, row -> new Cursor("", row.id()), FileView::of)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getRefundFile", summary = "What a file of refunds comes to")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileView.class),
                            examples = @ExampleObject(name = "file", value = Examples.FILE)))
    public Uni<FileView> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(), tx -> refunds.file(tx, new RefundId(id)).map(row -> FileView.of(there(row, id))));
    }

    @GET
    @Path("/{id}/content")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(operationId = "getRefundFileContent", summary = "The file for the bank, the same bytes each time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(implementation = String.class, format = "binary"),
                            examples = @ExampleObject(name = "pain.001", value = Examples.CONTENT)))
    public Uni<Response> content(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> refunds.content(tx, new RefundId(id))
                        .map(content -> Response.ok(
                                        there(content, id).getBytes(StandardCharsets.UTF_8),
                                        MediaType.APPLICATION_XML_TYPE)
                                .header("Content-Disposition", "attachment; filename=\"refunds-" + id + ".xml\"")
                                .build()));
    }

    private static LocalDate executionDate(Tx tx, @Nullable LocalDate wanted) {
        var on = Objects.requireNonNullElse(wanted, tx.today());
        if (on.isBefore(tx.today()) || on.isAfter(tx.today().plusDays(DAYS_AHEAD))) {
            throw Problem.invalid(
                    "/executionDate",
                    "range",
                    "From " + tx.today() + " to " + tx.today().plusDays(DAYS_AHEAD) + ".");
        }
        return on;
    }

    private static Answer answer(Made made) {
        var view = FileView.of(made);
        return made.file() == null
                ? Answer.ok(view, null)
                : Answer.created(PATH + "/" + made.file().id(), view, null);
    }

    private static <T> T there(@Nullable T row, UUID id) {
        if (row == null) {
            throw Problem.notFound("refund-file", new RefundId(id));
        }
        return row;
    }
}
