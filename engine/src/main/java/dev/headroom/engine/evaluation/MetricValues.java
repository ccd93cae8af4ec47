package dev.headroom.engine.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/// All metrics of one forecast, or their means; a metric may be undefined.
public final class MetricValues {
    private final double[] values;

    private MetricValues(double[] values) {
        this.values = values;
    }

    public static MetricValues of(ScoredForecast scored) {
        return new MetricValues(Arrays.stream(ForecastMetric.values())
                .mapToDouble(metric -> metric.of(scored).orElse(Double.NaN))
                .toArray());
    }

    /// The mean of each metric over those where it is defined.
    public static MetricValues mean(Collection<MetricValues> all) {
        double[] means = new double[ForecastMetric.values().length];
        for (int m = 0; m < means.length; m++) {
            int metric = m;
            means[m] = all.stream()
                    .mapToDouble(one -> one.values[metric])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return new MetricValues(means);
    }

    public OptionalDouble of(ForecastMetric metric) {
        double value = values[metric.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// False when nothing could be scored at all: there was no actual value.
    boolean hasErrors() {
        return of(ForecastMetric.MAE).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
