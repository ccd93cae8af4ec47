package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.part.Parts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The totals above the table, one cell a figure.
final class SavingsStrip extends HBox {
    SavingsStrip(ObservableList<SavingsCalculator.Figure> figures) {
        getStyleClass().addAll("card", "savings-strip");
        figures.addListener((ListChangeListener<SavingsCalculator.Figure>) change -> fill(figures));
        fill(figures);
    }

    private void fill(List<SavingsCalculator.Figure> figures) {
        getChildren().clear();
        for (SavingsCalculator.Figure figure : figures) {
            if (!getChildren().isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("vertical-hairline");
                line.setMinWidth(1);
                line.setMaxWidth(1);
                getChildren().add(line);
            }
            getChildren().add(cell(figure));
        }
    }

    private static VBox cell(SavingsCalculator.Figure figure) {
        VBox cell = new VBox(
                1,
                Parts.elastic(figure.heading(), "group-title"),
                Parts.label(figure.value(), "strip-value", figure.tone().style()),
                Parts.elastic(figure.month(), "caption", "muted"),
                Parts.elastic(figure.year(), "caption", "muted"));
        cell.getStyleClass().add("strip-cell");
        cell.setPrefWidth(200);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }
}
