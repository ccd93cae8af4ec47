package dev.headroom.engine.feature;

import java.util.Arrays;

/// A decomposition of a series into trend, season and remainder by local regression (STL).
///
/// Input: values without gaps, more than two rounds of the season. Output: trend and season by value, in the unit of
/// the values; what is left is the remainder. Errors: a season below 2 or too few values throw. Source:
/// R. B. Cleveland, W. S. Cleveland, J. E. McRae and I. Terpenning (1990), STL: a seasonal-trend decomposition
/// procedure based on loess, Journal of Official Statistics 6, 3-73. Departures: none; windows, degrees and rounds
/// are the defaults of R's `stl`.
///
/// @param trend by value
/// @param season by value
public record Stl(double[] trend, double[] season) {
    private static final int ROUNDS = 2;
    private static final int ROBUST_ROUNDS = 16;

    /// Whether outliers count less.
    public enum Weighting {
        /// All values count alike; two rounds.
        EQUAL,
        /// Values far from the fit count less, judged anew in 16 rounds.
        ROBUST
    }

    public Stl {
        trend = trend.clone();
        season = season.clone();
    }

    @Override
    public double[] trend() {
        return trend.clone();
    }

    @Override
    public double[] season() {
        return season.clone();
    }

    /// @param seasonLength in steps, 2 or more
    /// @param seasonWindow how many seasons the smoothing of one phase spans, odd, 7 or more
    public static Stl of(double[] values, int seasonLength, int seasonWindow, Weighting weighting) {
        if (seasonLength < 2 || values.length <= 2 * seasonLength) {
            throw new IllegalArgumentException("seasonLength (" + seasonLength
                    + ") must be 2 or more and below half of the values (" + values.length + ").");
        }
        if (seasonWindow < 7 || seasonWindow % 2 == 0) {
            throw new IllegalArgumentException("seasonWindow (" + seasonWindow + ") must be odd and 7 or more.");
        }
        Run run = new Run(values, seasonLength, seasonWindow);
        switch (weighting) {
            case EQUAL -> {
                for (int i = 0; i < ROUNDS; i++) {
                    run.round();
                }
            }
            case ROBUST -> {
                for (int i = 0; i < ROBUST_ROUNDS; i++) {
                    run.round();
                    run.judge();
                }
            }
        }
        return new Stl(run.trend, run.season);
    }

    private static final class Run {
        private final double[] values;
        private final int m;
        private final int window;
        private final double[] season;
        private final double[] trend;
        private double[] trust = Loess.NO_WEIGHTS;

        Run(double[] values, int seasonLength, int window) {
            this.values = values;
            this.m = seasonLength;
            this.window = window;
            this.season = new double[values.length];
            this.trend = new double[values.length];
        }

        void round() {
            int n = values.length;
            double[] rest = new double[n];
            Arrays.setAll(rest, t -> values[t] - trend[t]);
            double[] cycles = cycles(rest);
            double[] low = averages(averages(averages(cycles, m), m), 3);
            double[] level = new Loess(odd(m), 1).smooth(low);
            for (int t = 0; t < n; t++) {
                season[t] = cycles[m + t] - level[t];
                rest[t] = values[t] - season[t];
            }
            Loess line = new Loess(odd((int) Math.ceil(1.5 * m / (1 - 1.5 / window))), 1);
            System.arraycopy(line.smooth(rest, trust), 0, trend, 0, n);
        }

        /// Gives each value the bisquare weight of its distance from the fit.
        void judge() {
            int n = values.length;
            double[] distances = new double[n];
            Arrays.setAll(distances, t -> Math.abs(values[t] - season[t] - trend[t]));
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            double limit = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1]);
            trust = new double[n];
            for (int t = 0; t < n; t++) {
                double share = distances[t] / limit;
                trust[t] = distances[t] <= 0.001 * limit
                        ? 1
                        : distances[t] > 0.999 * limit ? 0 : square(1 - square(share));
            }
        }

        private static double square(double value) {
            return value * value;
        }

        /// Each phase smoothed over the seasons and continued by one season to either side.
        private double[] cycles(double[] rest) {
            int n = rest.length;
            double[] all = new double[n + 2 * m];
            Loess loess = new Loess(window, 0);
            for (int phase = 0; phase < m; phase++) {
                int count = (n - phase - 1) / m + 1;
                double[] part = every(rest, phase, count);
                double[] partTrust = trust.length == 0 ? trust : every(trust, phase, count);
                double[] smooth = loess.smooth(part, partTrust);
                all[phase] = loess.at(part, partTrust, 0, 1, Math.min(window, count), smooth[0]);
                for (int i = 0; i < count; i++) {
                    all[phase + (i + 1) * m] = smooth[i];
                }
                int first = Math.max(1, count - window + 1);
                all[phase + (count + 1) * m] = loess.at(part, partTrust, count + 1, first, count, smooth[count - 1]);
            }
            return all;
        }

        private double[] every(double[] from, int phase, int count) {
            double[] part = new double[count];
            Arrays.setAll(part, i -> from[phase + i * m]);
            return part;
        }

        private static double[] averages(double[] values, int window) {
            double[] averages = new double[values.length - window + 1];
            double sum = 0;
            for (int t = 0; t < values.length; t++) {
                sum += values[t] - (t >= window ? values[t - window] : 0);
                if (t >= window - 1) {
                    averages[t - window + 1] = sum / window;
                }
            }
            return averages;
        }

        private static int odd(int length) {
            return length % 2 == 0 ? length + 1 : length;
        }
    }
}
