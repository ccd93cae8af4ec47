package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Standing;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ModelVersion;
import dev.headroom.storage.cache.TrainedModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares two versions of the model of a series: the metrics that each was registered with, and both models
/// again at the same origins of the data that the workspace holds now, with a test of the difference.
public final class CompareVersions {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public CompareVersions(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @param first the one version, with the metrics of its registration
    /// @param firstNow its metrics at the same origins of the present data
    /// @param standing how the worse one stands to the better one
    public record Result(
            ModelSummary first,
            ModelSummary second,
            ModelSummary.Metrics firstNow,
            ModelSummary.Metrics secondNow,
            Standing standing) {
        /// The result in one sentence.
        public String sentence() {
            if (first.spec().equals(second.spec()) && first.seed() == second.seed()) {
                return "Both are the same model (" + first.model() + ", seed " + first.seed()
                        + "); they differ in the data that they were trained on.";
            }
            boolean firstIsBetter = firstNow.mase() <= secondNow.mase();
            ModelSummary better = firstIsBetter ? first : second;
            ModelSummary other = firstIsBetter ? second : first;
            String p = standing.pValue().isPresent()
                    ? String.format(
                            Locale.ROOT, " (p = %.3f)", standing.pValue().getAsDouble())
                    : "";
            return "On the present data version " + better.version() + " (" + better.model()
                    + ") has the smaller error; "
                    + "version " + other.version() + " (" + other.model() + ") is "
                    + standing.verdict().words() + p
                    + ".";
        }
    }

    /// @throws UseCaseException of kind INPUT when there is no such version, of kind NO_DATA when the
    ///     series is gone or too short
    public Result run(String series, int first, int second) throws UseCaseException {
        try {
            ModelVersion one = PromoteModel.find(workspace, series, first);
            ModelVersion other = PromoteModel.find(workspace, series, second);
            DailyFleet.Named named =
                    DailyFleet.of(workspace, shapes, List.of(series)).getFirst();
            Trial.Origins origins = new Trial.Origins(
                    Math.min(one.model().horizon(), other.model().horizon()),
                    Math.max(
                            TrainModels.DEFAULT_ORIGINS,
                            Math.max(
                                    one.model().metrics().origins(),
                                    other.model().metrics().origins())));
            Trial now = trial(named, one, origins);
            Trial otherNow = trial(named, other, origins);
            return new Result(
                    ModelSummary.of(one),
                    ModelSummary.of(other),
                    metrics(now.metrics()),
                    metrics(otherNow.metrics()),
                    Trial.standing(now, otherNow, origins, named.daily().series()));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Trial trial(DailyFleet.Named named, ModelVersion version, Trial.Origins origins)
            throws UseCaseException {
        Optional<ModelSpec> spec = KeptForecasts.spec(version.model().spec());
        return spec.flatMap(
                        known -> Trial.of(named.daily(), known, version.model().seed(), origins))
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3054",
                        "Version " + version.number() + " of " + named.name()
                                + " cannot be scored again: "
                                + (spec.isEmpty()
                                        ? "this version of Headroom does not know its specification."
                                        : "the series is too short.")));
    }

    static ModelSummary.Metrics metrics(TrainedModel.Metrics metrics) {
        return new ModelSummary.Metrics(
                metrics.origins(),
                metrics.mase(),
                metrics.smape(),
                metrics.rmse(),
                metrics.pinball(),
                metrics.coverage80(),
                metrics.coverage95());
    }
}
