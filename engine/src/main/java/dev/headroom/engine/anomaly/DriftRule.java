package dev.headroom.engine.anomaly;

import java.util.Arrays;
import java.util.List;

/// Notices that the last week lies apart from the weeks before the last month, which no single day shows.
final class DriftRule {
    private static final int RECENT = 7;
    private static final int FROM = 56;
    private static final int TO = 28;
    private static final double LEAST_GAP = 0.10;
    private static final double LEAST_ERRORS = 6;
    private static final int ONCE_IN = 45;
    private long said = Long.MIN_VALUE / 2;

    /// @param days the days before this one, on a logarithmic scale
    /// @param effects what each day of the week usually adds
    boolean next(long number, List<DailyDetector.Day> days, double[] effects) {
        if (number - said < ONCE_IN) {
            return false;
        }
        double[] recent = values(days, number - RECENT, number - 1, effects);
        double[] before = values(days, number - FROM, number - TO - 1, effects);
        if (recent.length < RECENT || before.length < (FROM - TO) * 3 / 4) {
            return false;
        }
        double gap = mean(recent) - mean(before);
        double error = Math.sqrt(variance(recent) / recent.length + variance(before) / before.length);
        if (Math.abs(gap) <= Math.log1p(LEAST_GAP) || Math.abs(gap) <= LEAST_ERRORS * error) {
            return false;
        }
        said = number;
        return true;
    }

    private static double[] values(List<DailyDetector.Day> days, long from, long to, double[] effects) {
        return days.stream()
                .filter(day -> day.number() >= from && day.number() <= to)
                .mapToDouble(day -> day.value() - effects[DailyDetector.weekday(day.number())])
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / Math.max(1, values.length - 1);
    }
}
