package org.reskontra.invoice.uploads;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** Files of invoices from other systems. */
@Path(InvoiceImportResource.PATH)
@Tag(name = "Invoices")
public class InvoiceImportResource {

    static final String PATH = "/v1/invoice-imports";

    private final ImportDesk imports;

    InvoiceImportResource(ImportDesk imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "importInvoices",
            summary = "Issue the invoices of a file",
            description = "A multipart form: `format` (CSV, NDJSON or UBL), `file` in UTF-8, and for CSV a `mapping` in"
                    + " YAML or JSON that says which column holds what. At most 20 000 invoices and 12 MB. Customers that"
                    + " the register does not have are entered. Ask the job until it is DONE.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "queued", value = Examples.QUEUED)))
    public Uni<Response> start(
            @RestForm @Nullable Format format,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable FileUpload mapping) {
        if (format == null || file == null) {
            throw Problem.invalid("/" + (format == null ? "format" : "file"), "missing", "Send format and file.");
        }
        return imports.start(
                PATH,
                () -> InvoiceFile.read(
                        format, ImportDesk.bytes(file), mapping == null ? null : ImportDesk.bytes(mapping)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getInvoiceImport", summary = "How far an import has come, and what was rejected")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "done", value = Examples.DONE)))
    public Uni<ImportView> get(@PathParam("id") UUID id) {
        return imports.get(Kind.INVOICES, id);
    }
}
