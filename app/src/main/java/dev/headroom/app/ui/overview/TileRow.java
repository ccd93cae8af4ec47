package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.control.BulletView;
import dev.headroom.engine.quantity.CurrencyCode;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The tiles at the top: what the month costs, what is at risk, what can be saved, how good and how
/// fresh it is, and what is unusual.
final class TileRow extends HBox {
    private static final double COST_WIDTH = 404;
    private static final double SMALL_WIDTH = 140;
    private static final double MOST_SMALL_WIDTH = 220;

    /// Three figures side by side.
    private static final double RISK_WIDTH = 152;

    /// The line of the heading; a badge is higher and stands out of it.
    private static final double HEADING = 16;

    private final OverviewViewModel model;
    private final ShellViewModel shell;
    private final ObservableValue<Optional<BillBadge>> bill;

    TileRow(OverviewViewModel model, ShellViewModel shell) {
        super(12);
        this.model = model;
        this.shell = shell;
        this.bill = model.bill();
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
        Region anomalies = Tiles.tile(
                "Open anomalies",
                Tiles.figures(model.anomalies().tile(), model.anomalies()::retry),
                () -> shell.open(PanelId.ANOMALIES));
        getChildren().addAll(costTile, risk, saving, accuracy, anomalies, fresh);
        HBox.setHgrow(costTile, Priority.ALWAYS);
        costTile.setPrefWidth(COST_WIDTH);
        costTile.setMaxWidth(Double.MAX_VALUE);
        for (Region small : new Region[] {risk, saving, accuracy, anomalies, fresh}) {
            HBox.setHgrow(small, Priority.ALWAYS);
            small.setPrefWidth(SMALL_WIDTH);
            small.setMinWidth(SMALL_WIDTH);
            small.setMaxWidth(MOST_SMALL_WIDTH);
        }
        risk.setPrefWidth(RISK_WIDTH);
        risk.setMinWidth(RISK_WIDTH);
        setMinHeight(Tiles.HEIGHT);
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
        line.setAlignment(Pos.BASELINE_LEFT);
        HBox heading = Parts.row(8, Parts.elastic(tile.heading(), "group-title"), Parts.spring());
        heading.getChildren().add(billBadge());
        VBox column = new VBox(3, heading, line);
        tile.amounts().ifPresent(amounts -> {
            BulletView bullet = new BulletView(ValueAxis.fitted(PlotPoints.money(new CurrencyCode(tile.currency()))));
            bullet.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            bullet.show(amounts);
            column.getChildren().add(bullet);
        });
        column.getChildren().add(Parts.elastic(tile.caption(), "caption", "muted"));
        return column;
    }

    /// A badge inside of the tile that leads to the bill, not where the tile leads.
    private Node billBadge() {
        StackPane place = new StackPane();
        place.setMinHeight(HEADING);
        place.setMaxHeight(HEADING);
        Consumer<Optional<BillBadge>> show = found ->
                place.getChildren().setAll(found.map(this::face).stream().toList());
        bill.addListener((source, before, now) -> show.accept(now));
        show.accept(bill.getValue());
        return place;
    }

    private Label face(BillBadge badge) {
        Label face = Parts.badge(badge.tone(), badge.icon(), badge.word());
        face.setId("bill-badge");
        face.getStyleClass().add("link-badge");
        face.setFocusTraversable(true);
        face.setAccessibleRole(AccessibleRole.BUTTON);
        face.setAccessibleText(badge.spoken());
        face.setTooltip(new Tooltip(badge.spoken()));
        face.setOnMouseClicked(event -> {
            event.consume();
            model.openBill(badge);
        });
        face.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                model.openBill(badge);
            }
        });
        return face;
    }
}
