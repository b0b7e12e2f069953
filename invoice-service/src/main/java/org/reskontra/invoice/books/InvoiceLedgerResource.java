package org.reskontra.invoice.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.books.LedgerViews.EntryView;
import org.reskontra.invoice.books.LedgerViews.PostingView;
import org.reskontra.invoice.ledger.Account;
import org.reskontra.invoice.ledger.AccountPlan;
import org.reskontra.invoice.ledger.PostingKind;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.rest.Caller;
import org.reskontra.kit.rest.Cursor;
import org.reskontra.kit.rest.Page;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.rest.Roles;
import org.reskontra.rulebook.ClaimPart;

/** What is posted on one invoice. */
@Path("/v1/invoices/{id}/ledger")
@Tag(name = "Ledger")
@RolesAllowed({Roles.INTEGRATOR, Roles.CLERK, Roles.AUDITOR})
public class InvoiceLedgerResource {

    private static final String POSTINGS = """
            select cast(row_to_json(l) as text) from (
                select p.seq, p.id, p.kind, p.value_date, p.booking_date, p.known_at, p.actor, p.payment_id,
                       p.interest_through, p.rule_id, p.trace,
                       (select json_agg(json_build_object('account', e.account, 'minor', e.minor,
                                'currency', e.currency, 'part', e.part) order by e.line)
                        from ledger_entry e where e.posting_id = p.id) as entries
                from ledger_posting p
                where p.tenant_id = :tenant and p.invoice_id = :invoice and p.seq > :after
                order by p.seq limit :limit) l""";

    private final Transactions transactions;
    private final Caller caller;
    private final AccountPlans plans;

    InvoiceLedgerResource(Transactions transactions, Caller caller, AccountPlans plans) {
        this.transactions = transactions;
        this.caller = caller;
        this.plans = plans;
    }

    private record EntryRow(
            int account,
            long minor,
            String currency,
            @Nullable ClaimPart part) {}

    private record PostingRow(
            long seq,
            UUID id,
            PostingKind kind,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant knownAt,
            String actor,
            @Nullable UUID paymentId,
            @Nullable LocalDate interestThrough,
            @Nullable String ruleId,
            @Nullable JsonNode trace,
            List<EntryRow> entries) {}

    @GET
    @Operation(operationId = "getInvoiceLedger", summary = "Every posting of an invoice, in the order of booking")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "ledger", value = Examples.LEDGER)))
    public Uni<Page<PostingView>> invoice(
            @PathParam("id") UUID id, @QueryParam("limit") @Nullable Integer limit, @QueryParam("after") String after) {
        int size = Cursor.limit(limit);
        var from = Cursor.decode(after);
        return transactions.reading(
                caller.tenant(),
                tx -> plans.of(tx)
                        .chain(plan -> RowJson.list(
                                        tx,
                                        POSTINGS,
                                        Map.of(
                                                "tenant",
                                                tx.tenantId().value(),
                                                "invoice",
                                                id,
                                                "after",
                                                from.map(InvoiceLedgerResource::seq)
                                                        .orElse(0L),
                                                "limit",
                                                size + 1),
                                        PostingRow.class)
                                .map(rows -> {
                                    if (rows.isEmpty() && from.isEmpty()) {
                                        throw Problem.notFound("invoice", new InvoiceId(id));
                                    }
                                    return Page.of(
                                            rows,
                                            size,
                                            row -> new Cursor(Long.toString(row.seq()), row.id()),
                                            row -> view(row, plan));
                                })));
    }

    private static PostingView view(PostingRow row, AccountPlan plan) {
        return new PostingView(
                row.id(),
                row.valueDate(),
                row.bookingDate(),
                row.knownAt(),
                row.actor(),
                row.kind(),
                row.paymentId(),
                row.interestThrough(),
                row.ruleId(),
                row.trace(),
                row.entries().stream().map(entry -> view(entry, plan)).toList());
    }

    private static EntryView view(EntryRow row, AccountPlan plan) {
        var account = plan.name(Account.of(row.account()));
        var amount = Money.of(row.minor(), row.currency());
        return new EntryView(
                account.number(),
                account.title(),
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
