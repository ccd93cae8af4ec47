package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.adapter.ForecastPlot;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ScopeWords;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.FleetCost;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.cost.CostBasis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// What the month costs: the tile, the chart below it and their words.
final class MonthCost {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final Followed followed;

    MonthCost(FleetModel fleet, ShellViewModel shell, Formats formats, Followed followed) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.followed = followed;
    }

    /// The cost of the month, or why there is none.
    ObservableValue<Loaded<CostFace>> face() {
        return followed.mapped(fleet.costProperty(), this::face);
    }

    private CostFace face(FleetCost cost) {
        CostBasis basis = cost.query().basis();
        if (!cost.outlooks().isEmpty()) {
            return new CostFace.Known(CostTile.of(cost, formats));
        }
        if (cost.basisMissing()) {
            return new CostFace.Missing(
                    ScopeWords.basis(basis) + " cost is not in these bills.",
                    formats.count(cost.unknown()) + " of " + formats.count(cost.charges())
                            + " charges do not state it. Choose another cost above.");
        }
        return cost.query().scope().isAll()
                ? new CostFace.NoBills()
                : new CostFace.OutOfScope("No charge lies inside " + shell.scopeWords() + ".");
    }

    /// The daily cost of the first currency.
    ObservableValue<Loaded<Optional<Plot>>> plot() {
        return followed.mapped(
                fleet.costProperty(),
                cost -> cost.outlooks().stream()
                        .findFirst()
                        .map(outlook -> ForecastPlot.of(outlook)
                                .caption(caption(outlook))
                                .build()));
    }

    private Caption caption(CostOutlook outlook) {
        CostTile tile = CostTile.of(outlook, formats);
        return new Caption(
                tile.heading() + ": " + tile.value() + " (" + tile.range() + ")",
                "Daily cost, " + ScopeWords.basis(outlook.query().basis()).toLowerCase(Locale.ROOT)
                        + ", without tax, credits and adjustments, " + outlook.currency(),
                List.of("Model: automatic combination, seed " + ForecastRequest.DEFAULT_SEED + "."),
                List.of("Headroom"));
    }

    /// Such as `to 18 Feb 2027, amortised`.
    ObservableValue<String> span() {
        return fleet.costProperty()
                .map(loaded -> loaded.known()
                        .flatMap(cost -> cost.outlooks().stream().findFirst())
                        .map(this::span)
                        .orElse(""));
    }

    private String span(CostOutlook outlook) {
        return "to " + formats.dayYear(outlook.forecast().grid().end().minusSeconds(1)) + ", "
                + ScopeWords.basis(outlook.query().basis()).toLowerCase(Locale.ROOT);
    }

    /// Such as `Daily cost, all accounts`.
    ObservableValue<String> title() {
        return shell.namesProperty()
                .flatMap(names -> shell.scopeProperty().map(scope -> "Daily cost, " + shell.scopeWords()));
    }
}
