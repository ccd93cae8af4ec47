package dev.headroom.app.fleet;

import java.util.Arrays;

/// Turns 24 hourly values into a daily one. A day with fewer than 12 values has none.
final class DailyReduction {
    private static final int LEAST_HOURS = 12;

    private DailyReduction() {}

    static double mean(double[] hourly, int day) {
        double sum = 0;
        int count = 0;
        for (int i = 24 * day; i < 24 * day + 24; i++) {
            if (!Double.isNaN(hourly[i])) {
                sum += hourly[i];
                count++;
            }
        }
        return count < LEAST_HOURS ? Double.NaN : sum / count;
    }

    /// The 95 % quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
    static double p95(double[] hourly, int day) {
        double[] hours = Arrays.copyOfRange(hourly, 24 * day, 24 * day + 24);
        Arrays.sort(hours);
        int count = 24;
        while (count > 0 && Double.isNaN(hours[count - 1])) {
            count--;
        }
        if (count < LEAST_HOURS) {
            return Double.NaN;
        }
        double position = 0.95 * (count - 1);
        int below = (int) position;
        double above = hours[Math.min(below + 1, count - 1)];
        return hours[below] + (position - below) * (above - hours[below]);
    }

    /// The middle one of some daily p95 values; NaN when none of the days has one.
    static double medianP95(double[] hourly, int[] days) {
        double[] values = Arrays.stream(days)
                .mapToDouble(day -> p95(hourly, day))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int half = values.length / 2;
        if (values.length == 0) {
            return Double.NaN;
        }
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
