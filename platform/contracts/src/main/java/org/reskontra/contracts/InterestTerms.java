package org.reskontra.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The late-interest terms agreed with the customer.
 *
 * @param contractRate yearly rate agreed beforehand as a fraction ({@code 0.115} is 11.5 %); null: the statutory rate
 */
public record InterestTerms(@Nullable BigDecimal contractRate) {

    public static final InterestTerms STATUTORY = new InterestTerms(null);
}
