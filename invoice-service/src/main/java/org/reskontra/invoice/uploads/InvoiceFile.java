package org.reskontra.invoice.uploads;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reskontra.invoice.imports.ColumnMapping;
import org.reskontra.invoice.imports.ColumnMapping.Read.Malformed;
import org.reskontra.invoice.imports.ColumnMapping.Read.Usable;
import org.reskontra.invoice.uploads.ImportStore.Kind;
import org.reskontra.invoice.wire.Flaws;
import org.reskontra.kit.rest.Problem;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads files of invoices. */
final class InvoiceFile {

    private static final String INVOICES = "invoices";
    private static final int MOST_SIGNS_OF_A_DOCUMENT = 5_000_000;
    private static final int MOST_SIGNS_OF_A_MAPPING = 20_000;

    private InvoiceFile() {}

    /**
     * Reads a file, and its mapping for {@link Format#CSV}.
     *
     * @throws Problem 400 that says what is wrong with them
     */
    static ImportFile read(Format format, byte[] file, byte @Nullable [] mapping) {
        if ((mapping != null) != (format == Format.CSV)) {
            throw Problem.invalid("/mapping", "mapping", "A CSV file comes with a mapping, other files without.");
        }
        var text = FileText.of("/file", file);
        var described = mapping == null ? null : described(FileText.of("/mapping", mapping));
        var lines = switch (format) {
            case CSV -> table(text, usable(described));
            case NDJSON -> FileText.objects(text, INVOICES);
            case UBL -> document(text);
        };
        FileText.requireAny(lines, INVOICES);
        return new ImportFile(Kind.INVOICES, format, described, lines);
    }

    /** The mapping of a file that was taken in. */
    static ColumnMapping usable(@Nullable Map<String, Object> described) {
        return switch (ColumnMapping.read(described == null ? Map.of() : described)) {
            case Usable(var usable) -> usable;
            case Malformed(var flaws) -> throw Flaws.problem(flaws);
        };
    }

    private static List<ImportLine> table(String text, ColumnMapping mapping) {
        var lines = new ArrayList<ImportLine>();
        try (var csv = CsvReader.builder()
                .fieldSeparator(mapping.delimiter())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                return lines;
            }
            var headers = records.next().getFields().stream().map(String::strip).toList();
            requireColumns(mapping, headers);
            while (records.hasNext()) {
                lines.add(row(headers, records.next()));
                FileText.requireBounded(lines.size(), INVOICES);
            }
            return lines;
        } catch (CsvParseException e) {
            throw Problem.invalid("/file", "not-csv", "The table breaks off: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireColumns(ColumnMapping mapping, List<String> headers) {
        if (new HashSet<>(headers).size() < headers.size()) {
            throw Problem.invalid("/file", "columns-repeated", "Two columns have the same header.");
        }
        var missing = mapping.missingIn(headers);
        if (!missing.isEmpty()) {
            throw Problem.invalid("/file", "columns-missing", "The file has no columns " + missing + ".");
        }
    }

    private static ImportLine row(List<String> headers, CsvRecord csv) {
        int line = (int) csv.getStartingLineNumber();
        if (csv.getFieldCount() > headers.size()) {
            return ImportLine.broken(line, "the row has more values than there are columns");
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            if (csv.getField(i).indexOf('\0') >= 0) {
                return ImportLine.broken(line, "the row holds NUL signs");
            }
            values.put(headers.get(i), csv.getField(i));
        }
        return ImportLine.row(line, values);
    }

    private static List<ImportLine> document(String text) {
        if (text.length() > MOST_SIGNS_OF_A_DOCUMENT || text.indexOf('\0') >= 0) {
            throw Problem.invalid(
                    "/file", "too-long", "An invoice has at most " + MOST_SIGNS_OF_A_DOCUMENT + " signs.");
        }
        return text.isBlank() ? List.of() : List.of(ImportLine.text(1, text));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> described(String text) {
        try {
            var settings = LoadSettings.builder()
                    .setCodePointLimit(MOST_SIGNS_OF_A_MAPPING)
                    .setMaxAliasesForCollections(0)
                    .setLabel("mapping")
                    .build();
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> described
                    && described.keySet().stream().allMatch(String.class::isInstance)) {
                return (Map<String, Object>) described;
            }
        } catch (YamlEngineException e) {
            throw Problem.invalid("/mapping", "not-yaml", "The mapping is neither YAML nor JSON: " + e.getMessage());
        }
        throw Problem.invalid("/mapping", "not-a-map", "A mapping is a map from names to values.");
    }
}
