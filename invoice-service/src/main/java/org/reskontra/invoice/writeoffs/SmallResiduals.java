package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reskontra.contracts.InvoiceEvent.WriteOffReason;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.ClaimDesk.Done;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.writeoffs.WriteOffStore.Residual;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;

/** Writes off by itself what payments leave, where it is less than the tenant cares to claim. */
@ApplicationScoped
public class SmallResiduals {

    /** No tenant forgives more by itself. */
    static final long MOST_MINOR = 10_000;

    private final PaymentSettings settings;
    private final WriteOffStore writeOffs;
    private final ClaimDesk claims;

    SmallResiduals(PaymentSettings settings, WriteOffStore writeOffs, ClaimDesk claims) {
        this.settings = settings;
        this.writeOffs = writeOffs;
        this.claims = claims;
    }

    /** Looks at invoices on which payments have just been booked, in the transaction that booked them. */
    public Uni<Void> forgive(Tx tx, List<Done> booked) {
        Map<UUID, InvoiceRow> paid = new LinkedHashMap<>();
        booked.stream()
                .filter(done -> done.decision() instanceof Accepted)
                .forEach(done -> paid.put(done.invoice().id(), done.invoice()));
        var small = paid.values().stream()
                .filter(row -> row.claim()
                        .residualOn(new Money(MOST_MINOR, row.currency()))
                        .isPresent())
                .toList();
        return small.isEmpty()
                ? Uni.createFrom().voidItem()
                : settings.current(tx).chain(current -> forgive(tx, small, current.residual()));
    }

    private Uni<Void> forgive(Tx tx, List<InvoiceRow> small, Money tolerance) {
        var asks = new ArrayList<Ask>();
        var rows = new ArrayList<Residual>();
        for (var invoice : small) {
            invoice.claim().residualOn(tolerance).ifPresent(on -> {
                var id = Ids.next();
                var left = invoice.outstanding().total();
                var reason = WriteOffReason.SMALL_RESIDUAL;
                asks.add(new Ask(
                        invoice.id(), new ClaimCommand.WriteOff(on, new WriteOffId(id), reason, left), MoneyFrom.BANK));
                rows.add(new Residual(
                        id, invoice.id(), left.minor(), left.currency().getCurrencyCode(), reason, on));
            });
        }
        return asks.isEmpty()
                ? Uni.createFrom().voidItem()
                : claims.decide(tx, small, asks).chain(() -> writeOffs.add(tx, rows));
    }
}
