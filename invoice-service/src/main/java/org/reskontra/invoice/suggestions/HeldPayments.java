package org.reskontra.invoice.suggestions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.bankfiles.Entry;
import org.reskontra.invoice.matching.HeldMoney;
import org.reskontra.kit.db.RowJson;
import org.reskontra.kit.db.Tx;

/** What is known of payments on the work list. */
@ApplicationScoped
class HeldPayments {

    private static final String BY_ID = """
            select cast(row_to_json(h) as text) from (
                select p.amount_minor, p.currency, p.value_date, p.booking_date, p.payer, p.reference, p.state, e.said
                from payment p
                left join lateral (
                    select said from bank_entry
                    where tenant_id = :tenant and payment_id = coalesce(p.part_of, p.id) limit 1) e on true
                where p.tenant_id = :tenant and p.id = :id) h""";

    /**
     * A payment.
     *
     * @param said its entry in a file of the bank; null for one that came another way
     */
    record Row(
            long amountMinor,
            Currency currency,
            LocalDate valueDate,
            LocalDate bookingDate,
            @Nullable String payer,
            @Nullable String reference,
            String state,
            @Nullable Entry said) {

        boolean isHeld() {
            return state.equals("UNMATCHED");
        }

        HeldMoney money() {
            var amount = new Money(amountMinor, currency);
            return said == null
                    ? new HeldMoney(
                            amount,
                            valueDate.isBefore(bookingDate) ? valueDate : bookingDate,
                            payer,
                            null,
                            null,
                            reference == null ? List.of() : List.of(reference))
                    : HeldMoney.of(said, amount);
        }
    }

    Uni<@Nullable Row> find(Tx tx, PaymentId id) {
        return RowJson.single(tx, BY_ID, Map.of("tenant", tx.tenantId().value(), "id", id.value()), Row.class);
    }
}
