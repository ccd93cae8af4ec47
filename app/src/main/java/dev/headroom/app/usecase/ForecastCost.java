package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import java.math.BigDecimal;
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

/// Forecasts the daily effective cost of usage and commitments, for each currency on its own.
public final class ForecastCost {
    private static final int DAYS = 90;

    /// What recurs by the day. Tax, credits and adjustments come once a month or once at all and are left out.
    private static final Set<String> RUNNING =
            Set.of(ChargeCategory.USAGE.focusName(), ChargeCategory.PURCHASE.focusName());

    private final OpenWorkspace workspace;

    public ForecastCost(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// One outlook a currency, the largest total first; empty when the workspace holds no bills.
    public List<CostOutlook> run() throws UseCaseException {
        try {
            Map<CurrencyCode, List<DailyCost>> byCurrency =
                    workspace.storage().charges().daily(CostGrouping.CATEGORY, CostBasis.EFFECTIVE).stream()
                            .filter(day -> RUNNING.contains(day.group()))
                            .collect(Collectors.groupingBy(
                                    day -> day.amount().currency(), TreeMap::new, Collectors.toList()));
            return byCurrency.entrySet().stream()
                    .map(entry -> outlook(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingDouble((CostOutlook outlook) -> Arrays.stream(
                                            outlook.history().values())
                                    .filter(Double::isFinite)
                                    .sum())
                            .reversed())
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private CostOutlook outlook(CurrencyCode currency, List<DailyCost> days) {
        TimeSeries history = history(currency, days);
        ModelSpec spec = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        FittedModel model;
        try {
            model = ForecastSeries.fitted(
                    workspace.fits().fit(history, spec, ForecastRequest.DEFAULT_SEED),
                    new ForecastRequest(
                            history.key(), Step.DAY, new Horizon(DAYS), spec, 100, ForecastRequest.DEFAULT_SEED));
        } catch (UseCaseException e) {
            throw new IllegalStateException("A series with at least one day can always be forecast.", e);
        }
        LocalDate next = LocalDate.ofInstant(history.grid().end(), ZoneOffset.UTC);
        YearMonth month = YearMonth.from(next);
        return new CostOutlook(
                currency,
                history,
                model.forecast(new Horizon(DAYS), ForecastSeries.LEVELS),
                month,
                monthEnd(history, model, next),
                total(days, month.minusMonths(1), history));
    }

    /// Days without a charge between the first and the last are days of zero cost.
    private static TimeSeries history(CurrencyCode currency, List<DailyCost> days) {
        LocalDate first =
                days.stream().map(DailyCost::day).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last =
                days.stream().map(DailyCost::day).max(Comparator.naturalOrder()).orElseThrow();
        double[] values = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
        for (DailyCost day : days) {
            values[(int) ChronoUnit.DAYS.between(first, day.day())] +=
                    day.amount().amount().doubleValue();
        }
        Instant start = first.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new TimeSeries(
                new SeriesKey(currency.value(), "cost", Statistic.SUM),
                TimeGrid.utc(start, Step.DAY, values.length),
                values);
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

    private static double total(List<DailyCost> days, YearMonth month, TimeSeries history) {
        LocalDate first = LocalDate.ofInstant(history.grid().start(), ZoneOffset.UTC);
        if (first.isAfter(month.atDay(1))) {
            return Double.NaN;
        }
        return days.stream()
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .map(day -> day.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
