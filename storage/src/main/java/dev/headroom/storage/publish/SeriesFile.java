package dev.headroom.storage.publish;

import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.SeriesCache;
import dev.headroom.storage.cache.SeriesInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes series of a month as a Parquet file, one row an observation, with bounded memory.
final class SeriesFile {
    /// Beside that of Java.
    private static final String MEMORY = "900MB";

    private final SeriesCache cache;
    private final Path folder;

    /// @param folder for what does not fit into memory
    SeriesFile(SeriesCache cache, Path folder) {
        this.cache = cache;
        this.folder = folder;
    }

    void write(SeriesSurvey.Found found, Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '" + MEMORY + "'");
            statement.execute("SET temp_directory = " + quoted(folder));
            statement.execute(
                    "CREATE TABLE observation(resource VARCHAR, statistic VARCHAR, step VARCHAR, unit VARCHAR,"
                            + " observed_at TIMESTAMP, value DOUBLE)");
            try (DuckDBAppender rows = connection
                    .unwrap(DuckDBConnection.class)
                    .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "observation")) {
                for (SeriesInfo info : found.series()) {
                    append(rows, info, found.object().month());
                }
            }
            statement.execute("COPY observation TO " + quoted(file) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException failure) {
            throw new IOException("The file of series cannot be written.", failure);
        }
    }

    private void append(DuckDBAppender rows, SeriesInfo info, YearMonth month) throws SQLException {
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Optional<TimeSeries> series = cache.read(info.key(), info.step(), from, to);
        if (series.isEmpty()) {
            return;
        }
        double[] values = series.get().values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                rows.beginRow();
                rows.append(info.key().resource());
                rows.append(info.key().statistic().code());
                rows.append(info.step().code());
                rows.append(info.unit().symbol());
                rows.append(LocalDateTime.ofInstant(series.get().grid().at(i), ZoneOffset.UTC));
                rows.append(values[i]);
                rows.endRow();
            }
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
