package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.ScoredForecast;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ForecastLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scores the kept daily forecasts of the model in use, the automatic or the promoted one, against what
/// happened since. When no kept forecast has come due yet, the last month of some series is held back and
/// forecast instead.
public final class CheckAccuracy {
    private static final Duration LATELY = Duration.ofDays(180);
    private static final int MONTH = 30;
    private static final int LEAST_TRAINING = 120;
    private static final int MOST_BACKTESTS = 24;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public CheckAccuracy(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// Empty when nothing has come due and no series is long enough for a backtest.
    public Optional<ForecastAccuracy> run(Progress progress) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<ScoredForecast> kept = kept(fleet);
            return kept.isEmpty()
                    ? accuracy(ForecastAccuracy.Source.BACKTEST, held(fleet, progress))
                    : accuracy(ForecastAccuracy.Source.LEDGER, kept);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Optional<ForecastAccuracy> accuracy(ForecastAccuracy.Source source, List<ScoredForecast> scored) {
        return scored.isEmpty()
                ? Optional.empty()
                : Optional.of(new ForecastAccuracy(
                        source,
                        scored.size(),
                        mean(scored, ForecastMetric.MASE),
                        mean(scored, ForecastMetric.COVERAGE_80)));
    }

    private static double mean(List<ScoredForecast> scored, ForecastMetric metric) {
        return scored.stream()
                .flatMapToDouble(one -> metric.of(one).stream())
                .average()
                .orElse(Double.NaN);
    }

    private record Origin(SeriesKey key, Instant asOf) {}

    /// One forecast for each series and last known day; of several the one that looks furthest.
    private List<ScoredForecast> kept(FleetSeries fleet) throws UseCaseException {
        Optional<Instant> last = new DescribeWorkspace(workspace).run().dataTo();
        if (last.isEmpty()) {
            return List.of();
        }
        Map<Origin, ForecastLedger.Entry> furthest = new LinkedHashMap<>();
        for (ForecastLedger.Entry entry :
                workspace.storage().forecasts().since(last.get().minus(LATELY))) {
            if (entry.key().step().equals(Step.DAY) && KeptForecasts.isUsual(entry.key(), workspace.models())) {
                furthest.merge(
                        new Origin(entry.key().series(), entry.stored().asOf()),
                        entry,
                        (a, b) -> a.key().horizon() >= b.key().horizon() ? a : b);
            }
        }
        List<ScoredForecast> scored = new ArrayList<>();
        for (ForecastLedger.Entry entry : furthest.values()) {
            SeriesKey key = entry.key().series();
            ResourceKind.ofMetric(key.metric())
                    .flatMap(kind -> fleet.daily(
                            key.resource(),
                            kind,
                            key.statistic(),
                            Optional.of(entry.stored().asOf())))
                    .flatMap(daily -> scored(daily.series(), entry))
                    .ifPresent(scored::add);
        }
        return scored;
    }

    private static Optional<ScoredForecast> scored(TimeSeries series, ForecastLedger.Entry entry) {
        int known = KeptForecasts.known(series, entry.stored().asOf());
        return known == series.length()
                ? Optional.empty()
                : KeptForecasts.issued(series, entry).map(issued -> scored(series, known, issued.forecast()));
    }

    private static ScoredForecast scored(TimeSeries series, int known, QuantileForecast forecast) {
        double[] values = series.values();
        double[] actual = new double[forecast.steps()];
        Arrays.setAll(actual, k -> known + k < values.length ? values[known + k] : Double.NaN);
        return new ScoredForecast(forecast, actual, Arrays.copyOf(values, known), 7);
    }

    private List<ScoredForecast> held(FleetSeries fleet, Progress progress) throws UseCaseException {
        List<FleetSeries.Daily> all = new ArrayList<>();
        for (ListServers.Entry entry : new ListServers(workspace).run()) {
            for (ResourceKind kind : ResourceKind.values()) {
                fleet.daily(entry.server().id(), kind, Statistic.P95)
                        .filter(daily -> daily.series().length() >= LEAST_TRAINING + MONTH)
                        .ifPresent(all::add);
            }
        }
        List<FleetSeries.Daily> some = new ArrayList<>();
        int every = Math.max(1, all.size() / MOST_BACKTESTS);
        for (int i = 0; i < all.size() && some.size() < MOST_BACKTESTS; i += every) {
            some.add(all.get(i));
        }
        List<ScoredForecast> scored = new ArrayList<>();
        Parallel.forEach(some, this::held, one -> one.ifPresent(scored::add), "Checking accuracy", progress);
        return scored;
    }

    private Optional<ScoredForecast> held(FleetSeries.Daily whole) {
        TimeSeries series = whole.series();
        int known = series.length() - MONTH;
        FleetSeries.Daily then = new FleetSeries.Daily(series.slice(0, known), whole.unit());
        ForecastRequest usual = ForecastRequest.dailyP95("-", ResourceKind.CPU, MONTH);
        PromotedModels.Choice used = workspace.models().choice(series.key(), Step.DAY, usual.spec(), usual.seed());
        FitOutcome outcome = workspace.fits().fit(then.series(), used.spec(), used.seed());
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            return Optional.empty();
        }
        FittedModel model = then.bounded(fitted.model());
        return Optional.of(scored(series, known, model.forecast(new Horizon(MONTH), ForecastSeries.LEVELS)));
    }
}
