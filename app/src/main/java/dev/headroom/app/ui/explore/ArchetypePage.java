package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ArchetypeNames;
import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.engine.explore.GroupFigures;
import dev.headroom.engine.quantity.MeasureUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The archetypes of the scope against each other. A row narrows the series to its archetype.
final class ArchetypePage extends StackPane {
    private final ExploreViewModel model;
    private final ObservableList<GroupFigures> groups = FXCollections.observableArrayList();

    ArchetypePage(ExploreViewModel model, Charts charts) {
        this.model = model;
        TableView<GroupFigures> table = Columns.table(
                "Archetypes",
                "No archetype lies inside the scope.",
                row -> model.archetypeProperty().set(name(row)));
        table.getColumns().add(Columns.text("Archetype", 160, ArchetypePage::name, "key-column"));
        table.getColumns()
                .add(Columns.number("Servers", 80, row -> model.formats().count(row.members()), GroupFigures::members));
        table.getColumns().add(figure("Mean", row -> row.middle().mean()));
        table.getColumns().add(figure("p95", row -> row.middle().p95()));
        ToDoubleFunction<GroupFigures> variability = row -> row.middle().variability();
        table.getColumns()
                .add(Columns.number("Variability", 100, row -> share(variability.applyAsDouble(row)), variability));
        ToDoubleFunction<GroupFigures> trend = row -> row.middle().trend();
        table.getColumns()
                .add(Columns.number("Change in 30 days", 110, row -> change(trend.applyAsDouble(row)), trend));
        Columns.show(table, groups);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren()
                .add(charts.card(
                        "Archetypes",
                        "daily p95 of the median server; variability is deviation by mean; Enter lists the servers",
                        table));
        model.membersProperty().addListener((source, before, now) -> show());
        model.answerProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        groups.setAll(model.inside().map(FleetExploration::archetypes).orElse(List.of()));
    }

    private static String name(GroupFigures row) {
        return ArchetypeNames.of(row.group().equals(FleetExploration.NO_ARCHETYPE) ? "" : row.group());
    }

    private TableColumn<GroupFigures, GroupFigures> figure(String title, ToDoubleFunction<GroupFigures> value) {
        return Columns.number(title, 110, row -> words(value.applyAsDouble(row)), value);
    }

    /// A difference with its sign; of percentages in points.
    private String change(double value) {
        if (Double.isNaN(value)) {
            return Formats.UNKNOWN;
        }
        String sign = value > 0 ? "+" : "";
        return unit() == MeasureUnit.PERCENT
                ? sign + model.formats().number(value, 1) + "\u00a0pp"
                : sign + words(value);
    }

    private String words(double value) {
        ValueFormat format = PlotPoints.format(unit());
        return Double.isNaN(value) ? Formats.UNKNOWN : format.detail(value, Locale.ENGLISH);
    }

    private MeasureUnit unit() {
        return model.inside().stream()
                .flatMap(fleet -> fleet.members().stream())
                .map(FleetExploration.Member::unit)
                .findFirst()
                .orElse(MeasureUnit.UNKNOWN);
    }

    private String share(double value) {
        return Double.isNaN(value) ? Formats.UNKNOWN : model.formats().percent(100 * value, 0);
    }
}
