package dev.headroom.app.usecase;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A result as rows and named columns, for CSV files and for JSON. Empty optionals are unknown values.
public abstract class Table {
    private final List<String> header;
    private final List<Object[]> cells = new ArrayList<>();

    Table(List<String> header) {
        this.header = List.copyOf(header);
    }

    final void add(Object... row) {
        if (row.length != header.size()) {
            throw new IllegalArgumentException("row (" + row.length + ") must fit the header (" + header.size() + ").");
        }
        cells.add(row.clone());
    }

    /// Adds a row of named cells; what is not named is unknown.
    final void add(Map<String, Object> row) {
        if (!header.containsAll(row.keySet())) {
            throw new IllegalArgumentException("row (" + row.keySet() + ") must fit the header (" + header + ").");
        }
        cells.add(header.stream()
                .map(name -> row.getOrDefault(name, Optional.empty()))
                .toArray());
    }

    /// Writes the table as CSV, compressed when the name ends in `.gz`.
    public final void write(Path file) throws UseCaseException {
        OutputFile.writeText(file, out -> {
            CsvTable table = new CsvTable(out, header);
            cells.forEach(table::row);
        });
    }

    /// The table as CSV text.
    public final String csv() {
        StringWriter out = new StringWriter();
        CsvTable table = new CsvTable(out, header);
        cells.forEach(table::row);
        return out.toString();
    }

    /// The rows with column names; unknown cells are left out, decimals of money are text.
    public final List<Map<String, Object>> rows() {
        return cells.stream().map(this::named).toList();
    }

    private Map<String, Object> named(Object[] row) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i] instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("")
                    : row[i];
            boolean unknown = value.equals("") || value instanceof Double number && number.isNaN();
            if (!unknown) {
                named.put(
                        header.get(i),
                        value instanceof Number number && !(number instanceof BigDecimal)
                                ? number
                                : CsvTable.text(value));
            }
        }
        return named;
    }
}
