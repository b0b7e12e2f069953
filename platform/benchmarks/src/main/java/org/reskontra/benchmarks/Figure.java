package org.reskontra.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param name of the case
 * @param unit of {@code raw} and {@code ours}
 * @param raw what the database or the broker does alone; null where there is no such thing
 * @param ratio ours by raw where more is better, raw by ours where less is
 * @param cpuSecondsPerThousand the service's own time for a thousand items
 * @param goal as text
 * @param met null where the goal is not one of this line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @JsonProperty("case") String name,
        String unit,
        @Nullable Double raw,
        Double ours,
        @Nullable Double ratio,
        @Nullable Double p50Ms,
        @Nullable Double p99Ms,
        @Nullable Double rssMb,
        @Nullable Double cpuSecondsPerThousand,
        @Nullable String goal,
        @Nullable Boolean met,
        @Nullable String note) {

    /** A line with nothing but its result yet. */
    public static Figure of(String name, String unit, double ours) {
        return new Figure(name, unit, null, ours, null, null, null, null, null, null, null, null);
    }

    public Figure beside(double rawLimit, double ratioToIt) {
        return new Figure(
                name, unit, rawLimit, ours, ratioToIt, p50Ms, p99Ms, rssMb, cpuSecondsPerThousand, goal, met, note);
    }

    public Figure latency(double p50, double p99) {
        return new Figure(name, unit, raw, ours, ratio, p50, p99, rssMb, cpuSecondsPerThousand, goal, met, note);
    }

    public Figure cost(double rss, double cpuPerThousand) {
        return new Figure(name, unit, raw, ours, ratio, p50Ms, p99Ms, rss, cpuPerThousand, goal, met, note);
    }

    public Figure goal(String wanted, boolean reached) {
        return new Figure(
                name, unit, raw, ours, ratio, p50Ms, p99Ms, rssMb, cpuSecondsPerThousand, wanted, reached, note);
    }

    public Figure ratioAtLeast(double wanted) {
        return goal("ratio at least " + wanted, ratio != null && ratio >= wanted);
    }

    public Figure note(@Nullable String text) {
        return new Figure(name, unit, raw, ours, ratio, p50Ms, p99Ms, rssMb, cpuSecondsPerThousand, goal, met, text);
    }
}
