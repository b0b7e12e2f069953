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

/** Files of money that came in. */
@Path(PaymentImportResource.PATH)
@Tag(name = "Payments")
public class PaymentImportResource {

    static final String PATH = "/v1/payment-imports";

    private final ImportDesk imports;

    PaymentImportResource(ImportDesk imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK})
    @Operation(
            operationId = "importPayments",
            summary = "Book the payments of a file",
            description = "A multipart form with `file` in UTF-8: one JSON object a line, each as `POST /v1/payments`"
                    + " takes it and booked as it would be there. Give each an `id`, and the same file again books"
                    + " nothing twice. At most 20 000 payments and 12 MB. Ask the job until it is DONE.")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "queued", value = Examples.PAYMENTS_QUEUED)))
    public Uni<Response> start(@RestForm @Nullable FileUpload file) {
        if (file == null) {
            throw Problem.invalid("/file", "missing", "Send file.");
        }
        return imports.start(PATH, () -> PaymentFile.read(ImportDesk.bytes(file)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
    @Operation(operationId = "getPaymentImport", summary = "How far an import has come, and what was rejected")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "done", value = Examples.PAYMENTS_DONE)))
    public Uni<ImportView> get(@PathParam("id") UUID id) {
        return imports.get(Kind.PAYMENTS, id);
    }
}
