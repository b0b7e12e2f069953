package org.reskontra.invoice.books;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.TenantId;
import org.reskontra.invoice.wire.Filters;
import org.reskontra.kit.db.Transactions;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Looking at the books as they were known at an instant. */
@ApplicationScoped
public class Knowledge {

    /** As a parameter of a query: everything that is known. */
    private static final String ALL = "infinity";

    private static final String IS_COMPLETE = """
            select ledger_complete_through(:tenant) >= cast(cast(:at as text) as timestamptz)""";

    private final Transactions transactions;

    Knowledge(Transactions transactions) {
        this.transactions = transactions;
    }

    /** An instant with its offset; null for none. */
    public static @Nullable Instant instant(@Nullable String knownAt) {
        return Filters.read(
                        "knownAt", knownAt, text -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from))
                .orElse(null);
    }

    /** As a parameter of a query. */
    public static String parameter(@Nullable Instant knownAt) {
        return knownAt == null ? ALL : knownAt.toString();
    }

    /** Reads; 409 for an instant that is to come, or before which somebody is still posting. */
    public <T> Uni<T> reading(TenantId tenant, @Nullable Instant knownAt, Function<Tx, Uni<T>> work) {
        return transactions.reading(
                tenant,
                tx -> knownAt == null
                        ? work.apply(tx)
                        : isComplete(tx, knownAt)
                                .invoke(complete -> {
                                    if (!complete) {
                                        throw Problem.conflict(
                                                "not-known-yet",
                                                "What is known at that instant is still being written",
                                                "Ask again, or for an earlier instant than " + knownAt + ".");
                                    }
                                })
                                .chain(() -> work.apply(tx)));
    }

    private static Uni<Boolean> isComplete(Tx tx, Instant knownAt) {
        return tx.session()
                .createNativeQuery(IS_COMPLETE, Boolean.class)
                .setParameter("tenant", tx.tenantId().value())
                .setParameter("at", knownAt.toString())
                .getSingleResult();
    }
}
