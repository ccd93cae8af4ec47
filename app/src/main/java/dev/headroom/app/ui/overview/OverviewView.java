package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.adapter.Probabilities;
import dev.headroom.app.ui.adapter.SizingPlots;
import dev.headroom.app.ui.data.QualityCard;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.rightsizing.RiskGlyph;
import dev.headroom.app.ui.rightsizing.SizingRow;
import dev.headroom.app.ui.risk.BreachRow;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.control.BulletView;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.control.Sparkline;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Overview panel.
public final class OverviewView implements PanelView {
    /// What the tabs of a low window show in place of the third row.
    private enum Tab {
        BREACHES("Breaches"),
        SAVINGS("Savings"),
        QUALITY("Quality");

        private final String label;

        Tab(String label) {
            this.label = label;
        }
    }

    private static final double LOW = 760;
    private final OverviewViewModel model;
    private final ShellViewModel shell;
    private final VBox root = new VBox(16);
    private final BooleanBinding low = root.heightProperty().lessThan(LOW);
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.BREACHES);

    public OverviewView(OverviewViewModel model, ShellViewModel shell) {
        this.model = model;
        this.shell = shell;
        root.getStyleClass().addAll("panel", "overview");
        HBox second = new HBox(16, chartCard(), listCard());
        VBox.setVgrow(second, Priority.ALWAYS);
        root.getChildren().addAll(head(), tiles(), second, thirdRow());
    }

    private HBox head() {
        HBox head = Parts.row(12, Parts.label("Overview", "page-title"));
        Label subtitle = Parts.elastic("", "small", "muted");
        subtitle.textProperty().bind(model.subtitle());
        head.getChildren().addAll(subtitle, Parts.spring());
        head.getStyleClass().add("page-head");
        return head;
    }

    private HBox tiles() {
        Node cost = new LoadedPane<>(model.cost(), 3, model::retryCost, this::costFace);
        Region costTile = Tiles.wrap("Cost of the month", new StackPane(cost), () -> shell.open(PanelId.DATA));
        Region risk = Tiles.tile(
                "Servers at risk", Tiles.figures(model.atRisk(), model::retryRisk), () -> shell.open(PanelId.RISK));
        Region saving = Tiles.tile(
                "Saving potential",
                Tiles.figures(model.saving(), model::retryRightsizing),
                () -> shell.open(PanelId.RIGHTSIZING));
        Region accuracy = Tiles.tile(
                "Forecast accuracy",
                Tiles.figures(model.accuracy(), model::retryAccuracy),
                () -> shell.open(PanelId.FORECAST));
        Region fresh = Tiles.tile("Data freshness", Tiles.figures(model.freshness()), () -> shell.open(PanelId.DATA));
        HBox row = new HBox(12, costTile, risk, saving, accuracy, fresh);
        HBox.setHgrow(costTile, Priority.ALWAYS);
        costTile.setMaxWidth(Double.MAX_VALUE);
        for (Region small : new Region[] {risk, saving, accuracy, fresh}) {
            small.setPrefWidth(160);
            small.setMinWidth(160);
        }
        row.setMinHeight(Tiles.HEIGHT);
        return row;
    }

    private Node costFace(CostFace face) {
        return switch (face) {
            case CostFace.Known(CostTile tile) -> costFace(tile);
            case CostFace.NoBills() ->
                noCost("No bills yet", "Import a FOCUS file or a Cost and Usage Report.", Parts.spring());
            case CostFace.Missing(String title, String words) -> noCost(title, words, Parts.spring());
            case CostFace.OutOfScope(String words) ->
                noCost("Nothing in this scope", words, Parts.link("Widen the scope", model::widen));
        };
    }

    private static Node noCost(String title, String words, Node action) {
        return new VBox(
                5,
                Parts.label("Cost of the month", "group-title"),
                Parts.elastic(title, "body", "strong"),
                Parts.prose(words, "small", "muted"),
                action);
    }

    private Node costFace(CostTile tile) {
        HBox line = new HBox(8, Parts.label(tile.value(), "tile-value"), Parts.label(tile.range(), "small", "muted"));
        line.getChildren()
                .addAll(
                        Parts.spring(),
                        Parts.label(tile.difference(), "small", tile.tone().style()));
        line.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        HBox heading = Parts.row(8, Parts.elastic(tile.heading(), "group-title"), Parts.spring());
        heading.getChildren().add(Parts.label(tile.caption(), "caption", "muted"));
        VBox column = new VBox(3, heading, line);
        tile.amounts().ifPresent(amounts -> {
            BulletView bullet = new BulletView(ValueAxis.fitted(PlotPoints.money(new CurrencyCode(tile.currency()))));
            bullet.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            bullet.show(amounts);
            column.getChildren().add(bullet);
        });
        return column;
    }

    private VBox chartCard() {
        Label span = Parts.label("", "small", "muted");
        span.textProperty().bind(model.costSpan());
        Label title = Parts.label("", "section-title");
        title.textProperty().bind(model.costTitle());
        HBox head = Parts.row(8, title, span);
        Node chart = new LoadedPane<>(model.costPlot(), 6, model::retryCost, this::chart);
        head.setMouseTransparent(true);
        head.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(head, javafx.geometry.Pos.TOP_LEFT);
        StackPane stack = new StackPane(chart, head);
        VBox card = Parts.card(stack);
        VBox.setVgrow(stack, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node chart(Optional<Plot> plot) {
        if (plot.isEmpty()) {
            return StatePane.emptyNode(PanelState.Empty.plain(
                    "fth-file-text", "No cost to draw", "These bills hold no such cost in this scope."));
        }
        PlotView view = new PlotView(plot.get());
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(200, 120);
        Exports.plot(view, "Daily cost");
        return view;
    }

    private VBox listCard() {
        HBox tabs = Segments.of("List", List.of(Tab.values()), value -> value.label, tab);
        onlyWhen(tabs, low);
        VBox breaches = breaches();
        QualityCard quality = quality();
        VBox savings = savings();
        VBox.setVgrow(breaches, Priority.ALWAYS);
        onlyWhen(savings, low.and(tab.isEqualTo(Tab.SAVINGS)));
        onlyWhen(breaches, low.not().or(tab.isEqualTo(Tab.BREACHES)));
        onlyWhen(quality, low.and(tab.isEqualTo(Tab.QUALITY)));
        VBox card = Parts.card(tabs, breaches, savings, quality);
        card.setMinWidth(440);
        card.setPrefWidth(460);
        card.setMaxWidth(460);
        return card;
    }

    private HBox thirdRow() {
        VBox savings = Parts.card(savings());
        VBox quality = Parts.card(quality());
        for (VBox card : List.of(savings, quality)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(400);
        }
        HBox row = new HBox(16, savings, quality);
        row.setMinHeight(246);
        row.setMaxHeight(246);
        onlyWhen(row, low.not());
        return row;
    }

    private VBox savings() {
        HBox head = Parts.row(8, Parts.label("Largest recommendations", "section-title"), Parts.spring());
        head.getChildren().add(Parts.link("All in Rightsizing", () -> shell.open(PanelId.RIGHTSIZING)));
        Node list = new LoadedPane<>(model.recommendations(), 5, model::retryRightsizing, this::savingTable);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new javafx.geometry.Insets(0, -6, 0, -6));
        return new VBox(8, head, list);
    }

    private Node savingTable(List<SizingRow> rows) {
        TableView<SizingRow> table = Columns.table(
                "Largest recommendations",
                "No change would save money.",
                row -> shell.openResource(row.id(), PanelId.RIGHTSIZING));
        table.getColumns().add(Columns.text("Server", 120, SizingRow::server, "key-column"));
        table.getColumns().add(Columns.text("Change", 190, row -> row.from() + " → " + row.to(), "muted-column"));
        TableColumn<SizingRow, SizingRow> load = Columns.node(
                "Load, 90 d",
                96,
                row -> model.formats().percent(row.before(), 0),
                Comparator.comparingDouble(SizingRow::before),
                this::load);
        load.visibleProperty().bind(low.not());
        table.getColumns().add(load);
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        84,
                        row -> row.risk().map(SizingRisk.Level::words).orElse(Formats.UNKNOWN),
                        Comparator.comparingInt(SizingRow::riskOrder),
                        RiskGlyph::of));
        table.getColumns()
                .add(Columns.number(
                        "Net / month",
                        92,
                        row -> row.net()
                                .map(money -> model.formats().money(money, 0))
                                .orElse("unknown"),
                        row -> row.net()
                                .map(money -> money.amount().doubleValue())
                                .orElse(Double.NaN),
                        "strong-column"));
        Columns.show(table, FXCollections.observableArrayList(rows));
        return table;
    }

    private Node load(SizingRow row) {
        Sparkline line = new Sparkline();
        line.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        SizingPlots.load(row.recommendation(), 90)
                .ifPresent(data -> line.show(data, "Load of " + row.server() + " over 90 days"));
        return line;
    }

    private QualityCard quality() {
        return new QualityCard(model.quality(), model.findings(), model::retryQuality);
    }

    private static void onlyWhen(Node node, javafx.beans.value.ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private VBox breaches() {
        Label limit = Parts.label("", "small", "muted");
        limit.textProperty().bind(model.limitWords());
        HBox head = Parts.row(8, Parts.label("Soonest breaches", "section-title"), limit, Parts.spring());
        javafx.scene.control.Button all = Parts.link("", () -> shell.open(PanelId.RISK));
        all.textProperty().bind(model.breachLink());
        head.getChildren().add(all);
        onlyWhen(head, low.not());
        Node list = new LoadedPane<>(model.breaches(), 6, model::retryRisk, this::breachTable);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new javafx.geometry.Insets(0, -6, 0, -6));
        Node words = new LoadedPane<>(
                model.calibration(), 1, model::retryReliability, text -> Parts.prose(text, "small", "muted"));
        return new VBox(8, head, list, Parts.hairline(), words);
    }

    private Node breachTable(List<BreachRow> rows) {
        TableView<BreachRow> table = Columns.table(
                "Soonest breaches",
                "No resource is likely to pass its limit.",
                row -> shell.openResource(row.server(), PanelId.FORECAST));
        table.getColumns().add(Columns.text("Server", 106, BreachRow::name, "key-column"));
        table.getColumns().add(Columns.text("Metric", 68, row -> row.kind().label(), "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "P50 in", 62, BreachRow::p50Words, row -> row.p50Days().orElse(Double.NaN), "strong-column"));
        table.getColumns().add(Columns.text("P10 – P90", 118, BreachRow::range, "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "90 d",
                        72,
                        row -> model.formats().probability(row.probability()),
                        Comparator.comparingDouble(BreachRow::probability),
                        row -> Probabilities.cell(row.probability()),
                        "number-column"));
        Columns.show(table, FXCollections.observableArrayList(rows));
        return table;
    }

    @Override
    public PanelId id() {
        return PanelId.OVERVIEW;
    }

    @Override
    public Region root() {
        return root;
    }
}
