package dev.headroom.app.ui.clusters;

import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of servers that could share machines of the Rightsizing panel.
public final class ClustersTab implements PanelTab {
    private static final List<Integer> MOST = List.of(2, 4, 8, 16, 32);

    private final ClustersViewModel model;
    private final DecisionBar<SharingRow> decisions;
    private final StatePane root;

    public ClustersTab(ClustersViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.decisions = new DecisionBar<>(model.proposals().chosen(), model.desk(), model.formats(), modal);
        VBox left = new VBox(16, proposals(), clusters());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        MachinesCard machines = new MachinesCard(model, shell, decisions);
        HBox lower = new HBox(16, left, machines);
        VBox.setVgrow(lower, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), lower),
                StatePane.blocks(80, 240, 220),
                model.stateProperty());
        machines.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(480)
                        .otherwise(384));
        machines.maxWidthProperty().bind(machines.minWidthProperty());
    }

    private VBox proposals() {
        Formats formats = model.formats();
        TableView<SharingRow> table =
                Columns.table("Sharing machines", "No place where sharing machines saves money.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Place", 300, SharingRow::place, "key-column"));
        table.getColumns().add(Columns.number("Servers", 58, row -> formats.count(row.servers()), SharingRow::servers));
        table.getColumns()
                .add(Columns.number("Machines", 70, row -> formats.count(row.machines()), SharingRow::machines));
        table.getColumns()
                .add(Columns.number(
                        "Now / mo.",
                        76,
                        row -> formats.money(row.group().now(), 0),
                        row -> row.group().now().amount().doubleValue(),
                        "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Then",
                        66,
                        row -> formats.money(row.group().plan().month(), 0),
                        row -> row.group().plan().month().amount().doubleValue(),
                        "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Saving",
                        66,
                        row -> formats.money(row.saving(), 0),
                        row -> row.saving().amount().doubleValue(),
                        "strong-column"));
        table.getColumns()
                .add(Columns.number(
                        "At most",
                        66,
                        row -> formats.money(row.most(), 0),
                        row -> row.most().amount().doubleValue(),
                        "muted-column"));
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.proposals());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        return card(
                table,
                Parts.row(
                        8,
                        Parts.label("Sharing machines", "section-title"),
                        StatusMenu.of(model.statusProperty()),
                        Parts.spring(),
                        policies(),
                        most()));
    }

    private VBox clusters() {
        Formats formats = model.formats();
        TableView<ClusterRow> table = Columns.table("Servers that are alike", "No server is underused.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Group", 260, row -> row.cluster().name(), "key-column"));
        table.getColumns().add(Columns.number("Servers", 58, row -> formats.count(row.servers()), ClusterRow::servers));
        table.getColumns().add(Columns.number("CPU mean", 78, row -> formats.percent(row.cpu(), 1), ClusterRow::cpu));
        table.getColumns()
                .add(Columns.text("In the middle", 280, row -> row.cluster().words(), "muted-column"));
        Columns.choose(table, model.clusters());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        return card(
                table,
                Parts.row(
                        8,
                        Parts.label("Servers that are alike", "section-title"),
                        Parts.elastic("by use, bursts and weekends", "small", "muted")));
    }

    private static VBox card(TableView<?> table, HBox head) {
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        table.setPrefHeight(220);
        VBox card = Parts.card(head, table);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private MenuButton policies() {
        Map<String, SizingPolicy> presets = SizingPolicy.presets();
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(model.sharingProperty()
                        .map(sharing -> "Policy  "
                                + presets.entrySet().stream()
                                        .filter(entry -> entry.getValue().equals(sharing.policy()))
                                        .map(Map.Entry::getKey)
                                        .findFirst()
                                        .orElse("own")));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, "The headroom and the ceilings that shared machines keep");
        presets.forEach((name, policy) -> {
            MenuItem item = new MenuItem(name);
            item.setOnAction(event -> model.setPolicy(policy));
            menu.getItems().add(item);
        });
        return menu;
    }

    private MenuButton most() {
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(model.sharingProperty().map(sharing -> "At most " + sharing.mostServers() + " servers"));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, "How many servers may share a machine, so that its failure takes no more with it");
        for (int most : MOST) {
            MenuItem item = new MenuItem("At most " + most);
            item.setOnAction(event -> model.setMostServers(most));
            menu.getItems().add(item);
        }
        return menu;
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
