package org.reskontra.rulebook;

import java.util.List;
import java.util.Optional;
import org.reskontra.contracts.Money;

/**
 * A value that goes by the principal of the claim: the first tier whose limit is not exceeded holds it.
 *
 * @param tiers limits in rising order; only the last has none
 */
public record Tiers<T>(List<Tier<T>> tiers) {

    /**
     * One line of the scale.
     *
     * @param upTo highest principal of this tier, inclusive; empty for whatever is above the others
     * @param value empty where nobody has read it: then a person must look
     */
    public record Tier<T>(Optional<Money> upTo, Optional<T> value) {}

    public Tiers {
        tiers = List.copyOf(tiers);
    }

    /** The same value for every principal. */
    public static <T> Tiers<T> flat(T value) {
        return new Tiers<>(List.of(new Tier<>(Optional.empty(), Optional.of(value))));
    }

    /** The tier of a principal. {@link IllegalArgumentException} for one in another currency than the limits. */
    public Tier<T> of(Money principal) {
        for (var tier : tiers) {
            if (tier.upTo().isEmpty() || principal.compareTo(tier.upTo().get()) <= 0) {
                return tier;
            }
        }
        throw new IllegalStateException("the last tier has a limit");
    }
}
