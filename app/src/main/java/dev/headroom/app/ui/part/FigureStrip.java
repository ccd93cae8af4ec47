package dev.headroom.app.ui.part;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A few key figures side by side, above the content of a panel.
public final class FigureStrip extends HBox {
    /// One figure: what it is, its value, and a line that says what it means.
    public record Figure(String heading, String value, Tone tone, String meaning) {}

    public FigureStrip(ObservableList<Figure> figures) {
        getStyleClass().addAll("card", "savings-strip");
        figures.addListener((ListChangeListener<Figure>) change -> fill(figures));
        fill(figures);
    }

    private void fill(List<Figure> figures) {
        getChildren().clear();
        for (Figure figure : figures) {
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

    private static VBox cell(Figure figure) {
        VBox cell = new VBox(
                1,
                Parts.elastic(figure.heading(), "group-title"),
                Parts.label(figure.value(), "strip-value", figure.tone().style()),
                Parts.elastic(figure.meaning(), "caption", "muted"));
        cell.getStyleClass().add("strip-cell");
        cell.setPrefWidth(200);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }
}
