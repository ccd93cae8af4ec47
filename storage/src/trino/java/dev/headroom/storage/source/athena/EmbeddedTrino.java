package dev.headroom.storage.source.athena;

import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.MaterializedRow;
import io.trino.testing.StandaloneQueryRunner;
import io.trino.testing.TestingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A Trino in this process, the engine behind Athena, with copies of tables.
final class EmbeddedTrino implements AutoCloseable {
    private static final String CATALOG = "memory";
    private final StandaloneQueryRunner trino;

    EmbeddedTrino() {
        Session session = TestingSession.testSessionBuilder()
                .setCatalog(CATALOG)
                .setSchema("billing")
                .build();
        trino = new StandaloneQueryRunner(session);
        trino.installPlugin(new MemoryPlugin());
        trino.createCatalog(CATALOG, CATALOG, Map.of());
        trino.execute("CREATE SCHEMA billing");
    }

    /// Makes a table as it is elsewhere: with the same columns and rows.
    void copy(LocalAthena from, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        from.rows("SELECT * FROM billing." + table, row -> {
            if (columns.isEmpty()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add("\"" + row.getMetaData().getColumnName(i) + "\" "
                            + row.getMetaData().getColumnTypeName(i));
                }
            }
            values.add(literals(row));
        });
        trino.execute("CREATE TABLE billing." + table + " (" + String.join(", ", columns) + ")");
        trino.execute("INSERT INTO billing." + table + " VALUES " + String.join(", ", values));
    }

    private static String literals(ResultSet row) throws SQLException {
        List<String> literals = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            literals.add(literal(row.getObject(i)));
        }
        return "(" + String.join(", ", literals) + ")";
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "NULL";
            case String text -> quoted(text);
            case Double number -> "DOUBLE '" + number + "'";
            case Timestamp time -> "TIMESTAMP '" + time + "'";
            case Map<?, ?> map ->
                "MAP(ARRAY[" + joined(map.keySet()) + "], ARRAY[" + joined(map.values()) + "])";
            default -> throw new IllegalArgumentException("value (" + value + ") must be of a kind that bills have.");
        };
    }

    private static String joined(Iterable<?> texts) {
        List<String> literals = new ArrayList<>();
        texts.forEach(text -> literals.add(quoted(String.valueOf(text))));
        return String.join(", ", literals);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Writes a result as Athena does: a CSV file with a header, every value in quotes, nothing for a missing one.
    Path csv(String sql, Path file) throws IOException {
        var result = trino.execute(sql);
        List<String> lines = new ArrayList<>();
        lines.add(line(result.getColumnNames()));
        for (MaterializedRow row : result.getMaterializedRows()) {
            lines.add(line(row.getFields()));
        }
        return Files.write(file, lines);
    }

    private static String line(List<?> values) {
        return values.stream()
                .map(value -> value == null ? "" : "\"" + String.valueOf(value).replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        trino.close();
    }
}
