package org.reskontra.invoice.invoices;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reskontra.contracts.InvoiceId;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;

/** Invoices that a caller has named, locked: one that is not there is answered with 404. */
@ApplicationScoped
public class NamedInvoices {

    private final InvoiceStore invoices;

    NamedInvoices(InvoiceStore invoices) {
        this.invoices = invoices;
    }

    /** Those that are there of the ones that were named. */
    public static final class Locked {

        private final Map<UUID, InvoiceRow> byId;

        private Locked(List<InvoiceRow> rows) {
            byId = rows.stream().collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
        }

        /** An invoice, or 404. */
        public InvoiceRow get(UUID id) {
            var row = byId.get(id);
            if (row == null) {
                throw Problem.notFound("invoice", new InvoiceId(id));
            }
            return row;
        }
    }

    public Uni<InvoiceRow> lock(Tx tx, UUID id) {
        return lock(tx, List.of(id)).map(locked -> locked.get(id));
    }

    public Uni<Locked> lock(Tx tx, Collection<UUID> ids) {
        return invoices.lock(tx, ids).map(Locked::new);
    }
}
