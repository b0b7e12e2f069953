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

    static BigDecimal withoutTrailingZeros(BigDecimal rate) {
        return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }
}
