package org.reskontra.invoice.incoming;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.incoming.BankFileStore.Place;
import org.reskontra.invoice.incoming.BankFileViews.BankFileView;
import org.reskontra.invoice.incoming.BankFileViews.EntryView;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Files that the bank sends of the money on the creditor's accounts. */
@Path(BankFileResource.PATH)
@Tag(name = "Payments")
public class BankFileResource {

    static final String PATH = "/v1/bank-files";

    private final HandedIn handedIn;
    private final BankFileDesk desk;
    private final BankFileStore files;
    private final Transactions transactions;
    private final Caller caller;

    BankFileResource(
            HandedIn handedIn, BankFileDesk desk, BankFileStore files, Transactions transactions, Caller caller) {
        this.handedIn = handedIn;
        this.desk = desk;
        this.files = files;
        this.transactions = transactions;
        this.caller = caller;
    }

    @Schema(name = "BankFileForm")
    public record Form(
            @Schema(implementation = String.class, format = "binary")
            FileUpload file) {}

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "bookBankFile",
            summary = "Book the payments of a bank's file",
            description =
                    "BgMax, camt.053 or camt.054 (version .02 or later) as the bank sends it; the content says which. The"
                            + " whole file is checked first: structure, counts, sums, and that the accounts are the"
                            + " tenant's. A broken file changes nothing and the answer says where it broke and why."
                            + " Payments are then booked as `POST /v1/payments` does, by payment reference or by"
                            + " invoice number; the rest is held. The same file again, or the same movement in"
                            + " file, books nothing twice. Ask the file until it is DONE.")
    @RequestBody(
            description = "The file as it is, or as `file` of a multipart form",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(implementation = String.class, format = "binary"),
                        examples = @ExampleObject(name = "bgmax", value = Examples.BGMAX)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Form.class))
            })
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BankFileView.class),
                            examples = @ExampleObject(name = "queued", value = Examples.QUEUED)))
    @APIResponse(
            responseCode = "422",
            description = "The file is broken, of another format, or about another account",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "broken", value = Examples.BROKEN)))
    public Uni<Response> take(@Context HttpServerRequest request) {
        return handedIn.lookedAt(request, desk::take);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(hidden = true)
    public Uni<Response> take(@RestForm @Nullable FileUpload file) {
        if (file == null) {
            throw Problem.invalid("/file", "missing", "Send file.");
        }
        return desk.take(file.uploadedFile());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getBankFile", summary = "How far a bank's file has come, and where its money is")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BankFileView.class),
                            examples = @ExampleObject(name = "done", value = Examples.DONE)))
    public Uni<BankFileView> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> desk.existing(tx, id)
                        .chain(file -> files.money(tx, id).map(money -> BankFileView.of(file, money))));
    }

    @GET
    @Path("/{id}/entries")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(
            operationId = "listBankFileEntries",
            summary = "The entries of a bank's file and what became of each, a page at a time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "page", value = Examples.ENTRIES)))
    public Uni<Page<EntryView>> entries(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable @Parameter(schema = @Schema(implementation = Outcome.class))
                    String outcome,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        int size = Cursor.limit(limit);
        var wanted = Filters.read("outcome", outcome, Outcome::valueOf);
        var from = Cursor.decode(after).map(BankFileResource::place);
        return transactions.reading(
                caller.tenant(),
                tx -> desk.existing(tx, id)
                        .chain(() -> files.entries(tx, id, wanted, from, size + 1))
                        .map(rows -> Page.of(rows, size, row -> Place.cursor(id, row), EntryView::of)));
    }

    private static Place place(Cursor cursor) {
        try {
            return Place.of(cursor);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("after", "cursor", "Pass the `next` of the page before, unchanged.");
        }
    }
}
