package dev.headroom.engine.evaluation;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.forecast.QuantileForecast;
import java.util.function.Predicate;

/// A forecast beside what really happened, ready to be scored.
///
/// Input: actual values by step in the unit of the series, NaN where missing; the training values that the forecast was
/// made from, in time order.
///
/// @param seasonLength the season of the seasonal naive forecast that scales MASE and MSIS; 1 for the plain naive
public record ScoredForecast(QuantileForecast forecast, double[] actual, double[] training, int seasonLength) {
    public ScoredForecast {
        actual = actual.clone();
        training = training.clone();
        if (actual.length != forecast.steps()) {
            throw new IllegalArgumentException(
                    "actual (" + actual.length + ") must have one value a step (" + forecast.steps() + ").");
        }
        if (seasonLength < 1) {
            throw new IllegalArgumentException("seasonLength (" + seasonLength + ") must be 1 or more.");
        }
    }

    @Override
    public double[] actual() {
        return actual.clone();
    }

    @Override
    public double[] training() {
        return training.clone();
    }

    /// Actual minus point forecast by step; NaN where the actual value is missing.
    public double[] residuals() {
        double[] residuals = forecast.point();
        for (int k = 0; k < residuals.length; k++) {
            residuals[k] = actual[k] - residuals[k];
        }
        return residuals;
    }

    /// The same forecast with only those actual values whose instant, on the wall clock of the grid, passes.
    public ScoredForecast where(Predicate<CalendarTerms> counts) {
        double[] some = actual.clone();
        for (int k = 0; k < some.length; k++) {
            CalendarTerms moment =
                    CalendarTerms.of(forecast.grid().at(k), forecast.grid().zone());
            if (!counts.test(moment)) {
                some[k] = Double.NaN;
            }
        }
        return new ScoredForecast(forecast, some, training, seasonLength);
    }

    /// The mean absolute error of the seasonal naive forecast on the training values; NaN without such a pair.
    double naiveScale() {
        double sum = 0;
        int count = 0;
        for (int t = seasonLength; t < training.length; t++) {
            double change = Math.abs(training[t] - training[t - seasonLength]);
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
