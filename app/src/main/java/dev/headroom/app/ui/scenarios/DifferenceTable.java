package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.part.Parts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Baseline, scenario and difference, line by line.
final class DifferenceTable extends GridPane {
    DifferenceTable() {
        getStyleClass().add("difference-table");
        setHgap(16);
    }

    /// @param other the name of the scenario that stands beside; empty for none
    void show(String title, List<DifferenceRow> rows, String other) {
        getChildren().clear();
        getColumnConstraints().clear();
        boolean beside = !other.isEmpty();
        int columns = beside ? 5 : 4;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        line(0, List.of(title, "Baseline", "Scenario", "Difference", other), columns, "small", "muted");
        for (int i = 0; i < rows.size(); i++) {
            DifferenceRow row = rows.get(i);
            int at = 2 * i + 1;
            add(Parts.hairline(), 0, at, columns, 1);
            Label[] cells = line(
                    at + 1,
                    List.of(row.name(), row.baseline(), row.scenario(), row.difference(), row.other()),
                    columns,
                    "small");
            cells[1].getStyleClass().add("muted");
            cells[2].getStyleClass().add("strong");
            cells[3].getStyleClass().add(row.tone().style());
            if (row.total()) {
                for (Label cell : cells) {
                    cell.getStyleClass().add("strong");
                }
            }
        }
    }

    private Label[] line(int at, List<String> texts, int columns, String... styles) {
        Label[] cells = new Label[columns];
        for (int i = 0; i < columns; i++) {
            Label cell = i == 4 ? Parts.elastic(texts.get(i), styles) : Parts.label(texts.get(i), styles);
            if (i == 4) {
                cell.setMaxWidth(120);
                cell.setMinWidth(Region.USE_COMPUTED_SIZE);
            }
            cell.getStyleClass().add("difference-cell");
            cells[i] = cell;
            add(cell, i, at);
        }
        return cells;
    }
}
