package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeFilter;
import dev.headroom.storage.cache.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Forecasts the daily cost of usage and commitments on one cost basis, for each currency on its own or all in one.
public final class ForecastCost {
    private static final int DAYS = 90;

    /// What recurs by the day. Tax, credits and adjustments come once a month or once at all and are left
    /// out.
    private static final Set<ChargeCategory> RUNNING = Set.of(ChargeCategory.USAGE, ChargeCategory.PURCHASE);

    private final OpenWorkspace workspace;

    public ForecastCost(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// The outlooks are empty when the scope holds no bills, or none that states the basis.
    public FleetCost run(CostQuery query) throws UseCaseException {
        try {
            CostDays cost = CostDays.of(workspace, query);
            Map<CurrencyCode, List<DayTotal>> byCurrency = cost.days(filter(query.scope())).stream()
                    .collect(Collectors.groupingBy(DayTotal::currency, TreeMap::new, Collectors.toList()));
            List<CostOutlook> outlooks = byCurrency.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(CostSeries::complete))
                    .map(entry -> outlook(query, entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingDouble((CostOutlook outlook) -> Arrays.stream(
                                            outlook.history().values())
                                    .filter(Double::isFinite)
                                    .sum())
                            .reversed())
                    .toList();
            List<DayTotal> all =
                    byCurrency.values().stream().flatMap(List::stream).toList();
            long charges = all.stream().mapToLong(DayTotal::charges).sum();
            return new FleetCost(
                    query,
                    outlooks,
                    charges,
                    charges - all.stream().mapToLong(DayTotal::known).sum(),
                    cost.rates());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    static ChargeFilter filter(Scope scope) {
        return new ChargeFilter(
                scope.provider(),
                scope.account(),
                scope.slice() instanceof Scope.Slice.Service(String name) ? name : "",
                scope.resource(),
                scope.slice() instanceof Scope.Slice.Tag(String key, String value) ? Map.of(key, value) : Map.of(),
                RUNNING);
    }

    private CostOutlook outlook(CostQuery query, CurrencyCode currency, List<DayTotal> days) {
        TimeSeries history = history(currency, days);
        FittedModel model = model(workspace, history);
        LocalDate next = LocalDate.ofInstant(history.grid().end(), ZoneOffset.UTC);
        YearMonth month = YearMonth.from(next);
        return new CostOutlook(
                query,
                currency,
                history,
                model.forecast(new Horizon(DAYS), ForecastSeries.LEVELS),
                month,
                monthEnd(history, model, next),
                total(month.minusMonths(1), history));
    }

    /// The model of a history that [#history] made.
    static FittedModel model(OpenWorkspace workspace, TimeSeries history) {
        ModelSpec spec = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        try {
            return ForecastSeries.fitted(
                    workspace.fits().fit(history, spec, ForecastRequest.DEFAULT_SEED),
                    new ForecastRequest(
                            history.key(), Step.DAY, new Horizon(DAYS), spec, 100, ForecastRequest.DEFAULT_SEED));
        } catch (UseCaseException e) {
            throw new IllegalStateException("A series with at least one day can always be forecast.", e);
        }
    }

    static boolean runs(ChargeCategory category) {
        return RUNNING.contains(category);
    }

    /// From the first complete day to the last one.
    static TimeSeries history(CurrencyCode currency, List<DayTotal> days) {
        List<LocalDate> complete =
                days.stream().filter(CostSeries::complete).map(DayTotal::day).toList();
        return CostSeries.of(currency.value(), days, complete.getFirst(), complete.getLast());
    }

    private static CostOutlook.MonthEnd monthEnd(TimeSeries history, FittedModel model, LocalDate next) {
        YearMonth month = YearMonth.from(next);
        int known = next.getDayOfMonth() - 1;
        double sofar = 0;
        for (int i = Math.max(0, history.length() - known); i < history.length(); i++) {
            sofar += history.value(i);
        }
        int open = month.lengthOfMonth() - known;
        SamplePaths paths = model.simulate(new Horizon(open), ForecastSeries.PATHS, ForecastRequest.DEFAULT_SEED);
        double[] totals = new double[paths.count()];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = sofar + Arrays.stream(paths.path(i)).sum();
        }
        Arrays.sort(totals);
        return new CostOutlook.MonthEnd(
                quantile(totals, 0.025),
                quantile(totals, 0.1),
                quantile(totals, 0.25),
                quantile(totals, 0.5),
                quantile(totals, 0.75),
                quantile(totals, 0.9),
                quantile(totals, 0.975));
    }

    private static double quantile(double[] sorted, double level) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(level * (sorted.length - 1)))];
    }

    private static double total(YearMonth month, TimeSeries history) {
        Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        if (history.grid().start().isAfter(start)) {
            return Double.NaN;
        }
        int first = (int) ChronoUnit.DAYS.between(history.grid().start(), start);
        double sum = 0;
        for (int i = first; i < first + month.lengthOfMonth(); i++) {
            sum += history.value(i);
        }
        return sum;
    }
}
