package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.ModelScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The models by their error in backtests; a tick puts a model on the chart.
final class Leaderboard extends VBox {
    private static final int LAST = 5;

    /// How far the ground of a row reaches beyond the text on both sides, so that the text keeps the edge of its
    /// section.
    private static final double OVERHANG = 8;

    /// One row: what is ticked and what carries the colour of the line.
    private record Row(CheckBox tick, Region ground) {}

    private final ModelComparison comparison;
    private final Formats formats;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Leaderboard(ModelComparison comparison, Formats formats) {
        super(6);
        this.comparison = comparison;
        this.formats = formats;
        HBox hint = Parts.row(6, Icons.small("fth-alert-triangle", "watch"));
        Label words = Parts.prose("", "small");
        words.setId("comparison-hint");
        words.textProperty().bind(comparison.hintProperty());
        hint.getChildren().add(words);
        hint.visibleProperty().bind(comparison.hintProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        getChildren().addAll(new LoadedPane<>(comparison.scoresProperty(), 6, comparison::score, this::table), hint);
        comparison.tickedProperty().addListener((source, before, now) -> mark());
    }

    private Node table(List<ModelScore> scores) {
        rows.clear();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("leaderboard");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .addAll(new ColumnConstraints(18), name, figure(33), figure(38), figure(37), figure(26));
        grid.add(head("Leaderboard"), 0, 0, 2, 1);
        grid.add(head("MASE"), 2, 0);
        grid.add(head("RMSE"), 3, 0);
        grid.add(head("80\u00a0%"), 4, 0);
        grid.add(head("s"), 5, 0);
        for (int i = 0; i < scores.size(); i++) {
            add(grid, i + 1, scores.get(i));
        }
        mark();
        String below = scores.isEmpty()
                ? "No model could be scored."
                : scores.getFirst().origins()
                        + " origins each; 80\u00a0% is the share inside that band, s the seconds. Tick up to four models for the chart.";
        VBox table = new VBox(4, grid);
        String difference = StandingWords.of(scores);
        if (!difference.isEmpty()) {
            Label words = Parts.prose(difference, "small");
            words.setId("leaderboard-standing");
            table.getChildren().add(words);
        }
        table.getChildren().add(Parts.prose(below, "caption", "muted"));
        return table;
    }

    private void add(GridPane grid, int row, ModelScore score) {
        String words = ModelNames.of(score.model());
        boolean chosen = comparison.isChosen(score.model());
        Region ground = new Region();
        ground.getStyleClass().add(chosen ? "leader-used" : "leader-row");
        ground.setMinHeight(24);
        GridPane.setMargin(ground, new Insets(0, -OVERHANG, 0, -OVERHANG));
        grid.add(ground, 0, row, LAST + 1, 1);
        CheckBox tick = new CheckBox();
        tick.setId("compare-" + score.model());
        tick.setAccessibleText(chosen ? words + ", the chosen model" : "Compare " + words + " on the chart");
        tick.setDisable(chosen);
        tick.setOnAction(event -> {
            if (tick.isSelected()) {
                tick.setSelected(comparison.tick(score.model()));
            } else {
                comparison.untick(score.model());
            }
        });
        rows.put(score.model(), new Row(tick, ground));
        grid.add(tick, 0, row);
        grid.add(Parts.elastic(words, "small", chosen ? "strong" : "medium"), 1, row);
        grid.add(Parts.label(formats.number(score.mase(), 2), "small"), 2, row);
        grid.add(Parts.label(short3(score.rmse()), "small"), 3, row);
        grid.add(Parts.label(formats.percent(100 * score.coverage80(), 0), "small"), 4, row);
        grid.add(Parts.label(time(score.seconds()), "small"), 5, row);
    }

    /// Three digits that matter, so that large errors fit their column.
    private String short3(double value) {
        return formats.number(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
    }

    private String time(double seconds) {
        return seconds < 0.05 ? "<0.1" : formats.number(seconds, seconds < 10 ? 1 : 0);
    }

    private void mark() {
        rows.forEach((model, row) -> {
            Integer category = comparison.tickedProperty().get().get(model);
            row.tick().setSelected(category != null || comparison.isChosen(model));
            row.ground().getStyleClass().removeIf(style -> style.startsWith("category-"));
            if (category != null) {
                row.ground().getStyleClass().add("category-" + category);
            }
        });
    }

    private static Label head(String text) {
        return Parts.label(text, "small", "medium", "muted", "leader-head");
    }

    private static ColumnConstraints figure(double width) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setHalignment(HPos.RIGHT);
        return column;
    }
}
