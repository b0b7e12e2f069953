package org.reskontra.creditcheck.bookkeeping;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.CustomerId;
import org.reskontra.contracts.Money;
import org.reskontra.creditcheck.scoring.Behaviour;
import org.reskontra.kit.db.Tx;

/** Looks a customer up in the book. */
@ApplicationScoped
public class Accounts {

    private static final String TOTALS = """
            select b.settled, b.settled_late, b.days_late, b.at_collection,
                   (select min(e.due_date) from book_entry e
                    where e.tenant_id = b.tenant_id and e.customer_id = b.customer_id and e.outstanding_minor > 0)
            from customer_book b where b.tenant_id = :tenant and b.customer_id = :customer""";

    private static final String OWED = """
            select cast(currency as text), outstanding_minor from customer_exposure
            where tenant_id = :tenant and customer_id = :customer and outstanding_minor > 0 order by currency""";

    public Uni<CustomerAccount> of(Tx tx, CustomerId customer) {
        return tx.session()
                .createNativeQuery(TOTALS, Object[].class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", customer.value())
                .getSingleResultOrNull()
                .chain(totals -> totals == null
                        ? Uni.createFrom().item(new CustomerAccount(false, List.of(), Behaviour.UNKNOWN))
                        : owed(tx, customer)
                                .map(owed -> new CustomerAccount(true, owed, behaviour(totals, tx.today()))));
    }

    private static Uni<List<Money>> owed(Tx tx, CustomerId customer) {
        return tx.session()
                .createNativeQuery(OWED, Object[].class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("customer", customer.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> Money.of(((Number) row[1]).longValue(), (String) row[0]))
                        .toList());
    }

    private static Behaviour behaviour(Object[] row, LocalDate today) {
        var oldestDue = date(row[4]);
        long overdue = oldestDue == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(oldestDue, today));
        return new Behaviour(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).intValue(),
                Math.toIntExact(overdue));
    }

    private static @Nullable LocalDate date(@Nullable Object column) {
        return column instanceof Date sql ? sql.toLocalDate() : (LocalDate) column;
    }
}
