package org.reskontra.invoice.books;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.books.ExportFile.Format;
import org.reskontra.invoice.books.ExportStore.Place;
import org.reskontra.invoice.books.ExportStore.PostingRow;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** The books as a file for another bookkeeping program. */
@Path("/v1/ledger/export")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class ExportResource {

    /** Postings that are in memory at a time. */
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Caller caller;
    private final ChainStore chain;
    private final AccountPlans plans;
    private final ExportStore store;

    ExportResource(Transactions transactions, Caller caller, ChainStore chain, AccountPlans plans, ExportStore store) {
        this.transactions = transactions;
        this.caller = caller;
        this.chain = chain;
        this.plans = plans;
        this.store = store;
    }

    /** A file under way: from where to where, and up to which place in the chain. */
    private record Started(ExportFile file, byte[] head, LocalDate from, LocalDate to, long through) {}

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "exportLedger",
            summary = "The postings booked in a part of a calendar year, as SIE 4 or CSV",
            description = "Holds the postings that are linked into the chain; a voucher's number is its position there,"
                    + " so that it has the same in every file. SIE is in code page 437 and holds the tenant's own"
                    + " currency; CSV is in UTF-8 and holds all.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            examples = @ExampleObject(name = "sie4", value = Examples.SIE)))
    public RestMulti<byte[]> export(
            @QueryParam("format") @Nullable @Parameter(required = true, schema = @Schema(enumeration = {"sie4", "csv"}))
                    String format,
            @QueryParam("from")
                    @Nullable
                    @Parameter(
                            required = true,
                            description = "First day of booking",
                            schema = @Schema(implementation = LocalDate.class))
                    String from,
            @QueryParam("to")
                    @Nullable
                    @Parameter(
                            required = true,
                            description = "Last day of booking, in the same calendar year",
                            schema = @Schema(implementation = LocalDate.class))
                    String to) {
        var wanted = Filters.read("format", format, text -> Format.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> missing("format"));
        var first = Filters.day("from", from).orElseThrow(() -> missing("from"));
        var last = Filters.day("to", to).orElseThrow(() -> missing("to"));
        if (last.isBefore(first) || first.getYear() != last.getYear()) {
            throw Problem.invalid("to", "range", "Name a day from `from` on, in the same calendar year.");
        }
        var tenant = caller.tenant();
        var content = start(tenant, wanted, first, last)
                .onItem()
                .transformToMulti(started -> Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(started.head()), pages(tenant, started)));
        return RestMulti.fromMultiData(content)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ledger-" + first + "-" + last + "." + wanted.suffix() + "\"")
                .build();
    }

    private Uni<Started> start(TenantId tenant, Format format, LocalDate from, LocalDate to) {
        return transactions.reading(
                tenant,
                tx -> chain.end(tx)
                        .chain(end -> plans.of(tx).chain(plan -> {
                            var file = ExportFile.of(format, tx.tenant(), plan, to, end.position());
                            var currency = tx.tenant().currency().getCurrencyCode();
                            return store.balances(tx, to.withDayOfYear(1), to, currency, end.position())
                                    .map(balances -> new Started(file, file.head(balances), from, to, end.position()));
                        })));
    }

    private Multi<byte[]> pages(TenantId tenant, Started started) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(Place.before(started.from())), place -> page(tenant, started, place))
                .whilst(page -> page.size() == PAGE)
                .map(page -> started.file().postings(page));
    }

    private Uni<List<PostingRow>> page(TenantId tenant, Started started, AtomicReference<Place> place) {
        return transactions
                .reading(tenant, tx -> store.page(tx, place.get(), started.to(), started.through(), PAGE))
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        place.set(new Place(
                                page.getLast().bookingDate(), page.getLast().seq()));
                    }
                });
    }

    private static Problem missing(String parameter) {
        return Problem.invalid(parameter, "required", "Say " + parameter + ".");
    }
}
