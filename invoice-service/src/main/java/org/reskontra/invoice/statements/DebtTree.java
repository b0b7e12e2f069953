package org.reskontra.invoice.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.rulebook.RulePack;
import org.reskontra.rulebook.explain.Trace;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/**
 * A debt as a sum: a branch for each thing that happened to it, below it the entries of the ledger that say so, and last
 * a branch for interest that runs and is not posted.
 */
public final class DebtTree {

    private static final String DEBT = "STATEMENT";
    private static final String SOURCE = "everything booked on the invoice and the interest that runs";

    private DebtTree() {}

    /** The tree of {@link Statement#total()}. */
    public static Trace of(RulePack law, DebtorKind debtor, List<Item> items, Statement statement) {
        var branches = new ArrayList<Trace>();
        items.forEach(item -> branches.add(branch(law, debtor, item)));
        statement.accrued().ifPresent(computed -> branches.add(computed.trace()));
        return sum(DEBT, SOURCE, Map.of("on", statement.on().toString()), branches);
    }

    private static Trace branch(RulePack law, DebtorKind debtor, Item item) {
        var leaves =
                item.entries().stream().map(entry -> leaf(law, debtor, entry)).toList();
        var first = leaves.getFirst();
        return sum(
                first.ruleId(),
                first.source(),
                Map.of("kind", item.kind(), "on", item.on().toString()),
                leaves);
    }

    /** An entry; where it was computed, with how. */
    private static Trace leaf(RulePack law, DebtorKind debtor, Posted entry) {
        var cited = Citation.of(law, debtor, entry);
        var amount = Trace.take(cited.rule(), cited.source(), entry.amount());
        var inputs = new TreeMap<>(Map.of(
                "posting", entry.posting().toString(),
                "kind", entry.kind(),
                "on", entry.on().toString(),
                "part", entry.part().name()));
        entry.payment().ifPresent(payment -> inputs.put("payment", payment.toString()));
        entry.interestThrough().ifPresent(day -> inputs.put("interestThrough", day.toString()));
        var how = entry.calculation().filter(tree -> tree.amount().compareTo(amount.amount()) == 0);
        if (how.isEmpty()) {
            inputs.putAll(amount.inputs());
        }
        return new Trace(
                cited.rule(),
                cited.source(),
                how.isPresent() ? Step.ADD : Step.TAKE,
                inputs,
                Counts.MINOR_UNITS,
                amount.amount(),
                how.stream().toList());
    }

    private static Trace sum(String rule, String source, Map<String, String> inputs, List<Trace> parts) {
        var sum = Trace.combined(rule, source, Step.ADD, Counts.MINOR_UNITS, parts);
        return new Trace(rule, source, Step.ADD, inputs, Counts.MINOR_UNITS, sum.amount(), parts);
    }
}
