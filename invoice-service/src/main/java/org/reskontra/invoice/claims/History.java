package org.reskontra.invoice.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reskontra.contracts.CreditNoteId;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;

/**
 * All that a claim has to remember to be reckoned anew: what was told, and what stands in the ledger because of it.
 *
 * @param fees by day
 * @param interest by last day
 * @param payments by day; those of one day as they were told
 * @param writeOffs by day; those of one day as they were told
 * @param credits as they were told
 */
public record History(
        List<ReminderCharge> fees,
        List<PostedInterest> interest,
        List<BookedPayment> payments,
        List<GivenUp> writeOffs,
        List<CreditedPart> credits) {

    public static final History NOTHING = new History(List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Comparator<Fact> IN_TIME = Comparator.comparing(Fact::on)
            .thenComparing(fact -> switch (fact) {
                case CreditedPart _ -> 0; // never owed, so that nothing comes before it
                case BookedPayment _ -> 1; // money of a day counts before a reminder of that day
                case ReminderCharge _ -> 2;
                case GivenUp _ -> 3; // it gives up the fee of its day too
            });

    public History {
        fees = List.copyOf(fees);
        interest = List.copyOf(interest);
        payments = List.copyOf(payments);
        writeOffs = List.copyOf(writeOffs);
        credits = List.copyOf(credits);
    }

    /** The payment with that id. */
    public Optional<BookedPayment> payment(PaymentId id) {
        return payments.stream()
                .filter(payment -> payment.receipt().payment().equals(id))
                .findFirst();
    }

    /** The write-off with that id. */
    public Optional<GivenUp> writeOff(WriteOffId id) {
        return writeOffs.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The part that was credited with that note. */
    public Optional<CreditedPart> credit(CreditNoteId id) {
        return credits.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What came before a fact that is told only now; what was told before it of the same kind and day did. */
    History before(Fact told) {
        var paid = only(payments, payment -> !comesAfter(payment, told));
        return new History(
                only(fees, fee -> !comesAfter(fee, told)),
                only(interest, one -> !one.through().isAfter(told.on())),
                paid,
                recoveredBy(paid, only(writeOffs, one -> !comesAfter(one, told))),
                only(credits, one -> !comesAfter(one, told)));
    }

    /**
     * The facts that are reckoned anew when a payment is taken back, in order: from the payment on, or from the first
     * reminder whose fee is not owed, for it may be owed without the payment.
     */
    List<Fact> afterTaking(BookedPayment payment) {
        return inTime().dropWhile(fact -> !fact.equals(payment) && !isWithdrawn(fact))
                .filter(fact -> !fact.equals(payment))
                .toList();
    }

    /** What stays as it is when a payment is taken back; interest is of a payment or a write-off on its last day. */
    History beforeTaking(BookedPayment payment) {
        var anew = afterTaking(payment);
        var paid = only(payments, one -> !one.equals(payment) && !anew.contains(one));
        var givenUp = only(writeOffs, one -> !anew.contains(one));
        var days = Stream.<Fact>concat(paid.stream(), givenUp.stream())
                .map(Fact::on)
                .toList();
        return new History(
                only(fees, fee -> !anew.contains(fee)),
                only(interest, one -> days.contains(one.through())),
                paid,
                recoveredBy(paid, givenUp),
                only(credits, one -> !anew.contains(one)));
    }

    /** The facts that come after one that is told only now, in order. */
    List<Fact> after(Fact told) {
        return inTime().filter(fact -> comesAfter(fact, told)).toList();
    }

    History with(ReminderCharge fee) {
        return new History(sorted(fees, fee, IN_TIME), interest, payments, writeOffs, credits);
    }

    History with(BookedPayment payment) {
        return new History(fees, interest, sorted(payments, payment, IN_TIME), writeOffs, credits);
    }

    History with(GivenUp writeOff) {
        return new History(fees, interest, payments, sorted(writeOffs, writeOff, IN_TIME), credits);
    }

    History with(CreditedPart credit) {
        return new History(fees, interest, payments, writeOffs, sorted(credits, credit, IN_TIME));
    }

    History with(PostedInterest posted) {
        return new History(
                fees,
                sorted(interest, posted, Comparator.comparing(PostedInterest::through)),
                payments,
                writeOffs,
                credits);
    }

    History without(PostedInterest withdrawn) {
        return new History(fees, only(interest, one -> !one.equals(withdrawn)), payments, writeOffs, credits);
    }

    History without(PaymentId taken) {
        return new History(
                fees,
                interest,
                only(payments, payment -> !payment.receipt().payment().equals(taken)),
                writeOffs,
                credits);
    }

    History replacing(ReminderCharge old, ReminderCharge now) {
        return new History(replaced(fees, old, now), interest, payments, writeOffs, credits);
    }

    History replacing(BookedPayment old, BookedPayment now) {
        return new History(fees, interest, replaced(payments, old, now), writeOffs, credits);
    }

    History replacing(GivenUp old, GivenUp now) {
        return new History(fees, interest, payments, replaced(writeOffs, old, now), credits);
    }

    private Stream<Fact> inTime() {
        return Stream.of(credits, payments, fees, writeOffs)
                .<Fact>flatMap(List::stream)
                .sorted(IN_TIME);
    }

    private static List<GivenUp> recoveredBy(List<BookedPayment> paid, List<GivenUp> writeOffs) {
        var payments = paid.stream().map(payment -> payment.receipt().payment()).toList();
        return writeOffs.stream()
                .map(one -> one.keeping(recovery -> payments.contains(recovery.payment())))
                .toList();
    }

    private static boolean isWithdrawn(Fact fact) {
        return switch (fact) {
            case ReminderCharge fee -> fee.withdrawn();
            case BookedPayment _, GivenUp _, CreditedPart _ -> false;
        };
    }

    private static boolean comesAfter(Fact fact, Fact told) {
        return IN_TIME.compare(fact, told) > 0;
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static <T> List<T> sorted(List<T> all, T one, Comparator<? super T> order) {
        var more = new ArrayList<>(all);
        more.add(one);
        more.sort(order);
        return more;
    }

    private static <T> List<T> replaced(List<T> all, T old, T now) {
        return all.stream().map(one -> one.equals(old) ? now : one).toList();
    }
}
