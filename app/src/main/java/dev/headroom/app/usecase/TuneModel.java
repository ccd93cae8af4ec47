package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.engine.tuning.BayesianSearch;
import dev.headroom.engine.tuning.GridSearch;
import dev.headroom.engine.tuning.RandomSearch;
import dev.headroom.engine.tuning.Search;
import dev.headroom.engine.tuning.SearchSpace;
import dev.headroom.engine.tuning.SeriesFolds;
import dev.headroom.engine.tuning.Tuning;
import dev.headroom.engine.tuning.TuningResult;
import dev.headroom.storage.source.series.SeriesFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Searches the parameters of a model that forecast the series of a file best: one choice for all of them,
/// scored by the mean over the series at each fold.
public final class TuneModel {
    /// How to search.
    public enum Method {
        GRID,
        BAYES,
        RANDOM
    }

    /// The metrics that can be made small.
    public static final Set<ForecastMetric> METRICS = Collections.unmodifiableSet(new TreeSet<>(List.of(
            ForecastMetric.MASE,
            ForecastMetric.RMSE,
            ForecastMetric.MAE,
            ForecastMetric.SMAPE,
            ForecastMetric.PINBALL,
            ForecastMetric.WQL,
            ForecastMetric.MSIS)));
    // These look at quantiles and need calibrated models.
    private static final Set<ForecastMetric> OF_QUANTILES =
            Set.of(ForecastMetric.PINBALL, ForecastMetric.WQL, ForecastMetric.MSIS);

    /// What to tune and how.
    ///
    /// @param seasons empty to take the usual seasons of the file's step
    /// @param model a model name without parameters
    /// @param trials how many settings at most, the model as it is included
    /// @param budget how long at most; no new fold starts afterwards
    public record Request(
            Path input,
            Horizon horizon,
            int folds,
            Optional<SeasonLengths> seasons,
            String model,
            Method method,
            ForecastMetric metric,
            int trials,
            Duration budget,
            long seed) {}

    /// @throws UseCaseException of kind INPUT when no series can be read or none is long enough, of kind
    ///     USAGE when the model has no parameters
    public TuneReport run(Request request, Progress progress) throws UseCaseException {
        SeriesFile file = ForecastFile.read(request.input());
        ModelSpec named = ModelCatalog.parse(request.model(), SeasonLengths.none());
        List<Parameter> parameters = ModelCatalog.parameters(named);
        if (parameters.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3120",
                    "The model " + request.model() + " has no parameters to tune.");
        }
        long end = System.nanoTime() + request.budget().toNanos();
        BooleanSupplier timeLeft = () -> System.nanoTime() < end && !progress.cancelled();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int[] run = {0};
            Tuning.Objective objective = (settings, fold) -> {
                progress.report("Tuning", ++run[0], 0);
                return mean(pool, file.series(), request, settings, fold);
            };
            TuningResult result = new Tuning(
                            search(request, new SearchSpace(parameters)), request.trials(), request.folds())
                    .run(objective, timeLeft);
            if (progress.cancelled()) {
                throw new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped on request.");
            }
            if (result.best().isEmpty() && result.end() != TuningResult.End.OUT_OF_TIME) {
                throw new UseCaseException(
                        UseCaseException.Kind.INPUT,
                        "HR-3121",
                        "No series of " + request.input() + " is long enough for " + request.folds() + " folds of "
                                + request.horizon().steps() + " steps; lower --folds or --horizon.");
            }
            return new TuneReport(named, result, request.metric(), file.series().size());
        }
    }

    private static Search search(Request request, SearchSpace space) {
        return switch (request.method()) {
            case GRID -> new GridSearch(space, Math.max(1, request.trials() - 1), request.seed());
            case BAYES -> new BayesianSearch(space, request.seed());
            case RANDOM -> new RandomSearch(space, request.seed());
        };
    }

    /// The mean over the series that can be scored on the fold.
    private static OptionalDouble mean(
            ExecutorService pool, List<TimeSeries> series, Request request, Settings settings, int fold) {
        Fitter catalog = new ModelCatalog();
        Fitter fitter = OF_QUANTILES.contains(request.metric()) ? new CalibratedFitter(catalog) : catalog;
        List<Future<OptionalDouble>> scores = new ArrayList<>();
        for (TimeSeries one : series) {
            SeasonLengths seasons = request.seasons()
                    .orElseGet(() -> SeasonLengths.usual(one.grid().step()));
            ModelSpec spec = ModelCatalog.with(ModelCatalog.parse(request.model(), seasons), settings);
            SeriesFolds folds = new SeriesFolds(
                    fitter, one, request.folds(), request.horizon(), request.metric(), seasons.shortest());
            scores.add(pool.submit(() -> folds.score(spec, fold, request.seed())));
        }
        double sum = 0;
        int count = 0;
        for (Future<OptionalDouble> score : scores) {
            OptionalDouble known = known(score);
            if (known.isPresent() && Double.isFinite(known.getAsDouble())) {
                sum += known.getAsDouble();
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static OptionalDouble known(Future<OptionalDouble> score) {
        try {
            return score.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
