package org.reskontra.invoice.books;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.interest.InterestResult.Computed;
import org.reskontra.rulebook.interest.Stretch;

/**
 * How an amount of late interest came about; kept with its posting for good.
 *
 * @param pack id of the rule pack that was used
 */
@Schema(description = "Each node of the tree can be recomputed from its inputs and parts")
public record InterestCalculation(Money interest, List<Stretch> stretches, String pack, Trace tree) {

    public static InterestCalculation of(Computed computed) {
        return new InterestCalculation(computed.interest(), computed.stretches(), computed.pack(), computed.trace());
    }
}
