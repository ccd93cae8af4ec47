package dev.headroom.charts.data;

import java.util.LinkedHashSet;
import java.util.List;

/// Probabilities in a grid: rows in groups, columns in groups.
///
/// Input: one array of values a row, each value between 0 and 1, NaN for unknown. Rows keep their order inside their
/// group; groups come in the order of their first row.
public final class HeatmapData {
    /// One row: an id that callbacks name, the text shown, and the group it belongs to.
    public record Row(String id, String name, String group) {}

    /// Neighbouring columns under one head, such as the horizons of a metric.
    public record ColumnGroup(String name, List<String> columns) {
        public ColumnGroup {
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("columns of group (" + name + ") must not be empty.");
            }
            columns = List.copyOf(columns);
        }
    }

    /// One cell with everything that a card or a callback needs.
    public record Cell(Row row, String columnGroup, String column, int rowIndex, int columnIndex, double value) {}

    private final List<Row> rows;
    private final List<ColumnGroup> columnGroups;
    private final double[][] values;
    private final int columnCount;

    /// Copies the values.
    public HeatmapData(List<Row> rows, List<ColumnGroup> columnGroups, double[][] values) {
        this.rows = List.copyOf(rows);
        this.columnGroups = List.copyOf(columnGroups);
        this.columnCount =
                columnGroups.stream().mapToInt(group -> group.columns().size()).sum();
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(
                    "%d arrays of values do not fit %d rows.".formatted(values.length, rows.size()));
        }
        this.values = new double[values.length][];
        for (int r = 0; r < values.length; r++) {
            this.values[r] = checked(values[r], r);
        }
    }

    private double[] checked(double[] row, int index) {
        if (row.length != columnCount) {
            throw new IllegalArgumentException(
                    "row %d has %d values for %d columns.".formatted(index, row.length, columnCount));
        }
        for (double value : row) {
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException(
                        "value (%s) in row %d must lie between 0 and 1.".formatted(value, index));
            }
        }
        return row.clone();
    }

    public List<Row> rows() {
        return rows;
    }

    public List<ColumnGroup> columnGroups() {
        return columnGroups;
    }

    /// How many columns all groups have together.
    public int columnCount() {
        return columnCount;
    }

    /// The probability of a cell, NaN when unknown.
    public double value(int row, int column) {
        return values[row][column];
    }

    /// The groups of rows in the order of their first row.
    public List<String> rowGroups() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.group()));
        return List.copyOf(names);
    }

    /// A cell with its names.
    public Cell cell(int row, int column) {
        int left = column;
        for (ColumnGroup group : columnGroups) {
            if (left < group.columns().size()) {
                return new Cell(
                        rows.get(row), group.name(), group.columns().get(left), row, column, values[row][column]);
            }
            left -= group.columns().size();
        }
        throw new IndexOutOfBoundsException("column (%d) must be below %d.".formatted(column, columnCount));
    }
}
