package dev.headroom.storage.source.series;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.engine.model.KnownColumn;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads the columns of a CSV file that are known beyond the end of the series: `series_id` (may be absent when the
/// columns hold for all series), a time stamp, and any further columns of numbers, plain or gzip. An empty cell is an
/// unknown value; a cell that is no number is refused with its line, because a forecast must not silently go without
/// it.
public final class KnownColumnsReader {
    private static final List<String> VALUE = List.of("value", "y");

    private final String file;
    private final Map<String, Map<Stamp, double[]>> rows = new LinkedHashMap<>();
    private List<String> names = List.of();
    private int[] places = {};

    private KnownColumnsReader(String file) {
        this.file = file;
    }

    /// The columns by series.
    ///
    /// @param names of the columns, in the order of the file
    /// @param columns by series, one a name; under the empty text when they hold for all series
    public record Known(List<String> names, Map<String, List<KnownColumn>> columns) {
        public Known {
            names = List.copyOf(names);
            columns = Map.copyOf(columns);
        }

        /// The column of a series; empty when the file says nothing of it.
        public Optional<KnownColumn> find(String series, String name) {
            List<KnownColumn> own = columns.getOrDefault(series, columns.getOrDefault("", List.of()));
            return own.stream().filter(column -> column.name().equals(name)).findFirst();
        }
    }

    /// @throws SourceException when the file cannot be read, has no time stamp or a cell is no number
    public static Known read(Path path) throws SourceException {
        KnownColumnsReader reader = new KnownColumnsReader(String.valueOf(path.getFileName()));
        reader.readRows(path);
        return reader.assemble();
    }

    private void readRows(Path path) throws SourceException {
        CsvDialect dialect = dialect(FileHead.read(path));
        try (TextInput input = TextInput.open(path);
                CsvReader<CsvRecord> records = dialect.rows(input.reader())) {
            CloseableIterator<CsvRecord> iterator = records.iterator();
            List<String> header = header(iterator.next().getFields());
            int id = SeriesRows.idColumn(header);
            int time = SeriesRows.timeColumn(header);
            places = IntStream.range(0, header.size())
                    .filter(i -> i != id && i != time && !VALUE.contains(header.get(i)))
                    .toArray();
            names = Arrays.stream(places).mapToObj(header::get).toList();
            while (iterator.hasNext()) {
                CsvRecord row = iterator.next();
                accept(row.getStartingLineNumber(), row.getFields(), id, time);
            }
        } catch (UncheckedIOException e) {
            throw TextInput.problem(path, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw TextInput.problem(path, e);
        } catch (CsvParseException e) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_QUOTES,
                    "The file " + file + " has a row that does not end; look for a quotation mark that is not closed.",
                    e);
        }
    }

    private static List<String> header(List<String> fields) {
        return fields.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private CsvDialect dialect(FileHead head) throws SourceException {
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            Optional<FileHead.Split> parts = head.split(dialect);
            if (parts.isPresent() && SeriesRows.timeColumn(header(parts.get().header())) >= 0) {
                return dialect;
            }
        }
        throw new SourceException(
                ErrorCode.FILE_MISSING_COLUMN,
                "The file " + file + " needs a column timestamp (or t, ds) and columns of numbers beside it; its first"
                        + " line does not name them.");
    }

    private void accept(long line, List<String> fields, int id, int time) throws SourceException {
        if (fields.size() <= Math.max(id, time)) {
            throw refused(line, "timestamp", "");
        }
        Optional<Stamp> stamp = Stamp.parse(fields.get(time));
        if (stamp.isEmpty()) {
            throw refused(line, "timestamp", fields.get(time));
        }
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            String text = places[i] < fields.size() ? fields.get(places[i]).strip() : "";
            Optional<Double> value = SeriesRows.number(text);
            if (value.isEmpty()) {
                throw refused(line, names.get(i), text);
            }
            values[i] = value.get();
        }
        rows.computeIfAbsent(id < 0 ? "" : fields.get(id).strip(), series -> new LinkedHashMap<>())
                .put(stamp.get(), values);
    }

    private SourceException refused(long line, String field, String value) {
        return new SourceException(
                ErrorCode.FILE_MISSING_COLUMN,
                file + ", line " + line + ": " + field + " (" + value + ") is not "
                        + (field.equals("timestamp") ? "an integer or an ISO 8601 date or time." : "a number."));
    }

    private Known assemble() throws SourceException {
        Map<String, List<KnownColumn>> columns = new LinkedHashMap<>();
        for (Map.Entry<String, Map<Stamp, double[]>> entry : rows.entrySet()) {
            List<Stamp> stamps = entry.getValue().keySet().stream()
                    .sorted(Comparator.comparing(Stamp::instant))
                    .toList();
            GridInference grid = GridInference.of(stamps)
                    .orElseThrow(() -> new SourceException(
                            ErrorCode.FILE_MISSING_COLUMN,
                            "The time stamps of " + file + " have no regular step"
                                    + (entry.getKey().isEmpty() ? "." : " in series " + entry.getKey() + ".")));
            List<KnownColumn> own = new ArrayList<>();
            for (int i = 0; i < places.length; i++) {
                double[] values = new double[grid.grid().length()];
                Arrays.fill(values, Double.NaN);
                for (int j = 0; j < stamps.size(); j++) {
                    values[grid.position(j)] =
                            Objects.requireNonNull(entry.getValue().get(stamps.get(j)))[i];
                }
                SeriesKey key =
                        new SeriesKey(entry.getKey().isEmpty() ? "all" : entry.getKey(), names.get(i), Statistic.MEAN);
                own.add(new KnownColumn(names.get(i), new TimeSeries(key, grid.grid(), values)));
            }
            columns.put(entry.getKey(), List.copyOf(own));
        }
        return new Known(names, columns);
    }
}
