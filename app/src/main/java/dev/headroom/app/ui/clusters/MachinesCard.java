package dev.headroom.app.ui.clusters;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.consolidation.Underused;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The servers of the proposal or the group that was chosen last: of a proposal also the machine each goes to.
final class MachinesCard extends VBox {
    private final ClustersViewModel model;
    private final ObservableList<Placed> placed = FXCollections.observableArrayList();
    private final Label title = Parts.label("", "section-title");
    private final Label words = Parts.prose("", "small", "muted");
    private final VBox machines = new VBox(6);

    /// @param machine such as `1: m5.xlarge`; a dash for a server that is in no proposal
    private record Placed(Underused server, String name, String machine) {}

    /// @param decisions the buttons that decide about the chosen proposal
    MachinesCard(ClustersViewModel model, ShellViewModel shell, Node decisions) {
        super(8);
        this.model = model;
        getStyleClass().add("card");
        TableView<Placed> table = Columns.table(
                "Servers of the choice",
                "Choose a proposal or a group.",
                row -> shell.openResource(row.server().server().id(), PanelId.FORECAST));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Formats formats = model.page().formats();
        table.getColumns().add(Columns.text("Server", 108, Placed::name, "key-column"));
        table.getColumns()
                .add(Columns.text("Now", 84, row -> row.server().shape().instanceType(), "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "CPU",
                        52,
                        row -> formats.percent(row.server().meanCpuPercent(), 1),
                        row -> row.server().meanCpuPercent()));
        table.getColumns().add(Columns.text("Goes to", 104, Placed::machine));
        Columns.show(table, placed);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        getChildren().addAll(decisions, Parts.hairline(), title, words, machines, Parts.hairline(), table);
        model.page().rows().selectedProperty().addListener((source, before, now) -> show(now));
        model.clusters().selectedProperty().addListener((source, before, now) -> show(now));
        SharingRow first = model.page().rows().selectedProperty().get();
        if (first == null) {
            show(model.clusters().selectedProperty().get());
        } else {
            show(first);
        }
    }

    private void show(@Nullable SharingRow row) {
        if (row == null) {
            return;
        }
        title.setText(row.place());
        words.setText("Peaks are of the last 90 days together. Sharing a machine is work that another size is not:"
                + " compare with what resizing saves.");
        List<Placed> rows = new ArrayList<>();
        machines.getChildren().clear();
        int number = 0;
        for (Packing.Machine machine : row.group().plan().machines()) {
            number++;
            String name = number + ": " + machine.shape().instanceType();
            machines.getChildren().add(line(name, machine));
            for (Underused server : machine.servers()) {
                rows.add(new Placed(server, model.name(server), name));
            }
        }
        placed.setAll(rows);
    }

    private VBox line(String name, Packing.Machine machine) {
        Formats formats = model.page().formats();
        return new VBox(
                Parts.row(
                        8,
                        Parts.label(name, "small", "strong"),
                        Parts.elastic(
                                machine.servers().size() == 1
                                        ? "1 server"
                                        : machine.servers().size() + " servers",
                                "small",
                                "muted"),
                        Parts.spring(),
                        Parts.label(
                                machine.shape()
                                        .onDemandMonth()
                                        .map(month -> formats.money(month, 0))
                                        .orElse(Formats.UNKNOWN),
                                "small",
                                "medium")),
                Parts.elastic(model.peak(machine), "caption", "muted"));
    }

    private void show(@Nullable ClusterRow row) {
        if (row == null) {
            return;
        }
        title.setText(row.cluster().name());
        words.setText(row.cluster().words());
        machines.getChildren().clear();
        placed.setAll(row.cluster().members().stream()
                .map(server -> new Placed(server, model.name(server), target(server)))
                .toList());
    }

    private String target(Underused server) {
        return model.page().rows().rows().stream()
                .flatMap(row -> row.group().plan().machines().stream())
                .filter(machine -> machine.servers().contains(server))
                .map(Packing.Machine::shape)
                .map(InstanceShape::instanceType)
                .findFirst()
                .orElse(Formats.UNKNOWN);
    }
}
