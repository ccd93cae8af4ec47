package dev.headroom.engine.rightsizing;

import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/// Estimates in how many of twelve months the daily utilization passes a ceiling.
///
/// Input: daily values in percent, NaN = missing. The highest values of blocks of 30 days are taken as draws
/// from a Gumbel distribution whose two parameters follow from their mean and standard deviation; the answer
/// is twelve times its probability to exceed the ceiling. A month whose peak was never that high may still
/// come to pass it, which counting alone would not show.
///
/// Output: 0..12. Blocks with fewer than 15 observed days are left out; with fewer than three blocks, or when
/// all blocks have the same peak, the share of blocks above the ceiling is used.
///
/// Source: E. J. Gumbel, Statistics of Extremes, 1958 (method of moments).
final class ExpectedBreaches {
    private static final int BLOCK_DAYS = 30;
    private static final double EULER = 0.5772156649015329;

    private ExpectedBreaches() {}

    static double inTwelveMonths(TimeSeries daily, double ceiling) {
        List<Double> peaks = peaks(daily);
        if (peaks.isEmpty()) {
            return highest(daily, 0, daily.length()) > ceiling ? 12 : 0;
        }
        double mean = peaks.stream().mapToDouble(Double::doubleValue).sum() / peaks.size();
        double squares = peaks.stream()
                .mapToDouble(peak -> (peak - mean) * (peak - mean))
                .sum();
        if (peaks.size() < 3 || squares == 0) {
            return 12.0 * peaks.stream().filter(peak -> peak > ceiling).count() / peaks.size();
        }
        double scale = Math.sqrt(squares / (peaks.size() - 1)) * Math.sqrt(6) / Math.PI;
        double location = mean - EULER * scale;
        return 12 * -Math.expm1(-Math.exp(-(ceiling - location) / scale));
    }

    /// The highest values of blocks counted back from the end, so that the latest month is always whole.
    private static List<Double> peaks(TimeSeries daily) {
        List<Double> peaks = new ArrayList<>();
        for (int to = daily.length(); to >= BLOCK_DAYS; to -= BLOCK_DAYS) {
            if (daily.slice(to - BLOCK_DAYS, to).missing() <= BLOCK_DAYS / 2) {
                peaks.add(highest(daily, to - BLOCK_DAYS, to));
            }
        }
        return peaks;
    }

    private static double highest(TimeSeries daily, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = daily.value(i) > highest ? daily.value(i) : highest;
        }
        return highest;
    }
}
