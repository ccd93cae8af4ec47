package dev.headroom.app.ui.explore;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.Names;
import dev.headroom.app.usecase.CostDimension;
import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScopeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The cost of the scope by two dimensions that a person chooses.
public final class CostPivotModel {
    private static final int KEPT = 16;

    private final FleetModel fleet;
    private final Formats formats;
    private final Kept<PivotCost.Query, List<CostPivot>> pivots;
    private final ObjectProperty<CostDimension> rows =
            new SimpleObjectProperty<>(CostDimension.of(CostDimension.Kind.SERVICE));
    private final ObjectProperty<CostDimension> columns =
            new SimpleObjectProperty<>(CostDimension.of(CostDimension.Kind.MONTH));
    private boolean wanted;

    CostPivotModel(FleetModel fleet, BackgroundRunner runner, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        this.pivots = new Kept<>(runner, KEPT);
        rows.addListener((source, before, now) -> reload());
        columns.addListener((source, before, now) -> reload());
        fleet.scopeProperty().addListener((source, before, now) -> reload());
        fleet.basisProperty().addListener((source, before, now) -> reload());
    }

    public ObjectProperty<CostDimension> rowsProperty() {
        return rows;
    }

    public ObjectProperty<CostDimension> columnsProperty() {
        return columns;
    }

    public ReadOnlyObjectProperty<Loaded<List<CostPivot>>> pivotsProperty() {
        return pivots.property();
    }

    /// The names that are shown; the table is written anew when they change.
    public ReadOnlyObjectProperty<Names> namesProperty() {
        return fleet.namesProperty();
    }

    public Formats formats() {
        return formats;
    }

    /// Adds up the bills; from now on also when the scope or the basis changes.
    public void load() {
        wanted = true;
        PivotCost.Query query = new PivotCost.Query(
                fleet.scopeProperty().get(), fleet.basisProperty().get(), rows.get(), columns.get());
        pivots.ask(query, "Adding up the bills", progress -> fleet.session().pivot(query));
    }

    private void reload() {
        if (wanted) {
            load();
        }
    }

    /// Swaps the dimensions.
    public void swap() {
        CostDimension down = rows.get();
        rows.set(columns.get());
        columns.set(down);
    }

    /// What cost can be divided by, with the tags that the bills know.
    public List<CostDimension> dimensions() {
        List<CostDimension> all = new ArrayList<>();
        for (CostDimension.Kind kind : CostDimension.Kind.values()) {
            if (kind != CostDimension.Kind.TAG) {
                all.add(CostDimension.of(kind));
            }
        }
        fleet.scopesProperty().get().known().orElse(ScopeIndex.empty()).tags(Scope.ALL).stream()
                .map(Scope.Slice.Tag::key)
                .distinct()
                .sorted()
                .map(CostDimension::ofTag)
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// Such as `Service` or `Tag team`.
    public static String label(CostDimension dimension) {
        String word = dimension.kind().name();
        String label = word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
        return dimension.kind() == CostDimension.Kind.TAG ? label + " " + dimension.tag() : label;
    }

    /// A name of a row or column as it is shown.
    public String shown(CostDimension dimension, String name) {
        if (name.isEmpty()) {
            return "Not stated";
        }
        return switch (dimension.kind()) {
            case ACCOUNT -> fleet.namesProperty().get().account(name);
            case RESOURCE -> fleet.namesProperty().get().resource(name);
            case PROVIDER, SERVICE, REGION, CATEGORY, TAG, MONTH -> name;
        };
    }
}
