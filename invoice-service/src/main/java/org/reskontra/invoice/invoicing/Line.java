package org.reskontra.invoice.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.reskontra.contracts.Money;

/**
 * One line of an invoice.
 *
 * @param quantity not zero; negative takes goods back
 * @param unitPrice price of {@code per} units; never negative
 * @param per how many units the price is for, above zero: 89.25 kr per 100 kWh needs no fraction of an öre
 * @param adjustment signed: a charge on the line adds, a discount takes off
 * @param vatRate fraction, 0.25 is 25 %
 */
public record Line(
        String description,
        BigDecimal quantity,
        Money unitPrice,
        BigDecimal per,
        Money adjustment,
        BigDecimal vatRate) {

    /** Two lines that say the same are equal, however many zeros their decimals end with. */
    public Line {
        quantity = VatSubtotal.withoutTrailingZeros(quantity);
        per = VatSubtotal.withoutTrailingZeros(per);
        vatRate = VatSubtotal.withoutTrailingZeros(vatRate);
    }

    /** Price times quantity, rounded half up to the minor unit, and then adjusted. */
    public Money amount() {
        var minor = BigDecimal.valueOf(unitPrice.minor()).multiply(quantity).divide(per, 0, RoundingMode.HALF_UP);
        return new Money(minor.longValueExact(), unitPrice.currency()).plus(adjustment);
    }
}
