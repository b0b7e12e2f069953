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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import org.reskontra.kit.db.Tx;
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

    /** What counts after the day. */
    private static final String LATER = """
            select invoice_id, currency, minor
            from ledger_entry
            where tenant_id = :tenant and account = 1510 and value_date > :on""";

    /** What counts by the day, but was not known yet. */
    private static final String LEARNED_LATER = """
            \nunion all
            select e.invoice_id, e.currency, e.minor
            from ledger_posting p
            join ledger_entry e on e.posting_id = p.id and e.tenant_id = :tenant and e.account = 1510
            where p.tenant_id = :tenant and p.known_at > :at and p.value_date <= :on""";

    /**
     * What is owed now, without what came later: the cost follows what is open and what happened since, not the settled
     * book.
     */
    private static final String AGES = """
            with later as (
                select invoice_id, currency, sum(minor) as minor from (%s) l group by invoice_id, currency),
            by_day as (
                select currency, due_date, sum(owed_minor) as minor, count(*) as invoices
                from invoice
                where tenant_id = :tenant and state <> 'SETTLED'
                group by currency, due_date
                union all
                select i.currency, i.due_date, -l.minor,
                       cast(i.owed_minor <> l.minor as integer) - cast(i.state <> 'SETTLED' as integer)
                from later l join invoice i on i.id = l.invoice_id
                where i.tenant_id = :tenant and l.minor <> 0)
            select cast(row_to_json(a) as text) from (
                select currency, width_bucket(:on - due_date - 1, cast(cast(:bounds as text) as integer[])) as bucket,
                       sum(minor) as minor, sum(invoices) as invoices
                from by_day
                group by currency, bucket having sum(invoices) > 0
                order by currency, bucket) a""";

    private static final String AGES_OF_ALL = AGES.formatted(LATER);
    private static final String AGES_AS_KNOWN = AGES.formatted(LATER + LEARNED_LATER);

    /** How many entries came later differs too much between days for one plan to do. */
    private static final String PLAN_ANEW = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

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
            return ages(tx, day, at, bounds).map(rows -> new AgingView(day, at, currencies(bounds, rows)));
        });
    }

    private static Uni<List<AgeRow>> ages(Tx tx, LocalDate day, @Nullable Instant at, List<Integer> bounds) {
        var parameters = new HashMap<String, Object>();
        parameters.put("tenant", tx.tenantId().value());
        parameters.put("on", day);
        parameters.put("bounds", bounds.toString().replace('[', '{').replace(']', '}'));
        if (at != null) {
            parameters.put("at", at.atOffset(ZoneOffset.UTC));
        }
        return tx.session()
                .createNativeQuery(PLAN_ANEW, String.class)
                .getSingleResult()
                .chain(() -> RowJson.list(tx, at == null ? AGES_OF_ALL : AGES_AS_KNOWN, parameters, AgeRow.class));
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
