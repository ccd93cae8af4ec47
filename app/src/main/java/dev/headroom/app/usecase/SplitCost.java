package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.reconcile.CoherentForecasts;
import dev.headroom.engine.reconcile.Hierarchy;
import dev.headroom.engine.reconcile.HierarchyTree;
import dev.headroom.engine.reconcile.NodeForecast;
import dev.headroom.engine.reconcile.NodeForecaster;
import dev.headroom.engine.reconcile.Reconciliation;
import dev.headroom.engine.reconcile.ReconciliationMethod;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargePlace;
import dev.headroom.storage.cache.DayTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Splits the expected cost of the running month by account or by service: every part and the total are
/// forecast, and reconciled by minimum trace, so that the parts add up to the total.
public final class SplitCost {
    /// What no account or service is stated for.
    static final String OTHER = "not stated";

    private static final int CENTS = 2;
    private static final double HALF_A_CENT = 0.005;

    private final OpenWorkspace workspace;

    public SplitCost(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// Empty when there are not two parts, or the cost of a day of the month is not known.
    public Optional<CostSplit> run(CostOutlook outlook, CostSplit.Dimension dimension, Progress progress)
            throws UseCaseException {
        List<TimeSeries> leaves = leaves(outlook, dimension);
        LocalDate next = LocalDate.ofInstant(outlook.history().grid().end(), ZoneOffset.UTC);
        YearMonth month = YearMonth.from(next);
        int known = Math.min(next.getDayOfMonth() - 1, outlook.history().length());
        int length = outlook.history().length();
        boolean complete = leaves.stream()
                .allMatch(leaf ->
                        Arrays.stream(leaf.values(), length - known, length).noneMatch(Double::isNaN));
        if (leaves.size() < 2 || !complete) {
            return Optional.empty();
        }
        Hierarchy hierarchy = HierarchyTree.nested(
                List.of(),
                IntStream.range(0, leaves.size())
                        .mapToObj(j -> new HierarchyTree.Leaf("part " + j, List.of()))
                        .toList());
        Horizon open = new Horizon(month.lengthOfMonth() - next.getDayOfMonth() + 1);
        Optional<CoherentForecasts> forecasts = forecasts(hierarchy, leaves, open, progress);
        return forecasts.map(all -> split(outlook, dimension, month, leaves, known, all));
    }

    private Optional<CoherentForecasts> forecasts(
            Hierarchy hierarchy, List<TimeSeries> leaves, Horizon open, Progress progress) throws UseCaseException {
        NodeForecaster forecaster = new NodeForecaster(new ModelCatalog(), open, ForecastSeries.PATHS);
        ModelSpec spec = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        List<Optional<NodeForecast>> nodes = new ArrayList<>();
        Parallel.forEach(
                hierarchy.series(leaves),
                series -> forecaster.forecast(series, spec, ForecastRequest.DEFAULT_SEED),
                nodes::add,
                "Splitting the cost",
                progress);
        if (nodes.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Reconciliation(hierarchy, ReconciliationMethod.MINT, ForecastHierarchy.floor(leaves))
                .run(nodes.stream().map(Optional::orElseThrow).toList(), ForecastRequest.DEFAULT_SEED));
    }

    private static CostSplit split(
            CostOutlook outlook,
            CostSplit.Dimension dimension,
            YearMonth month,
            List<TimeSeries> leaves,
            int known,
            CoherentForecasts forecasts) {
        List<CostSplit.Part> parts = new ArrayList<>();
        BigDecimal sofar = cents(0);
        BigDecimal open = cents(0);
        double exact = 0;
        for (int j = 0; j < leaves.size(); j++) {
            TimeSeries leaf = leaves.get(j);
            double sum = Arrays.stream(leaf.values(), leaf.length() - known, leaf.length())
                    .sum();
            int node = forecasts.hierarchy().aggregates() + j;
            CostSplit.Part part = part(
                    leaf.key().resource(),
                    cents(sum),
                    cents(Arrays.stream(forecasts.point(node)).sum()),
                    sum,
                    forecasts,
                    node);
            parts.add(part);
            sofar = sofar.add(part.known());
            open = open.add(part.open());
            exact += sum;
        }
        parts.sort(Comparator.comparing(CostSplit.Part::expected).reversed());
        return new CostSplit(
                outlook, dimension, month, parts, part(HierarchyTree.TOTAL, sofar, open, exact, forecasts, 0));
    }

    private static CostSplit.Part part(
            String name, BigDecimal known, BigDecimal open, double sofar, CoherentForecasts forecasts, int node) {
        SamplePaths paths = forecasts.paths(node);
        double[] totals = new double[paths.count()];
        Arrays.setAll(totals, i -> sofar + Arrays.stream(paths.path(i)).sum());
        Arrays.sort(totals);
        return new CostSplit.Part(
                name,
                known,
                open,
                known.add(open),
                cents(OrderStatistics.quantileOfSorted(totals, 0.1)),
                cents(OrderStatistics.quantileOfSorted(totals, 0.9)));
    }

    private static BigDecimal cents(double value) {
        return BigDecimal.valueOf(value).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    /// Daily cost by part on the grid of the total. What the parts leave of the total is a part of its own.
    private List<TimeSeries> leaves(CostOutlook outlook, CostSplit.Dimension dimension) throws UseCaseException {
        Scope scope = outlook.query().scope();
        boolean narrow = switch (dimension) {
            case ACCOUNT -> !scope.account().isEmpty();
            case SERVICE -> !(scope.slice() instanceof Scope.Slice.All);
        };
        if (narrow) {
            return List.of();
        }
        Function<String, Scope> narrowed = switch (dimension) {
            case ACCOUNT -> one -> new Scope(scope.provider(), one, scope.slice(), scope.resource());
            case SERVICE ->
                one -> new Scope(scope.provider(), scope.account(), new Scope.Slice.Service(one), scope.resource());
        };
        Function<ChargePlace, String> name = switch (dimension) {
            case ACCOUNT -> ChargePlace::account;
            case SERVICE -> ChargePlace::service;
        };
        try {
            TreeSet<String> names = new TreeSet<>();
            CostDays cost = CostDays.of(workspace, outlook.query());
            cost.charges().places().forEach(place -> names.add(name.apply(place)));
            names.remove("");
            List<TimeSeries> leaves = new ArrayList<>();
            double[] rest = outlook.history().values();
            for (String one : names) {
                List<DayTotal> days = cost.days(ForecastCost.filter(narrowed.apply(one)));
                double[] values = values(outlook, days);
                if (Arrays.stream(values).anyMatch(value -> value != 0)) {
                    leaves.add(leaf(one, outlook, values));
                    Arrays.setAll(rest, t -> rest[t] - values[t]);
                }
            }
            if (Arrays.stream(rest).anyMatch(value -> Math.abs(value) > HALF_A_CENT)) {
                leaves.add(leaf(OTHER, outlook, rest));
            }
            return leaves;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static TimeSeries leaf(String name, CostOutlook outlook, double[] values) {
        return new TimeSeries(
                new SeriesKey(name, "cost", Statistic.SUM), outlook.history().grid(), values);
    }

    private static double[] values(CostOutlook outlook, List<DayTotal> days) {
        TimeGrid grid = outlook.history().grid();
        LocalDate first = LocalDate.ofInstant(grid.start(), ZoneOffset.UTC);
        List<DayTotal> ours = days.stream()
                .filter(day -> day.currency().equals(outlook.currency()))
                .toList();
        return CostSeries.of("part", ours, first, first.plusDays(grid.length() - 1L))
                .values();
    }
}
