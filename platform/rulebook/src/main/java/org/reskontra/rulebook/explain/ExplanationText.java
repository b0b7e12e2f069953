package org.reskontra.rulebook.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reskontra.rulebook.explain.Trace.Counts;
import org.reskontra.rulebook.explain.Trace.Step;

/**
 * How a figure came about, in words a debtor understands. The words are in {@code explanations/<language>.properties}.
 *
 * <p>Parts of a sum are shown in whole minor units that make up the whole that is shown, although each is exact in the
 * trace.
 */
public final class ExplanationText {

    private static final String INDENT = "  ";

    private final Language language;
    private final Currency currency;
    private final Phrases phrases;

    private ExplanationText(Language language, Currency currency) {
        this.language = language;
        this.currency = currency;
        this.phrases = Phrases.of(language);
    }

    /**
     * One sentence.
     *
     * @param depth 0 for the figure itself, 1 for what it is made of, and so on
     */
    public record Line(int depth, String text) {}

    /** The figure and below it what it is made of, a line each, two spaces further in for each level. */
    public static String of(Trace trace, Language language, Currency currency) {
        return lines(trace, language, currency).stream()
                .map(line -> INDENT.repeat(line.depth()) + line.text())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The sentences from the top down.
     *
     * @param currency that of every amount in the trace
     * @throws IllegalArgumentException when a node lacks an input that its step needs
     */
    public static List<Line> lines(Trace trace, Language language, Currency currency) {
        var lines = new ArrayList<Line>();
        new ExplanationText(language, currency).add(lines, Shown.of(trace), 0);
        return lines;
    }

    static String sentence(Shown shown, Language language, Currency currency) {
        return new ExplanationText(language, currency).sentence(shown);
    }

    private void add(List<Line> lines, Shown shown, int depth) {
        lines.add(new Line(depth, sentence(shown)));
        for (var part : shown.parts()) {
            if (isSumBelowItsRounding(shown, part)) {
                part.parts().forEach(each -> add(lines, each, depth + 1));
            } else {
                add(lines, part, depth + 1);
            }
        }
    }

    /** Nothing is shown of it that the rounded figure does not show. */
    private static boolean isSumBelowItsRounding(Shown whole, Shown part) {
        return whole.trace().step() == Step.DIVIDE_AND_ROUND && part.trace().step() == Step.ADD;
    }

    private String sentence(Shown shown) {
        var trace = shown.trace();
        var values = new HashMap<String, String>();
        values.put("name", phrases.name(trace));
        values.put("rule", trace.ruleId());
        values.put("amount", amount(shown));
        switch (trace.step()) {
            case TAKE, ADD, SUBTRACT, HIGHEST, LOWEST, DIVIDE_AND_ROUND -> {}
            case PLUS_DAYS -> values.put("span", shift("days", number(trace, "days")));
            case PLUS_YEARS -> values.put("span", shift("years", number(trace, "years")));
            case ACCRUE -> values.putAll(accrual(trace));
        }
        if (trace.counts() == Counts.YEARLY_RATE) {
            values.put("points", language.writePoints(trace.amount()));
        }
        return Phrases.filled(phrases.sentence(trace), values);
    }

    private Map<String, String> accrual(Trace trace) {
        var from = LocalDate.parse(input(trace, "from"));
        var to = LocalDate.parse(input(trace, "to"));
        var rate = trace.parts().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(trace.ruleId() + " lacks parts"));
        return Map.of(
                "from", language.write(from),
                "to", language.write(to),
                "days", span("days", BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1)),
                "principal", money(number(trace, "principalMinor")),
                "rate", language.writePercent(rate.amount()));
    }

    private String amount(Shown shown) {
        var trace = shown.trace();
        return switch (trace.counts()) {
            case MINOR_UNITS -> money(shown.minor());
            case MINOR_UNITS_TIMES_DAYS ->
                shown.rounded()
                        ? money(shown.minor())
                        : Phrases.filled(
                                phrases.text("amount.MINOR_UNITS_TIMES_DAYS"), Map.of("amount", money(shown.minor())));
            case YEARLY_RATE -> language.writePercent(trace.amount());
            case DAY -> language.write(LocalDate.ofEpochDay(trace.amount().longValueExact()));
            case TIMES -> language.write(trace.amount());
        };
    }

    /** With the currency's own decimals, or as many as the amount has. */
    private String money(BigDecimal minor) {
        int decimals = currency.getDefaultFractionDigits();
        var major = minor.movePointLeft(decimals).stripTrailingZeros();
        return language.money(language.digits(major.setScale(Math.max(decimals, major.scale()))), currency);
    }

    private String shift(String unit, BigDecimal count) {
        var side = phrases.text(count.signum() < 0 ? "before" : "after");
        return Phrases.filled(side, Map.of("span", span(unit, count.abs())));
    }

    private String span(String unit, BigDecimal count) {
        var text = phrases.text(unit + (count.compareTo(BigDecimal.ONE) == 0 ? ".one" : ".many"));
        return Phrases.filled(text, Map.of("count", language.write(count)));
    }

    private static BigDecimal number(Trace trace, String name) {
        return new BigDecimal(input(trace, name));
    }

    private static String input(Trace trace, String name) {
        var value = trace.inputs().get(name);
        if (value == null) {
            throw new IllegalArgumentException(trace.ruleId() + " lacks " + name);
        }
        return value;
    }
}
