package dev.headroom.storage.source.series;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvDialect;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads a CSV file of series: columns `series_id` (may be absent when there is one series), a time stamp
/// (`timestamp`, `t`, `ds`, `date`) and `value` (or `y`), in any order of rows, plain or gzip. A row that
/// cannot be read is rejected with its line and reason; an empty value is a missing observation.
public final class SeriesFileReader {
    private static final List<String> ID = List.of("series_id", "unique_id", "series", "id");
    private static final List<String> TIME = List.of("timestamp", "t", "ds", "date", "time");
    private static final List<String> VALUE = List.of("value", "y");

    private final String onlySeries;
    private static final int STAMPS_KEPT = 100_000;

    private final Map<String, Readings> series = new LinkedHashMap<>();
    // Series of a file mostly share their times: each text is read once and its stamp is kept once.
    private final Map<String, Optional<Stamp>> stamps = new HashMap<>();
    private final List<SeriesFile.Reject> rejects = new ArrayList<>();

    private SeriesFileReader(String onlySeries) {
        this.onlySeries = onlySeries;
    }

    /// @throws SourceException when the file cannot be read, has not the columns or no readable row
    public static SeriesFile read(Path file) throws SourceException {
        SeriesFileReader reader = new SeriesFileReader(nameOf(file));
        reader.readRows(file);
        return reader.assemble(file);
    }

    private void readRows(Path file) throws SourceException {
        FileHead head = FileHead.read(file);
        CsvDialect dialect = dialect(head);
        try (TextInput input = TextInput.open(file);
                CsvReader<CsvRecord> rows = dialect.rows(input.reader())) {
            CloseableIterator<CsvRecord> iterator = rows.iterator();
            Columns columns = Columns.in(iterator.next().getFields()).orElseThrow();
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
        add(id, stamp.get(), value.get(), line, time);
    }

    private Optional<Stamp> stamp(String text) {
        if (stamps.size() >= STAMPS_KEPT) {
            stamps.clear();
        }
        return stamps.computeIfAbsent(text, Stamp::parse);
    }

    private void add(String id, Stamp stamp, double value, long line, String time) {
        Readings readings = series.computeIfAbsent(id, key -> new Readings());
        if (!readings.isEmpty() && readings.kind() != stamp.kind()) {
            reject(line, "timestamp", time, "Written differently from the time stamps before it");
            return;
        }
        int earlier = readings.add(stamp, value, line);
        if (earlier >= 0 && Double.compare(readings.value(earlier), value) != 0) {
            reject(line, "timestamp", time, "Duplicate of line " + readings.line(earlier) + " with another value");
        }
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

    private SeriesFile assemble(Path file) throws SourceException {
        List<TimeSeries> result = new ArrayList<>();
        boolean dates = false;
        for (var entries = series.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<String, Readings> entry = entries.next();
            Readings readings = entry.getValue();
            List<Stamp> times = readings.sortedStamps();
            Optional<GridInference> grid = GridInference.of(times);
            if (grid.isPresent()) {
                result.add(onGrid(entry.getKey(), grid.get(), readings.sortedValues()));
                dates |= times.getFirst().kind() == Stamp.Kind.DATE;
            } else {
                String reason = "The time stamps of this series have no regular step";
                reject(readings.firstLine(), "timestamp", entry.getKey(), reason);
            }
            entries.remove();
        }
        if (result.isEmpty()) {
            String first = rejects.isEmpty()
                    ? ""
                    : "; line " + rejects.getFirst().line() + ": "
                            + rejects.getFirst().reason();
            throw new SourceException(
                    ErrorCode.FILE_HEADER_ONLY, "No series can be read from " + file.getFileName() + first + ".");
        }
        return new SeriesFile(result, rejects, dates);
    }

    private static TimeSeries onGrid(String id, GridInference grid, double[] sorted) {
        double[] values = new double[grid.grid().length()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < sorted.length; i++) {
            values[grid.position(i)] = sorted[i];
        }
        return new TimeSeries(new SeriesKey(id, "value", Statistic.MEAN), grid.grid(), values);
    }

    private void reject(long line, String field, String value, String reason) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        rejects.add(new SeriesFile.Reject(line, field, shown, reason));
    }
}
