package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.ExportFormat;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.BrushView;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.LegendPainter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Sufficiency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The Forecast panel.
public final class ForecastView implements PanelView {
    private static final double LEGEND_GAP = 16;
    private static final double SPANS_HEIGHT = 34;
    private final ForecastViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(12);
    private final StackPane chart = new StackPane();
    private final VBox brushPlace = new VBox();
    private @Nullable PlotView view;
    private HBox spans = new HBox();

    public ForecastView(ForecastViewModel model, ShellViewModel shell) {
        this.model = model;
        this.shell = shell;
        root.getStyleClass().addAll("panel", "forecast");
        Inspector inspector = new Inspector(model);
        inspector
                .minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(360)
                        .otherwise(
                                Bindings.when(shell.narrowProperty()).then(288).otherwise(316)));
        inspector.maxWidthProperty().bind(inspector.minWidthProperty());
        HBox content = new HBox(16, chartCard(), inspector);
        StatePane pane = new StatePane(content, StatePane.blocks(560, 60), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), doubt(), pane);
        model.plotProperty().addListener((source, before, now) -> show(now));
        show(model.plotProperty().get());
    }

    private HBox head() {
        Label title = Parts.label("", "page-title");
        title.textProperty().bind(model.titleProperty());
        Label context = Parts.elastic("", "small", "muted");
        context.textProperty().bind(model.contextProperty());
        MenuButton export = new MenuButton("Export", Icons.small("fth-download"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(export, "Export the chart or the forecast table   Ctrl+E");
        for (ExportFormat format : ExportFormat.DRAWN) {
            MenuItem item = new MenuItem("Chart as " + format.name());
            item.setOnAction(event -> export(chart, format));
            export.getItems().add(item);
        }
        MenuItem table = new MenuItem("Forecast table as CSV");
        table.setOnAction(event -> export(brushPlace, ExportFormat.CSV));
        export.getItems().addAll(new SeparatorMenuItem(), table);
        export.disableProperty().bind(model.plotProperty().isNull());
        HBox head = Parts.row(12, title, metricMenu(), context, historyBadge(), pastBadge(), Parts.spring(), export);
        head.getStyleClass().add("page-head");
        return head;
    }

    /// Whether the history carries the horizon, also while the forecast is on its way.
    private StackPane historyBadge() {
        StackPane place = new StackPane();
        place.setId("history-badge");
        model.history()
                .property()
                .subscribe(found -> place.getChildren()
                        .setAll(found.map(ForecastView::badge).stream().toList()));
        return place;
    }

    private static Label badge(Sufficiency found) {
        Label badge = Parts.badge(HistoryVerdict.tone(found), HistoryVerdict.icon(found), HistoryVerdict.word(found));
        badge.setTooltip(new Tooltip(found.sentence()));
        badge.setAccessibleText(found.sentence());
        return badge;
    }

    /// Says before and above a forecast what its history does not carry.
    private HBox doubt() {
        Label words = Parts.prose("", "small");
        HBox strip = Parts.row(8, words);
        strip.setId("history-doubt");
        strip.getStyleClass().add("verdict-panel");
        model.history().property().subscribe(found -> {
            boolean doubtful = found.map(Sufficiency::verdict)
                    .filter(verdict -> verdict != Sufficiency.Verdict.ENOUGH)
                    .isPresent();
            strip.setVisible(doubtful);
            strip.setManaged(doubtful);
            found.filter(verdict -> doubtful).ifPresent(verdict -> {
                words.setText(verdict.sentence());
                strip.getStyleClass().removeAll("watch", "bad");
                strip.getStyleClass().add(HistoryVerdict.tone(verdict).style());
                strip.getChildren()
                        .setAll(
                                Icons.medium(
                                        HistoryVerdict.icon(verdict),
                                        HistoryVerdict.tone(verdict).style()),
                                words);
            });
        });
        return strip;
    }

    private Label pastBadge() {
        Label badge = Parts.badge(Tone.WATCH, "fth-clock", "");
        badge.setId("past-badge");
        badge.textProperty()
                .bind(model.past()
                        .dayProperty()
                        .map(day -> day.map(date ->
                                        "Past view, as known on " + model.past().words(date))
                                .orElse("")));
        badge.visibleProperty().bind(model.past().dayProperty().map(Optional::isPresent));
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }

    private MenuButton metricMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("metric-menu");
        menu.setGraphic(Icons.small("fth-server"));
        menu.textProperty().bind(model.metricProperty().map(kind -> kind.label() + ", daily p95"));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Metric");
        for (ResourceKind kind : ResourceKind.values()) {
            MenuItem item = new MenuItem(kind.label() + ", daily p95");
            item.setOnAction(event -> model.metricProperty().set(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// Leaves room above the chart where its legend would run into the horizons.
    private void makeRoom() {
        PlotView shown = view;
        if (shown != null) {
            double free = chart.getWidth() - spans.getWidth() - LEGEND_GAP;
            Plot plot = shown.shownPlot();
            boolean crowded = new LegendPainter(plot.theme(), plot.sizes()).width(plot.legend()) > free;
            StackPane.setMargin(shown, new Insets(crowded ? SPANS_HEIGHT : 0, 0, 0, 0));
        }
    }

    private VBox chartCard() {
        spans = Segments.of("Horizon", List.of(Span.values()), Span::label, model.spanProperty());
        StackPane.setAlignment(spans, Pos.TOP_LEFT);
        StackPane stack = new StackPane(chart, spans);
        chart.widthProperty().addListener((source, before, now) -> makeRoom());
        spans.widthProperty().addListener((source, before, now) -> makeRoom());
        VBox.setVgrow(stack, Priority.ALWAYS);
        VBox card = Parts.card(stack, brushPlace, Parts.hairline(), new PastBar(model.past()));
        HBox.setHgrow(card, Priority.ALWAYS);
        model.past().dayProperty().subscribe(day -> {
            card.getStyleClass().remove("past-view");
            if (day.isPresent()) {
                card.getStyleClass().add("past-view");
            }
        });
        return card;
    }

    private void show(@Nullable Plot plot) {
        if (plot == null) {
            return;
        }
        if (view == null) {
            PlotView made = new PlotView(plot);
            made.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            made.setMinSize(300, 200);
            Exports.plot(made, "Forecast");
            BrushView brush = new BrushView(made);
            brush.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            brush.setMinHeight(64);
            brush.setPrefHeight(64);
            chart.getChildren().setAll(made);
            brushPlace.getChildren().setAll(brush);
            Exports.offer(brush, new Exportable.Sheet("Forecast table", model::sheet));
            made.setOnPicked(second -> model.drivers().pick(Instant.ofEpochSecond(Math.round(second))));
            view = made;
        } else {
            // Another as-of or horizon opens on its own view; another model beside it keeps the present one.
            boolean moved = !view.getPlot().home().equals(plot.home());
            view.setPlot(plot);
            if (moved) {
                view.reset();
            }
        }
        makeRoom();
    }

    private static void export(Node place, ExportFormat format) {
        Exports.below(place).stream()
                .filter(what -> what.formats().contains(format))
                .findFirst()
                .ifPresent(what -> Exports.ask(place, what, format));
    }

    @Override
    public PanelId id() {
        return PanelId.FORECAST;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                Command.Kind.ACTION,
                "Return to the last observation",
                "Forecast",
                "fth-chevrons-right",
                "",
                model.past()::latest));
    }
}
