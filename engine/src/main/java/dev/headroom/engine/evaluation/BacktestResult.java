package dev.headroom.engine.evaluation;

import dev.headroom.engine.model.ModelSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What one specification did over all origins of a backtest, in time order.
public record BacktestResult(ModelSpec spec, List<BacktestOrigin> origins) {
    public BacktestResult {
        origins = List.copyOf(origins);
    }

    /// The forecasts that could be made.
    public Stream<ScoredForecast> scored() {
        return origins.stream().flatMap(origin -> switch (origin) {
            case BacktestOrigin.Scored done -> Stream.of(done.scored());
            case BacktestOrigin.Unfitted _ -> Stream.empty();
        });
    }

    /// The mean of a metric over the origins where it is defined.
    public OptionalDouble mean(ForecastMetric metric) {
        return scored().flatMapToDouble(scored -> metric.of(scored).stream()).average();
    }

    /// Actual minus point forecast: one row an origin that was fitted, one column a step; NaN where missing.
    public double[][] residuals() {
        return scored().map(ScoredForecast::residuals).toArray(double[][]::new);
    }
}
