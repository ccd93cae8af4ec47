package dev.headroom.app.usecase;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.storage.cache.ModelVersion;
import dev.headroom.storage.cache.TrainedModel;
import java.time.Instant;

/// A trained version of the model of a series.
///
/// @param series its name, `server/metric`
/// @param version counts from 1 by series
/// @param state `candidate`, `promoted` or `retired`
/// @param model the name of the model, such as `auto`
/// @param spec the whole specification as canonical text
/// @param horizon how far the origins of its backtest looked ahead, in days
/// @param first the time of the first observation that it knew
/// @param last the time of the last one
/// @param engine what computed it: the engine
/// @param jvm what computed it: the Java machine
public record ModelSummary(
        String series,
        SeriesKey key,
        int version,
        String state,
        String model,
        String spec,
        long seed,
        int horizon,
        String dataHash,
        Instant first,
        Instant last,
        int observations,
        Metrics metrics,
        String engine,
        String jvm,
        Instant trainedAt) {
    /// Means over the origins of the backtest; NaN where not defined.
    public record Metrics(
            int origins,
            double mase,
            double smape,
            double rmse,
            double pinball,
            double coverage80,
            double coverage95) {}

    static ModelSummary of(ModelVersion version) {
        TrainedModel model = version.model();
        TrainedModel.Metrics metrics = model.metrics();
        return new ModelSummary(
                version.scope().name(),
                version.scope().series(),
                version.number(),
                version.state().word(),
                KeptForecasts.spec(model.spec()).map(spec -> spec.name()).orElse(model.spec()),
                model.spec(),
                model.seed(),
                model.horizon(),
                model.data().hash(),
                model.data().first(),
                model.data().last(),
                model.data().observations(),
                new Metrics(
                        metrics.origins(),
                        metrics.mase(),
                        metrics.smape(),
                        metrics.rmse(),
                        metrics.pinball(),
                        metrics.coverage80(),
                        metrics.coverage95()),
                model.computedBy().engine(),
                model.computedBy().jvm(),
                model.trainedAt());
    }
}
