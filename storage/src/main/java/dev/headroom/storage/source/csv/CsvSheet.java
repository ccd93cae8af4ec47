package dev.headroom.storage.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A small table that a person wrote: named columns in any order, and rows with their line numbers. Lines
/// that begin with `#` before the header are left out.
///
/// @param rows fields by column name in lower case; a field that a row does not have is empty
public record CsvSheet(Path path, List<Row> rows) {
    public CsvSheet {
        rows = List.copyOf(rows);
    }

    /// @param line counted from 1
    public record Row(long line, Map<String, String> fields) {
        public Row {
            fields = Map.copyOf(fields);
        }

        /// The content of a column; empty when there is none.
        public String text(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    /// @param columns what the table must have
    /// @throws SourceException when the file cannot be read or a column is missing
    public static CsvSheet read(Path file, List<String> columns) throws SourceException {
        FileHead head = FileHead.read(file);
        String first = head.text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        CsvDialect dialect = CsvDialect.KNOWN.stream()
                .filter(known -> first.indexOf(known.delimiter()) >= 0)
                .findFirst()
                .orElse(CsvDialect.KNOWN.getFirst());
        List<CsvRecord> records = records(file, dialect);
        int start = 0;
        while (start < records.size() && records.get(start).getField(0).startsWith("#")) {
            start++;
        }
        List<String> header = start < records.size() ? names(records.get(start)) : List.of();
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "The file " + file.getFileName() + " has no column " + String.join(", ", missing) + "; it needs "
                            + String.join(", ", columns) + ".");
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord row : records.subList(start + 1, records.size())) {
            rows.add(row(header, row));
        }
        return new CsvSheet(file, rows);
    }

    private static List<String> names(CsvRecord header) {
        return header.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Row row(List<String> header, CsvRecord row) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
            fields.put(header.get(i), row.getField(i).strip());
        }
        return new Row(row.getStartingLineNumber(), fields);
    }

    private static List<CsvRecord> records(Path file, CsvDialect dialect) throws SourceException {
        try (TextInput input = TextInput.open(file);
                CsvReader<CsvRecord> records = dialect.rows(input.reader())) {
            return records.stream().toList();
        } catch (UncheckedIOException e) {
            throw TextInput.problem(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw TextInput.problem(file, e);
        } catch (CsvParseException e) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_QUOTES,
                    "The file " + file.getFileName()
                            + " has a row that does not end; look for a quotation mark that is not closed.",
                    e);
        }
    }
}
