package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ArchetypeNames;
import dev.headroom.app.ui.adapter.ExplorePlots;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the resources of the chosen server, or the archetypes of the fleet, move together. A cell opens its pair.
final class CorrelationPage extends HBox {
    private final ExploreViewModel model;
    private final Charts charts;
    private final ObjectProperty<Of> of = new SimpleObjectProperty<>(Of.SERVER);
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.SPEARMAN);
    private final VBox matrix = new VBox(8);
    private final VBox pair = new VBox();

    enum Of {
        SERVER("This server"),
        ARCHETYPES("Archetypes");

        private final String label;

        Of(String label) {
            this.label = label;
        }
    }

    enum Method {
        SPEARMAN("Ranks (Spearman)"),
        PEARSON("Values (Pearson)");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        double of(CorrelationMatrix.Pair pair) {
            return this == SPEARMAN ? pair.spearman() : pair.pearson();
        }
    }

    /// A matrix with the series that it was made of.
    private record Shown(CorrelationMatrix matrix, List<TimeSeries> series) {}

    CorrelationPage(ExploreViewModel model, Charts charts) {
        super(16);
        this.model = model;
        this.charts = charts;
        HBox.setHgrow(pair, Priority.ALWAYS);
        matrix.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(matrix, pair);
        model.seriesProperty().addListener((source, before, now) -> show());
        model.membersProperty().addListener((source, before, now) -> show());
        of.addListener((source, before, now) -> show());
        method.addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        Label note = Parts.prose("", "small", "muted");
        VBox card = charts.card(
                "Correlation",
                "daily values",
                Segments.of("Of", List.of(Of.values()), value -> value.label, of),
                Segments.of("Method", List.of(Method.values()), value -> value.label, method));
        Shown shown = shown();
        if (shown == null || shown.matrix().series().size() < 2) {
            note.setText(waiting() ? "Loading …" : "There are not two series to compare.");
            card.getChildren().add(note);
            pair.getChildren().clear();
        } else {
            note.setText("1 moves together, 0 independent, −1 against each other; – with fewer than "
                    + CorrelationMatrix.FEWEST + " common days.");
            note.setMaxWidth(380);
            card.getChildren().addAll(grid(shown), note);
            open(shown, 0, 1);
        }
        matrix.getChildren().setAll(card);
    }

    /// The name of a series as it is shown.
    private String name(CorrelationMatrix known, int index) {
        String series = known.series().get(index);
        return of.get() == Of.SERVER ? series : ArchetypeNames.of(series);
    }

    private boolean waiting() {
        return of.get() == Of.SERVER && model.seriesProperty().get() instanceof Loaded.Waiting<SeriesViews>;
    }

    private @Nullable Shown shown() {
        return switch (of.get()) {
            case SERVER ->
                model.seriesProperty()
                        .get()
                        .known()
                        .map(views -> new Shown(
                                views.correlation(),
                                List.copyOf(views.history().metrics().values())))
                        .orElse(null);
            case ARCHETYPES -> model.inside().map(CorrelationPage::archetypes).orElse(null);
        };
    }

    private static Shown archetypes(FleetExploration fleet) {
        Map<String, TimeSeries> means = fleet.archetypeMeans();
        return new Shown(fleet.correlation(), List.copyOf(means.values()));
    }

    private StackPane grid(Shown shown) {
        CorrelationMatrix known = shown.matrix();
        GridPane grid = new GridPane(2, 2);
        grid.setId("correlation-matrix");
        grid.setAccessibleText("Correlation matrix");
        for (int i = 0; i < known.series().size(); i++) {
            Label column = Parts.label(name(known, i), "caption", "muted");
            GridPane.setHalignment(column, HPos.CENTER);
            grid.add(column, i + 1, 0);
            Label row = Parts.label(name(known, i), "small");
            row.setPadding(new Insets(0, 8, 0, 0));
            grid.add(row, 0, i + 1);
            for (int j = 0; j < known.series().size(); j++) {
                grid.add(cell(shown, i, j), j + 1, i + 1);
            }
        }
        Exportable.Chart chart = charts.drawn(
                ExplorePlots.correlation(
                        IntStream.range(0, known.series().size())
                                .mapToObj(i -> name(known, i))
                                .toList(),
                        known,
                        method.get()::of),
                "Correlation matrix",
                (of.get() == Of.SERVER ? model.chosenName() : "Means of the archetypes") + ", daily values, "
                        + method.get().label);
        Exports.offer(
                grid,
                new Exportable.Rows("Correlation", () -> rows(known)),
                Exports.items(grid, chart).toArray(MenuItem[]::new));
        StackPane place = new StackPane(grid);
        place.setAlignment(Pos.TOP_LEFT);
        Exports.offer(place, chart);
        return place;
    }

    private Node cell(Shown shown, int row, int column) {
        CorrelationMatrix.Pair both = shown.matrix().pair(row, column);
        double value = method.get().of(both);
        String figure = Double.isNaN(value) ? Formats.UNKNOWN : model.formats().number(value, 2);
        Button cell = Parts.button(figure, "", () -> open(shown, row, column), "correlation-cell", shade(value));
        cell.setMinSize(64, 36);
        cell.setAlignment(Pos.CENTER);
        cell.setAccessibleText("%s and %s: %s, %s common days"
                .formatted(
                        name(shown.matrix(), row),
                        name(shown.matrix(), column),
                        Double.isNaN(value) ? "unknown" : figure,
                        model.formats().count(both.observations())));
        return cell;
    }

    private static String shade(double value) {
        if (Double.isNaN(value)) {
            return "middle";
        }
        String side = value < 0 ? "lower" : "higher";
        double size = Math.abs(value);
        return size < 0.2 ? "middle" : size < 0.6 ? side + "-1" : side + "-2";
    }

    private void open(Shown shown, int row, int column) {
        CorrelationMatrix known = shown.matrix();
        CorrelationMatrix.Pair both = known.pair(row, column);
        List<String> names = List.of(name(known, row), name(known, column));
        String title = String.join(" and ", names);
        String words = "Pearson %s, Spearman %s, %s common days"
                .formatted(
                        figure(both.pearson()),
                        figure(both.spearman()),
                        model.formats().count(both.observations()));
        pair.getChildren()
                .setAll(charts.card(
                        title,
                        "each dot is a day",
                        Parts.prose(words + ".", "small", "muted"),
                        charts.still(
                                ExplorePlots.pair(
                                        Stream.of(
                                                shown.series().get(row),
                                                shown.series().get(column)),
                                        names),
                                title,
                                words)));
    }

    private String figure(double value) {
        return Double.isNaN(value) ? "unknown" : model.formats().number(value, 2);
    }

    private static Exportable.Content rows(CorrelationMatrix known) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < known.series().size(); i++) {
            for (int j = i + 1; j < known.series().size(); j++) {
                CorrelationMatrix.Pair both = known.pair(i, j);
                rows.add(List.of(
                        known.series().get(i),
                        known.series().get(j),
                        Double.isNaN(both.pearson()) ? "" : (Object) both.pearson(),
                        Double.isNaN(both.spearman()) ? "" : (Object) both.spearman(),
                        both.observations()));
            }
        }
        return new Exportable.Content(List.of("Series", "And", "Pearson", "Spearman", "Common days"), rows);
    }
}
