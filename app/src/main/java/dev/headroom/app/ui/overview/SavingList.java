package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.adapter.SizingPlots;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.rightsizing.RiskGlyph;
import dev.headroom.app.ui.rightsizing.SizingRow;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.Sparkline;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The recommendations that save most.
final class SavingList extends VBox {
    private final OverviewViewModel model;
    private final ShellViewModel shell;
    private final ObservableValue<Boolean> high;

    /// @param high whether there is room for the load of each server
    SavingList(OverviewViewModel model, ShellViewModel shell, ObservableValue<Boolean> high) {
        super(8);
        this.model = model;
        this.shell = shell;
        this.high = high;
        HBox head = Parts.row(8, Parts.label("Largest recommendations", "section-title"), Parts.spring());
        head.getChildren().add(Parts.link("All in Rightsizing", () -> shell.open(PanelId.RIGHTSIZING)));
        Node list = new LoadedPane<>(model.recommendations(), 5, model::retryRightsizing, this::savingTable);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(0, -6, 0, -6));
        getChildren().addAll(head, list);
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
        load.visibleProperty().bind(high);
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
}
