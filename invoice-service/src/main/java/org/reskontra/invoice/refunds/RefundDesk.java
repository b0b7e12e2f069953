package org.reskontra.invoice.refunds;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Money;
import org.reskontra.contracts.PaymentId;
import org.reskontra.invoice.approvals.ApprovalRefusal;
import org.reskontra.invoice.approvals.FourEyes;
import org.reskontra.invoice.books.Booking;
import org.reskontra.invoice.books.LedgerStore;
import org.reskontra.invoice.claims.Bookkeeping;
import org.reskontra.invoice.claims.Refusal;
import org.reskontra.invoice.payments.HeldMoneyDesk;
import org.reskontra.invoice.payments.HeldMoneyDesk.Held;
import org.reskontra.invoice.payments.HeldMoneyDesk.Wanted;
import org.reskontra.invoice.refunds.RefundStore.FileRow;
import org.reskontra.invoice.refunds.RefundStore.Proposal;
import org.reskontra.invoice.transfers.BankAccount;
import org.reskontra.invoice.transfers.Pain001;
import org.reskontra.invoice.transfers.Transfer;
import org.reskontra.invoice.transfers.TransferFile;
import org.reskontra.invoice.wire.Codes;
import org.reskontra.kit.Ids;
import org.reskontra.kit.clock.BusinessClock;
import org.reskontra.kit.db.Tx;
import org.reskontra.kit.rest.Problem;
import org.reskontra.kit.tenants.Tenant;

/** Takes proposals to pay money back, what is decided of them, and makes the bank's files of what is approved. */
@ApplicationScoped
class RefundDesk {

    /** A file has at most so many refunds; the rest goes with the next. */
    static final int LARGEST_FILE = 1000;

    private final RefundStore refunds;
    private final HeldMoneyDesk held;
    private final LedgerStore ledger;
    private final BusinessClock clock;

