package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.anomalies.AnomalyBadge;
import dev.headroom.app.ui.anomalies.AnomalyRow;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The most urgent of the open anomalies.
final class AnomalyGlanceList extends VBox {
    private static final int SHOWN = 5;
    private final ShellViewModel shell;

    /// @param high whether there is room for a heading
    AnomalyGlanceList(AnomalyGlance model, ShellViewModel shell, ObservableValue<Boolean> high) {
        super(8);
        this.shell = shell;
        Button all = Parts.link("", () -> shell.open(PanelId.ANOMALIES));
        all.textProperty()
                .bind(model.rows()
                        .map(loaded -> loaded.known()
                                .map(rows -> "All " + rows.size() + " in Anomalies")
                                .orElse("Anomalies")));
        HBox head = Parts.row(8, Parts.label("Open anomalies", "section-title"), Parts.spring(), all);
        OverviewView.onlyWhen(head, high);
        Node list = new LoadedPane<>(model.rows(), 5, model::retry, this::table);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(0, -6, 0, -6));
        getChildren().addAll(head, list);
    }

    private Node table(List<AnomalyRow> rows) {
        TableView<AnomalyRow> table = Columns.table(
                "Open anomalies", "Nothing unusual of medium urgency or more.", row -> shell.open(PanelId.ANOMALIES));
        table.getColumns()
                .add(Columns.node(
                        "Urgency",
                        84,
                        row -> row.anomaly().urgency().word(),
                        Comparator.comparing(row -> row.anomaly().urgency()),
                        AnomalyBadge::of));
        table.getColumns().add(Columns.text("Where", 170, row -> row.title() + ", " + row.place(), "key-column"));
        table.getColumns().add(Columns.text("When", 100, AnomalyRow::when, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Impact",
                        84,
                        AnomalyRow::impact,
                        row -> Math.abs(row.anomaly().episode().impact()),
                        "strong-column"));
        Columns.show(
                table,
                FXCollections.observableArrayList(rows.stream().limit(SHOWN).toList()));
        return table;
    }
}
