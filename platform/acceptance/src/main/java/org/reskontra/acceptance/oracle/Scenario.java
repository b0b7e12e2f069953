package org.reskontra.acceptance.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A creditor's life, day by day; days between two of the list go by unnoticed, as over an outage. */
public record Scenario(List<Day> days) {

    /**
     * A day on which the creditor's calendar stands.
     *
     * @param meanwhile happens while the services do the day's work, which none of it is about
     * @param afterwards happens once that work is done
     */
    public record Day(LocalDate date, List<Fact> meanwhile, List<Fact> afterwards) {

        public Day {
            meanwhile = List.copyOf(meanwhile);
            afterwards = List.copyOf(afterwards);
        }

        Stream<Fact> facts() {
            return Stream.concat(meanwhile.stream(), afterwards.stream());
        }
    }

    public Scenario {
        days = List.copyOf(days);
    }

    public LocalDate firstDay() {
        return days.getFirst().date();
    }

    public LocalDate lastDay() {
        return days.getLast().date();
    }

    /** What must be true in the end. */
    public Model outcome() {
        var model = new Model(firstDay());
        for (var day : days) {
            model.dayBegins(day.date());
            day.facts().forEach(model::happens);
        }
        return model;
    }
}
