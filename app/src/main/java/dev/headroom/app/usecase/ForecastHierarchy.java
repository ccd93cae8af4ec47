package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.reconcile.CoherentForecasts;
import dev.headroom.engine.reconcile.Hierarchy;
import dev.headroom.engine.reconcile.NodeForecast;
import dev.headroom.engine.reconcile.NodeForecaster;
import dev.headroom.engine.reconcile.Reconciliation;
import dev.headroom.engine.reconcile.ReconciliationMethod;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.series.SeriesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Forecasts every series of a file and the sums that a hierarchy makes of them, so that the forecasts add
/// up.
public final class ForecastHierarchy {
    private static final int MOST_PATHS = 1_000;
    private static final int FEWEST_PATHS = 100;
    // Bounds the memory of all paths to a few hundred megabytes.
    private static final long MOST_VALUES = 40_000_000;

    /// What to forecast and how the levels hang together.
    ///
    /// @param file the series, model and output
    /// @param map a CSV file with series_id and one column a level
    public record Request(ForecastFile.Request file, Path map, ReconciliationMethod method, Levels levels) {}

    /// How the levels of a hierarchy stand to each other.
    public enum Levels {
        /// Each level divides the one before it.
        NESTED,
        /// Each level groups the series on its own.
        CROSSING
    }

    private final Threads threads;

    /// Uses all processors.
    public ForecastHierarchy() {
        this(Threads.all());
    }

    public ForecastHierarchy(Threads threads) {
        this.threads = threads;
    }

    /// @throws UseCaseException of kind INPUT when series or hierarchy cannot be read or do not fit each
    ///     other
    public ForecastFile.Report run(Request request, Progress progress) throws UseCaseException {
        ForecastFile.Request file = request.file();
        SeriesFile read = ForecastFile.read(file.input());
        HierarchyFile.Placed placed = HierarchyFile.place(request.map(), request.levels(), read.series());
        Hierarchy hierarchy = placed.hierarchy();
        CoherentForecasts result = forecast(request, placed, progress);
        ForecastTable.Layout layout = new ForecastTable.Layout(file.levels(), read.dates());
        String model = file.model() + "+" + request.method().code();
        PrintedSums sums = PrintedSums.of(result);
        OutputFile.writeText(file.output(), out -> {
            ForecastTable table = new ForecastTable(out, layout);
            for (int i = 0; i < hierarchy.nodes(); i++) {
                table.add(
                        new ForecastTable.Result.Done(
                                hierarchy.names().get(i),
                                model,
                                result.forecast(i, ForecastTable.quantileLevels(file.levels()))),
                        sums.node(i));
            }
        });
        List<Reject> rejects = read.rejects().stream()
                .map(row -> new Reject(row.line(), row.field(), row.value(), row.reason()))
                .toList();
        return new ForecastFile.Report(
                hierarchy.nodes(), hierarchy.nodes(), rejects, List.of(), ForecastFile.doubts(read.series(), file));
    }

    private CoherentForecasts forecast(Request request, HierarchyFile.Placed placed, Progress progress)
            throws UseCaseException {
        ForecastFile.Request file = request.file();
        Hierarchy hierarchy = placed.hierarchy();
        NodeForecaster forecaster =
                new NodeForecaster(new ModelCatalog(), file.horizon(), paths(hierarchy, file.horizon()));
        List<Optional<NodeForecast>> nodes = new ArrayList<>();
        Parallel.forEach(
                threads,
                hierarchy.series(placed.leaves()),
                series -> forecaster.forecast(series, spec(file, series), file.seed()),
                nodes::add,
                "Forecasting",
                progress);
        List<NodeForecast> known = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String name = hierarchy.names().get(i);
            known.add(nodes.get(i)
                    .orElseThrow(() -> new UseCaseException(
                            UseCaseException.Kind.INPUT,
                            "HR-3115",
                            name + " has no time at which it is known, or all of its series are; it cannot be"
                                    + " forecast and added up.")));
        }
        progress.report("Reconciling", 0, 0);
        return new Reconciliation(hierarchy, request.method(), floor(placed.leaves())).run(known, file.seed());
    }

    private static ModelSpec spec(ForecastFile.Request file, TimeSeries series) {
        return ForecastFile.spec(file.model(), file.seasons(), series);
    }

    /// Series that were never negative stay so.
    static Reconciliation.Floor floor(List<TimeSeries> leaves) {
        boolean negative = leaves.stream()
                .anyMatch(series -> Arrays.stream(series.values()).anyMatch(value -> value < 0));
        return negative ? Reconciliation.Floor.NONE : Reconciliation.Floor.ZERO;
    }

    private static int paths(Hierarchy hierarchy, Horizon horizon) {
        return (int) Math.clamp(MOST_VALUES / hierarchy.nodes() / horizon.steps(), FEWEST_PATHS, MOST_PATHS);
    }
}
