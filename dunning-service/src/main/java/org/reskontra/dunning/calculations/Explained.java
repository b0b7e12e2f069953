package org.reskontra.dunning.calculations;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.rulebook.explain.ExplanationText;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.explain.Trace;

/** A figure in the words of a debtor's language. */
final class Explained {

    private Explained() {}

    /** A line for each step, further in the deeper it is; null where no language was asked for. */
    static @Nullable List<String> in(@Nullable Language language, Trace trace, Currency currency) {
        return language == null
                ? null
                : ExplanationText.of(trace, language, currency).lines().toList();
    }
}
