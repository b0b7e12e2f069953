package org.reskontra.invoice.statements;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reskontra.contracts.Money;
import org.reskontra.invoice.claims.Statement;
import org.reskontra.invoice.statements.Written.Line;
import org.reskontra.invoice.statements.Written.Named;
import org.reskontra.rulebook.ClaimPart;
import org.reskontra.rulebook.explain.ExplanationText;
import org.reskontra.rulebook.explain.Language;
import org.reskontra.rulebook.explain.Trace;

/** Puts a statement into words that a debtor understands. */
public final class StatementWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Subject subject;
    private final Statement statement;
    private final Language language;
    private final Words words;

    private StatementWriter(Subject subject, Statement statement, Language language) {
        this.subject = subject;
        this.statement = statement;
        this.language = language;
        this.words = Words.in(language);
    }

    /**
     * The whole text.
     *
     * @param tree of the statement: {@link DebtTree}
     */
    public static Written write(Subject subject, Statement statement, List<Item> items, Trace tree, Language language) {
        return new StatementWriter(subject, statement, language).written(items, tree);
    }

    private Written written(List<Item> items, Trace tree) {
        return new Written(
                subject.creditor() + ", " + subject.organisationNumber(),
                debtor(),
                words.say("title", Map.of("on", language.write(statement.on()))),
                subject.knownAt()
                        .map(at -> words.say(
                                "as-known", Map.of("on", language.write(at.toLocalDate()), "time", TIME.format(at)))),
                about(),
                figures(),
                new Named(
                        words.say("total", Map.of("on", language.write(statement.on()))),
                        language.write(statement.total())),
                words.say("why"),
                lines(items),
                notes(),
                words.say("rules"),
                rules(tree));
    }

    private List<String> debtor() {
        var lines = new ArrayList<String>();
        lines.add(subject.debtor());
        lines.addAll(subject.debtorAddress());
        return lines;
    }

    private List<Named> about() {
        return List.of(
                new Named(words.say("invoice"), subject.invoiceNumber()),
                new Named(words.say("issued"), language.write(subject.issuedOn())),
                new Named(words.say("due"), language.write(subject.dueOn())),
                new Named(words.say("reference"), subject.paymentReference()));
    }

    private List<Named> figures() {
        return List.of(
                new Named(
                        words.say("principal"),
                        language.write(statement.booked().principal())),
                new Named(words.say("interest"), language.write(statement.interest())),
                new Named(words.say("costs"), language.write(statement.booked().costs())));
    }

    private List<Line> lines(List<Item> items) {
        var lines = new ArrayList<Line>();
        items.stream().filter(item -> !item.isTakenBack()).forEach(item -> add(lines, item));
        statement.accrued().ifPresent(computed -> {
            var text = words.say("accrued", Map.of("after", language.write(statement.interestThrough())));
            lines.add(line(dated(text, Optional.of(computed.trace().ruleId())), computed.interest()));
            explain(lines, computed.trace());
        });
        return lines;
    }

    private void add(List<Line> lines, Item item) {
        var first = item.entries().getFirst();
        var values = Map.of(
                "number", subject.invoiceNumber(),
                "on", language.write(item.on()));
        var parts = item.parts();
        var text = language.write(item.on()) + "  " + words.kind(item.kind(), values);
        lines.add(line(
                parts.isEmpty() ? text + ", " + words.say("covers-nothing") : dated(text, first.ruleId()),
                item.amount()));
        if (item.isPayment() || parts.size() > 1) {
            parts.forEach((part, amount) -> lines.add(new Line(1, covered(part), Optional.of(language.write(amount)))));
        }
        item.calculation().ifPresent(tree -> explain(lines, tree));
    }

    /** The figure itself stands in the line above. */
    private void explain(List<Line> lines, Trace tree) {
        ExplanationText.lines(tree, language, statement.total().currency()).stream()
                .skip(1)
                .forEach(line -> lines.add(new Line(line.depth(), line.text(), Optional.empty())));
    }

    private String covered(ClaimPart part) {
        return words.say("part." + part.name());
    }

    private static String dated(String text, Optional<String> rule) {
        return text + rule.map(id -> " (" + id + ")").orElse("");
    }

    private Line line(String text, Money amount) {
        return new Line(0, text, Optional.of(language.write(amount)));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        values.put("total", language.write(statement.total()));
        values.put("on", language.write(statement.on()));
        values.put("due", language.write(subject.dueOn()));
        values.put("after", language.write(statement.interestThrough()));
        values.put("account", String.join(words.say("or"), subject.payTo()));
        values.put("reference", subject.paymentReference());
        statement.review().ifPresent(reason -> {
            values.put("reason", reason);
            notes.add(words.say("unknown", values));
        });
        if (statement.total().isPositive()) {
            notes.add(words.say("pay", values));
        } else {
            notes.add(words.say("nothing-owed", values));
        }
        if (statement.booked().principal().isPositive()) {
            notes.add(words.say(
                    statement.on().isBefore(subject.dueOn()) ? "interest-after-due" : "interest-runs", values));
        }
        subject.questionsTo().ifPresent(to -> notes.add(words.say("questions", Map.of("to", to))));
        return notes;
    }

    /** Every rule of the tree once, in the order in which it is met. */
    private static List<Named> rules(Trace tree) {
        var rules = new LinkedHashMap<String, String>();
        tree.parts().forEach(branch -> cite(rules, branch));
        return rules.entrySet().stream()
                .map(rule -> new Named(rule.getKey(), rule.getValue()))
                .toList();
    }

    private static void cite(Map<String, String> rules, Trace node) {
        if (!node.source().equals(Citation.LEDGER)) {
            rules.putIfAbsent(node.ruleId(), node.source());
        }
        node.parts().forEach(part -> cite(rules, part));
    }
}
