package dev.headroom.engine.evaluation;

import java.util.List;
import java.util.Optional;

/// The error of a model in units of the error of a baseline.
///
/// Input: the scores of both at rolling origins. Output: the RMSE of each, as the mean over the origins that both
/// scored, and their ratio, held between 1/100 and 100, so that one series that either forecasts without any error
/// cannot decide for all the others; 1 where both are without error. Errors: empty when no origin was scored by both.
/// Source: the geometric mean is the one mean of ratios that does not depend on which of the two is the baseline: P. J.
/// Fleming and J. J. Wallace (1986), How not to lie with statistics, doi:10.1145/5666.5673. Departures: none.
///
/// @param origins how many origins both scored
public record RmseRatio(double model, double baseline, int origins) {
    /// The largest ratio of one series; its inverse is the smallest.
    public static final double MOST = 100;

    public static Optional<RmseRatio> of(OriginScores model, OriginScores baseline) {
        var shared = model.shared(baseline);
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new RmseRatio(
                        model.at(shared).mean().of(ForecastMetric.RMSE).orElseThrow(),
                        baseline.at(shared).mean().of(ForecastMetric.RMSE).orElseThrow(),
                        shared.size()));
    }

    public double value() {
        return model == baseline ? 1 : Math.clamp(model / baseline, 1 / MOST, MOST);
    }

    /// The geometric mean of the ratios of many series; NaN for none.
    public static double geometricMean(List<RmseRatio> ratios) {
        return Math.exp(ratios.stream()
                .mapToDouble(ratio -> Math.log(ratio.value()))
                .average()
                .orElse(Double.NaN));
    }
}
