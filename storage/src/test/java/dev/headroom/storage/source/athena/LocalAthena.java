package dev.headroom.storage.source.athena;

import dev.headroom.storage.source.aws.TableColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Runs what is meant for Athena in DuckDB, which has the same meaning for the SQL that is used here. The
/// one function that it calls otherwise is given its name.
public final class LocalAthena implements AutoCloseable {
    private final Connection connection;

    public LocalAthena() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("CREATE MACRO json_format(x) AS CAST(x AS VARCHAR)");
        run("CREATE SCHEMA billing");
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Takes the rows of a result one by one.
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    void rows(String sql, Row taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                taker.take(row);
            }
        }
    }

    /// The columns of a table as its catalog tells them.
    public List<TableColumn> columns(String table) throws SQLException {
        List<TableColumn> columns = new ArrayList<>();
        rows(
                BillQuery.columnsOf(TableName.of("billing." + table).orElseThrow()),
                row -> columns.add(new TableColumn(row.getString(1), row.getString(2))));
        return columns;
    }

    /// Writes a result as a CSV file with a header.
    public Path csv(String sql, Path file) throws SQLException, IOException {
        Files.deleteIfExists(file);
        run("COPY (" + sql + ") TO '" + file + "' (HEADER, DELIMITER ',')");
        return file;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
