package org.reskontra.invoice.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reskontra.invoice.flaws.Flaw;
import org.reskontra.invoice.invoicing.PriceBasis;

/**
 * How to read somebody else's table: which column holds what, how dates and numbers are written, and what to take where
 * the file says nothing. One row is one invoice.
 *
 * @param delimiter between two values of a row
 * @param dates as {@link DateTimeFormatter} writes patterns, such as {@code M/d/yyyy}
 * @param decimalSign between whole units and fractions
 * @param grouping signs between groups of digits; they are dropped
 * @param prices whether the amount holds VAT
 * @param columns header of the column of each field
 * @param defaults for fields without a column or with an empty value; {@code {customerNumber}} stands for that field
 */
public record ColumnMapping(
        char delimiter,
        String dates,
        char decimalSign,
        String grouping,
        PriceBasis prices,
        Map<Field, String> columns,
        Map<Field, String> defaults) {

    private static final String DELIMITERS = ",;|\t";
    private static final Set<String> KEYS =
            Set.of("delimiter", "dates", "decimalSign", "grouping", "prices", "columns", "defaults");

    public ColumnMapping {
        columns = Map.copyOf(columns);
        defaults = Map.copyOf(defaults);
    }

    /** What became of a description of a mapping. */
    public sealed interface Read {

        record Usable(ColumnMapping mapping) implements Read {}

        record Malformed(List<Flaw> flaws) implements Read {
            public Malformed {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /** Reads a mapping as YAML and JSON readers hand it over: maps, lists and scalars. */
    public static Read read(Map<?, ?> described) {
        var flaws = new ArrayList<Flaw>();
        for (var key : described.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                flaws.add(new Flaw("/mapping/" + key, "unknown-field", "a mapping has the keys " + KEYS));
            }
        }
        var delimiter = oneSign(flaws, described, "delimiter", ",");
        if (DELIMITERS.indexOf(delimiter) < 0) {
            flaws.add(new Flaw("/mapping/delimiter", "delimiter", "values are parted by , ; | or a tabulator"));
        }
        var decimalSign = oneSign(flaws, described, "decimalSign", ".");
        var dates = text(described, "dates", "uuuu-MM-dd");
        if (dateFormat(dates).isEmpty()) {
            flaws.add(new Flaw("/mapping/dates", "date-pattern", "not a date pattern; an example is M/d/yyyy"));
        }
        var prices = prices(flaws, text(described, "prices", "VAT_INCLUDED"));
        var columns = fields(flaws, described, "columns");
        var defaults = fields(flaws, described, "defaults");
        for (var needed : List.of(Field.ISSUE_DATE, Field.DUE_DATE, Field.AMOUNT)) {
            if (!columns.containsKey(needed) && !defaults.containsKey(needed)) {
                flaws.add(new Flaw(
                        "/mapping/columns/" + needed.written(),
                        "missing",
                        "say which column holds " + needed.written()));
            }
        }
        if (!columns.containsKey(Field.CUSTOMER_NUMBER) && !columns.containsKey(Field.IDENTITY_NUMBER)) {
            flaws.add(new Flaw(
                    "/mapping/columns/customerNumber",
                    "missing",
                    "say which column tells customers apart: customerNumber or identityNumber"));
        }
        return flaws.isEmpty()
                ? new Read.Usable(new ColumnMapping(
                        delimiter, dates, decimalSign, text(described, "grouping", ""), prices, columns, defaults))
                : new Read.Malformed(flaws);
    }

    /** The columns a file must have that are not among its headers. */
    public List<String> missingIn(List<String> headers) {
        return columns.entrySet().stream()
                .filter(column -> column.getKey() != Field.PAID_ON)
                .map(Map.Entry::getValue)
                .filter(column -> !headers.contains(column))
                .sorted()
                .toList();
    }

    Optional<LocalDate> date(String text) {
        try {
            return dateFormat(dates).map(format -> LocalDate.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DateTimeFormatter> dateFormat(String pattern) {
        try {
            // strict reading wants the year of no era
            var format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            var probe = LocalDate.of(2026, 11, 21);
            return LocalDate.parse(format.format(probe), format).equals(probe) ? Optional.of(format) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static char oneSign(List<Flaw> flaws, Map<?, ?> described, String key, String otherwise) {
        var text = text(described, key, otherwise);
        if (text.length() != 1) {
            flaws.add(new Flaw("/mapping/" + key, "one-sign", key + " is one sign"));
            return otherwise.charAt(0);
        }
        return text.charAt(0);
    }

    private static String text(Map<?, ?> described, String key, String otherwise) {
        var value = described.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    private static PriceBasis prices(List<Flaw> flaws, String text) {
        for (var basis : PriceBasis.values()) {
            if (basis.name().equals(text)) {
                return basis;
            }
        }
        flaws.add(new Flaw("/mapping/prices", "unknown-value", "prices are VAT_INCLUDED or VAT_EXCLUDED"));
        return PriceBasis.VAT_INCLUDED;
    }

    private static Map<Field, String> fields(List<Flaw> flaws, Map<?, ?> described, String key) {
        var fields = new EnumMap<Field, String>(Field.class);
        var value = described.get(key);
        if (value == null) {
            return fields;
        }
        if (!(value instanceof Map<?, ?> named)) {
            flaws.add(new Flaw("/mapping/" + key, "not-a-map", key + " maps fields to texts"));
            return fields;
        }
        for (var entry : named.entrySet()) {
            var field = Field.of(String.valueOf(entry.getKey()));
            if (field.isEmpty() || entry.getValue() == null) {
                flaws.add(new Flaw(
                        "/mapping/" + key + "/" + entry.getKey(),
                        "unknown-field",
                        "there is no such field, or it has no value"));
            } else {
                fields.put(field.get(), String.valueOf(entry.getValue()));
            }
        }
        return fields;
    }
}
