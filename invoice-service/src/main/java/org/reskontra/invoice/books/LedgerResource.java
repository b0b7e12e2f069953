package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.reskontra.invoice.books.LedgerViews.BalanceView;
import org.reskontra.invoice.books.LedgerViews.SumView;
import org.reskontra.invoice.books.LedgerViews.TrialBalance;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.AccountPlan;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Roles;

/** The receivables ledger as a whole. */
@Path("/v1/ledger")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class LedgerResource {

    private static final String BALANCES = """
            select cast(row_to_json(b) as text) from (
                select account, currency, coalesce(sum(minor) filter (where minor > 0), 0) as debit,
                       coalesce(-sum(minor) filter (where minor < 0), 0) as credit
                from ledger_entry where tenant_id = :tenant and account > 0 and value_date <= :on
                  and known_at <= cast(cast(:at as text) as timestamptz)
                group by account, currency order by currency, account) b""";

    private final Knowledge knowledge;
    private final Caller caller;
    private final AccountPlans plans;

    LedgerResource(Knowledge knowledge, Caller caller, AccountPlans plans) {
        this.knowledge = knowledge;
        this.caller = caller;
        this.plans = plans;
    }

    private record BalanceRow(int account, String currency, long debit, long credit) {}

    @GET
    @Path("/trial-balance")
    @Operation(
            operationId = "getTrialBalance",
            summary = "Debits and credits of every account up to a day; they sum to zero",
            description = "Counts by value date; with `knownAt` what was known at that instant, for ever the same.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "trialBalance", value = Examples.TRIAL_BALANCE)))
    public Uni<TrialBalance> trialBalance(
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
                    String knownAt) {
        var asked = Filters.day("on", on);
        var at = Knowledge.instant(knownAt);
        return knowledge.reading(caller.tenant(), at, tx -> {
            var day = asked.orElse(tx.today());
            return plans.of(tx)
                    .chain(plan -> RowJson.list(
                                    tx,
                                    BALANCES,
                                    Map.of("tenant", tx.tenantId().value(), "on", day, "at", Knowledge.parameter(at)),
                                    BalanceRow.class)
                            .map(rows -> trialBalance(day, at, plan, rows)));
        });
    }

    private static TrialBalance trialBalance(
            LocalDate on, @Nullable Instant knownAt, AccountPlan plan, List<BalanceRow> rows) {
        var accounts = new ArrayList<BalanceView>();
        var sums = new TreeMap<String, SumView>();
        for (var row : rows) {
            var account = plan.name(Account.of(row.account()));
            var debit = Money.of(row.debit(), row.currency());
            var credit = Money.of(row.credit(), row.currency());
            accounts.add(new BalanceView(account.number(), account.title(), debit, credit, debit.minus(credit)));
            sums.merge(row.currency(), new SumView(debit, credit, debit.minus(credit)), LedgerResource::plus);
        }
        return new TrialBalance(on, knownAt, accounts, List.copyOf(sums.values()));
    }

    private static SumView plus(SumView one, SumView other) {
        return new SumView(
                one.debit().plus(other.debit()),
                one.credit().plus(other.credit()),
                one.difference().plus(other.difference()));
    }
}
