package dev.headroom.app.ui.clusters;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.decision.AdviceTab;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of servers that could share machines of the Rightsizing panel.
public final class ClustersTab implements AdviceTab {
    private static final List<Integer> MOST = List.of(2, 4, 8, 16, 32);

    private final ClustersViewModel model;
    private final DecisionBar<SharingRow> decisions;
    private final StatePane root;

    public ClustersTab(ClustersViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.decisions = DecisionBar.of(model.page(), modal);
        VBox left = new VBox(16, proposals(), clusters());
        MachinesCard machines = new MachinesCard(model, shell, decisions);
        root = AdviceTab.layout(model.page(), left, machines, 384, 480);
    }

    private VBox proposals() {
        Formats formats = model.page().formats();
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
        table.getColumns().add(StatusMenu.column(model.page().statusProperty()));
        Columns.choose(table, model.page().rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        return card(
                table,
                Parts.row(
                        8,
                        Parts.label("Sharing machines", "section-title"),
                        StatusMenu.of(model.page().statusProperty()),
                        Parts.spring(),
                        policies(),
                        most()));
    }

    private VBox clusters() {
        Formats formats = model.page().formats();
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
        return Chip.of(
                model.sharingProperty()
                        .map(sharing -> "Policy  "
                                + presets.entrySet().stream()
                                        .filter(entry -> entry.getValue().equals(sharing.policy()))
                                        .map(Map.Entry::getKey)
                                        .findFirst()
                                        .orElse("own")),
                "The headroom and the ceilings that shared machines keep",
                List.copyOf(presets.entrySet()),
                Map.Entry::getKey,
                preset -> model.setPolicy(preset.getValue()));
    }

    private MenuButton most() {
        return Chip.of(
                model.sharingProperty().map(sharing -> most(sharing.mostServers()) + " servers"),
                "How many servers may share a machine, so that its failure takes no more with it",
                MOST,
                ClustersTab::most,
                model::setMostServers);
    }

    private static String most(int servers) {
        return "At most " + servers;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public AdvicePage<?, ?> page() {
        return model.page();
    }

    @Override
    public DecisionBar<?> decisions() {
        return decisions;
    }
}
