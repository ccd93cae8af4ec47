package dev.headroom.storage.source.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBPreparedStatement;

/// A DuckDB database of one scan with bounded memory and a private folder for what does not fit into it, which
/// goes with it.
final class ScanDatabase implements AutoCloseable {
    /// Beside that of Java.
    private static final String MEMORY = "900MB";

    private static final Duration WATCHED_EVERY = Duration.ofMillis(200);
    private final Path folder;
    private final Connection connection;

    private ScanDatabase(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    static ScanDatabase open() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("headroom-scan");
        boolean opened = false;
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                for (String setting : List.of(
                        "memory_limit = '" + MEMORY + "'",
                        "temp_directory = " + ScanQuery.quoted(folder.toString()),
                        "preserve_insertion_order = false",
                        "threads = " + Runtime.getRuntime().availableProcessors())) {
                    statement.execute("SET " + setting);
                }
                opened = true;
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
            return new ScanDatabase(folder, connection);
        } finally {
            if (!opened) {
                remove(folder);
            }
        }
    }

    /// A file of this name in the folder that goes with the database.
    Path file(String name) {
        return folder.resolve(name);
    }

    /// Runs a statement to its end.
    void run(String sql, TableScan.Watch watch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            watched(statement, watch, statement::execute);
        }
    }

    /// Runs a query; its statement closes with the result.
    ResultSet query(String sql, TableScan.Watch watch) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        boolean done = false;
        try {
            ResultSet result = watched(statement, watch, statement::executeQuery);
            statement.closeOnCompletion();
            done = true;
            return result;
        } finally {
            if (!done) {
                statement.close();
            }
        }
    }

    /// Some work of a statement.
    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T watched(PreparedStatement statement, TableScan.Watch watch, Work<T> work) throws SQLException {
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(WATCHED_EVERY);
                    if (watch.cancelled()) {
                        statement.cancel();
                        return;
                    }
                    double percent = statement
                            .unwrap(DuckDBPreparedStatement.class)
                            .getQueryProgress()
                            .getPercentage();
                    watch.advanced(Math.clamp(percent / 100, 0, 1));
                }
            } catch (InterruptedException | SQLException ended) {
                // The work is done, or its own failure says more.
            }
        });
        try {
            return work.run();
        } finally {
            watcher.interrupt();
            // The statement must not be closed while it is asked how far it is.
            joined(watcher);
        }
    }

    private static void joined(Thread watcher) {
        boolean interrupted = false;
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            remove(folder);
        } catch (SQLException failure) {
            throw new IOException("The scan cannot be closed.", failure);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
