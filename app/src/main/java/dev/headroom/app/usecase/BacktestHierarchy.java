package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.MetricValues;
import dev.headroom.engine.evaluation.ScoredForecast;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.reconcile.CoherentForecasts;
import dev.headroom.engine.reconcile.Hierarchy;
import dev.headroom.engine.reconcile.NodeForecast;
import dev.headroom.engine.reconcile.NodeForecaster;
import dev.headroom.engine.reconcile.Reconciliation;
import dev.headroom.engine.reconcile.ReconciliationMethod;
import dev.headroom.engine.series.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scores the ways to make forecasts add up at rolling origins: each node's own forecast, and every method,
/// by level.
public final class BacktestHierarchy {
    private static final String BASE = "none";
    private static final String LEAVES = "series";
    private static final String ALL = "all";
    private static final int PATHS = 500;
    private static final double[] LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};
    private static final List<ForecastMetric> METRICS =
            List.of(ForecastMetric.MASE, ForecastMetric.RMSE, ForecastMetric.WQL, ForecastMetric.COVERAGE_80);

    private final Threads threads;

    /// Uses all processors.
    public BacktestHierarchy() {
        this(Threads.all());
    }

    public BacktestHierarchy(Threads threads) {
        this.threads = threads;
    }

    /// @param request its first model is the one that forecasts the nodes
    /// @return one row a method and level; RMSE is the square root of the mean over nodes and origins of its
    ///     square
    /// @throws UseCaseException of kind INPUT when series and hierarchy do not fit each other or are too
    ///     short
    public Table run(Path input, Path map, ForecastHierarchy.Levels levels, BacktestRequest request, Progress progress)
            throws UseCaseException {
        HierarchyFile.Placed placed =
                HierarchyFile.place(map, levels, ForecastFile.read(input).series());
        Hierarchy hierarchy = placed.hierarchy();
        List<TimeSeries> all = hierarchy.series(placed.leaves());
        TimeSeries first = all.getFirst();
        Map<String, List<MetricValues>> scores = new LinkedHashMap<>();
        List<Integer> trainings = request.origins(first).trainingLengths(first.length());
        if (trainings.isEmpty()) {
            throw tooShort(first);
        }
        for (int training : trainings) {
            List<Optional<NodeForecast>> nodes = new ArrayList<>();
            NodeForecaster forecaster = new NodeForecaster(new ModelCatalog(), request.horizon(), PATHS);
            Parallel.forEach(
                    threads,
                    all,
                    series -> forecaster.forecast(
                            series.slice(0, training),
                            ModelCatalog.parse(request.models().getFirst(), request.seasons(series)),
                            request.seed()),
                    nodes::add,
                    "Forecasting",
                    progress);
            if (nodes.stream().anyMatch(Optional::isEmpty)) {
                throw tooShort(all.get(nodes.indexOf(Optional.<NodeForecast>empty())));
            }
            List<NodeForecast> known = nodes.stream().map(Optional::orElseThrow).toList();
            Origin origin = new Origin(hierarchy, all, training, request);
            for (int i = 0; i < known.size(); i++) {
                origin.score(BASE, i, own(known.get(i)), scores);
            }
            for (ReconciliationMethod method : ReconciliationMethod.values()) {
                CoherentForecasts result = new Reconciliation(
                                hierarchy, method, ForecastHierarchy.floor(placed.leaves()))
                        .run(known, request.seed());
                for (int i = 0; i < known.size(); i++) {
                    origin.score(method.code(), i, result.forecast(i, LEVELS), scores);
                }
            }
        }
        return new Result(scores);
    }

    private static UseCaseException tooShort(TimeSeries series) {
        return new UseCaseException(
                UseCaseException.Kind.INPUT,
                "HR-3116",
                series.key().resource()
                        + " is too short, or known at too few times, for a look back; lower --horizon.");
    }

    private static QuantileForecast own(NodeForecast node) {
        int steps = node.paths().steps();
        double[][] quantiles = new double[LEVELS.length][steps];
        for (int k = 0; k < steps; k++) {
            double[] values = new double[node.paths().count()];
            for (int p = 0; p < values.length; p++) {
                values[p] = node.paths().value(p, k);
            }
            Arrays.sort(values);
            for (int q = 0; q < LEVELS.length; q++) {
                quantiles[q][k] = values[(int) Math.round(LEVELS[q] * (values.length - 1))];
            }
        }
        return new QuantileForecast(node.paths().grid(), node.point(), LEVELS, quantiles);
    }

    private record Origin(Hierarchy hierarchy, List<TimeSeries> all, int training, BacktestRequest request) {
        void score(String method, int node, QuantileForecast forecast, Map<String, List<MetricValues>> scores) {
            TimeSeries series = all.get(node);
            double[] values = series.values();
            MetricValues metrics = MetricValues.of(new ScoredForecast(
                    forecast,
                    Arrays.copyOfRange(
                            values, training, training + request.horizon().steps()),
                    Arrays.copyOf(values, training),
                    request.seasons(series).shortest()));
            for (String level : List.of(level(node), ALL)) {
                scores.computeIfAbsent(method + "\n" + level, key -> new ArrayList<>())
                        .add(metrics);
            }
        }

        /// The name before the last equals sign, such as `tag` of `account=shop/tag=web`.
        private String level(int node) {
            String name = hierarchy.names().get(node);
            if (node >= hierarchy.aggregates()) {
                return LEAVES;
            }
            String last = name.substring(name.lastIndexOf('/') + 1);
            return last.contains("=") ? last.substring(0, last.indexOf('=')) : last;
        }
    }

    private static final class Result extends Table {
        Result(Map<String, List<MetricValues>> scores) {
            super(List.of("reconcile", "level", "forecasts", "mase", "rmse", "wql", "coverage80"));
            scores.forEach((key, values) -> {
                String[] names = key.split("\n", 2);
                List<Object> row = new ArrayList<>(List.of(names[0], names[1], values.size()));
                for (ForecastMetric metric : METRICS) {
                    boolean squared = metric == ForecastMetric.RMSE;
                    double mean = values.stream()
                            .flatMapToDouble(value -> value.of(metric).stream())
                            .map(value -> squared ? value * value : value)
                            .average()
                            .orElse(Double.NaN);
                    row.add(squared ? Math.sqrt(mean) : mean);
                }
                add(row.toArray());
            });
        }
    }
}
