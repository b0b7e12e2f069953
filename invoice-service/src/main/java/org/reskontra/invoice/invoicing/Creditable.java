package org.reskontra.invoice.invoicing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Money;

/**
 * An invoice, and what was not credited of it.
 *
 * @param left what is left of its totals, a subtotal for each of its rates
 * @param notes how many credit notes it has
 */
public record Creditable(LocalDate issueDate, PriceBasis prices, Totals left, int notes) {

    /**
     * An invoice after its credit notes.
     *
     * @param credited the totals of each
     */
    public static Creditable of(LocalDate issueDate, PriceBasis prices, Totals invoiced, List<Totals> credited) {
        var vat = invoiced.vat().stream()
                .map(rate -> {
                    var left = rate;
                    for (var note : credited) {
                        left = at(note.vat(), rate.rate()).map(left::minus).orElse(left);
                    }
                    return left;
                })
                .toList();
        var rounding = credited.stream().map(Totals::rounding).reduce(invoiced.rounding(), Money::minus);
        return new Creditable(issueDate, prices, Totals.stated(vat, rounding), credited.size());
    }

    /** What is left at a rate; empty: the invoice has no such rate. */
    Optional<VatSubtotal> at(BigDecimal rate) {
        return at(left.vat(), rate);
    }

    /** All of it. */
    Totals whole() {
        return written(left.vat(), left.rounding());
    }

    /**
     * Part of it: the same share of each rate and of the rounding, to the minor unit, and of each rate the VAT in
     * proportion. Parts that are taken one after another take all of it in the end.
     *
     * @param gross above zero, at most what is left
     */
    Totals share(Money gross) {
        var parts = new ArrayList<Money>();
        left.vat().forEach(rate -> parts.add(rate.gross()));
        parts.add(left.rounding());
        var shares = shares(gross, parts);
        var vat = new ArrayList<VatSubtotal>();
        for (int i = 0; i < left.vat().size(); i++) {
            vat.add(left.vat().get(i).ofGross(shares.get(i)));
        }
        return written(vat, shares.getLast());
    }

    /**
     * What lines come to. The last that is credited at a rate takes its VAT with it, and the last of all the rounding, so
     * that no minor unit is left behind.
     *
     * @param byRate the subtotals of the lines, each at a rate of the invoice and none beyond what is left
     */
    Totals lines(List<VatSubtotal> byRate) {
        var vat = byRate.stream()
                .map(wanted -> {
                    var rest = at(wanted.rate()).orElseThrow();
                    return wanted.net().equals(rest.net()) ? rest : wanted.vatWithin(rest.vat());
                })
                .toList();
        boolean last = left.vat().stream()
                .allMatch(rest -> rest.isZero()
                        || at(vat, rest.rate()).filter(rest::equals).isPresent());
        return written(vat, last ? left.rounding() : Money.zero(left.rounding().currency()));
    }

    private static Optional<VatSubtotal> at(List<VatSubtotal> vat, BigDecimal rate) {
        return vat.stream().filter(one -> one.rate().compareTo(rate) == 0).findFirst();
    }

    private static Totals written(List<VatSubtotal> vat, Money rounding) {
        return Totals.stated(vat.stream().filter(rate -> !rate.isZero()).toList(), rounding);
    }

    /** A sum over parts in proportion to them; what rounding down leaves goes to those that lost most, the first first. */
    private static List<Money> shares(Money sum, List<Money> parts) {
        var whole = parts.stream().map(Money::minor).map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new ArrayList<BigInteger>();
        var lost = new ArrayList<BigInteger>();
        var rest = BigInteger.valueOf(sum.minor());
        for (var part : parts) {
            var exact = BigInteger.valueOf(part.minor()).multiply(BigInteger.valueOf(sum.minor()));
            var share = new BigDecimal(exact)
                    .divide(new BigDecimal(whole), 0, RoundingMode.FLOOR)
                    .toBigIntegerExact();
            shares.add(share);
            lost.add(exact.subtract(share.multiply(whole)));
            rest = rest.subtract(share);
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer, BigInteger>comparing(lost::get).reversed());
        for (int i = 0; i < rest.intValueExact(); i++) {
            shares.set(order.get(i), shares.get(order.get(i)).add(BigInteger.ONE));
        }
        return shares.stream()
                .map(share -> new Money(share.longValueExact(), sum.currency()))
                .toList();
    }
}
