package org.reskontra.rulebook.costs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.contracts.Money;
import org.reskontra.rulebook.CollectionCost;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.TraceCheck;

/**
 * Words for tables about the costs of collection. Measures are written {@code reminder +14, plan of 4 +28}: {@code +14}
 * is 14 days after the due date; {@code of} counts instalments, {@code for} days of an extension, {@code at} is what is
 * asked for, where it is not the most allowed. A debt is {@code plain}, or some of {@code agreed} (reminder costs were
 * accepted when it arose), {@code compensation} (is claimed) and {@code enforceable} (without a judgment).
 */
public final class CostTable {

    private CostTable() {}

    public static LateDebt debt(RulePack pack, String debtor, String principal, String due, String kind) {
        return new LateDebt(
                DebtorKind.valueOf(debtor),
                money(pack, principal),
                LocalDate.parse(due),
                kind.contains("enforceable"),
                kind.contains("agreed"),
                kind.contains("compensation"));
    }

    public static CostStatement statement(RulePack pack, LateDebt debt, @Nullable String measures) {
        return decide(pack, debt, measures).statement();
    }

    public static CostResult decide(RulePack pack, LateDebt debt, @Nullable String measures) {
        var result = DebtCosts.decide(pack, debt, steps(pack, debt.due(), measures));
        var statement = result.statement();
        assertEquals(
                statement.total().minor(),
                TraceCheck.recompute(statement.trace()).longValueExact());
        return result;
    }

    /** A row: what each measure may cost, what all of them may, what is to be paid, and what a person must look at. */
    static void assertCosts(
            RulePack pack,
            LateDebt debt,
            @Nullable String measures,
            @Nullable String each,
            String costs,
            String total,
            String person) {
        var result = decide(pack, debt, measures);
        assertEquals(each == null ? "" : each, each(result.statement()));
        assertEquals(costs, written(result.statement().costs()));
        assertEquals(total, written(result.statement().total()));
        assertEquals(person, open(result));
    }

    /** The rules that a person must look at, in the order they were met; {@code none} where the law is known. */
    public static String open(CostResult result) {
        return result instanceof CostResult.NeedsReview review
                ? review.open().stream().map(CostResult.Open::ruleId).collect(joining(" "))
                : "none";
    }

    /** What each measure costs: {@code 5 + 24}. */
    public static String each(CostStatement statement) {
        return statement.steps().stream().map(step -> written(step.allowed())).collect(joining(" + "));
    }

    /** Why not, of the only measure or of the last one. */
    public static String why(CostStatement statement) {
        var last = statement.steps().getLast();
        return last.reason() + " " + last.ruleId();
    }

    public static String written(Money amount) {
        return amount.toMajor().stripTrailingZeros().toPlainString();
    }

    public static Money money(RulePack pack, String amount) {
        return Money.ofMajor(new BigDecimal(amount.replace(" ", "")), pack.currency(), RoundingMode.UNNECESSARY);
    }

    static List<CostStep> steps(RulePack pack, LocalDate due, @Nullable String measures) {
        var steps = new ArrayList<CostStep>();
        for (var measure : measures == null ? new String[0] : measures.split(", *", -1)) {
            steps.add(step(pack, due, measure.trim().split(" +", -1)));
        }
        return steps;
    }

    private static CostStep step(RulePack pack, LocalDate due, String[] words) {
        Money wanted = null;
        int instalments = 0;
        int days = 0;
        boolean disputed = false;
        for (int i = 1; i < words.length - 1; i++) {
            switch (words[i]) {
                case "of" -> instalments = Integer.parseInt(words[++i]);
                case "for" -> days = Integer.parseInt(words[++i]);
                case "at" -> wanted = money(pack, words[++i]);
                case "disputed" -> disputed = true;
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        var on = due.plusDays(Integer.parseInt(words[words.length - 1]));
        return new CostStep(named(words[0]), on, wanted, instalments, days, disputed);
    }

    private static CollectionCost named(String word) {
        return switch (word) {
            case "reminder" -> CollectionCost.REMINDER;
            case "own-demand" -> CollectionCost.OWN_DEMAND;
            case "demand" -> CollectionCost.COLLECTION_DEMAND;
            case "tratta" -> CollectionCost.PROTEST_THREAT_DEMAND;
            case "bankruptcy-threat" -> CollectionCost.BANKRUPTCY_THREAT_DEMAND;
            case "plan" -> CollectionCost.INSTALMENT_PLAN;
            case "extension" -> CollectionCost.EXTENSION;
            case "handover" -> CollectionCost.HANDOVER;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
