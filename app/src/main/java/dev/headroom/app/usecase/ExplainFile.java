package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.CalibratedModel;
import dev.headroom.engine.explain.Explanation;
import dev.headroom.engine.explain.SeriesExplainer;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.series.SeriesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains the series of a file and their forecasts in plain words.
public final class ExplainFile {
    /// What to explain.
    ///
    /// @param series the one to explain; empty for all of the file
    /// @param seasons empty to take the usual seasons of the file's step
    /// @param model a model name as [ModelCatalog#parse] knows them
    public record Request(
            Path input,
            Optional<String> series,
            Horizon horizon,
            Optional<SeasonLengths> seasons,
            String model,
            long seed) {}

    /// What was explained.
    ///
    /// @param skipped series that could not be forecast, each with its reason
    public record Report(List<Explained> explained, List<Reject> rejects, List<Problem> skipped) {
        public Report {
            explained = List.copyOf(explained);
            rejects = List.copyOf(rejects);
            skipped = List.copyOf(skipped);
        }
    }

    /// One series with its explanation.
    public record Explained(String series, Explanation explanation) {}

    private sealed interface Result {
        record Done(Explained explained) implements Result {}

        record Skipped(Problem problem) implements Result {}
    }

    /// @throws UseCaseException of kind INPUT when no series can be read, of kind USAGE when there is no such series
    public Report run(Request request, Progress progress) throws UseCaseException {
        SeriesFile file = ForecastFile.read(request.input());
        List<TimeSeries> wanted = file.series().stream()
                .filter(series ->
                        request.series().map(series.key().resource()::equals).orElse(true))
                .toList();
        if (wanted.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3051",
                    "The file " + request.input().getFileName() + " has no series "
                            + request.series().orElse("") + "; its first is "
                            + file.series().getFirst().key().resource() + ".");
        }
        PooledCatalog catalog = new PooledCatalog(file.series(), request.horizon(), request.seed());
        List<Explained> explained = new ArrayList<>();
        List<Problem> skipped = new ArrayList<>();
        Parallel.forEach(
                wanted,
                series -> explain(series, request, new CalibratedFitter(catalog.of(series))),
                result -> {
                    switch (result) {
                        case Result.Done done -> explained.add(done.explained());
                        case Result.Skipped reason -> skipped.add(reason.problem());
                    }
                },
                "Explaining",
                progress);
        List<Reject> rejects = file.rejects().stream()
                .map(row -> new Reject(row.line(), row.field(), row.value(), row.reason()))
                .toList();
        return new Report(explained, rejects, skipped);
    }

    private static Result explain(TimeSeries series, Request request, Fitter fitter) {
        String id = series.key().resource();
        ModelSpec spec = ForecastFile.spec(request.model(), request.seasons(), series);
        return switch (fitter.fit(series, spec, request.seed())) {
            case FitOutcome.Fitted fitted -> new Result.Done(new Explained(id, words(series, fitted.model(), request)));
            case FitOutcome.TooShort few ->
                skipped(id, few.observations() + " observations, " + request.model() + " needs " + few.needed());
            case FitOutcome.Constant constant -> skipped(id, "constant at " + constant.value());
            case FitOutcome.NotConverged failed -> skipped(id, failed.reason());
        };
    }

    private static Explanation words(TimeSeries series, FittedModel model, Request request) {
        return SeriesExplainer.explain(
                series,
                model,
                parts(model),
                request.horizon(),
                MeasureUnit.UNKNOWN,
                request.seasons()
                        .orElseGet(() -> SeasonLengths.usual(series.grid().step())),
                model.provenance().spec() instanceof ModelSpec.Additive additive ? additive.holidayCountry() : "");
    }

    /// The model itself where it is a sum of parts.
    static Optional<ExplainedModel> parts(FittedModel model) {
        FittedModel inside = model instanceof CalibratedModel calibrated ? calibrated.model() : model;
        return inside instanceof ExplainedModel explained ? Optional.of(explained) : Optional.empty();
    }

    private static Result skipped(String id, String reason) {
        return new Result.Skipped(new Problem("HR-3003", "Series " + id + " was not explained: " + reason + "."));
    }
}
