package dev.headroom.storage.source.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvDialect;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What the series of a file belong to: a CSV file with the column `series_id` first and one column a level
/// after it, such as `account` and `tag`, from the widest to the narrowest.
///
/// @param levels the names of the levels, one or more
public record SeriesMap(List<String> levels, List<Row> rows) {
    private static final List<String> ID = List.of("series_id", "unique_id", "series", "id");

    public SeriesMap {
        levels = List.copyOf(levels);
        rows = List.copyOf(rows);
    }

    /// One series.
    ///
    /// @param line counted from 1
    /// @param labels one a level; empty where the file has none
    public record Row(long line, String id, List<String> labels) {
        public Row {
            labels = List.copyOf(labels);
        }
    }

    /// @throws SourceException when the file cannot be read or has not the columns
    public static SeriesMap read(Path file) throws SourceException {
        FileHead head = FileHead.read(file);
        Layout layout = layout(head);
        List<Row> rows = new ArrayList<>();
        try (TextInput input = TextInput.open(file);
                CsvReader<CsvRecord> records = layout.dialect().rows(input.reader())) {
            records.stream().skip(1).forEach(row -> rows.add(row(row, layout.levels())));
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
        return new SeriesMap(layout.levels(), rows);
    }

    private record Layout(CsvDialect dialect, List<String> levels) {}

    private static Layout layout(FileHead head) throws SourceException {
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            Optional<FileHead.Split> parts = head.split(dialect);
            if (parts.isPresent()) {
                List<String> header =
                        parts.get().header().stream().map(String::strip).toList();
                boolean named = header.stream().noneMatch(String::isBlank)
                        && header.stream().distinct().count() == header.size();
                if (header.size() > 1 && ID.contains(header.getFirst().toLowerCase(Locale.ROOT)) && named) {
                    return new Layout(dialect, header.subList(1, header.size()));
                }
            }
        }
        throw new SourceException(
                ErrorCode.FILE_MISSING_COLUMN,
                "The file " + head.path().getFileName()
                        + " needs the column series_id first and then one column a level, each with its own name, such"
                        + " as series_id,account,tag.");
    }

    private static Row row(CsvRecord row, List<String> levels) {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= levels.size(); i++) {
            labels.add(i < row.getFieldCount() ? row.getField(i).strip() : "");
        }
        return new Row(row.getStartingLineNumber(), row.getField(0).strip(), labels);
    }
}
