package dev.headroom.app.usecase;

import java.util.List;

/// Cost by two dimensions: one row a pair of names and currency. The columns keep their names whatever is divided; a
/// name that the bills do not give is an empty cell.
public final class PivotTable extends Table {
    public PivotTable(List<CostPivot> pivots) {
        super(List.of(
                "row_dimension",
                "row",
                "column_dimension",
                "column",
                "currency",
                "cost",
                "charges",
                "unknown_charges"));
        for (CostPivot pivot : pivots) {
            for (String row : pivot.rows()) {
                for (String column : pivot.columns()) {
                    pivot.cell(row, column)
                            .ifPresent(cell -> add(
                                    pivot.query().rows().word(),
                                    row,
                                    pivot.query().columns().word(),
                                    column,
                                    pivot.currency(),
                                    cell.amount(),
                                    cell.charges(),
                                    cell.unknown()));
                }
            }
        }
    }
}
