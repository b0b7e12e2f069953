package org.reskontra.invoice.uploads;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.invoice.uploads.ImportStore.Job;
import org.reskontra.invoice.uploads.ImportStore.Rejection;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Answer;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Commands;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.kit.work.DueWorkRunner;

/** Files of invoices from other systems. */
@Path("/v1/invoice-imports")
@Tag(name = "Invoices")
public class ImportResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Caller caller;
    private final ImportStore imports;
    private final DueWorkRunner work;

    @ConfigProperty(name = "reskontra.imports.chunk")
    int chunk;

    ImportResource(
            Commands commands, Transactions transactions, Caller caller, ImportStore imports, DueWorkRunner work) {
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
        this.imports = imports;
        this.work = work;
    }

    @Schema(name = "InvoiceImport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            UUID id,
            Format format,
            ImportStore.State state,
            @Schema(description = "Invoices in the file") int total,

            @Schema(description = "Invoices looked at so far")
            int done,

            int rejected,

            @Schema(description = "Every rejected line, with its number in the file and the reason")
            List<Rejection> report,

            @Nullable @Schema(description = "For a FAILED import: what went wrong")
            String failure) {

        static JobView of(Job job, List<Rejection> report) {
            return new JobView(
                    job.id(),
                    job.format(),
                    job.state(),
                    job.total(),
                    job.done(),
                    job.rejected(),
                    report,
                    job.failure());
        }
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
                            schema = @Schema(implementation = JobView.class),
                            examples = @ExampleObject(name = "queued", value = Examples.QUEUED)))
    public Uni<Response> start(
            @RestForm @Nullable Format format,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable FileUpload mapping) {
        if (format == null || file == null) {
            throw Problem.invalid("/" + (format == null ? "format" : "file"), "missing", "Send format and file.");
        }
        var tenant = caller.tenant();
        // reading a large file takes its time, which the event loop does not have
        return Uni.createFrom()
                .completionStage(() -> Vertx.currentContext()
                        .executeBlocking(
                                () -> InvoiceFile.read(format, bytes(file), mapping == null ? null : bytes(mapping)),
                                false)
                        .toCompletionStage())
                .chain(read -> commands.post(read, tx -> {
                    var id = Ids.next();
                    var job = new Job(
                            id, format, ImportStore.State.QUEUED, read.lines().size(), 0, 0, null);
                    return imports.add(tx, id, read, chunk)
                            .replaceWith(
                                    () -> Answer.accepted("/v1/invoice-imports/" + id, JobView.of(job, List.of())));
                }))
                .invoke(() -> work.wake(tenant));
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
                            schema = @Schema(implementation = JobView.class),
                            examples = @ExampleObject(name = "done", value = Examples.DONE)))
    public Uni<JobView> get(@PathParam("id") UUID id) {
        return transactions.reading(
                caller.tenant(),
                tx -> imports.job(tx, id).chain(job -> {
                    if (job == null) {
                        throw Problem.notFound("import", new InvoiceId(id));
                    }
                    return imports.report(tx, id).map(report -> JobView.of(job, report));
                }));
    }

    private static byte[] bytes(FileUpload upload) throws IOException {
        return Files.readAllBytes(upload.uploadedFile());
    }
}
