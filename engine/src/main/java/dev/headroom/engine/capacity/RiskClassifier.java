package dev.headroom.engine.capacity;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;

/// Sorts a server resource into a [RiskClass].
///
/// "Predicted p95" is the forecast of the daily p95 series itself: its median where the median was computed,
/// else its point forecast. It is not the 95 % quantile of a forecast. The highest day of the next 90
/// decides, or of the whole forecast when it is shorter. The average is the mean of the daily means of the
/// last 90 days of history; an average without any observation is unknown, and then nothing is called
/// underutilised. Values equal to a threshold have not passed it.
public final class RiskClassifier {
    /// The predicted p95, in percent of the capacity, above which the risk is very high.
    public static final double VERY_HIGH_PERCENT = 90;
    /// The predicted p95, in percent of the capacity, above which the risk is high.
    public static final double HIGH_PERCENT = 80;
    /// The average, in percent of the capacity, below which a resource is underutilised.
    public static final double UNDERUTILISED_PERCENT = 40;

    /// How far the classes look ahead, and how far back for the average.
    public static final int DAYS = 90;

    private RiskClassifier() {}

    /// Classifies series that are percentages.
    public static RiskClass classify(QuantileForecast dailyP95, TimeSeries dailyMean) {
        return classify(dailyP95, dailyMean, 100);
    }

    /// @param dailyP95 the forecast of the daily p95, in the unit of `capacity`
    /// @param dailyMean the history of the daily mean, in the same unit; NaN = missing; may be empty
    /// @param capacity what the resource can carry at most; positive
    public static RiskClass classify(QuantileForecast dailyP95, TimeSeries dailyMean, double capacity) {
        if (!(capacity > 0) || Double.isInfinite(capacity)) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be positive and finite.");
        }
        double peak = 100 * predictedPeak(dailyP95) / capacity;
        if (peak > VERY_HIGH_PERCENT) {
            return RiskClass.VERY_HIGH;
        }
        if (peak > HIGH_PERCENT) {
            return RiskClass.HIGH;
        }
        // A comparison with NaN is false: an unknown average is not a low one.
        return 100 * recentAverage(dailyMean) / capacity < UNDERUTILISED_PERCENT
                ? RiskClass.UNDERUTILISED
                : RiskClass.NORMAL;
    }

    /// Classifies readings that are shorter than a day, of which a predicted value says little about the peaks:
    /// what at least half of the paths pass within 90 days, or until they end, decides.
    ///
    /// @param paths futures in the unit of `capacity`
    /// @param mean the history, in the same unit
    public static RiskClass classify(SamplePaths paths, TimeSeries mean, double capacity) {
        double usual = 100 * usualPeak(paths) / capacity;
        if (usual > HIGH_PERCENT) {
            return usual > VERY_HIGH_PERCENT ? RiskClass.VERY_HIGH : RiskClass.HIGH;
        }
        return 100 * recentAverage(mean) / capacity < UNDERUTILISED_PERCENT
                ? RiskClass.UNDERUTILISED
                : RiskClass.NORMAL;
    }

    /// What half of the paths do not pass within 90 days.
    private static double usualPeak(SamplePaths paths) {
        TimeGrid grid = paths.grid();
        Instant end = grid.start().atZone(grid.zone()).plusDays(DAYS).toInstant();
        double[] peaks = new double[paths.count()];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < paths.steps() && grid.at(step).isBefore(end); step++) {
                peaks[i] = Math.max(peaks[i], paths.value(i, step));
            }
        }
        Arrays.sort(peaks);
        return peaks[(peaks.length - 1) / 2];
    }

    /// The highest predicted daily p95 within 90 days, in the unit of the forecast; NaN for an empty
    /// forecast.
    public static double predictedPeak(QuantileForecast dailyP95) {
        boolean hasMedian = Arrays.stream(dailyP95.levels()).anyMatch(level -> Math.abs(level - 0.5) < 1e-9);
        double[] predicted = hasMedian ? dailyP95.quantile(0.5) : dailyP95.point();
        TimeGrid grid = dailyP95.grid();
        Instant end = grid.start().atZone(grid.zone()).plusDays(DAYS).toInstant();
        double peak = Double.NaN;
        for (int step = 0; step < predicted.length && grid.at(step).isBefore(end); step++) {
            peak = Double.isNaN(peak) ? predicted[step] : Math.max(peak, predicted[step]);
        }
        return peak;
    }

    /// What is left of the capacity at the highest predicted daily p95 within 90 days before the limit is
    /// passed, in percent of the capacity; negative when the limit is passed.
    public static double capacityRemaining(QuantileForecast dailyP95, CapacityLimit limit) {
        return limit.percent() - 100 * predictedPeak(dailyP95) / limit.capacity();
    }

    /// The same at the peak that half of the paths do not pass.
    public static double capacityRemaining(SamplePaths paths, CapacityLimit limit) {
        return limit.percent() - 100 * usualPeak(paths) / limit.capacity();
    }

    /// The mean of the observed daily means of the last 90 days, NaN when there are none.
    static double recentAverage(TimeSeries dailyMean) {
        TimeGrid grid = dailyMean.grid();
        Instant from = grid.end().atZone(grid.zone()).minusDays(DAYS).toInstant();
        double sum = 0;
        int count = 0;
        for (int i = dailyMean.length() - 1; i >= 0 && !grid.at(i).isBefore(from); i--) {
            if (!Double.isNaN(dailyMean.value(i))) {
                sum += dailyMean.value(i);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