    RefundDesk(RefundStore refunds, HeldMoneyDesk held, LedgerStore ledger, BusinessClock clock) {
        this.refunds = refunds;
        this.held = held;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a file was made of.
     *
     * @param file null: nothing of what was approved is held any more
     * @param lapsed how many refunds were not, and came to nothing
     */
    record Made(@Nullable FileRow file, int lapsed) {}

    Uni<RefundRow> propose(Tx tx, NewRefund wanted) {
        var payment = new PaymentId(wanted.paymentId());
        return held.find(tx, payment).chain(there -> {
            if (there == null) {
                throw Problem.notFound("payment", payment);
            }
            var amount = Objects.requireNonNullElse(wanted.amount(), there.amount());
            if (!amount.isPositive() || !there.covers(amount)) {
                throw Problem.refused(
                        Codes.of(Refusal.EXCESS_NOT_HELD),
                        "So much is not held",
                        "Of the payment " + there.amount() + " are held.");
            }
            var creditor = wanted.creditor().normalised();
            var proposal = new Proposal(
                    Ids.next(),
                    wanted.paymentId(),
                    amount.minor(),
                    amount.currency().getCurrencyCode(),
                    creditor.name(),
                    creditor.iban(),
                    creditor.bankgiro(),
                    wanted.note());
            return refunds.propose(tx, proposal).map(proposed -> {
                if (proposed == null) {
                    throw Problem.conflict(
                            "refund-under-way",
                            "A refund of this payment is under way",
                            "Reject it, or wait until it is in a file.");
                }
                return proposed;
            });
        });
    }

    /** It goes with the next file; one that is approved stays as it is. */
    Uni<RefundRow> approve(Tx tx, RefundId id, @Nullable String note) {
        return locked(tx, id).chain(row -> switch (row.state()) {
            case APPROVED -> Uni.createFrom().item(row);
            case PROPOSED -> {
                var nothing = Money.zero(row.currency());
                FourEyes.check(row.proposedBy(), tx.actor(), row.amount(), nothing)
                        .ifPresent(why -> {
                            throw Problem.refused(
                                    Codes.of(why),
                                    "Somebody else must approve it",
                                    "Who proposed a refund may not approve it.");
                        });
                yield refunds.decide(tx, row, RefundState.APPROVED, note);
            }
            case REJECTED, IN_FILE, LAPSED -> throw decided(row);
        });
    }

    /** It is laid aside, approved or not, as long as it is in no file. */
    Uni<RefundRow> reject(Tx tx, RefundId id, @Nullable String note) {
        return locked(tx, id).chain(row -> switch (row.state()) {
            case REJECTED -> Uni.createFrom().item(row);
            case PROPOSED, APPROVED -> refunds.decide(tx, row, RefundState.REJECTED, note);
            case IN_FILE, LAPSED -> throw decided(row);
        });
    }

    /** Makes a file of what is approved, and books it: refunds, claims, ledger and file commit together. */
    Uni<Made> file(Tx tx, LocalDate on, Currency currency) {
        return refunds.approved(tx, currency, on, LARGEST_FILE).chain(approved -> {
            if (approved.isEmpty()) {
                throw Problem.refused(
                        "no-refunds", "No refund waits for a file", "None in " + currency + " is approved.");
            }
            var wanted = approved.stream()
                    .map(row -> new Wanted(row.payment(), row.amount()))
                    .toList();
            return held.release(tx, wanted).chain(released -> file(tx, on, approved, released));
        });
    }

    private Uni<Made> file(Tx tx, LocalDate on, List<RefundRow> approved, List<Held> released) {
        Map<PaymentId, Held> byPayment = new HashMap<>();
        released.forEach(one -> byPayment.put(one.receipt().payment(), one));
        var paid = approved.stream()
                .filter(row -> byPayment.containsKey(row.payment()))
                .toList();
        var lapsed = approved.stream()
                .filter(row -> !byPayment.containsKey(row.payment()))
                .map(RefundRow::id)
                .toList();
        return refunds.lapse(tx, lapsed).chain(() -> {
            if (paid.isEmpty()) {
                return Uni.createFrom().item(new Made(null, lapsed.size()));
            }
            var file = transfers(tx, on, paid, byPayment);
            var row = row(tx, file);
            return refunds.add(
                            tx,
                            row,
                            Pain001.write(file),
                            paid.stream().map(RefundRow::id).toList())
                    .chain(() -> ledger.add(tx, bookings(on, paid, byPayment)))
                    .replaceWith(new Made(row, lapsed.size()));
        });
    }

    private TransferFile transfers(Tx tx, LocalDate on, List<RefundRow> paid, Map<PaymentId, Held> byPayment) {
        var transfers = new ArrayList<Transfer>();
        for (var row : paid) {
            var receipt = Objects.requireNonNull(byPayment.get(row.payment())).receipt();
            transfers.add(new Transfer(
                    unhyphened(row.id().toString()),
                    row.amount(),
                    row.creditorName(),
                    row.account(),
                    "Refund of payment of " + receipt.bookedOn()));
        }
        var tenant = tx.tenant();
        return new TransferFile(
                unhyphened(Ids.next().toString()),
                clock.now().truncatedTo(ChronoUnit.SECONDS),
                tenant.creditorName(),
                tenant.organisationNumber(),
                account(tenant),
                on,
                transfers);
    }

    private static BankAccount account(Tenant tenant) {
        return tenant.iban() == null
                ? new BankAccount.OfBankgiro(Objects.requireNonNull(tenant.bankgiro()))
                : new BankAccount.OfIban(tenant.iban());
    }

    private static FileRow row(Tx tx, TransferFile file) {
        return new FileRow(
                Ids.next(),
                file.messageId(),
                file.on(),
                file.transfers().size(),
                file.sum().minor(),
                file.sum().currency(),
                tx.actor(),
                file.madeAt());
    }

    private static List<Booking> bookings(LocalDate on, List<RefundRow> paid, Map<PaymentId, Held> byPayment) {
        return paid.stream()
                .map(row -> new Booking(
                        Bookkeeping.refunded(on, row.amount()),
                        on,
                        Objects.requireNonNull(byPayment.get(row.payment())).invoice(),
                        row.paymentId(),
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    private Uni<RefundRow> locked(Tx tx, RefundId id) {
        return refunds.lock(tx, id).map(row -> {
            if (row == null) {
                throw Problem.notFound("refund", id);
            }
            return row;
        });
    }

    private static Problem decided(RefundRow row) {
        return Problem.conflict(
                Codes.of(ApprovalRefusal.ALREADY_DECIDED), "The refund is decided", "It is " + row.state() + ".");
    }

    /** An id of 32 signs: banks take at most 35. */
    private static String unhyphened(String id) {
        return id.replace("-", "");
    }
}
