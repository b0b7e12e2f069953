package org.reskontra.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table, as text, as JSON and as a page. */
final class Report {

    private static final List<String> HEADERS =
            List.of("case", "unit", "raw", "ours", "ratio", "p50 ms", "p99 ms", "RSS MB", "CPU s/1000", "goal", "");

    private final List<Figure> figures;
    private final Duration took;

    Report(List<Figure> figures, Duration took) {
        this.figures = figures;
        this.took = took;
    }

    String text() {
        var rows = rows();
        int[] widths = new int[HEADERS.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean figure = i >= 2 && i <= 8;
                var pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(figure ? pad + row.get(i) : row.get(i) + pad).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADERS);
        for (var figure : figures) {
            rows.add(List.of(
                    figure.name(),
                    figure.unit(),
                    number(figure.raw()),
                    number(figure.ours()),
                    number(figure.ratio()),
                    number(figure.p50Ms()),
                    number(figure.p99Ms()),
                    number(figure.rssMb()),
                    number(figure.cpuSecondsPerThousand()),
                    figure.goal() == null
                            ? ""
                            : figure.goal() + (Boolean.TRUE.equals(figure.met()) ? ": met" : ": MISSED"),
                    figure.note() == null ? "" : figure.note()));
        }
        return rows;
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void writeJson(Path file) {
        write(file, json());
    }

    private String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the machine and the versions. */
    void writePage(Path file) {
        var page = new StringBuilder("# The last run\n\nPrinted by `make bench` on ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(" in ")
                .append(took.toMinutes())
                .append(
                        " minutes. What the cases are and why some goals are missed stands in [README.md](README.md).\n\n");
        Machine.lines().forEach(line -> page.append("- ").append(line).append('\n'));
        page.append('\n');
        var rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            page.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                page.append("|---|---|").append("---:|".repeat(7)).append("---|---|\n");
            }
        }
        write(file, page.toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
