package dev.headroom.app.ui.others;

import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.ChosenRows;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of the Rightsizing panel about what is no server.
public final class OthersTab implements PanelTab {
    private final OthersViewModel model;
    private final DecisionBar<OthersRow> decisions;
    private final StatePane root;

    public OthersTab(OthersViewModel model, ModalHost modal) {
        this.model = model;
        this.decisions = new DecisionBar<>(model.rows().chosen(), model.desk(), model.formats(), modal);
        VBox table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        OthersDetail detail = new OthersDetail(model);
        VBox.setVgrow(detail, Priority.ALWAYS);
        VBox side = Parts.card(decisions, Parts.hairline(), detail);
        HBox lower = new HBox(16, table, side);
        VBox.setVgrow(lower, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), lower),
                StatePane.blocks(80, 420),
                model.stateProperty());
        side.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(480)
                        .otherwise(340));
        side.maxWidthProperty().bind(side.minWidthProperty());
    }

    private VBox table() {
        Formats formats = model.formats();
        TableView<OthersRow> table =
                Columns.table("Other resources", "No resource falls under this filter.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Resource", 150, OthersRow::name, "key-column"));
        table.getColumns().add(Columns.text("Kind", 88, OthersRow::kind, "muted-column"));
        table.getColumns().add(Columns.text("Now", 216, row -> row.advice().from()));
        table.getColumns().add(Columns.text("To", 216, OthersRow::to));
        table.getColumns()
                .add(Columns.number(
                        "Saving / mo.",
                        84,
                        row -> row.advice()
                                .gross()
                                .map(money -> formats.money(money, 2))
                                .orElse(Formats.UNKNOWN),
                        OthersRow::saving,
                        "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        84,
                        row -> row.risk().map(SizingRisk.Level::words).orElse(Formats.UNKNOWN),
                        Comparator.comparingInt(OthersRow::riskOrder),
                        OthersTab::risk));
        table.getColumns().add(Columns.text("Effort", 64, OthersRow::effort));
        table.getColumns()
                .add(Columns.number(
                        "Conf.", 52, row -> formats.percent(100 * row.confidence(), 0), OthersRow::confidence));
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        VBox card = Parts.card(tools(), table);
        card.setMinWidth(0);
        return card;
    }

    private static Node risk(OthersRow row) {
        if (row.risk().isEmpty()) {
            return Parts.label(Formats.UNKNOWN, "small", "muted");
        }
        int quarters = switch (row.risk().get()) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 4;
        };
        HBox box = Columns.probability(quarters, row.tone(), row.risk().get().words());
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        ChosenRows<OthersRow> rows = model.rows();
        Runnable counted = () -> {
            int size = rows.rows().size();
            count.setText(size == 1 ? "1 resource" : size + " resources");
        };
        rows.rows().addListener((ListChangeListener<OthersRow>) change -> counted.run());
        counted.run();
        return Parts.row(
                8,
                Segments.of("Show", List.of(OthersFilter.values()), OthersFilter::label, model.filterProperty()),
                StatusMenu.of(model.statusProperty()),
                kinds(),
                Parts.spring(),
                count);
    }

    private MenuButton kinds() {
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(model.kindProperty()
                        .map(kind -> kind.map(OthersTab::words).orElse("All kinds")));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, "Which kinds of resources are shown");
        MenuItem all = new MenuItem("All kinds");
        all.setOnAction(event -> model.kindProperty().set(Optional.empty()));
        menu.getItems().add(all);
        for (AssetKind kind : AssetKind.values()) {
            MenuItem item = new MenuItem(words(kind));
            item.setOnAction(event -> model.kindProperty().set(Optional.of(kind)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String words(AssetKind kind) {
        return kind.plural().substring(0, 1).toUpperCase(Locale.ENGLISH)
                + kind.plural().substring(1);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ObservableValue<String> answer() {
        return model.answerProperty();
    }

    @Override
    public List<Command> commands() {
        return decisions.commands();
    }

    @Override
    public void shown() {
        model.want();
    }
}
