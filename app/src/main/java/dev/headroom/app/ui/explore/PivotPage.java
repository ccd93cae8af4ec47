package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.CostDimension;
import dev.headroom.app.usecase.CostPivot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Cost by two dimensions as a table with totals, shaded by size; each currency has its own.
final class PivotPage extends VBox {
    private final CostPivotModel model;

    PivotPage(CostPivotModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("card");
        LoadedPane<List<CostPivot>> tables = new LoadedPane<>(model.pivotsProperty(), 6, model::load, this::tables);
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Parts.row(
                                8,
                                Parts.label("Cost by", "section-title"),
                                chooser("pivot-rows", "Rows", model.rowsProperty()),
                                Parts.iconButton("fth-repeat", "Swap rows and columns", model::swap),
                                chooser("pivot-columns", "Columns", model.columnsProperty())),
                        tables);
        model.namesProperty().addListener((source, before, now) -> {
            tables.getChildren().clear();
            model.pivotsProperty()
                    .get()
                    .known()
                    .ifPresent(known -> tables.getChildren().setAll(tables(known)));
        });
    }

    private MenuButton chooser(String id, String words, ObjectProperty<CostDimension> chosen) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.textProperty().bind(Bindings.concat(words + "  ", chosen.map(CostPivotModel::label)));
        menu.getStyleClass().add("plain");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(words);
        menu.getItems().add(new MenuItem(words));
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (CostDimension dimension : model.dimensions()) {
                MenuItem item = new MenuItem(CostPivotModel.label(dimension));
                item.setOnAction(chosenNow -> chosen.set(dimension));
                menu.getItems().add(item);
            }
        });
        return menu;
    }

    private Node tables(List<CostPivot> pivots) {
        if (pivots.isEmpty()) {
            return StatePane.emptyNode(PanelState.Empty.plain(
                    "fth-compass",
                    "No charges",
                    "No bill holds a charge of this scope. Import bills, or widen the scope."));
        }
        VBox all = new VBox(16);
        for (CostPivot pivot : pivots) {
            PivotGrid grid = PivotGrid.of(pivot, model);
            TableView<PivotGrid.Row> table = table(grid, pivot);
            VBox.setVgrow(table, Priority.ALWAYS);
            all.getChildren().addAll(summary(pivot, grid), table);
        }
        return all;
    }

    private Label summary(CostPivot pivot, PivotGrid grid) {
        CostPivot.Cell total = pivot.total();
        String words = "%s in %s; %s rows by %s columns, all charges"
                .formatted(
                        total.amount()
                                .map(sum -> model.formats()
                                        .money(sum, pivot.currency().value(), 2))
                                .orElse("Unknown"),
                        pivot.currency(),
                        model.formats().count(pivot.rows().size()),
                        model.formats().count(pivot.columns().size()));
        String unknown = total.unknown() == 0
                ? ""
                : "; %s of %s charges do not give this cost and are not in it"
                        .formatted(
                                model.formats().count(total.unknown()),
                                model.formats().count(total.charges()));
        return Parts.elastic(words + unknown + grid.foldedWords(), "small", "muted");
    }

    private TableView<PivotGrid.Row> table(PivotGrid grid, CostPivot pivot) {
        TableView<PivotGrid.Row> table = Columns.table("Cost pivot in " + pivot.currency(), "No charges.", row -> {});
        table.getProperties().put("pivot", pivot.currency().value());
        add(table, Columns.text(CostPivotModel.label(pivot.query().rows()), 170, PivotGrid.Row::name, "key-column"));
        for (int i = 0; i < grid.columns().size(); i++) {
            int column = i;
            add(
                    table,
                    Columns.node(
                            grid.columns().get(i),
                            84,
                            row -> figure(row.cells().get(column), pivot),
                            Comparator.comparing(PivotGrid.Row::name),
                            row -> face(row, column, grid, pivot),
                            "number-column"));
        }
        add(
                table,
                Columns.number(
                        "Total",
                        92,
                        row -> figure(Optional.of(row.total()), pivot),
                        row -> row.total().sum().doubleValue(),
                        "strong-column"));
        table.setItems(FXCollections.observableArrayList(grid.rows()));
        return table;
    }

    /// The rows keep their order, so that the total stays last.
    private static void add(TableView<PivotGrid.Row> table, TableColumn<PivotGrid.Row, PivotGrid.Row> column) {
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private Node face(PivotGrid.Row row, int column, PivotGrid grid, CostPivot pivot) {
        Label face =
                Parts.label(figure(row.cells().get(column), pivot), "pivot-cell", "heat-" + grid.heat(row, column));
        face.setMaxWidth(Double.MAX_VALUE);
        return face;
    }

    private String figure(Optional<CostPivot.Cell> cell, CostPivot pivot) {
        return cell.map(known -> known.amount()
                        .map(sum -> model.formats().money(sum, pivot.currency().value(), 0)
                                + (known.unknown() > 0 ? " +?" : ""))
                        .orElse("unknown"))
                .orElse("");
    }
}
