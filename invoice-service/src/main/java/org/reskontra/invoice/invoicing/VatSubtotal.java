package org.reskontra.invoice.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.reskontra.contracts.Money;

/**
 * The lines of one VAT rate together. VAT is rounded once per rate, half up, never per line (EN 16931 BR-CO-17).
 *
 * @param rate fraction, without trailing zeros, so that 0.25 and 0.250 are one rate
 */
public record VatSubtotal(BigDecimal rate, Money net, Money vat) {

    public VatSubtotal {
        rate = withoutTrailingZeros(rate);
    }

    /** VAT on top of a net amount. */
    static VatSubtotal onTop(BigDecimal rate, Money net) {
        return new VatSubtotal(rate, net, net.times(rate, RoundingMode.HALF_UP));
    }

    /** VAT inside a gross amount; what rounding leaves over stays in the net, so that the sum is the gross. */
    static VatSubtotal inside(BigDecimal rate, Money gross) {
        var vat = BigDecimal.valueOf(gross.minor())
                .multiply(rate)
                .divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP);
        var money = new Money(vat.longValueExact(), gross.currency());
        return new VatSubtotal(rate, gross.minus(money), money);
    }

    /** Whether the VAT is that of the net within one whole unit of the currency, the slack of EN 16931 BR-CO-17. */
    boolean fits() {
        var exact = BigDecimal.valueOf(net.minor()).multiply(rate);
        var oneUnit = BigDecimal.ONE.movePointRight(net.currency().getDefaultFractionDigits());
        return exact.subtract(BigDecimal.valueOf(vat.minor())).abs().compareTo(oneUnit) < 0;
    }

    Money gross() {
        return net.plus(vat);
    }

    boolean isZero() {
        return net.isZero() && vat.isZero();
    }

    VatSubtotal minus(VatSubtotal other) {
        return new VatSubtotal(rate, net.minus(other.net), vat.minus(other.vat));
    }

    /** Part of it: the VAT in proportion, rounded half up; what rounding leaves over stays in the net. */
    VatSubtotal ofGross(Money part) {
        if (gross().isZero()) {
            return new VatSubtotal(rate, part, Money.zero(part.currency()));
        }
        var share = BigDecimal.valueOf(vat.minor())
                .multiply(BigDecimal.valueOf(part.minor()))
                .divide(BigDecimal.valueOf(gross().minor()), 0, RoundingMode.HALF_UP);
        var money = new Money(share.longValueExact(), part.currency());
        return new VatSubtotal(rate, part.minus(money), money);
    }

    /** With no more VAT than there is; rounding can ask for one minor unit too many. */
    VatSubtotal vatWithin(Money most) {
        boolean tooMuch = most.isNegative() ? vat.compareTo(most) < 0 : vat.compareTo(most) > 0;
        return tooMuch ? new VatSubtotal(rate, net, most) : this;
    }

    static BigDecimal withoutTrailingZeros(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
