package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The drivers as signed bars with their figures, and in words.
final class DriversPane {
    private DriversPane() {}

    static Node of(DriversModel model) {
        return new LoadedPane<>(model.wordsProperty(), 4, model::again, DriversPane::face);
    }

    private static Node face(DriverWords words) {
        double below = words.bars().stream()
                .mapToDouble(bar -> Math.max(0, -bar.share()))
                .max()
                .orElse(0);
        double above = words.bars().stream()
                .mapToDouble(bar -> Math.max(0, bar.share()))
                .max()
                .orElse(0);
        GridPane grid = new GridPane(8, 0);
        grid.getStyleClass().add("drivers");
        ColumnConstraints bars = new ColumnConstraints(40, 80, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), bars, figures);
        int row = 0;
        for (DriverWords.Bar bar : words.bars()) {
            SignedBar drawn = new SignedBar(bar.share(), below, above);
            drawn.setAccessibleRole(AccessibleRole.TEXT);
            drawn.setAccessibleText(bar.name() + " " + bar.figure());
            grid.addRow(
                    row++,
                    Parts.label(bar.name(), "small"),
                    drawn,
                    Parts.label(bar.figure(), "small", "driver-figure"));
        }
        return new VBox(
                4,
                Parts.row(
                        8,
                        Parts.elastic(words.title(), "group-title"),
                        Parts.spring(),
                        Parts.label(words.total(), "small", "strong")),
                grid,
                Parts.prose(words.sentence(), "small"),
                Parts.prose(words.source(), "caption", "muted"),
                inWords(words.paragraph()));
    }

    /// The paragraph, with a button that copies it.
    private static Node inWords(String paragraph) {
        Button copy = Parts.iconButton("fth-copy", "Copy the explanation", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(paragraph);
            Clipboard.getSystemClipboard().setContent(content);
        });
        VBox box = new VBox(
                4,
                Parts.row(8, Parts.label("In words", "group-title"), Parts.spring(), copy),
                Parts.prose(paragraph, "small"));
        VBox.setMargin(box, new Insets(8, 0, 0, 0));
        return box;
    }

    /// A bar to the left or the right of a zero line that all bars share.
    private static final class SignedBar extends Region {
        private static final double HEIGHT = 9;
        private final double share;
        private final double below;
        private final double above;
        private final Region bar = new Region();
        private final Region zero = new Region();

        SignedBar(double share, double below, double above) {
            this.share = share;
            this.below = below;
            this.above = above;
            bar.getStyleClass().add("driver-bar");
            zero.getStyleClass().add("driver-zero");
            getChildren().addAll(zero, bar);
            setMinHeight(20);
        }

        @Override
        protected void layoutChildren() {
            double reach = below + above;
            double unit = reach > 0 ? (getWidth() - 1) / reach : 0;
            double middle = below * unit;
            double length = Math.abs(share) * unit;
            zero.resizeRelocate(snapPositionX(middle), 0, 1, getHeight());
            bar.resizeRelocate(share < 0 ? middle - length : middle + 1, (getHeight() - HEIGHT) / 2, length, HEIGHT);
        }
    }
}
