package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ExplorePlots;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.explore.SeasonalView;
import dev.headroom.engine.quantity.MeasureUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// When the chosen series is high: by hour and weekday, by month, and around quarter ends.
final class ProfilePage {
    private final ExploreViewModel model;
    private final Charts charts;
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(Figure.MEAN);

    enum Figure {
        MEAN("Mean", SeasonalView.Cell::mean),
        P95("95th percentile", SeasonalView.Cell::p95),
        COUNT("Readings", SeasonalView.Cell::count);

        private final String label;
        private final ToDoubleFunction<SeasonalView.Cell> value;

        Figure(String label, ToDoubleFunction<SeasonalView.Cell> value) {
            this.label = label;
            this.value = value;
        }

        String label() {
            return label;
        }
    }

    ProfilePage(ExploreViewModel model, Charts charts) {
        this.model = model;
        this.charts = charts;
    }

    Node face(SeriesViews views) {
        SeasonalView seasons = views.seasons();
        String name = name(views);
        VBox months = charts.card(
                "By month",
                "daily p95, mean and 95th percentile of its days",
                charts.still(
                        ExplorePlots.months(seasons.months(), views.history().unit()),
                        name + " by month",
                        "Daily p95"));
        VBox ends = charts.card(
                "Around quarter ends",
                "%d days before and after".formatted(SeasonalView.REACH),
                charts.still(
                        ExplorePlots.quarterEnds(
                                seasons.quarterEnds(), views.history().unit()),
                        name + " around quarter ends",
                        "Daily p95"));
        VBox weeks = seasons.hours().isEmpty() ? weekdays(views, name) : hours(views, name);
        HBox lower = new HBox(16, months, ends);
        months.setPrefWidth(400);
        ends.setPrefWidth(400);
        lower.setPrefHeight(240);
        weeks.setPrefHeight(320);
        VBox.setVgrow(lower, Priority.ALWAYS);
        return new VBox(16, weeks, lower);
    }

    private String name(SeriesViews views) {
        return model.chosenName() + ", " + views.history().request().kind().label();
    }

    private VBox hours(SeriesViews views, String name) {
        PlotView view = charts.still(hoursPlot(views), name + " by hour of the week", "Mean of the readings");
        VBox card = charts.card("Hours of the week", range(views));
        HBox head = (HBox) card.getChildren().getFirst();
        ObjectProperty<Figure> shown = new SimpleObjectProperty<>(figure.get());
        shown.addListener((source, before, now) -> {
            figure.set(now);
            view.setPlot(hoursPlot(views).withCaption(view.getPlot().caption().orElseThrow()));
        });
        head.getChildren()
                .addAll(Parts.spring(), Segments.of("Figure", List.of(Figure.values()), Figure::label, shown));
        card.getChildren().add(view);
        return card;
    }

    private Plot hoursPlot(SeriesViews views) {
        return ExplorePlots.hours(
                views.seasons().hours(),
                figure.get().value,
                figure.get() == Figure.COUNT
                        ? MeasureUnit.UNKNOWN
                        : views.history().unit());
    }

    private String range(SeriesViews views) {
        return name(views) + "; "
                + views.history()
                        .readings()
                        .map(readings -> "readings since "
                                + model.formats().dayYear(readings.grid().start()) + "; darker is higher")
                        .orElse("");
    }

    private VBox weekdays(SeriesViews views, String name) {
        return charts.card(
                "By weekday",
                name + "; nothing finer than days is kept, so hours are not known",
                charts.still(
                        ExplorePlots.weekdays(
                                views.seasons().weekdays(), views.history().unit()),
                        name + " by weekday",
                        "Daily p95"));
    }
}
