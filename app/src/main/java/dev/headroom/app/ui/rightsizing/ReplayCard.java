package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.engine.rightsizing.Replay;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the load of the chosen server would have been on the recommended type.
final class ReplayCard extends VBox {
    private final RightsizingViewModel model;
    private final ShellViewModel shell;

    ReplayCard(RightsizingViewModel model, ShellViewModel shell) {
        super(8);
        this.model = model;
        this.shell = shell;
        getStyleClass().add("card");
        setMinHeight(200);
        setPrefHeight(270);
        model.selectedProperty().addListener((source, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    private void show(@Nullable SizingRow row) {
        Optional<Replay> replay =
                row == null ? Optional.empty() : model.evidence().replay(row);
        setVisible(replay.isPresent());
        setManaged(replay.isPresent());
        getChildren().clear();
        if (row != null) {
            replay.ifPresent(known -> fill(row, known));
        }
    }

    private void fill(SizingRow row, Replay replay) {
        Label title = Parts.label(row.server() + ", " + replay.kind().label() + " replayed", "section-title");
        Label sub = Parts.elastic(
                "%s days, worst weeks marked".formatted(model.formats().count(replay.days())), "small", "muted");
        Label highest = Parts.label(
                "Highest " + model.formats().percent(replay.highestAfterPercent(), 0) + ", days over limit "
                        + model.formats().count(replay.daysAbove()),
                "small",
                replay.daysAbove() > 0 ? Tone.WATCH.style() : "muted");
        PlotView view = new PlotView(model.evidence().replayPlot(row, replay));
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(200, 130);
        Exports.plot(view, "Replay of " + row.server());
        view.setPrefHeight(220);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().setAll(Parts.row(8, title, sub, Parts.spring(), highest), view);
    }
}
