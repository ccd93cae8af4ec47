package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.data.QualityCard;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.plot.Plot;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
        ANOMALIES("Anomalies"),
        QUALITY("Quality");

        private final String label;

        Tab(String label) {
            this.label = label;
        }
    }

    private static final double LOW = 760;
    private static final double WIDE = 1500;
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
        root.getChildren().addAll(head(), new TileRow(model, shell), second, thirdRow());
    }

    private HBox head() {
        HBox head = Parts.row(12, Parts.label("Overview", "page-title"));
        Label subtitle = Parts.elastic("", "small", "muted");
        subtitle.textProperty().bind(model.subtitle());
        head.getChildren().addAll(subtitle, Parts.spring());
        head.getStyleClass().add("page-head");
        return head;
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
        StackPane.setAlignment(head, Pos.TOP_LEFT);
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
        VBox breaches = new BreachList(model, shell, low.not());
        QualityCard quality = quality();
        VBox savings = new SavingList(model, shell, low.not());
        VBox.setVgrow(breaches, Priority.ALWAYS);
        onlyWhen(savings, low.and(tab.isEqualTo(Tab.SAVINGS)));
        onlyWhen(breaches, low.not().or(tab.isEqualTo(Tab.BREACHES)));
        VBox anomalies = new AnomalyGlanceList(model.anomalies(), shell, low.not());
        onlyWhen(anomalies, low.and(tab.isEqualTo(Tab.ANOMALIES)));
        onlyWhen(quality, low.and(tab.isEqualTo(Tab.QUALITY)));
        VBox card = Parts.card(tabs, breaches, savings, anomalies, quality);
        card.setMinWidth(440);
        card.setPrefWidth(460);
        card.setMaxWidth(460);
        return card;
    }

    private HBox thirdRow() {
        VBox savings = Parts.card(new SavingList(model, shell, low.not()));
        VBox anomalies = Parts.card(new AnomalyGlanceList(model.anomalies(), shell, low.not()));
        VBox quality = Parts.card(quality());
        onlyWhen(quality, root.widthProperty().greaterThan(WIDE));
        for (VBox card : List.of(savings, anomalies, quality)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(400);
        }
        HBox row = new HBox(16, savings, anomalies, quality);
        row.setMinHeight(246);
        row.setMaxHeight(246);
        onlyWhen(row, low.not());
        return row;
    }

    private QualityCard quality() {
        return new QualityCard(model.quality(), model.findings(), model::retryQuality);
    }

    static void onlyWhen(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
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
