package org.reskontra.acceptance.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reskontra.contracts.Money;

/**
 * What a clerk wants to know at the end.
 *
 * @param paidByDueDate invoices on which nothing was owed any more at the end of their due date
 * @param paidAfterDueDate invoices settled later than that
 * @param amounts by currency code
 */
public record Figures(
        int issued,
        int paidByDueDate,
        int paidAfterDueDate,
        int remindersSent,
        int handedToCollection,
        int settled,
        Map<String, Amounts> amounts) {

    /**
     * Sums of one currency in minor units.
     *
     * @param fees reminder fees posted
     * @param interest late interest posted
     * @param owedPrincipal still owed at the end
     * @param owedInterest still owed at the end, as posted
     * @param owedCosts still owed at the end
     */
    public record Amounts(long fees, long interest, long owedPrincipal, long owedInterest, long owedCosts) {

        public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

        Amounts plus(Amounts other) {
            return new Amounts(
                    Math.addExact(fees, other.fees),
                    Math.addExact(interest, other.interest),
                    Math.addExact(owedPrincipal, other.owedPrincipal),
                    Math.addExact(owedInterest, other.owedInterest),
                    Math.addExact(owedCosts, other.owedCosts));
        }
    }

    public Figures {
        amounts = Map.copyOf(amounts);
    }

    /** In words, where two counts differ; empty when they agree. */
    public List<String> differences(String here, Figures other, String there) {
        var differences = new ArrayList<String>();
        var ours = lines();
        other.lines().forEach((name, value) -> {
            var own = ours.getOrDefault(name, 0L);
            if (!own.equals(value)) {
                differences.add(name + " is " + own + " " + here + " and " + value + " " + there);
            }
            ours.remove(name);
        });
        ours.forEach((name, value) -> {
            if (value != 0) {
                differences.add(name + " is " + value + " " + here + " and 0 " + there);
            }
        });
        return differences;
    }

    private Map<String, Long> lines() {
        var lines = new TreeMap<String, Long>();
        lines.put("issued", (long) issued);
        lines.put("paid by the due date", (long) paidByDueDate);
        lines.put("paid after the due date", (long) paidAfterDueDate);
        lines.put("reminders sent", (long) remindersSent);
        lines.put("handed to collection", (long) handedToCollection);
        lines.put("settled", (long) settled);
        amounts.forEach((currency, sums) -> {
            lines.put("fees posted, minor " + currency, sums.fees());
            lines.put("interest posted, minor " + currency, sums.interest());
            lines.put("principal owed, minor " + currency, sums.owedPrincipal());
            lines.put("posted interest owed, minor " + currency, sums.owedInterest());
            lines.put("costs owed, minor " + currency, sums.owedCosts());
        });
        return lines;
    }

    /** Adds up figures while they are found. */
    static final class Sheet {

        int issued;
        int paidByDueDate;
        int paidAfterDueDate;
        int remindersSent;
        int handedToCollection;
        int settled;
        private final Map<String, Amounts> amounts = new TreeMap<>();

        void fee(Money fee) {
            add(fee, new Amounts(fee.minor(), 0, 0, 0, 0));
        }

        void interest(Money interest) {
            add(interest, new Amounts(0, interest.minor(), 0, 0, 0));
        }

        void owed(Money principal, Money interest, Money costs) {
            add(principal, new Amounts(0, 0, principal.minor(), interest.minor(), costs.minor()));
        }

        private void add(Money some, Amounts more) {
            amounts.merge(some.currency().getCurrencyCode(), more, Amounts::plus);
        }

        Figures figures() {
            return new Figures(
                    issued, paidByDueDate, paidAfterDueDate, remindersSent, handedToCollection, settled, amounts);
        }
    }
}
