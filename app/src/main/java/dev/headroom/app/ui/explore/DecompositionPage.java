package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ExplorePlots;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.explore.Decomposition;
import dev.headroom.engine.quantity.MeasureUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The chosen series as trend, seasons and remainder, below each other over the same days.
final class DecompositionPage {
    private final ExploreViewModel model;
    private final Charts charts;

    DecompositionPage(ExploreViewModel model, Charts charts) {
        this.model = model;
        this.charts = charts;
    }

    Node face(SeriesViews views) {
        return views.decomposition()
                .map(parts -> stack(views, parts))
                .orElseGet(() -> StatePane.emptyNode(PanelState.Empty.plain(
                        "fth-compass",
                        "Too short for a season",
                        "A decomposition needs more than two weeks of days.")));
    }

    private Node stack(SeriesViews views, Decomposition parts) {
        String name =
                model.chosenName() + ", " + views.history().request().kind().label();
        MeasureUnit unit = views.history().unit();
        List<PlotView> linked = new ArrayList<>();
        VBox stack = Parts.card();
        stack.setSpacing(2);
        stack.getChildren()
                .add(row(
                        linked,
                        "Observed",
                        name + "; daily p95",
                        ExplorePlots.series(name, views.history().days(), unit)));
        stack.getChildren()
                .add(row(linked, "Trend", "", ExplorePlots.part("Trend", parts.grid(), parts.trend(), unit)));
        for (Decomposition.Season season : parts.seasons()) {
            String title = Character.toUpperCase(season.name().charAt(0))
                    + season.name().substring(1);
            String words = Double.isNaN(season.strength())
                    ? ""
                    : "explains " + model.formats().percent(100 * season.strength(), 0)
                            + " of what trend and other seasons leave";
            stack.getChildren()
                    .add(row(linked, title, words, ExplorePlots.part(title, parts.grid(), season.part(), unit)));
        }
        stack.getChildren()
                .add(row(
                        linked,
                        "Remainder",
                        "",
                        ExplorePlots.part("Remainder", parts.grid(), parts.remainder(), unit)));
        return stack;
    }

    private VBox row(List<PlotView> linked, String title, String words, Plot plot) {
        PlotView view = charts.moving(plot, model.chosenName() + ": " + title, words);
        view.setPrefHeight(120);
        linked.forEach(other -> {
            if (other == linked.getFirst()) {
                view.viewportProperty().bindBidirectional(other.viewportProperty());
                view.crosshairProperty().bindBidirectional(other.crosshairProperty());
            }
        });
        linked.add(view);
        VBox row = new VBox(
                0, Parts.row(8, Parts.label(title, "section-title"), Parts.elastic(words, "small", "muted")), view);
        row.setMinHeight(0);
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }
}
