package dev.headroom.app.ui.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/// Arranges tables as they were left, and notes how they are arranged. A table is known by its accessible text.
public final class TableMemory {
    private static final double LEAST_CHANGE = 1;
    private final Map<String, TableLayout> layouts;

    /// @param layouts where the arrangements are kept
    public TableMemory(Map<String, TableLayout> layouts) {
        this.layouts = layouts;
    }

    /// Takes care of a table from now on.
    public <R> void keep(TableView<R> table) {
        if (table.getProperties().putIfAbsent(TableMemory.class, this) != null) {
            return;
        }
        String name = table.getAccessibleText();
        TableLayout kept = layouts.get(name);
        if (kept != null) {
            restore(table, kept);
        }
        InvalidationListener note = changed -> note(name, table);
        table.getColumns().addListener(note);
        table.getSortOrder().addListener(note);
        table.getColumns().forEach(column -> column.sortTypeProperty().addListener(note));
        Map<TableColumn<R, ?>, Double> pressed = new HashMap<>();
        table.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> table.getColumns().forEach(column -> pressed.put(column, column.getWidth())));
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            boolean changed = table.getColumns().stream()
                    .anyMatch(column -> Math.abs(pressed.getOrDefault(column, column.getWidth()) - column.getWidth())
                            > LEAST_CHANGE);
            if (changed) {
                table.getColumns().forEach(column -> column.setPrefWidth(column.getWidth()));
                note(name, table);
            }
        });
    }

    private static <R> void restore(TableView<R> table, TableLayout kept) {
        List<TableColumn<R, ?>> columns = new ArrayList<>(table.getColumns());
        List<TableColumn<R, ?>> usual = List.copyOf(columns);
        if (!kept.order().isEmpty()) {
            columns.sort(
                    Comparator.comparingInt(column -> place(column.getText(), kept.order(), usual.indexOf(column))));
        }
        if (!columns.equals(usual)) {
            table.getColumns().setAll(columns);
        }
        for (TableColumn<R, ?> column : columns) {
            Double width = kept.widths().get(column.getText());
            if (width != null) {
                column.setPrefWidth(width);
            }
            if (column.getText().equals(kept.sorted())) {
                column.setSortType(
                        kept.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().setAll(List.of(column));
            }
        }
    }

    /// A column that did not exist then stays where it usually stands.
    private static int place(String title, List<String> order, int usual) {
        int place = order.indexOf(title);
        return place < 0 ? usual : place;
    }

    private <R> void note(String name, TableView<R> table) {
        List<String> order =
                table.getColumns().stream().map(TableColumn::getText).toList();
        Map<String, Double> widths = new HashMap<>();
        table.getColumns().forEach(column -> widths.put(column.getText(), column.getPrefWidth()));
        var sorted =
                table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        layouts.put(
                name,
                new TableLayout(
                        order,
                        widths,
                        sorted == null ? "" : sorted.getText(),
                        sorted != null && sorted.getSortType() == TableColumn.SortType.DESCENDING));
    }
}
