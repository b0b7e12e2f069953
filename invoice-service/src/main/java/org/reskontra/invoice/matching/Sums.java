package org.reskontra.invoice.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reskontra.contracts.Money;

/** Which invoices of one customer come to an amount together. Few sets are tried, those that people pay by. */
final class Sums {

    /** More invoices of a customer are not tried. */
    static final int MOST_INVOICES = 24;

    private final Money amount;
    private final Map<List<Weighed>, Clue> found = new LinkedHashMap<>();

    private Sums(Money amount) {
        this.amount = amount;
    }

    /**
     * Sets of two invoices or more that come to the amount, each with what is special about it.
     *
     * @param open invoices of one customer, oldest first
     */
    static Map<List<Weighed>, Clue> of(Money amount, List<Weighed> open) {
        var sums = new Sums(amount);
        boolean all = open.size() <= MOST_INVOICES;
        var tried = all ? open : open.subList(0, MOST_INVOICES);
        sums.tryOldest(tried, all);
        sums.tryPairs(tried);
        sums.tryNamed(open);
        return sums.found;
    }

    private void tryOldest(List<Weighed> tried, boolean all) {
        var sum = Money.zero(amount.currency());
        for (int size = 1; size <= tried.size(); size++) {
            sum = sum.plus(tried.get(size - 1).owed());
            if (size > 1 && sum.equals(amount)) {
                found.put(
                        List.copyOf(tried.subList(0, size)),
                        all && size == tried.size() ? Clue.AMOUNT_OF_ALL : Clue.AMOUNT_OF_OLDEST);
            }
        }
    }

    private void tryPairs(List<Weighed> tried) {
        for (int one = 0; one < tried.size(); one++) {
            for (int other = one + 1; other < tried.size(); other++) {
                if (tried.get(one).owed().plus(tried.get(other).owed()).equals(amount)) {
                    found.putIfAbsent(List.of(tried.get(one), tried.get(other)), Clue.AMOUNT_OF_SEVERAL);
                }
            }
        }
    }

    private void tryNamed(List<Weighed> open) {
        var named = open.stream().filter(Weighed::isNamed).toList();
        var sum = named.stream().map(Weighed::owed).reduce(Money.zero(amount.currency()), Money::plus);
        if (named.size() > 1 && sum.equals(amount)) {
            found.putIfAbsent(named, Clue.AMOUNT_OF_SEVERAL);
        }
    }
}
