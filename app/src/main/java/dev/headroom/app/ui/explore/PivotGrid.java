package dev.headroom.app.ui.explore;

import dev.headroom.app.usecase.CostDimension;
import dev.headroom.app.usecase.CostPivot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pivot as it fits a screen: the most expensive rows and columns, the others added up exactly, and totals.
///
/// @param columns the names above the cells, without the total
/// @param rows the last one is the total
/// @param hiddenRows how many rows are added up under "other"
/// @param hiddenColumns how many columns are
record PivotGrid(List<String> columns, List<Row> rows, int hiddenRows, int hiddenColumns, BigDecimal largest) {
    static final int MOST_COLUMNS = 6;
    static final int MOST_ROWS = 500;

    private static final int HEATS = 3;

    PivotGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param cells empty where there was no charge
    record Row(String name, List<Optional<CostPivot.Cell>> cells, CostPivot.Cell total, boolean isTotal) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    static PivotGrid of(CostPivot pivot, CostPivotModel names) {
        boolean months = pivot.query().columns().kind() == CostDimension.Kind.MONTH;
        List<String> all = pivot.columns();
        int hidden = Math.max(0, all.size() - MOST_COLUMNS);
        // Of months the latest are shown, of everything else the most expensive ones, which come first.
        List<String> shown = months ? all.subList(hidden, all.size()) : all.subList(0, all.size() - hidden);
        List<String> folded = months ? all.subList(0, hidden) : all.subList(all.size() - hidden, all.size());
        List<String> titles = new ArrayList<>(shown.stream()
                .map(column -> names.shown(pivot.query().columns(), column))
                .toList());
        if (hidden > 0) {
            titles.add((months ? "Earlier" : "Other") + " (" + hidden + ")");
        }
        int rowsShown = Math.min(MOST_ROWS, pivot.rows().size());
        List<Row> rows = new ArrayList<>();
        for (String row : pivot.rows().subList(0, rowsShown)) {
            rows.add(row(names.shown(pivot.query().rows(), row), pivot, List.of(row), shown, folded));
        }
        List<String> rest = pivot.rows().subList(rowsShown, pivot.rows().size());
        if (!rest.isEmpty()) {
            rows.add(row("Other (" + rest.size() + ")", pivot, rest, shown, folded));
        }
        BigDecimal largest = rows.stream()
                .flatMap(row -> row.cells().stream().limit(shown.size()))
                .flatMap(Optional::stream)
                .map(CostPivot.Cell::sum)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        Row total = row("Total", pivot, pivot.rows(), shown, folded);
        rows.add(new Row(total.name(), total.cells(), total.total(), true));
        return new PivotGrid(titles, rows, rest.size(), hidden, largest);
    }

    private static Row row(String name, CostPivot pivot, List<String> rows, List<String> shown, List<String> folded) {
        List<Optional<CostPivot.Cell>> cells = new ArrayList<>();
        for (String column : shown) {
            cells.add(sum(pivot, rows, List.of(column)));
        }
        Optional<CostPivot.Cell> rest = sum(pivot, rows, folded);
        if (!folded.isEmpty()) {
            cells.add(rest);
        }
        CostPivot.Cell total =
                CostPivot.sum(cells.stream().flatMap(Optional::stream).toList());
        return new Row(name, cells, total, false);
    }

    private static Optional<CostPivot.Cell> sum(CostPivot pivot, List<String> rows, List<String> columns) {
        List<CostPivot.Cell> cells = new ArrayList<>();
        for (String row : rows) {
            for (String column : columns) {
                pivot.cell(row, column).ifPresent(cells::add);
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(CostPivot.sum(cells));
    }

    /// 0 (no shade) to 3, by the share of the largest cell; totals and what is added up have no shade.
    int heat(Row row, int column) {
        Optional<CostPivot.Cell> cell = row.cells().get(column);
        if (row.isTotal()
                || column >= columns.size() - (hiddenColumns > 0 ? 1 : 0)
                || cell.isEmpty()
                || largest.signum() <= 0) {
            return 0;
        }
        double share = cell.get().sum().doubleValue() / largest.doubleValue();
        return share < 0.02 ? 0 : (int) Math.min(HEATS, Math.floor(share * HEATS) + 1);
    }

    /// What the table leaves out, for the line above it.
    String foldedWords() {
        return hiddenRows + hiddenColumns == 0 ? "" : "; the rest is added up in its own row or column";
    }
}
