package dev.headroom.engine.feature;

import java.util.Arrays;

/// The additive pattern of one or two nested seasons, pulled towards zero as far as it looks like noise.
///
/// Input: values of a regular series; the short season length and, where a longer one is known, a multiple of
/// it. Missing values are passed over. Output: the pattern of the short season `f` and of the long one `g` on
/// top of it, each with mean 0 over its period; the value at time `t` is `f[t mod short] + g[t mod long]`.
/// Errors: none; less than one season around its moving average gives the flat profile. Source: classical
/// decomposition by a centred moving average; the shrinkage is the positive-part estimator of W. James and C.
/// Stein (1961). Departures: the moving average is held at the ends, so that every value counts; with two
/// seasons only the long one is shrunk.
public final class SeasonalProfile {
    private final double[] shortPart;
    private final double[] longPart;

    private SeasonalProfile(double[] shortPart, double[] longPart) {
        this.shortPart = shortPart;
        this.longPart = longPart;
    }

    /// The profile of a series without a season.
    public static SeasonalProfile flat() {
        return new SeasonalProfile(new double[1], new double[1]);
    }

    /// @param longLength a multiple of `shortLength`, or `shortLength` itself where there is one season only
    public static SeasonalProfile of(double[] values, int shortLength, int longLength) {
        if (shortLength < 2 || longLength % shortLength != 0) {
            throw new IllegalArgumentException(
                    "shortLength (" + shortLength + ") must be 2 or more and divide longLength (" + longLength + ").");
        }
        double[] rest = detrended(values, longLength);
        double[] f = phaseMeans(rest, shortLength);
        subtract(rest, f);
        if (longLength == shortLength) {
            scale(f, keptShare(rest, f));
            return new SeasonalProfile(f, new double[1]);
        }
        double[] g = phaseMeans(rest, longLength);
        subtract(rest, g);
        scale(g, keptShare(rest, g));
        return new SeasonalProfile(f, g);
    }

    /// The seasonal value at time `t`, counted from the first value of the series; 0 or more.
    public double at(int t) {
        return shortPart[t % shortPart.length] + longPart[t % longPart.length];
    }

    /// The pattern of the short season by phase; one zero when there is none.
    public double[] shortPart() {
        return shortPart.clone();
    }

    /// The pattern of the long season by phase, on top of the short one; one zero when there is none.
    public double[] longPart() {
        return longPart.clone();
    }

    /// The values less their centred moving average; the first and the last full average are held at the
    /// ends.
    private static double[] detrended(double[] values, int period) {
        int n = values.length;
        int half = period / 2;
        double[] rest = new double[n];
        if (n <= 2 * half) {
            Arrays.fill(rest, Double.NaN);
            return rest;
        }
        double edge = period % 2 == 0 ? 0.5 : 1;
        double sum = 0;
        double weight = 0;
        for (int t = 0; t < 2 * half + 1; t++) {
            double share = t == 0 || t == 2 * half ? edge : 1;
            sum += share * present(values[t]);
            weight += share * presence(values[t]);
        }
        double average = weight > 0 ? sum / weight : Double.NaN;
        for (int t = 0; t <= half; t++) {
            rest[t] = values[t] - average;
        }
        for (int t = half + 1; t < n; t++) {
            int enters = t + half;
            if (enters < n) {
                int leaves = t - half - 1;
                sum += edge * present(values[enters]) + (1 - edge) * present(values[enters - 1]);
                sum -= edge * present(values[leaves]) + (1 - edge) * present(values[leaves + 1]);
                weight += edge * presence(values[enters]) + (1 - edge) * presence(values[enters - 1]);
                weight -= edge * presence(values[leaves]) + (1 - edge) * presence(values[leaves + 1]);
                average = weight > 0 ? sum / weight : Double.NaN;
            }
            rest[t] = values[t] - average;
        }
        return rest;
    }

    private static double present(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double presence(double value) {
        return Double.isNaN(value) ? 0 : 1;
    }

    private static double[] phaseMeans(double[] rest, int period) {
        double[] means = new double[period];
        int[] counts = new int[period];
        for (int t = 0; t < rest.length; t++) {
            if (!Double.isNaN(rest[t])) {
                means[t % period] += rest[t];
                counts[t % period]++;
            }
        }
        double centre = 0;
        for (int i = 0; i < period; i++) {
            means[i] = counts[i] == 0 ? 0 : means[i] / counts[i];
            centre += means[i] / period;
        }
        for (int i = 0; i < period; i++) {
            means[i] -= centre;
        }
        return means;
    }

    private static void subtract(double[] rest, double[] pattern) {
        for (int t = 0; t < rest.length; t++) {
            rest[t] -= pattern[t % pattern.length];
        }
    }

    private static void scale(double[] pattern, double factor) {
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] *= factor;
        }
    }

    /// The share of the pattern that is more than the noise of its means.
    private static double keptShare(double[] rest, double[] pattern) {
        int count = 0;
        double within = 0;
        for (double value : rest) {
            if (!Double.isNaN(value)) {
                count++;
                within += value * value;
            }
        }
        double power = 0;
        for (double value : pattern) {
            power += value * value / pattern.length;
        }
        if (!(power > 0)) {
            return 0;
        }
        double variance = within / Math.max(1, count - pattern.length);
        double cycles = (double) count / pattern.length;
        return Math.max(0, 1 - variance / cycles / power);
    }
}
