package dev.headroom.storage.source.series;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a CSV file of series ([SeriesRows]) whose rows are in any order, and puts each series on its grid.
public final class SeriesFileReader {
    private final Map<String, Readings> series = new LinkedHashMap<>();
    private final List<SeriesFile.Reject> rejects = new ArrayList<>();

    private SeriesFileReader() {}

    /// @throws SourceException when the file cannot be read, has not the columns or no readable row
    public static SeriesFile read(Path file) throws SourceException {
        SeriesFileReader reader = new SeriesFileReader();
        SeriesRows.read(file, new SeriesRows.Taker() {
            @Override
            public void row(SeriesRows.Row row) {
                reader.add(row);
            }

            @Override
            public void rejected(SeriesFile.Reject reject) {
                reader.rejects.add(reject);
            }
        });
        return reader.assemble(file);
    }

    private void add(SeriesRows.Row row) {
        Readings readings = series.computeIfAbsent(row.series(), key -> new Readings());
        if (!readings.isEmpty() && readings.kind() != row.stamp().kind()) {
            reject(row.line(), "timestamp", row.time(), "Written differently from the time stamps before it");
            return;
        }
        int earlier = readings.add(row.stamp(), row.value(), row.line());
        if (earlier >= 0 && Double.compare(readings.value(earlier), row.value()) != 0) {
            reject(
                    row.line(),
                    "timestamp",
                    row.time(),
                    "Duplicate of line " + readings.line(earlier) + " with another value");
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
        rejects.add(SeriesFile.Reject.of(line, field, value, reason));
    }
}
