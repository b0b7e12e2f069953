package org.reskontra.rulebook.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.reskontra.contracts.DebtorKind;
import org.reskontra.rulebook.Fact;
import org.reskontra.rulebook.RulePack;

/** The whole law of a country on one page, for a lawyer to read. */
public final class RulesPage {

    private static final String UNKNOWN = "unknown";

    private RulesPage() {}

    /**
     * The page as Markdown: a section for each subject, a table for each fact with a line for each period. Unknown values
     * stand out in bold.
     */
    public static String markdown(RulePack pack) {
        var subjects = new LinkedHashMap<String, StringBuilder>();
        for (var fact : pack.facts()) {
            subjects.computeIfAbsent(fact.key().subject(), _ -> new StringBuilder())
                    .append(section(pack, fact));
        }
        var name = Locale.of("", pack.country().code()).getDisplayCountry(Locale.ENGLISH);
        var page = new StringBuilder("# Rules of %s (%s)\n\nPack `%s`, amounts in %s. %s\n"
                .formatted(name, pack.country(), pack.id(), pack.currency(), use(pack)));
        subjects.forEach((subject, facts) ->
                page.append("\n## ").append(title(subject)).append('\n').append(facts));
        return page.toString();
    }

    private static String use(RulePack pack) {
        return pack.inUse()
                ? "Invoices are taken in under this law."
                : "No invoices are taken in under this law: it only answers calculations.";
    }

    private static <T> String section(RulePack pack, Fact<T> fact) {
        var views = RuleView.of(pack, fact);
        var first = views.getFirst();
        var table = new StringBuilder();
        for (var view : views) {
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            view.from() == null ? "always" : view.from(),
                            view.to() == null ? "until changed" : view.to(),
                            value(view),
                            view.confidence(),
                            cell(view.source())));
        }
        return """

                ### %s

                %s

                Rule %s; %s; unit: %s. %s

                | from | to | value | confidence | source |
                |---|---|---|---|---|
                %s""".formatted(
                first.fact(), first.about(), first.rule(), debtors(first.debtors()), first.unit(), cases(fact), table);
    }

    private static String cases(Fact<?> fact) {
        return fact.untested()
                .map(reason -> "No golden case: " + reason + ".")
                .orElseGet(() -> "Golden cases: " + String.join(", ", fact.cases()) + ".");
    }

    /** A scale may hold unknown tiers between known ones. */
    private static String value(RuleView view) {
        return view.value() == null
                ? "**" + UNKNOWN + "**"
                : cell(view.value()).replaceAll("\\b" + UNKNOWN + "\\b", "**" + UNKNOWN + "**");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String debtors(List<DebtorKind> debtors) {
        return debtors.size() == DebtorKind.values().length
                ? "all debtors"
                : debtors.stream()
                        .map(debtor -> debtor.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static String title(String subject) {
        var words = subject.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
