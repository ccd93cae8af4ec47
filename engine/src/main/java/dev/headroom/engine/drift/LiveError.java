package dev.headroom.engine.drift;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The error of an issued forecast at a time that has come.
///
/// @param at the time
/// @param asOf the last observation that the forecast knew
/// @param step how many steps ahead it was, 1 or more
/// @param error actual minus point forecast, in the unit of the series
/// @param deviation the standard deviation that the forecast itself gave, read from its 80 % band; 0
///     without one
/// @param inside whether the actual value lay in the 80 % band; empty without one
public record LiveError(Instant at, Instant asOf, int step, double error, double deviation, Optional<Boolean> inside) {
    private static final double SCORE_80 = 1.2815515655446004;

    /// The errors of several forecasts of one series, in time order. Each time is taken from the latest
    /// forecast that was issued before it, because that is the one in use; times without an observation are
    /// passed over.
    ///
    /// @param steps how many steps of a forecast count, 1 or more
    public static List<LiveError> of(TimeSeries actual, List<IssuedForecast> forecasts, int steps) {
        List<IssuedForecast> ordered = forecasts.stream()
                .sorted(Comparator.comparing(IssuedForecast::asOf)
                        .thenComparing(issued -> issued.forecast().steps()))
                .toList();
        List<LiveError> errors = new ArrayList<>();
        for (int t = 0; t < actual.length(); t++) {
            Instant at = actual.grid().at(t);
            if (Double.isNaN(actual.value(t))) {
                continue;
            }
            for (int i = ordered.size() - 1; i >= 0; i--) {
                Optional<LiveError> error = ordered.get(i).asOf().isBefore(at)
                        ? at(actual.value(t), at, ordered.get(i), steps)
                        : Optional.empty();
                if (error.isPresent()) {
                    errors.add(error.get());
                    break;
                }
            }
        }
        return errors;
    }

    private static Optional<LiveError> at(double actual, Instant at, IssuedForecast issued, int steps) {
        QuantileForecast forecast = issued.forecast();
        for (int k = 0; k < Math.min(steps, forecast.steps()); k++) {
            if (forecast.grid().at(k).equals(at)) {
                double error = actual - forecast.point()[k];
                if (!has(forecast, 0.1) || !has(forecast, 0.9)) {
                    return Optional.of(new LiveError(at, issued.asOf(), k + 1, error, 0, Optional.empty()));
                }
                double low = forecast.quantile(0.1)[k];
                double high = forecast.quantile(0.9)[k];
                return Optional.of(new LiveError(
                        at,
                        issued.asOf(),
                        k + 1,
                        error,
                        (high - low) / (2 * SCORE_80),
                        Optional.of(actual >= low && actual <= high)));
            }
        }
        return Optional.empty();
    }

    private static boolean has(QuantileForecast forecast, double level) {
        return Arrays.stream(forecast.levels()).anyMatch(known -> Math.abs(known - level) < 1e-9);
    }

    /// The error in units of its promised size: the larger of what the backtest and the forecast itself
    /// promise, because both are estimates. Held between -4 and 4, so that one wild day does not decide.
    double standardised(ErrorPromise promise) {
        double[] deviations = promise.deviations();
        double size = Math.max(deviation, deviations[Math.min(step, deviations.length) - 1]);
        if (error == 0) {
            return 0;
        }
        return Math.clamp(size > 0 ? error / size : Math.signum(error) * Cusum.CLIP, -Cusum.CLIP, Cusum.CLIP);
    }
}
