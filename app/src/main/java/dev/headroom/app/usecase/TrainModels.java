package dev.headroom.app.usecase;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.ModelVersion;
import dev.headroom.storage.cache.TrainedModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trains a version of the model of each daily p95 series: scores the chosen models at the same earlier
/// origins, registers the best one with its data, metrics and the errors that it promises, and keeps its
/// forecast in the ledger, so that the promise can be held against what happens. Nothing is promoted here.
public final class TrainModels {
    /// The steps that a version is trained to look ahead, and the origins that it is scored on.
    public static final int DEFAULT_HORIZON = 30;
    /// The number of origins, half a horizon apart.
    public static final int DEFAULT_ORIGINS = 5;

    /// @param series names of series or servers; empty for all
    /// @param models names of the models to choose from, the first one wins a tie
    public record Request(List<String> series, List<String> models, int horizon, int origins, long seed) {
        public Request {
            series = List.copyOf(series);
            models = List.copyOf(models);
            if (models.isEmpty()) {
                throw new IllegalArgumentException("models () must name one or more.");
            }
        }

        /// A request with the usual choices.
        public static Request usual(List<String> series) {
            return new Request(series, List.of("auto"), DEFAULT_HORIZON, DEFAULT_ORIGINS, ForecastRequest.DEFAULT_SEED);
        }

        Trial.Origins scoredOn() {
            return new Trial.Origins(horizon, origins);
        }
    }

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Clock clock;

    public TrainModels(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.clock = clock;
    }

    /// What came out of a training.
    ///
    /// @param trained the new versions, in the order of the series
    /// @param skipped the series that no model could be trained for, and why
    public record Report(List<ModelSummary> trained, List<Problem> skipped) {
        public Report {
            trained = List.copyOf(trained);
            skipped = List.copyOf(skipped);
        }
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization
    public Report run(Request request, String reason, Progress progress) throws UseCaseException {
        List<Attempt> attempts = new ArrayList<>();
        List<Problem> skipped = new ArrayList<>();
        Parallel.forEach(
                DailyFleet.of(workspace, shapes, request.series()),
                named -> attempt(named, request),
                attempt -> {
                    if (attempt.best().isPresent()) {
                        attempts.add(attempt);
                    } else {
                        skipped.add(attempt.tooShort(request));
                    }
                },
                "Training",
                progress);
        return new Report(
                register(attempts, request, reason).stream()
                        .map(ModelSummary::of)
                        .toList(),
                skipped);
    }

    /// The trials of one series: of the chosen models and of the one in use, at the same origins of the same
    /// data.
    ///
    /// @param best empty when the series is too short
    /// @param used the model in use, the promoted or the automatic one
    record Attempt(DailyFleet.Named named, Optional<Trial> best, Optional<Trial> used, Optional<FittedModel> fitted) {
        Problem tooShort(Request request) {
            TimeSeries series = named.daily().series();
            return new Problem(
                    "HR-3051",
                    named.name() + " was not trained: " + (series.length() - series.missing())
                            + " observations are too few for origins that look " + request.horizon()
                            + " days ahead; choose a shorter horizon or import more.");
        }
    }

    Attempt attempt(DailyFleet.Named named, Request request) {
        Trial.Origins origins = request.scoredOn();
        ModelSpec automatic = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        PromotedModels.Choice used =
                workspace.models().choice(named.scope().series(), Step.DAY, automatic, request.seed());
        Map<ModelSpec, Optional<Trial>> trials = new HashMap<>();
        Optional<Trial> best = Optional.empty();
        for (String name : request.models()) {
            ModelSpec spec = ModelCatalog.parse(name, SeasonLengths.usual(Step.DAY));
            Optional<Trial> trial =
                    trials.computeIfAbsent(spec, s -> Trial.of(named.daily(), s, request.seed(), origins));
            if (trial.isPresent()
                    && (best.isEmpty()
                            || trial.get().error(best.get()) < best.get().error(trial.get()))) {
                best = trial;
            }
        }
        Optional<Trial> current = used.seed() == request.seed() && trials.containsKey(used.spec())
                ? trials.getOrDefault(used.spec(), Optional.empty())
                : best.flatMap(_ -> Trial.of(named.daily(), used.spec(), used.seed(), origins));
        return new Attempt(named, best, current, best.flatMap(trial -> fitted(named, trial)));
    }

    private Optional<FittedModel> fitted(DailyFleet.Named named, Trial trial) {
        FitOutcome outcome = workspace.fits().fit(named.daily().series(), trial.spec(), trial.seed());
        return outcome instanceof FitOutcome.Fitted fitted
                ? Optional.of(named.daily().bounded(fitted.model()))
                : Optional.empty();
    }

    /// Registers the best trial of each attempt and keeps its forecast.
    List<ModelVersion> register(List<Attempt> attempts, Request request, String reason) throws UseCaseException {
        List<TrainedModel> models = new ArrayList<>();
        Map<ForecastKey, ForecastLedger.Stored> forecasts = new HashMap<>();
        for (Attempt attempt : attempts) {
            models.add(attempt.best().orElseThrow().trained(attempt.named(), request.scoredOn(), clock.instant()));
            TimeSeries series = attempt.named().daily().series();
            attempt.fitted().ifPresent(model -> {
                var forecast = model.forecast(new Horizon(request.horizon()), ForecastSeries.LEVELS);
                forecasts.put(
                        KeptForecasts.key(series, KeptForecasts.SHOWN, model.provenance(), request.horizon()),
                        KeptForecasts.stored(series, forecast));
            });
        }
        try {
            workspace.storage().forecasts().putAll(forecasts);
            return workspace.storage().models().register(models, reason);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
