package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.adapter.Probabilities;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Sufficiency;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What stands beside the chart: answer, model, leaderboard, drivers, data quality, parameters.
final class Inspector extends StackPane {
    private final ForecastViewModel model;
    private final VBox answer = section();
    private final VBox chosen = section();
    private final VBox parameters = section();

    Inspector(ForecastViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "inspector");
        VBox leaderboard = section();
        leaderboard.getChildren().add(new Leaderboard(model.comparison(), model.formats()));
        VBox version = section();
        version.getChildren().add(new VersionPane(model.version()));
        VBox drivers = section();
        drivers.getChildren().add(DriversPane.of(model.drivers()));
        VBox quality = section();
        quality.getChildren().add(new LoadedPane<>(model.quality(), 2, model::retryQuality, this::quality));
        VBox sufficiency = section();
        model.history()
                .property()
                .subscribe(found -> sufficiency
                        .getChildren()
                        .setAll(found.map(Inspector::sufficiency).stream().toList()));
        VBox column = new VBox(answer, chosen, version, leaderboard, drivers, quality, sufficiency, parameters);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        model.resultProperty().addListener((source, before, now) -> show(now));
        show(model.resultProperty().get());
    }

    private static VBox section() {
        VBox section = new VBox(4);
        section.getStyleClass().add("inspector-section");
        return section;
    }

    private void show(@Nullable SeriesForecast forecast) {
        if (forecast == null) {
            return;
        }
        Answer words = model.answer(forecast);
        answer.getChildren().clear();
        if (forecast.hindsight().isPresent()) {
            String known = "As known on " + model.formats().dayYear(forecast.asOf());
            answer.getChildren().add(Parts.badge(Tone.WATCH, "fth-clock", known));
        }
        if (!Double.isNaN(words.probability())) {
            HBox line = Parts.row(8, Probabilities.badge(words.probability()), Parts.spring());
            line.getChildren().add(Parts.label(words.within(), "small", "muted"));
            answer.getChildren().add(line);
        }
        Label headline = Parts.prose(words.headline(), "answer");
        VBox.setMargin(headline, new Insets(4, 0, 0, 0));
        answer.getChildren().addAll(headline, Parts.prose(words.detail(), "small", "muted"));
        String name = forecast.provenance().spec().name();
        chosen.getChildren()
                .setAll(
                        Parts.label("Chosen model", "group-title"),
                        Parts.label(ModelNames.of(name), "body", "medium"),
                        Parts.prose(brief(forecast.explanation()), "small", "muted"));
        fold(forecast);
    }

    /// The explanation up to its first semicolon; the rest stands with the parameters.
    private static String brief(String explanation) {
        int cut = explanation.indexOf(';');
        return cut < 0 ? explanation : explanation.substring(0, cut) + ".";
    }

    private Node quality(Optional<JudgedSeries> found) {
        Label title = Parts.label("Data quality", "group-title");
        if (found.isEmpty()) {
            return new VBox(4, title, Parts.prose("This series has not been judged.", "small", "muted"));
        }
        SeriesQuality quality = found.get().quality();
        Label badge = switch (quality.verdict()) {
            case GOOD -> Parts.badge(Tone.GOOD, "fth-check", "Good");
            case WATCH -> Parts.badge(Tone.WATCH, "fth-alert-triangle", "Watch");
            case BAD -> Parts.badge(Tone.BAD, "fth-alert-octagon", "Bad");
        };
        String counts = "%s observations, %s missing, %s far from their neighbours."
                .formatted(
                        model.formats().count(quality.observations()),
                        model.formats().count(quality.length() - quality.observations()),
                        model.formats().count(quality.outliers()));
        VBox box = new VBox(4, Parts.row(8, title, Parts.spring(), badge), Parts.prose(counts, "small", "muted"));
        quality.reasons().stream().limit(2).forEach(reason -> box.getChildren().add(Parts.prose(reason, "small")));
        return box;
    }

    private static Node sufficiency(Sufficiency found) {
        Label badge = Parts.badge(HistoryVerdict.tone(found), HistoryVerdict.icon(found), HistoryVerdict.word(found));
        return new VBox(
                4,
                Parts.row(8, Parts.label("Carries this horizon", "group-title"), Parts.spring(), badge),
                Parts.prose(found.sentence(), "small", "muted"));
    }

    private void fold(SeriesForecast forecast) {
        GridPane grid = new GridPane(8, 3);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, new ColumnConstraints());
        int row = 0;
        String hash = forecast.provenance().dataHash();
        row = entry(grid, row, "Seed", String.valueOf(forecast.provenance().seed()));
        row = entry(grid, row, "Data", hash.substring(0, Math.min(12, hash.length())));
        row = entry(
                grid,
                row,
                "Series",
                forecast.request().key().metric() + ", "
                        + forecast.request().key().statistic().code() + ", "
                        + forecast.request().step().code());
        for (Map.Entry<String, Double> parameter :
                forecast.provenance().parameters().entrySet()) {
            row = entry(grid, row, parameter.getKey(), model.formats().number(parameter.getValue(), 4));
        }
        VBox inside = new VBox(6, grid, Parts.prose(forecast.explanation(), "small", "muted"));
        inside.setVisible(false);
        inside.setManaged(false);
        Button toggle = Parts.button("Parameters and provenance", "fth-chevron-down", () -> {}, "fold-button");
        toggle.setContentDisplay(ContentDisplay.RIGHT);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(event -> {
            boolean open = !inside.isVisible();
            inside.setVisible(open);
            inside.setManaged(open);
            toggle.setGraphic(Icons.small(open ? "fth-chevron-up" : "fth-chevron-down"));
        });
        parameters.getChildren().setAll(toggle, inside);
    }

    private static int entry(GridPane grid, int row, String name, String value) {
        Label figure = Parts.label(value, "small");
        GridPane.setHalignment(figure, HPos.RIGHT);
        grid.addRow(row, Parts.elastic(name, "small", "muted"), figure);
        return row + 1;
    }
}
