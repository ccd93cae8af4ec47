package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The recommendations with their filters; the chosen rows are what a decision is about.
final class SizingTable extends VBox {
    private final RightsizingViewModel model;

    /// @param open what a double click or Enter does
    SizingTable(RightsizingViewModel model, Consumer<SizingRow> open) {
        super(8);
        this.model = model;
        HBox filters = Segments.of("Show", List.of(SizingFilter.values()), SizingFilter::label, model.filterProperty());
        Label count = Parts.label("", "small", "muted");
        Runnable counted = () -> count.setText(
                model.rows().size() == 1 ? "1 server" : model.rows().size() + " servers, by saving");
        TableView<SizingRow> table = table(open);
        model.rows().addListener((ListChangeListener<SizingRow>) change -> counted.run());
        counted.run();
        HBox tools = Parts.row(8, filters, StatusMenu.of(model.statusProperty()), riskMenu(), Parts.spring(), count);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        getStyleClass().add("card");
        getChildren().addAll(tools, table);
    }

    private MenuButton riskMenu() {
        MenuButton menu = new MenuButton();
        menu.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.levelProperty().get() == null
                                ? "All risks"
                                : "Risk " + model.levelProperty().get().words(),
                        model.levelProperty()));
        menu.getStyleClass().add("chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText("Risk");
        MenuItem all = new MenuItem("All risks");
        all.setOnAction(event -> model.levelProperty().set(null));
        menu.getItems().add(all);
        for (SizingRisk.Level level : SizingRisk.Level.values()) {
            MenuItem item = new MenuItem("Risk " + level.words());
            item.setOnAction(event -> model.levelProperty().set(level));
            menu.getItems().add(item);
        }
        return menu;
    }

    private TableView<SizingRow> table(Consumer<SizingRow> open) {
        Formats formats = model.formats();
        TableView<SizingRow> table = Columns.table("Recommendations", "No server falls under this filter.", open);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Server", 104, SizingRow::server, "key-column"));
        table.getColumns().add(Columns.text("From", 84, SizingRow::from, "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "To",
                        96,
                        SizingRow::to,
                        Comparator.comparing(SizingRow::to),
                        row -> Parts.row(6, Icons.small("fth-arrow-right"), Parts.label(row.to(), "small", "medium"))));
        table.getColumns()
                .add(Columns.number("p95 now", 62, row -> formats.percent(row.before(), 0), SizingRow::before));
        table.getColumns()
                .add(Columns.number("p95 after", 66, row -> formats.percent(row.after(), 0), SizingRow::after));
        table.getColumns()
                .add(Columns.number(
                        "Gross",
                        52,
                        row -> row.gross().map(money -> formats.money(money, 0)).orElse(Formats.UNKNOWN),
                        Comparator.comparingDouble(SizingRow::grossOrder),
                        "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Net / mo.",
                        64,
                        row -> row.net().map(money -> formats.money(money, 0)).orElse(Formats.UNKNOWN),
                        Comparator.comparingDouble(SizingRow::netOrder),
                        "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        78,
                        row -> row.risk().map(SizingRisk.Level::words).orElse(Formats.UNKNOWN),
                        Comparator.comparingInt(SizingRow::riskOrder),
                        RiskGlyph::of));
        table.getColumns()
                .add(Columns.node(
                        "Effort",
                        62,
                        SizingRow::effort,
                        Comparator.comparingInt(SizingRow::effortOrder),
                        SizingTable::effort));
        table.getColumns()
                .add(Columns.number(
                        "Conf.", 48, row -> formats.percent(100 * row.confidence(), 0), SizingRow::confidence));
        table.getColumns().add(StatusMenu.column(model.statusProperty()));
        Columns.choose(table, model.choice());
        return table;
    }

    /// How much work the move is; the tooltip says what changes.
    private static Label effort(SizingRow row) {
        Label label = Parts.label(row.effort(), "small", "muted");
        row.effortWords().ifPresent(words -> label.setTooltip(new Tooltip(words)));
        return label;
    }
}
