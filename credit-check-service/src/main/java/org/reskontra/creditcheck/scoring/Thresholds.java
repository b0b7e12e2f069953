package org.reskontra.creditcheck.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refuses thresholds that make no sense. */
final class Thresholds {

    private Thresholds() {}

    static void share(String where, String name, @Nullable BigDecimal share) {
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw new PolicyRefused(where, name + " is a share from 0 to 1, not " + share);
        }
    }

    static void notNegative(String where, String name, @Nullable BigDecimal number) {
        if (number != null && number.signum() < 0) {
            throw new PolicyRefused(where, name + " is negative");
        }
    }

    static void notNegative(String where, String name, @Nullable Integer number) {
        if (number != null && number < 0) {
            throw new PolicyRefused(where, name + " is negative");
        }
    }
}
