package org.reskontra.invoice.writeoffs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.WriteOffId;
import org.reskontra.invoice.approvals.ApprovalRefusal;
import org.reskontra.invoice.approvals.FourEyes;
import org.reskontra.invoice.claims.Bookkeeping.MoneyFrom;
import org.reskontra.invoice.claims.ClaimCommand;
import org.reskontra.invoice.claims.ClaimEvent.WrittenOff;
import org.reskontra.invoice.claims.Claims;
import org.reskontra.invoice.claims.Decision.Accepted;
import org.reskontra.invoice.claims.Decision.Refused;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.invoices.ClaimDesk;
import org.reskontra.invoice.invoices.ClaimDesk.Ask;
import org.reskontra.invoice.invoices.InvoiceRow;
import org.reskontra.invoice.invoices.NamedInvoices;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.invoice.writeoffs.WriteOffStore.Proposal;
import org.reskontra.kit.Ids;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;
import org.reskontra.rulebook.Rulebook;

/** Takes proposals to give up what is owed, and what is decided of them. */
@ApplicationScoped
class WriteOffDesk {

    private final WriteOffStore writeOffs;
    private final NamedInvoices invoices;
    private final ClaimDesk claims;
    private final PaymentSettings settings;

    WriteOffDesk(WriteOffStore writeOffs, NamedInvoices invoices, ClaimDesk claims, PaymentSettings settings) {
        this.writeOffs = writeOffs;
        this.invoices = invoices;
        this.claims = claims;
        this.settings = settings;
    }

    Uni<WriteOffRow> propose(Tx tx, UUID invoice, NewWriteOff wanted) {
        var id = Ids.next();
        return invoices.lock(tx, invoice).chain(row -> {
            // as it would be decided if it were approved at once
            var command = new ClaimCommand.WriteOff(tx.today(), new WriteOffId(id), wanted.reason(), wanted.amount());
            if (Claims.decide(Rulebook.standard().pack(row.country()), row.claimState(), command)
                    instanceof Refused(var why)) {
                throw refused(why);
            }
            var proposal = new Proposal(
                    id,
                    invoice,
                    wanted.amount() == null ? null : wanted.amount().minor(),
                    row.currency().getCurrencyCode(),
                    wanted.reason(),
                    wanted.note());
            return writeOffs.propose(tx, proposal).map(proposed -> {
                if (proposed == null) {
                    throw Problem.conflict(
                            "write-off-waits",
                            "A write-off of this invoice waits already",
                            "Approve or reject the one that waits first.");
                }
                return proposed;
            });
        });
    }

    /** Books what was proposed; one that is booked stays as it is. */
    Uni<WriteOffRow> approve(Tx tx, WriteOffId id, @Nullable String note) {
        return waiting(tx, id, WriteOffState.BOOKED)
                .chain(row -> row.state() == WriteOffState.BOOKED
                        ? Uni.createFrom().item(row)
                        : invoices.lock(tx, row.invoiceId()).chain(invoice -> book(tx, row, invoice, note)));
    }

    /** Lays a proposal aside; one that is rejected stays as it is. */
    Uni<WriteOffRow> reject(Tx tx, WriteOffId id, @Nullable String note) {
        return waiting(tx, id, WriteOffState.REJECTED)
                .chain(row -> row.state() == WriteOffState.REJECTED
                        ? Uni.createFrom().item(row)
                        : writeOffs.reject(tx, row, note));
    }

    private Uni<WriteOffRow> book(Tx tx, WriteOffRow row, InvoiceRow invoice, @Nullable String note) {
        var ask = new Ask(invoice.id(), row.command(tx.today()), MoneyFrom.BANK);
        return settings.current(tx)
                .chain(allowed -> claims.decide(tx, List.of(invoice), List.of(ask))
                        .chain(done -> switch (done.getFirst().decision()) {
                            case Refused(var why) -> throw refused(why);
                            case Accepted(var events) -> {
                                var written = (WrittenOff) events.stream()
                                        .filter(WrittenOff.class::isInstance)
                                        .findFirst()
                                        .orElseThrow();
                                var amount = written.allocation().total();
                                FourEyes.check(row.proposedBy(), tx.actor(), amount, allowed.ownApproval())
                                        .ifPresent(why -> {
                                            throw refused(why);
                                        });
                                yield writeOffs.book(tx, row, amount.minor(), written.on(), note);
                            }
                        }));
    }

    private Uni<WriteOffRow> waiting(Tx tx, WriteOffId id, WriteOffState wanted) {
        return writeOffs.lock(tx, id).map(row -> {
            if (row == null) {
                throw Problem.notFound("write-off", id);
            }
            if (row.state() != WriteOffState.PROPOSED && row.state() != wanted) {
                throw Problem.conflict(
                        Codes.of(ApprovalRefusal.ALREADY_DECIDED),
                        "The write-off is decided",
                        "It is " + row.state() + " since " + row.decidedAt() + ".");
            }
            return row;
        });
    }

    private static Problem refused(Refusal why) {
        return Problem.refused(
                Codes.of(why), "This cannot be written off", "What is owed on the invoice does not allow it.");
    }

    private static Problem refused(ApprovalRefusal why) {
        return Problem.refused(
                Codes.of(why),
                "Somebody else must approve it",
                "Who proposed a write-off may approve it only up to the tenant's own limit.");
    }
}
