package dev.headroom.storage.source.series;

import de.siegmar.fastcsv.reader.CloseableIterator;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads the rows of a CSV file of series in their order: columns `series_id` (may be absent when there is one
/// series), a time stamp (`timestamp`, `t`, `ds`, `date`) and `value` (or `y`), plain or gzip. A row that cannot be
/// read is rejected with its line and reason; an empty value is a missing observation.
public final class SeriesRows {
    private static final List<String> ID = List.of("series_id", "unique_id", "series", "id");
    private static final List<String> TIME = List.of("timestamp", "t", "ds", "date", "time");
    private static final List<String> VALUE = List.of("value", "y");
    private static final int STAMPS_KEPT = 100_000;

    private final String onlySeries;
    private final Taker taker;
    // Series of a file mostly share their times: each text is read once and its stamp is kept once.
    private final Map<String, Optional<Stamp>> stamps = new HashMap<>();

    private SeriesRows(String onlySeries, Taker taker) {
        this.onlySeries = onlySeries;
        this.taker = taker;
    }

    /// One row.
    ///
    /// @param series the name of the file without its endings, where the file names none
    /// @param time the time stamp as it stands in the file
    /// @param value NaN when it is missing
    public record Row(long line, String series, String time, Stamp stamp, double value) {}

    /// Takes rows.
    public interface Taker {
        /// Called first.
        ///
        /// @param named true when the file names its series
        default void begin(boolean named) {}

        void row(Row row);

        void rejected(SeriesFile.Reject reject);
    }

    /// @throws SourceException when the file cannot be read or has not the columns
    public static void read(Path file, Taker taker) throws SourceException {
        new SeriesRows(nameOf(file), taker).readRows(file);
    }

    private void readRows(Path file) throws SourceException {
        FileHead head = FileHead.read(file);
        CsvDialect dialect = dialect(head);
        try (TextInput input = TextInput.open(file);
                CsvReader<CsvRecord> rows = dialect.rows(input.reader())) {
            CloseableIterator<CsvRecord> iterator = rows.iterator();
            Columns columns = Columns.in(iterator.next().getFields()).orElseThrow();
            taker.begin(columns.id() >= 0);
            while (iterator.hasNext()) {
                CsvRecord row = iterator.next();
                accept(columns, row.getStartingLineNumber(), row.getFields());
            }
        } catch (UncheckedIOException e) {
            throw TextInput.problem(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw TextInput.problem(file, e);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw TextInput.problem(file, cause);
            }
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_QUOTES,
                    "The file " + file.getFileName()
                            + " has a row that does not end; look for a quotation mark that is not closed.",
                    e);
        }
    }

    private static CsvDialect dialect(FileHead head) throws SourceException {
        boolean split = false;
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            Optional<FileHead.Split> parts = head.split(dialect);
            split |= parts.isPresent();
            if (parts.isPresent() && Columns.in(parts.get().header()).isPresent()) {
                return dialect;
            }
        }
        String name = String.valueOf(head.path().getFileName());
        throw split
                ? new SourceException(
                        ErrorCode.FILE_MISSING_COLUMN,
                        "The file " + name + " needs the columns series_id, timestamp (or t, ds) and value; its first"
                                + " line does not name them.")
                : new SourceException(
                        ErrorCode.FILE_NO_DELIMITER,
                        "The first line of " + name + " has no comma, semicolon, tab or pipe that separates columns.");
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private record Columns(int id, int time, int value) {
        static Optional<Columns> in(List<String> header) {
            List<String> names = header.stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            int time = find(names, TIME);
            int value = find(names, VALUE);
            return time < 0 || value < 0 ? Optional.empty() : Optional.of(new Columns(find(names, ID), time, value));
        }

        private static int find(List<String> names, List<String> known) {
            return known.stream()
                    .mapToInt(names::indexOf)
                    .filter(index -> index >= 0)
                    .findFirst()
                    .orElse(-1);
        }
    }

    private void accept(Columns columns, long line, List<String> fields) {
        int needed = Math.max(columns.id(), Math.max(columns.time(), columns.value())) + 1;
        if (fields.size() < needed) {
            reject(line, "", String.join(",", fields), fields.size() + " fields; at least " + needed + " are needed");
            return;
        }
        String id = columns.id() < 0 ? onlySeries : fields.get(columns.id()).strip();
        if (id.isEmpty()) {
            reject(line, "series_id", "", "The series is not named");
            return;
        }
        String time = fields.get(columns.time());
        Optional<Stamp> stamp = stamp(time);
        if (stamp.isEmpty()) {
            reject(line, "timestamp", time, "Neither an integer nor an ISO 8601 date or time");
            return;
        }
        String text = fields.get(columns.value()).strip();
        Optional<Double> value = number(text);
        if (value.isEmpty()) {
            reject(line, "value", text, "Not a finite number");
            return;
        }
        taker.row(new Row(line, id, time, stamp.get(), value.get()));
    }

    private Optional<Stamp> stamp(String text) {
        if (stamps.size() >= STAMPS_KEPT) {
            stamps.clear();
        }
        return stamps.computeIfAbsent(text, Stamp::parse);
    }

    static int idColumn(List<String> names) {
        return Columns.find(names, ID);
    }

    static int timeColumn(List<String> names) {
        return Columns.find(names, TIME);
    }

    /// NaN for an empty cell; empty for what is no finite number.
    static Optional<Double> number(String text) {
        if (text.isEmpty() || text.equals("NA")) {
            return Optional.of(Double.NaN);
        }
        try {
            double value = Double.parseDouble(text);
            char last = text.charAt(text.length() - 1);
            return Double.isFinite(value) && last != 'd' && last != 'f' && last != 'D' && last != 'F'
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void reject(long line, String field, String value, String reason) {
        taker.rejected(SeriesFile.Reject.of(line, field, value, reason));
    }
}
