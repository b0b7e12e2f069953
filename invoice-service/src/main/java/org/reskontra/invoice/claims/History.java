package org.reskontra.invoice.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reskontra.contracts.PaymentId;
import org.reskontra.contracts.WriteOffId;

/**
 * All that a claim has to remember to be reckoned anew: what was told, and what stands in the ledger because of it.
 *
 * @param fees by day
 * @param interest by last day
 * @param payments by day; those of one day as they were told
 * @param writeOffs by day; those of one day as they were told
 */
public record History(
        List<ReminderCharge> fees,
        List<PostedInterest> interest,
        List<BookedPayment> payments,
        List<GivenUp> writeOffs) {

    public static final History NOTHING = new History(List.of(), List.of(), List.of(), List.of());

    private static final Comparator<Fact> IN_TIME = Comparator.comparing(Fact::on)
            .thenComparing(fact -> switch (fact) {
                case BookedPayment _ -> 0; // money of a day counts before a reminder of that day
                case ReminderCharge _ -> 1;
                case GivenUp _ -> 2; // it gives up the fee of its day too
            });

    public History {
        fees = List.copyOf(fees);
        interest = List.copyOf(interest);
        payments = List.copyOf(payments);
        writeOffs = List.copyOf(writeOffs);
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

    /** What came before a fact that is told only now; what was told before it of the same kind and day did. */
    History before(Fact told) {
        var paid = only(payments, payment -> !comesAfter(payment, told));
        return new History(
                only(fees, fee -> !comesAfter(fee, told)),
                only(interest, one -> !one.through().isAfter(told.on())),
                paid,
                writeOffs.stream()
                        .filter(one -> !comesAfter(one, told))
                        .map(one -> one.keeping(recovery -> paid.stream()
                                .anyMatch(payment -> payment.receipt().payment().equals(recovery.payment()))))
                        .toList());
    }

    /** The facts that come after one that is told only now, in order. */
    List<Fact> after(Fact told) {
        return Stream.of(payments, fees, writeOffs)
                .<Fact>flatMap(List::stream)
                .filter(fact -> comesAfter(fact, told))
                .sorted(IN_TIME)
                .toList();
    }

    History with(ReminderCharge fee) {
        return new History(sorted(fees, fee, IN_TIME), interest, payments, writeOffs);
    }

    History with(BookedPayment payment) {
        return new History(fees, interest, sorted(payments, payment, IN_TIME), writeOffs);
    }

    History with(GivenUp writeOff) {
        return new History(fees, interest, payments, sorted(writeOffs, writeOff, IN_TIME));
    }

    History with(PostedInterest posted) {
        return new History(
                fees, sorted(interest, posted, Comparator.comparing(PostedInterest::through)), payments, writeOffs);
    }

    History without(PostedInterest withdrawn) {
        return new History(fees, only(interest, one -> !one.equals(withdrawn)), payments, writeOffs);
    }

    History replacing(ReminderCharge old, ReminderCharge now) {
        return new History(replaced(fees, old, now), interest, payments, writeOffs);
    }

    History replacing(BookedPayment old, BookedPayment now) {
        return new History(fees, interest, replaced(payments, old, now), writeOffs);
    }

    History replacing(GivenUp old, GivenUp now) {
        return new History(fees, interest, payments, replaced(writeOffs, old, now));
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
