package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.adapter.Probabilities;
import dev.headroom.app.ui.adapter.RiskGrid;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.RiskRequest;
import dev.headroom.charts.control.HeatmapNote;
import dev.headroom.charts.control.HeatmapView;
import dev.headroom.charts.data.HeatmapData;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Risk panel.
public final class RiskView implements PanelView {
    private final RiskViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(12);
    private final HeatmapView heatmap;

    public RiskView(RiskViewModel model, ShellViewModel shell) {
        this.model = model;
        this.shell = shell;
        this.heatmap = new HeatmapView(model.gridProperty().get());
        root.getStyleClass().addAll("panel", "risk");
        HBox content = new HBox(16, gridCard(), side());
        StatePane pane = new StatePane(content, StatePane.blocks(520, 80), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), pane);
    }

    private HBox head() {
        Label answer = Parts.elastic("", "small", "muted");
        answer.textProperty().bind(model.answerProperty());
        HBox head = Parts.row(12, Parts.label("Risk", "page-title"), answer);
        head.getStyleClass().add("page-head");
        return head;
    }

    private VBox gridCard() {
        HBox tools = Parts.row(
                8, Segments.of("Group by", List.of(Grouping.values()), Grouping::label, model.groupingProperty()));
        tools.getChildren().addAll(Parts.spring(), readingsMenu(), sortMenu(), limitMenu());
        heatmap.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        model.gridProperty().addListener((source, before, now) -> heatmap.setData(now));
        heatmap.setData(model.gridProperty().get());
        heatmap.setNote(this::note);
        Exports.heatmap(heatmap, "Risk", model::caption);
        heatmap.setOnOpen(cell -> openForecast(cell));
        root.widthProperty()
                .addListener(
                        (source, before, now) -> heatmap.cellHeightProperty().set(now.doubleValue() > 1600 ? 24 : 20));
        Label basis = Parts.elastic(model.basisWords(), "caption", "muted");
        model.stateProperty().addListener((source, before, now) -> basis.setText(model.basisWords()));
        VBox card = Parts.card(tools, heatmap, basis);
        VBox.setVgrow(heatmap, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void openForecast(HeatmapData.Cell cell) {
        shell.metricProperty().set(RiskGrid.kind(cell));
        shell.openResource(cell.row().id(), PanelId.FORECAST);
    }

    private HeatmapNote note(HeatmapData.Cell cell) {
        String heading = "%s, %s within %d days"
                .formatted(cell.row().name(), RiskGrid.kind(cell).label(), RiskGrid.horizon(cell));
        List<String> lines = model.breach(cell.row().id(), RiskGrid.kind(cell), RiskGrid.horizon(cell))
                .map(breach ->
                        List.of(model.dates(breach), model.remaining(cell.row().id(), RiskGrid.kind(cell))))
                .orElse(List.of("This resource could not be assessed."));
        String quantity = "Probability above "
                + model.formats().percent(model.limitPercent(cell.row().id(), RiskGrid.kind(cell)), 0);
        return new HeatmapNote(heading, quantity, lines, "Enter opens the forecast");
    }

    private MenuButton sortMenu() {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(Bindings.concat("Sort  ", model.orderProperty().map(RowOrder::label)));
        menu.getStyleClass().add("plain");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Sort rows");
        for (RowOrder order : RowOrder.values()) {
            MenuItem item = new MenuItem(order.label());
            item.setOnAction(event -> model.orderProperty().set(order));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton limitMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("risk-limit");
        ObservableValue<String> words = model.requestProperty()
                .map(request -> "Limit  " + RiskLimit.of(request.limit()).label(model.formats()));
        menu.textProperty().bind(words);
        menu.getStyleClass().add("plain");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Limit");
        for (RiskLimit limit : RiskLimit.values()) {
            MenuItem item = new MenuItem(limit.label(model.formats()));
            item.setOnAction(event -> model.setLimit(limit));
            menu.getItems().add(item);
        }
        menu.setTooltip(
                new Tooltip(RiskLimit.of(model.requestProperty().get().limit()).tip()));
        model.requestProperty()
                .addListener((source, before, now) ->
                        menu.setTooltip(new Tooltip(RiskLimit.of(now.limit()).tip())));
        return menu;
    }

    private MenuButton readingsMenu() {
        MenuButton menu = new MenuButton();
        menu.setId("risk-readings");
        menu.textProperty().bind(model.requestProperty().map(request -> "Count  " + label(request.readings())));
        menu.getStyleClass().add("plain");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("What is counted");
        menu.setTooltip(new Tooltip("Days by their p95, or single hours: one hour above the limit is a breach"));
        for (RiskRequest.Readings readings : RiskRequest.Readings.values()) {
            MenuItem item = new MenuItem(label(readings));
            item.setOnAction(event -> model.setReadings(readings));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String label(RiskRequest.Readings readings) {
        return switch (readings) {
            case DAILY_P95 -> "daily p95";
            case HOURLY -> "hours";
        };
    }

    private VBox side() {
        VBox breaches = breachCard();
        VBox reliability = Parts.card(new ReliabilityPane(model, shell));
        VBox.setVgrow(breaches, Priority.ALWAYS);
        VBox column = new VBox(16, breaches, reliability);
        column.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(392));
        column.maxWidthProperty().bind(column.minWidthProperty());
        return column;
    }

    private VBox breachCard() {
        HBox head = Parts.row(8, Parts.label("Soonest breach", "section-title"));
        Label sub = Parts.label("", "small", "muted");
        Runnable count = () -> sub.setText(model.breaches().size() + " at least possible, range P10–P90");
        model.breaches().addListener((ListChangeListener<BreachRow>) change -> count.run());
        count.run();
        head.getChildren().add(sub);
        TableView<BreachRow> table =
                Columns.table("Soonest breach", "No resource is likely to pass this limit within 90 days.", this::open);
        table.getColumns().add(Columns.text("Server", 100, BreachRow::name, "key-column"));
        table.getColumns().add(Columns.text("Metric", 70, row -> row.kind().label(), "muted-column"));
        Comparator<BreachRow> soonest = Comparator.comparingDouble(BreachRow::p50Order);
        table.getColumns()
                .add(Columns.number(
                        "Days", 40, RiskView::days, row -> row.p50Days().orElse(Double.NaN), "strong-column"));
        TableColumn<BreachRow, BreachRow> range =
                Columns.node("0 – 90 days", 80, BreachRow::range, soonest, RangeGlyph::new);
        range.setSortable(false);
        table.getColumns().add(range);
        table.getColumns()
                .add(Columns.node(
                        "In 90 d",
                        70,
                        row -> model.formats().probability(row.probability()),
                        Comparator.comparingDouble(BreachRow::probability),
                        row -> Probabilities.cell(row.probability()),
                        "number-column"));
        Columns.show(table, model.breaches());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return Parts.card(head, table, Parts.label("Enter opens the forecast of a row.", "small", "muted"));
    }

    private void open(BreachRow row) {
        shell.metricProperty().set(row.kind());
        shell.openResource(row.server(), PanelId.FORECAST);
    }

    private static String days(BreachRow row) {
        return row.p50Days().isEmpty()
                ? "> 90"
                : String.valueOf(Math.round(row.p50Days().getAsDouble()));
    }

    @Override
    public PanelId id() {
        return PanelId.RISK;
    }

    @Override
    public Region root() {
        return root;
    }
}
