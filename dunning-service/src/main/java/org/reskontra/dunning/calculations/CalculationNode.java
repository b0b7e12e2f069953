package org.reskontra.dunning.calculations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.reskontra.rulebook.explain.Trace;

@Schema(
        name = "CalculationNode",
        description = "How a figure came about; every node can be recomputed from its inputs and parts")
record CalculationNode(
        String ruleId,

        @Schema(description = "The act, notice or contract behind it")
        String source,

        Trace.Step step,
        Map<String, String> inputs,

        @Schema(description = "What the amount is a number of")
        Trace.Counts counts,

        BigDecimal amount,
        List<CalculationNode> parts) {

    static CalculationNode of(Trace trace) {
        return new CalculationNode(
                trace.ruleId(),
                trace.source(),
                trace.step(),
                trace.inputs(),
                trace.counts(),
                trace.amount(),
                trace.parts().stream().map(CalculationNode::of).toList());
    }
}
