package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One series with its forecast and what it means for the limit.
///
/// @param history the observations that the forecast knew
/// @param forecast has the levels .025, .1, .25, .5, .75, .9 and .975
/// @param limit empty when the capacity of the resource is unknown
/// @param risks one entry each for 30, 60 and 90 days; empty without a limit
/// @param explanation why this model, in one or two plain sentences
/// @param hindsight what happened afterwards; empty for a forecast that knew the last observation
public record SeriesForecast(
        ForecastRequest request,
        TimeSeries history,
        MeasureUnit unit,
        QuantileForecast forecast,
        Optional<CapacityLimit> limit,
        List<BreachRisk> risks,
        String explanation,
        ModelProvenance provenance,
        Optional<Hindsight> hindsight) {
    public SeriesForecast {
        risks = List.copyOf(risks);
    }

    /// The time of the last observation that the forecast knew.
    public Instant asOf() {
        return history.grid().at(history.length() - 1L);
    }

    /// The time of the last observation that the workspace holds.
    public Instant latest() {
        return hindsight.map(Hindsight::latest).orElseGet(this::asOf);
    }
}
