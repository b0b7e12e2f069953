package org.reskontra.invoice.inquiries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.books.InterestCalculation;
import org.reskontra.invoice.books.Knowledge;
import org.reskontra.invoice.statements.Posted;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.json.Json;
import org.reskontra.rulebook.ClaimPart;

/** What the ledger says of one invoice. */
@ApplicationScoped
class StatementStore {

    private static final String POSTED = """
            select cast(row_to_json(m) as text) from (
                select p.id as posting, p.kind, p.value_date, p.payment_id, p.interest_through, p.rule_id,
                       p.trace, e.part, e.minor, e.currency
                from ledger_posting p join ledger_entry e on e.posting_id = p.id
                where p.tenant_id = :tenant and p.invoice_id = :invoice and e.part is not null
                  and p.known_at <= cast(cast(:at as text) as timestamptz)
                order by p.seq, e.line) m""";

    private record Row(
            UUID posting,
            String kind,
            LocalDate valueDate,
            @Nullable UUID paymentId,
            @Nullable LocalDate interestThrough,
            @Nullable String ruleId,
            @Nullable JsonNode trace,
            ClaimPart part,
            long minor,
            String currency) {}

    /** What was posted on a claim as known at an instant, in the order of booking. */
    Uni<List<Posted>> posted(Tx tx, InvoiceId invoice, @Nullable Instant knownAt) {
        return RowJson.list(
                        tx,
                        POSTED,
                        Map.of(
                                "tenant", tx.tenantId().value(),
                                "invoice", invoice.value(),
                                "at", Knowledge.parameter(knownAt)),
                        Row.class)
                .map(rows -> rows.stream().map(StatementStore::posted).toList());
    }

    private static Posted posted(Row row) {
        return new Posted(
                row.posting(),
                row.kind(),
                row.valueDate(),
                row.part(),
                Money.of(row.minor(), row.currency()),
                Optional.ofNullable(row.paymentId()).map(PaymentId::new),
                Optional.ofNullable(row.interestThrough()),
                Optional.ofNullable(row.ruleId()),
                Optional.ofNullable(row.trace())
                        .map(StatementStore::calculation)
                        .map(InterestCalculation::tree));
    }

    private static InterestCalculation calculation(JsonNode trace) {
        try {
            return Json.events().treeToValue(trace, InterestCalculation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a posting's calculation cannot be read", e);
        }
    }
}
