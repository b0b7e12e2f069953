package org.reskontra.invoice.invoicing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reskontra.contracts.Money;

/**
 * What an invoice comes to.
 *
 * @param vat one subtotal per rate, lowest rate first
 * @param rounding what rounding the sum to pay added (or took off, negative); less than one whole unit
 * @param gross what the debtor is to pay: net, VAT and rounding
 */
public record Totals(List<VatSubtotal> vat, Money net, Money vatTotal, Money rounding, Money gross) {

    public Totals {
        vat = List.copyOf(vat);
        if (!net.plus(vatTotal).plus(rounding).equals(gross)) {
            throw new IllegalArgumentException("the totals of an invoice must add up to " + gross);
        }
    }

    /** Sums the lines of each rate, then takes VAT once per rate. All lines are in the currency of {@code rounding}. */
    public static Totals of(List<Line> lines, PriceBasis prices, Money rounding) {
        Map<BigDecimal, Money> byRate = new TreeMap<>();
        for (var line : lines) {
            byRate.merge(VatSubtotal.withoutTrailingZeros(line.vatRate()), line.amount(), Money::plus);
        }
        return stated(
                byRate.entrySet().stream()
                        .map(rate -> switch (prices) {
                            case VAT_EXCLUDED -> VatSubtotal.onTop(rate.getKey(), rate.getValue());
                            case VAT_INCLUDED -> VatSubtotal.inside(rate.getKey(), rate.getValue());
                        })
                        .toList(),
                rounding);
    }

    /** Totals of a document that states its own VAT. */
    public static Totals stated(List<VatSubtotal> vat, Money rounding) {
        var zero = Money.zero(rounding.currency());
        var net = vat.stream().map(VatSubtotal::net).reduce(zero, Money::plus);
        var vatTotal = vat.stream().map(VatSubtotal::vat).reduce(zero, Money::plus);
        return new Totals(vat, net, vatTotal, rounding, net.plus(vatTotal).plus(rounding));
    }
}
