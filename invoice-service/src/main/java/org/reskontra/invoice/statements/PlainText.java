package org.reskontra.invoice.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reskontra.invoice.statements.Written.Named;

/** A statement as lines of text of a bounded width, amounts under each other on the right. */
public final class PlainText {

    private static final int WIDTH = 96;
    private static final int INDENT = 4;
    /** Room that a text leaves for the amount beside it. */
    private static final int AMOUNT = 20;

    private final List<String> lines = new ArrayList<>();

    private PlainText() {}

    public static String of(Written statement) {
        var text = new PlainText();
        text.write(statement);
        return String.join("\n", text.lines) + "\n";
    }

    /** The explanation alone, each step further in the deeper it is. */
    public static List<String> explanation(Written statement) {
        return statement.lines().stream()
                .map(line -> "  ".repeat(line.depth())
                        + line.text()
                        + line.amount().map(amount -> ": " + amount).orElse(""))
                .toList();
    }

    private void write(Written statement) {
        lines.add(statement.creditor());
        gap();
        lines.addAll(statement.debtor());
        gap();
        lines.add(statement.title());
        statement.asKnown().ifPresent(lines::add);
        gap();
        int widest = statement.about().stream()
                .mapToInt(one -> one.name().length())
                .max()
                .orElse(0);
        statement.about().forEach(one -> lines.add(padded(one.name(), widest + 2) + one.value()));
        gap();
        statement.figures().forEach(this::figure);
        lines.add("-".repeat(WIDTH));
        figure(statement.total());
        gap();
        lines.add(statement.why());
        statement.lines().forEach(line -> put(line.depth() * INDENT, line.text(), line.amount()));
        statement.notes().forEach(note -> {
            gap();
            put(0, note, Optional.empty());
        });
        if (!statement.rules().isEmpty()) {
            gap();
            lines.add(statement.rulesHeading());
            statement.rules().forEach(rule -> put(0, rule.name() + "  " + rule.value(), Optional.empty()));
        }
    }

    private void figure(Named figure) {
        put(0, figure.name(), Optional.of(figure.value()));
    }

    private void put(int indent, String text, Optional<String> amount) {
        var room = WIDTH - indent - (amount.isPresent() ? AMOUNT : 0);
        var wrapped = wrapped(text, room);
        for (int i = 0; i < wrapped.size(); i++) {
            var line = " ".repeat(indent) + wrapped.get(i);
            lines.add(
                    i == wrapped.size() - 1 && amount.isPresent()
                            ? padded(line, WIDTH - amount.get().length()) + amount.get()
                            : line);
        }
    }

    /** Broken at spaces; those inside a figure do not break. */
    private static List<String> wrapped(String text, int room) {
        var wrapped = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                wrapped.add(line.toString());
                line.setLength(0);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private void gap() {
        lines.add("");
    }
}
