package dev.headroom.app.ui.part;

import java.util.List;
import java.util.Map;

/// How a person has arranged a table. Columns are named by their titles.
///
/// @param order the columns from left to right; empty for the usual order
/// @param widths the widths of columns that were changed
/// @param sorted the column that decides the order of the rows; empty for none
/// @param descending true when the largest value of that column comes first
public record TableLayout(List<String> order, Map<String, Double> widths, String sorted, boolean descending) {
    public static final TableLayout USUAL = new TableLayout(List.of(), Map.of(), "", false);

    public TableLayout {
        order = List.copyOf(order);
        widths = Map.copyOf(widths);
    }
}
