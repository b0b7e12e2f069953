package org.reskontra.invoice.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.books.LedgerViews.BalanceView;
import org.reskontra.invoice.books.LedgerViews.EntryView;
import org.reskontra.invoice.books.LedgerViews.PostingView;
import org.reskontra.invoice.books.LedgerViews.SumView;
import org.reskontra.invoice.books.LedgerViews.TrialBalance;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.invoice.tables.RowJson;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.ClaimPart;

/** The receivables ledger, for reading. */
@Path("/v1")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class LedgerResource {

    private static final String POSTINGS = """
            select cast(row_to_json(l) as text) from (
                select p.seq, p.id, p.kind, p.posted_on, p.payment_id, p.interest_through, p.rule_id, p.trace,
                       (select json_agg(json_build_object('account', e.account, 'minor', e.minor,
                                'currency', e.currency, 'part', e.part) order by e.line)
                        from ledger_entry e where e.posting_id = p.id) as entries
                from ledger_posting p
                where p.tenant_id = :tenant and p.invoice_id = :invoice and p.seq > :after
                order by p.seq limit :limit) l""";

    private static final String BALANCES = """
            select cast(row_to_json(b) as text) from (
                select account, currency, coalesce(sum(minor) filter (where minor > 0), 0) as debit,
                       coalesce(-sum(minor) filter (where minor < 0), 0) as credit
                from ledger_entry where tenant_id = :tenant and posted_on <= cast(cast(:on as text) as date)
                group by account, currency order by currency, account) b""";

    private final Transactions transactions;
    private final Caller caller;

    LedgerResource(Transactions transactions, Caller caller) {
        this.transactions = transactions;
        this.caller = caller;
    }

    private record EntryRow(int account, long minor, String currency, @Nullable ClaimPart part) {}

    private record PostingRow(
            long seq,
            UUID id,
            PostingKind kind,
            LocalDate postedOn,
            @Nullable UUID paymentId,
            @Nullable LocalDate interestThrough,
            @Nullable String ruleId,
            @Nullable JsonNode trace,
            List<EntryRow> entries) {}

    private record BalanceRow(int account, String currency, long debit, long credit) {}

    @GET
    @Path("/invoices/{id}/ledger")
    @Operation(operationId = "getInvoiceLedger", summary = "Every posting of an invoice, in the order of booking")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "ledger", value = Examples.LEDGER)))
    public Uni<Page<PostingView>> invoice(
            @PathParam("id") UUID id, @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> RowJson.list(
                                tx,
                                POSTINGS,
                                Map.of(
                                        "tenant", tx.tenantId().value(),
                                        "invoice", id,
                                        "after", from.map(LedgerResource::seq).orElse(0L),
                                        "limit", size + 1),
                                PostingRow.class)
                        .map(rows -> {
                            if (rows.isEmpty() && from.isEmpty()) {
                                throw Problem.notFound("invoice", new InvoiceId(id));
                            }
                            return Page.of(
                                    rows,
                                    size,
                                    row -> new Cursor(Long.toString(row.seq()), row.id()),
                                    LedgerResource::view);
                        }));
    }

    @GET
    @Path("/ledger/trial-balance")
    @Operation(
            operationId = "getTrialBalance",
            summary = "Debits and credits of every account up to a day; they sum to zero")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "trialBalance", value = Examples.TRIAL_BALANCE)))
    public Uni<TrialBalance> trialBalance(
            @QueryParam("on") @Nullable @Parameter(description = "Last day that counts; today when left out")
                    LocalDate on) {
        return transactions.reading(caller.tenant(), tx -> {
            var day = on == null ? tx.today() : on;
            return RowJson.list(
                            tx,
                            BALANCES,
                            Map.of("tenant", tx.tenantId().value(), "on", day.toString()),
                            BalanceRow.class)
                    .map(rows -> trialBalance(day, rows));
        });
    }

    private static TrialBalance trialBalance(LocalDate on, List<BalanceRow> rows) {
        var accounts = new ArrayList<BalanceView>();
        var sums = new TreeMap<String, SumView>();
        for (var row : rows) {
            var debit = Money.of(row.debit(), row.currency());
            var credit = Money.of(row.credit(), row.currency());
            accounts.add(new BalanceView(
                    row.account(), Account.of(row.account()).title(), debit, credit, debit.minus(credit)));
            sums.merge(row.currency(), new SumView(debit, credit, debit.minus(credit)), LedgerResource::plus);
        }
        return new TrialBalance(on, accounts, List.copyOf(sums.values()));
    }

    private static SumView plus(SumView one, SumView other) {
        return new SumView(
                one.debit().plus(other.debit()),
                one.credit().plus(other.credit()),
                one.difference().plus(other.difference()));
    }

    private static PostingView view(PostingRow row) {
        return new PostingView(
                row.id(),
                row.postedOn(),
                row.kind(),
                row.paymentId(),
                row.interestThrough(),
                row.ruleId(),
                row.trace(),
                row.entries().stream().map(LedgerResource::view).toList());
    }

    private static EntryView view(EntryRow row) {
        var amount = Money.of(row.minor(), row.currency());
        return new EntryView(
                row.account(),
                Account.of(row.account()).title(),
                amount.isPositive() ? amount : null,
                amount.isNegative() ? amount.negated() : null,
                row.part());
    }

    private static long seq(Cursor cursor) {
        try {
            return Long.parseLong(cursor.sortKey());
        } catch (NumberFormatException _) {
            throw Problem.invalid("after", "cursor", "Pass the `next` of the page before, unchanged.");
        }
    }
}
