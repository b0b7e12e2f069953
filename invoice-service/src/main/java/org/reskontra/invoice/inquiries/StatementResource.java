package org.reskontra.invoice.inquiries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
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
import org.reskontra.invoice.books.Knowledge;
import org.reskontra.invoice.statements.PlainText;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Roles;

/** What a debtor owes on an invoice, and why. */
@Path("/v1/invoices/{id}/statement")
@Tag(name = "Invoices")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class StatementResource {

    private static final String PDF = "application/pdf";

    private final Knowledge knowledge;
    private final Caller caller;
    private final StatementDesk desk;

    StatementResource(Knowledge knowledge, Caller caller, StatementDesk desk) {
        this.knowledge = knowledge;
        this.caller = caller;
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, PDF})
    @Operation(
            operationId = "getInvoiceStatement",
            summary = "What is owed on a day, and why",
            description = "Drawn up from the ledger, with the late interest that has accrued to and including the day;"
                    + " with `knownAt` from what was known at that instant, for ever the same. As text and PDF it is"
                    + " what a debtor can be sent.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class),
                        examples = @ExampleObject(name = "statement", value = Examples.STATEMENT)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "statement", value = Examples.TEXT)),
                @Content(mediaType = PDF)
            })
    public Uni<Response> statement(
            @PathParam("id") UUID id,
            @QueryParam("on")
                    @Nullable
                    @Parameter(description = "Today when left out", schema = @Schema(implementation = LocalDate.class))
                    String on,
            @QueryParam("knownAt")
                    @Nullable
                    @Parameter(
                            description = "An instant of the past; all that is known when left out",
                            schema = @Schema(implementation = Instant.class))
                    String knownAt,
            @QueryParam("language")
                    @Nullable
                    @Parameter(
                            description = "`Accept-Language` when left out, else the customer's language",
                            schema = @Schema(enumeration = {"sv", "fi", "en"}))
                    String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable @Parameter(hidden = true) String acceptLanguage,
            @Context HttpHeaders headers) {
        var day = Filters.day("on", on);
        var at = Knowledge.instant(knownAt);
        var format = StatementFormat.of(headers.getAcceptableMediaTypes());
        return knowledge
                .reading(
                        caller.tenant(),
                        at,
                        tx -> desk.drawUp(
                                tx,
                                new InvoiceId(id),
                                day.orElse(tx.today()),
                                at,
                                customers -> Readers.language(language, acceptLanguage, customers)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(drawn -> answer(format, drawn));
    }

    private static Response answer(StatementFormat format, DrawnUp drawn) {
        var answer = Response.ok()
                .type(format.type())
                .header(HttpHeaders.CONTENT_LANGUAGE, drawn.language().code())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        return switch (format) {
            case JSON -> answer.entity(drawn.view()).build();
            case TEXT ->
                answer.entity(PlainText.of(drawn.written()).getBytes(UTF_8)).build();
            case PDF ->
                answer.entity(StatementPdf.of(drawn.written(), drawn.language()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + drawn.fileName() + "\"")
                        .build();
        };
    }
}
