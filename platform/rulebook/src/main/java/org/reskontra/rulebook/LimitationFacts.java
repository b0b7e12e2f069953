package org.reskontra.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a pack can say about the time after which a claim can no longer be pursued. */
public final class LimitationFacts {

    private static final Unit<Optional<Integer>> YEARS_IF_ANY = new Unit<>(
            _ -> "years, or none",
            (entry, key, currency) -> entry.takeIfText(key, "none")
                    ? Optional.empty()
                    : Optional.of(Unit.YEARS.read(entry, key, currency)),
            years -> years.map(Unit.YEARS::write).orElse("none"));

    public static final FactKey<LimitationStart> RUNS_FROM =
            FactKey.dated("limitation.runs-from", Unit.oneOf("start", LimitationStart.class));

    private static final FactKeys<ClaimKind, Integer> YEARS = each("years");
    private static final FactKeys<ClaimKind, Integer> YEARS_AFTER_JUDGMENT = each("years-after-judgment");

    /** Years from the start after which no interruption helps against a natural person; none where there is no end. */
    public static final FactKey<Optional<Integer>> FINAL_YEARS =
            FactKey.dated("limitation.natural-person.final-years", YEARS_IF_ANY);

    /** What makes the time run anew. */
    public static final FactKey<List<InterruptionKind>> INTERRUPTIONS =
            FactKey.dated("limitation.interruptions", Unit.listOf("interruptions", InterruptionKind.class));

    /** Whether a demand counts only when it has reached the debtor. */
    public static final FactKey<Boolean> DEMAND_MUST_REACH =
            FactKey.dated("limitation.demand-must-reach", Unit.YES_OR_NO);

    /** What is left at least after proceedings that the debtor never learned of; once. */
    public static final FactKey<Integer> YEARS_AFTER_UNSERVED_PROCEEDINGS =
            FactKey.dated("limitation.years-after-unserved-proceedings", Unit.YEARS);

    /** How long before the last day somebody should act. */
    public static final FactKey<Integer> WARN_BEFORE = FactKey.always("limitation.warn-before", Unit.DAYS);

    static final List<FactKey<?>> ALL = all();

    private LimitationFacts() {}

    /** How long a claim of that kind runs. */
    public static FactKey<Integer> years(ClaimKind kind) {
        return YEARS.of(kind);
    }

    /** How long it runs once a judgment or another final decision has been given. */
    public static FactKey<Integer> yearsAfterJudgment(ClaimKind kind) {
        return YEARS_AFTER_JUDGMENT.of(kind);
    }

    private static FactKeys<ClaimKind, Integer> each(String question) {
        return new FactKeys<>("limitation", ClaimKind.class, question, Unit.YEARS);
    }

    private static List<FactKey<?>> all() {
        var all = new ArrayList<FactKey<?>>();
        all.add(RUNS_FROM);
        all.addAll(YEARS.all());
        all.addAll(YEARS_AFTER_JUDGMENT.all());
        all.addAll(
                List.of(FINAL_YEARS, INTERRUPTIONS, DEMAND_MUST_REACH, YEARS_AFTER_UNSERVED_PROCEEDINGS, WARN_BEFORE));
        return List.copyOf(all);
    }
}
