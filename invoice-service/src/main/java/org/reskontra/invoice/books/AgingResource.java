package org.reskontra.invoice.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;

/** How old the receivables are. */
@Path("/v1/ledger/aging")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class AgingResource {

    private static final String USUAL = "0,30,60,90";
    private static final int MOST_BOUNDS = 12;
    private static final int FURTHEST = 36_500;

    private static final String AGES = """
            select cast(row_to_json(a) as text) from (
                select o.currency, width_bucket(:on - i.due_date - 1, cast(cast(:bounds as text) as integer[])) as bucket,
                       sum(o.minor) as minor, count(*) as invoices
                from (
                    select invoice_id, currency, sum(minor) as minor
                    from ledger_entry
                    where tenant_id = :tenant and account = 1510
                      and value_date <= :on and known_at <= cast(cast(:at as text) as timestamptz)
                    group by invoice_id, currency having sum(minor) <> 0) o
                join invoice i on i.tenant_id = :tenant and i.id = o.invoice_id
                group by o.currency, bucket order by o.currency, bucket) a""";

    private final Knowledge knowledge;
    private final Caller caller;

    AgingResource(Knowledge knowledge, Caller caller) {
        this.knowledge = knowledge;
        this.caller = caller;
    }

    private record AgeRow(String currency, int bucket, long minor, long invoices) {}

    @Schema(
            name = "Aging",
            description = "What is owed on a day, by how long it has been due; its sum is account 1510's")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgingView(LocalDate on, @Nullable Instant knownAt, List<CurrencyView> currencies) {}

    @Schema(name = "AgingOfCurrency")
    record CurrencyView(Money owed, List<BucketView> buckets) {}

    @Schema(name = "AgingBucket")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BucketView(
            @Nullable @Schema(description = "Fewest days past due; left out in the first bucket")
            Integer from,

            @Nullable @Schema(description = "Most days past due; left out in the last bucket")
            Integer through,

            long invoices,
            Money owed) {}

    @GET
    @Operation(
            operationId = "getAging",
            summary = "What is owed on a day by how long it has been due",
            description = "Counts by value date; with `knownAt` what was known at that instant, for ever the same.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgingView.class),
                            examples = @ExampleObject(name = "aging", value = Examples.AGING)))
    public Uni<AgingView> aging(
            @QueryParam("on")
                    @Nullable
                    @Parameter(
                            description = "Last day that counts; today when left out",
                            schema = @Schema(implementation = LocalDate.class))
                    String on,
            @QueryParam("knownAt")
                    @Nullable
                    @Parameter(
                            description = "An instant of the past; all that is known when left out",
                            schema = @Schema(implementation = Instant.class))
                    String knownAt,
            @QueryParam("buckets")
                    @Nullable
                    @Parameter(
                            description = "Days past due that a bucket ends with, rising, at most 12",
                            schema = @Schema(defaultValue = USUAL))
                    String buckets) {
        var asked = Filters.day("on", on);
        var at = Knowledge.instant(knownAt);
        var bounds = Filters.read("buckets", buckets == null ? USUAL : buckets, AgingResource::bounds)
                .orElseThrow();
        return knowledge.reading(caller.tenant(), at, tx -> {
            var day = asked.orElse(tx.today());
            return RowJson.list(
                            tx,
                            AGES,
                            Map.of(
                                    "tenant",
                                    tx.tenantId().value(),
                                    "on",
                                    day,
                                    "at",
                                    Knowledge.parameter(at),
                                    "bounds",
                                    bounds.toString().replace('[', '{').replace(']', '}')),
                            AgeRow.class)
                    .map(rows -> new AgingView(day, at, currencies(bounds, rows)));
        });
    }

    private static List<Integer> bounds(String buckets) {
        var bounds = Arrays.stream(buckets.split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        boolean rising = true;
        for (int i = 0; i < bounds.size(); i++) {
            rising &= Math.abs(bounds.get(i)) <= FURTHEST && (i == 0 || bounds.get(i - 1) < bounds.get(i));
        }
        if (!rising || bounds.size() > MOST_BOUNDS) {
            throw Problem.invalid(
                    "buckets", "bounds", "Give at most " + MOST_BOUNDS + " rising numbers of days, as " + USUAL + ".");
        }
        return bounds;
    }

    private static List<CurrencyView> currencies(List<Integer> bounds, List<AgeRow> rows) {
        var byCurrency = new TreeMap<String, Map<Integer, AgeRow>>();
        for (var row : rows) {
            byCurrency.computeIfAbsent(row.currency(), _ -> new TreeMap<>()).put(row.bucket(), row);
        }
        var currencies = new ArrayList<CurrencyView>();
        byCurrency.forEach((currency, found) -> {
            var views = new ArrayList<BucketView>();
            for (int i = 0; i <= bounds.size(); i++) {
                var row = found.getOrDefault(i, new AgeRow(currency, i, 0, 0));
                views.add(new BucketView(
                        i == 0 ? null : bounds.get(i - 1) + 1,
                        i == bounds.size() ? null : bounds.get(i),
                        row.invoices(),
                        Money.of(row.minor(), currency)));
            }
            var owed = views.stream().map(BucketView::owed).reduce(Money::plus).orElseThrow();
            currencies.add(new CurrencyView(owed, views));
        });
        return currencies;
    }
}
