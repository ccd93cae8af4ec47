package dev.headroom.app.usecase;

import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.ModelVersion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The promoted model of each series, which forecasts of the workspace use where the automatic model is asked
/// for. With nothing promoted, the automatic model itself is used.
final class PromotedModels {
    private final ModelRegistry registry;
    private volatile @Nullable Map<ModelScope, ModelVersion> known;

    PromotedModels(ModelRegistry registry) {
        this.registry = registry;
    }

    /// The promoted version of a series.
    Optional<ModelVersion> of(ModelScope scope) {
        Map<ModelScope, ModelVersion> map = known;
        if (map == null) {
            map = registry.promoted();
            known = map;
        }
        return Optional.ofNullable(map.get(scope));
    }

    /// To be called when something was promoted or rolled back.
    void changed() {
        known = null;
    }

    /// What to fit: a specification and a seed.
    record Choice(ModelSpec spec, long seed) {}

    /// The promoted model of the series where the automatic one is asked for, else what is asked for.
    Choice choice(SeriesKey series, Step step, ModelSpec spec, long seed) {
        Choice asked = new Choice(spec, seed);
        return spec instanceof ModelSpec.Auto
                ? of(new ModelScope(series, step))
                        .flatMap(version -> KeptForecasts.spec(version.model().spec())
                                .map(promoted ->
                                        new Choice(promoted, version.model().seed())))
                        .orElse(asked)
                : asked;
    }

    /// The request with the model that is used for it.
    ForecastRequest applied(ForecastRequest request) {
        Choice choice = choice(request.key(), request.step(), request.spec(), request.seed());
        return request.withSpec(choice.spec()).withSeed(choice.seed());
    }
}
