package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.app.usecase.FoundAnomaly;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Where the impact of a cost arose as ranked shares, or what moved together with a metric.
final class CauseCard extends VBox {
    private final AnomaliesViewModel model;
    private final ShellViewModel shell;

    CauseCard(AnomaliesViewModel model, ShellViewModel shell) {
        super(8);
        this.model = model;
        this.shell = shell;
        getStyleClass().add("card");
        setMinHeight(150);
    }

    void show(AnomalyRow row) {
        if (row.anomaly().isCost()) {
            showCost(row);
        } else {
            showTogether(row);
        }
    }

    private void showCost(AnomalyRow row) {
        FoundAnomaly anomaly = row.anomaly();
        String currency = anomaly.subject() instanceof AnomalySubject.Cost cost
                ? cost.currency().value()
                : "";
        List<CauseRow> causes = model.causes(row);
        HBox head = Parts.row(
                8,
                Parts.label("Root cause", "section-title"),
                Parts.elastic("shares of " + row.impact() + " against expectation", "small", "muted"),
                Parts.spring(),
                Parts.link("Open in Explore", () -> shell.open(PanelId.EXPLORE)));
        if (causes.isEmpty()) {
            getChildren()
                    .setAll(head, Parts.prose("There is no impact to divide: days are missing.", "small", "muted"));
            return;
        }
        TableView<CauseRow> table = Columns.table("Root cause", "", opened -> {});
        table.getColumns().add(Columns.text("Usage type", 170, CauseRow::usageType, "key-column"));
        table.getColumns().add(Columns.text("Service", 120, CauseRow::service, "muted-column"));
        table.getColumns().add(Columns.text("Account", 84, CauseRow::account, "muted-column"));
        table.getColumns().add(Columns.text("Region", 84, CauseRow::region, "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "Share", 130, CauseCard::percent, Comparator.comparingLong(CauseRow::tenths), CauseCard::bar));
        table.getColumns().add(Columns.number("", 64, CauseCard::percent, cause -> cause.tenths() / 10.0));
        table.getColumns()
                .add(Columns.number(
                        "Excess",
                        84,
                        cause -> model.formats().signedMoney(cause.contribution(), currency),
                        CauseRow::contribution,
                        "strong-column"));
        Columns.show(table, FXCollections.observableArrayList(causes));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        HBox total = Parts.row(
                8,
                Parts.elastic(model.words().causes(anomaly), "small", "muted"),
                Parts.spring(),
                Parts.label("All  100.0\u00a0%  " + row.impact(), "small", "strong"));
        getChildren().setAll(head, table, total);
    }

    private static String percent(CauseRow cause) {
        String digits = String.format(Locale.ROOT, "%.1f\u00a0%%", Math.abs(cause.tenths()) / 10.0);
        return cause.tenths() < 0 ? "\u2212" + digits : digits;
    }

    /// A bar on a sunken track; shares below zero have another colour, and their sign beside them.
    private static Node bar(CauseRow cause) {
        StackPane track = new StackPane();
        track.getStyleClass().add("share-track");
        Region fill = new Region();
        fill.getStyleClass().addAll("share-fill", cause.part() < 0 ? "against" : "along");
        fill.maxWidthProperty().bind(track.widthProperty().multiply(Math.max(0.01, Math.abs(cause.part()))));
        StackPane.setAlignment(fill, Pos.CENTER_LEFT);
        track.getChildren().add(fill);
        track.setAccessibleText(percent(cause));
        return track;
    }

    private void showTogether(AnomalyRow row) {
        FoundAnomaly anomaly = row.anomaly();
        AnomalyWords words = model.words();
        HBox head = Parts.row(
                8,
                Parts.label("Moved together", "section-title"),
                Parts.elastic("metrics whose alert came at the same time", "small", "muted"));
        TableView<FoundAnomaly.Companion> table =
                Columns.table("Moved together", "No other metric changed at the same time.", opened -> {});
        table.getColumns().add(Columns.text("Server", 130, other -> words.title(other.subject()), "key-column"));
        table.getColumns().add(Columns.text("Metric", 90, other -> words.place(other.subject())));
        table.getColumns()
                .add(Columns.text("Where", 110, other -> AnomalyWords.where(other.relation()), "muted-column"));
        table.getColumns()
                .add(Columns.text("Alert", 120, other -> model.formats().dayTime(other.start()), "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Mean distance",
                        100,
                        other -> distance(other.impact()),
                        FoundAnomaly.Companion::impact,
                        "strong-column"));
        Columns.show(table, FXCollections.observableArrayList(anomaly.together()));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        getChildren().setAll(head, table);
    }

    private String distance(double excess) {
        return Double.isNaN(excess)
                ? Formats.UNKNOWN
                : (excess < 0 ? "\u2212" : "+") + model.formats().number(Math.abs(excess), 2);
    }
}
