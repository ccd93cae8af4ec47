package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Optional;

/// What to score and how: the same origins for every model.
///
/// @param origins how many origins at most, half a horizon apart
/// @param seasons empty to take the usual seasons of the step of each series
/// @param models model names as [dev.headroom.engine.model.catalog.ModelCatalog#parse] knows them
public record BacktestRequest(
        Horizon horizon, int origins, Optional<SeasonLengths> seasons, List<String> models, long seed) {
    public BacktestRequest {
        models = models.stream().distinct().toList();
    }

    RollingOrigin origins(TimeSeries series) {
        RollingOrigin usual = RollingOrigin.usual(series.length(), horizon);
        return new RollingOrigin(origins, horizon, usual.step(), usual.minimumTraining());
    }

    SeasonLengths seasons(TimeSeries series) {
        return seasons.orElseGet(() -> SeasonLengths.usual(series.grid().step()));
    }
}
