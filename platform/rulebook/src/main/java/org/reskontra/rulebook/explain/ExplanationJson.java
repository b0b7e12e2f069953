package org.reskontra.rulebook.explain;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trace as maps, lists and texts, for whatever writes JSON. Its shape is {@code explanations/explanation.schema.json}.
 * Amounts are texts, so that no reader takes them through a binary fraction.
 */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** The whole tree; with nothing else but it, the figure can be recomputed. */
    public static Map<String, Object> of(Trace trace) {
        return json(Shown.of(trace), _ -> Optional.empty());
    }

    /**
     * The whole tree, with a sentence in each node.
     *
     * @param currency that of every amount in the trace
     */
    public static Map<String, Object> of(Trace trace, Language language, Currency currency) {
        return json(Shown.of(trace), shown -> Optional.of(ExplanationText.sentence(shown, language, currency)));
    }

    private static Map<String, Object> json(Shown shown, Function<Shown, Optional<String>> sentence) {
        var trace = shown.trace();
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", trace.ruleId());
        json.put("source", trace.source());
        json.put("step", trace.step().name());
        json.put("inputs", trace.inputs());
        json.put("counts", trace.counts().name());
        json.put("amount", trace.amount().toPlainString());
        sentence.apply(shown).ifPresent(text -> json.put("text", text));
        json.put(
                "parts",
                shown.parts().stream().map(part -> json(part, sentence)).toList());
        return json;
    }
}
