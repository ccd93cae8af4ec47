package dev.headroom.app.ui.waste;

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
import dev.headroom.engine.waste.WasteKind;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of idle and dear resources of the Rightsizing panel.
public final class WasteTab implements PanelTab {
    private final WasteViewModel model;
    private final DecisionBar<WasteRow> decisions;
    private final StatePane root;
    private final VBox detail = new VBox(8);

    public WasteTab(WasteViewModel model, ModalHost modal) {
        this.model = model;
        this.decisions = new DecisionBar<>(model.rows().chosen(), model.desk(), model.formats(), modal);
        VBox table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox side = Parts.card(decisions, Parts.hairline(), detail);
        HBox lower = new HBox(16, table, side);
        VBox.setVgrow(lower, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), lower),
                StatePane.blocks(80, 420),
                model.stateProperty());
        side.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(348));
        side.maxWidthProperty().bind(side.minWidthProperty());
        ChosenRows<WasteRow> rows = model.rows();
        rows.selectedProperty().addListener((source, before, now) -> show(now));
        show(rows.selectedProperty().get());
    }

    private VBox table() {
        Formats formats = model.formats();
        TableView<WasteRow> table = Columns.table("Idle and waste", "No finding falls under this filter.", row -> {});
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Resource", 190, WasteRow::name, "key-column"));
        table.getColumns().add(Columns.text("Finding", 130, WasteRow::finding));
        table.getColumns().add(Columns.text("Do", 64, WasteRow::action));
        table.getColumns().add(Columns.text("Account", 90, WasteRow::account, "muted-column"));
        table.getColumns().add(Columns.text("Region", 84, row -> row.waste().region(), "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Days",
                        44,
                        row -> formats.count(row.waste().days()),
                        row -> row.waste().days()));
        table.getColumns()
                .add(Columns.number(
                        "Cost", 68, row -> formats.money(row.waste().cost(), 2), WasteRow::cost, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Saving",
                        68,
                        row -> formats.money(row.waste().saving(), 2),
                        WasteRow::saving,
                        "strong-column"));
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        VBox card = Parts.card(tools(), table);
        card.setMinWidth(0);
        return card;
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.rows().rows().size();
            count.setText((size == 1 ? "1 finding" : size + " findings") + ", amounts of "
                    + model.daysProperty().get() + " days");
        };
        model.rows().rows().addListener((ListChangeListener<WasteRow>) change -> counted.run());
        model.daysProperty().addListener((source, before, now) -> counted.run());
        counted.run();
        return Parts.row(8, StatusMenu.of(model.statusProperty()), kinds(), days(), Parts.spring(), count);
    }

    private MenuButton kinds() {
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(model.kindProperty()
                        .map(kind -> kind.map(WasteKind::words)
                                .map(words -> words.substring(0, 1).toUpperCase(java.util.Locale.ENGLISH)
                                        + words.substring(1))
                                .orElse("All findings")));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, "Which findings are shown");
        MenuItem all = new MenuItem("All findings");
        all.setOnAction(event -> model.kindProperty().set(Optional.empty()));
        menu.getItems().add(all);
        for (WasteKind kind : WasteKind.values()) {
            MenuItem item = new MenuItem(kind.words());
            item.setOnAction(event -> model.kindProperty().set(Optional.of(kind)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton days() {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(model.daysProperty().map(days -> "Last " + days + " days"));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        Parts.describe(menu, "How many of the last days on the bills are looked at");
        for (int days : WasteViewModel.DAYS) {
            MenuItem item = new MenuItem("Last " + days + " days");
            item.setOnAction(event -> model.setDays(days));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void show(@Nullable WasteRow row) {
        if (row == null) {
            detail.getChildren().setAll(Parts.prose("Choose a finding to see what to do.", "small", "muted"));
            return;
        }
        Formats formats = model.formats();
        detail.getChildren()
                .setAll(
                        Parts.prose(row.finding(), "section-title"),
                        Parts.prose(row.name(), "raw"),
                        Parts.prose(words(row), "small"),
                        Parts.prose(row.standing().why(), "small", "strong"),
                        Parts.hairline(),
                        line("Saves a month", formats.money(model.month(row), 2)),
                        line("Cost in these days", formats.money(row.waste().cost(), 2)),
                        line("Saving in these days", formats.money(row.waste().saving(), 2)),
                        line("Days looked at", formats.count(row.waste().days())),
                        line("Do", row.action()),
                        line("Found in", row.waste().source().words()),
                        line("Service", row.waste().service()),
                        line("Account", row.account()),
                        line("Region", row.waste().region()));
    }

    /// What the inventory says of this one; without it what is to be said of its kind.
    private static String words(WasteRow row) {
        String reason = row.waste().reason();
        return reason.isEmpty() ? row.waste().kind().advice() : reason;
    }

    private static HBox line(String name, String value) {
        return Parts.row(
                8, Parts.label(name, "small", "muted"), Parts.spring(), Parts.elastic(value, "small", "medium"));
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
