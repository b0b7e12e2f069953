package org.reskontra.invoice.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.kit.rest.Problem;

/** Query parameters that narrow an answer down. */
public final class Filters {

    private Filters() {}

    /** The value of a parameter; 400 for one that cannot be, so that a misspelt filter is not an empty answer. */
    public static <T> Optional<T> read(String name, @Nullable String value, Function<String, T> reader) {
        try {
            return Optional.ofNullable(value).map(reader);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Problem.invalid(name, "unknown-value", "'" + value + "' is no " + name + ".");
        }
    }

    /** A day, in the years 1900 to 2999. */
    public static Optional<LocalDate> day(String name, @Nullable String value) {
        var day = read(name, value, LocalDate::parse);
        if (day.filter(Flaw::isOffTheCalendar).isPresent()) {
            throw Problem.invalid(name, "off-the-calendar", "Dates lie in the years 1900 to 2999.");
        }
        return day;
    }
}
