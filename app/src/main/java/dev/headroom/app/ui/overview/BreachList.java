package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.Probabilities;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.risk.BreachRow;
import dev.headroom.app.ui.shell.ShellViewModel;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The soonest breaches, and how far probabilities like theirs could be trusted.
final class BreachList extends VBox {
    private final OverviewViewModel model;
    private final ShellViewModel shell;

    /// @param high whether there is room for a heading
    BreachList(OverviewViewModel model, ShellViewModel shell, ObservableValue<Boolean> high) {
        super(8);
        this.model = model;
        this.shell = shell;
        Label limit = Parts.label("", "small", "muted");
        limit.textProperty().bind(model.limitWords());
        HBox head = Parts.row(8, Parts.label("Soonest breaches", "section-title"), limit, Parts.spring());
        Button all = Parts.link("", () -> shell.open(PanelId.RISK));
        all.textProperty().bind(model.breachLink());
        head.getChildren().add(all);
        OverviewView.onlyWhen(head, high);
        Node list = new LoadedPane<>(model.breaches(), 6, model::retryRisk, this::breachTable);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(0, -6, 0, -6));
        Node words = new LoadedPane<>(
                model.calibration(), 1, model::retryReliability, text -> Parts.prose(text, "small", "muted"));
        getChildren().addAll(head, list, Parts.hairline(), words);
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
        table.getColumns().add(Columns.text("P10 – P90", 128, BreachRow::range, "muted-column"));
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
}
