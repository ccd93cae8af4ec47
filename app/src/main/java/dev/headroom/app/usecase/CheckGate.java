package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.MetricValues;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.evaluation.RmseRatio;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks that a model is better than a baseline by a stated margin, at the same origins of the same series.
public final class CheckGate {
    /// What to compare.
    ///
    /// @param maxRatio the largest geometric mean of RMSE ratios that passes, above 0
    public record Request(
            String model,
            String baseline,
            double maxRatio,
            Horizon horizon,
            int origins,
            Optional<SeasonLengths> seasons,
            long seed) {
        public Request {
            if (!(maxRatio > 0) || Double.isInfinite(maxRatio)) {
                throw new IllegalArgumentException("maxRatio (" + maxRatio + ") must be above 0.");
            }
        }

        BacktestRequest backtest() {
            return new BacktestRequest(horizon, origins, seasons, List.of(model, baseline), seed);
        }
    }

    /// @throws UseCaseException of kind INPUT when no series can be read, of kind NO_DATA when none can be scored
    public GateResult ofFile(Path input, Request request, Progress progress) throws UseCaseException {
        return run(BacktestSeries.ofFile(input, request.backtest(), Threads.all()), request, progress);
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization or none can be scored
    public GateResult ofWorkspace(OpenWorkspace workspace, Request request, Progress progress) throws UseCaseException {
        return run(BacktestSeries.ofWorkspace(workspace), request, progress);
    }

    private static GateResult run(BacktestSeries series, Request request, Progress progress) throws UseCaseException {
        List<GateResult.Series> compared = new ArrayList<>();
        List<MetricValues> model = new ArrayList<>();
        List<MetricValues> baseline = new ArrayList<>();
        List<Problem> unscored = new ArrayList<>();
        ScoredModels.run(
                Threads.all(),
                series.subjects(),
                request.backtest(),
                scored -> {
                    OriginScores own = scored.getFirst().all();
                    OriginScores other = scored.getLast().all();
                    String name = scored.getFirst().subject().name();
                    RmseRatio.of(own, other)
                            .ifPresentOrElse(
                                    ratio -> {
                                        compared.add(new GateResult.Series(name, ratio));
                                        model.add(own.at(own.shared(other)).mean());
                                        baseline.add(other.at(own.shared(other)).mean());
                                    },
                                    () -> unscored.add(BacktestSeries.tooShort(
                                            scored.getFirst().subject(), request.backtest())));
                },
                progress);
        if (compared.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3041",
                    "The gate has nothing to judge: no origin of "
                            + series.subjects().size()
                            + " series could be scored with both " + request.model() + " and " + request.baseline()
                            + ". " + unscored.getFirst().message());
        }
        return new GateResult(
                request,
                baselineName(series, request),
                RmseRatio.geometricMean(
                        compared.stream().map(GateResult.Series::ratio).toList()),
                compared,
                MetricValues.mean(model),
                MetricValues.mean(baseline),
                unscored,
                series.rejects());
    }

    /// The seasonal naive forecast without any season is the naive one.
    private static String baselineName(BacktestSeries series, Request request) {
        boolean seasonal = series.subjects().stream()
                .anyMatch(
                        subject -> !request.backtest().seasons(subject.series()).isEmpty());
        return request.baseline().equals("snaive") && !seasonal ? "naive" : request.baseline();
    }
}
