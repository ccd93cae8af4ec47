package dev.headroom.engine.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether the recent values of a series are spread as those before, with season and trend taken out.
///
/// Input: values, where the recent ones begin, the season length, NaN = missing. Output: the
/// Kolmogorov-Smirnov distance between both windows and its p-value. Errors: empty with fewer than 14 recent
/// values or two seasons before them. Source: N. Smirnov (1948), Table for estimating the goodness of fit of
/// empirical distributions, doi:10.1214/aoms/1177730256, with the approximation of M. A. Stephens (1970), Use
/// of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive tables,
/// doi:10.1111/j.2517-6161.1970.tb00821.x; effective numbers of observations as in [BandCoverage].
/// Departures: the season is the mean of the reference by position about its least-squares line, and the line
/// is continued into the recent window. The p-value speaks of the values only, not of the forecasts.
///
/// @param reference how many values before
/// @param recent how many recent values
/// @param distance the largest difference of the two empirical distributions, 0..1
/// @param pValue 0..1
public record DistributionShift(int reference, int recent, double distance, double pValue) {
    private static final int LONGEST_REFERENCE = 180;
    private static final int FEWEST = 14;

    /// @param from the index of the first recent value
    /// @param season in steps, 1 for none
    public static Optional<DistributionShift> of(double[] values, int from, int season) {
        int start = Math.max(0, from - LONGEST_REFERENCE);
        double[] before = Arrays.copyOfRange(values, start, from);
        double[] after = Arrays.copyOfRange(values, from, values.length);
        if (present(after) < FEWEST || present(before) < Math.max(FEWEST, 2 * season)) {
            return Optional.empty();
        }
        double[] line = line(before);
        double[] profile = profile(before, line, season);
        double[] reference = rest(before, 0, line, profile);
        double[] recent = rest(after, before.length, line, profile);
        double persistence = ErrorPromise.lagOne(List.of(reference));
        double shrink = (1 - persistence) / (1 + persistence);
        double[] sortedReference = sorted(reference);
        double[] sortedRecent = sorted(recent);
        double distance = distance(sortedReference, sortedRecent);
        double m = sortedReference.length * shrink;
        double n = sortedRecent.length * shrink;
        double size = Math.sqrt(m * n / (m + n));
        return Optional.of(new DistributionShift(
                sortedReference.length, sortedRecent.length, distance, beyond((size + 0.12 + 0.11 / size) * distance)));
    }

    private static long present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /// Intercept at the first value, and slope a step, by least squares over the values that are there.
    private static double[] line(double[] values) {
        double meanTime = 0;
        double mean = 0;
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                count++;
                meanTime += (t - meanTime) / count;
                mean += (values[t] - mean) / count;
            }
        }
        double cross = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                cross += (t - meanTime) * (values[t] - mean);
                squares += (t - meanTime) * (t - meanTime);
            }
        }
        double slope = squares > 0 ? cross / squares : 0;
        return new double[] {mean - slope * meanTime, slope};
    }

    private static double[] profile(double[] values, double[] line, int season) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sums[t % season] += values[t] - line[0] - line[1] * t;
                counts[t % season]++;
            }
        }
        double[] profile = new double[season];
        Arrays.setAll(profile, i -> counts[i] == 0 ? 0 : sums[i] / counts[i]);
        return profile;
    }

    private static double[] rest(double[] values, int offset, double[] line, double[] profile) {
        double[] rest = new double[values.length];
        for (int i = 0; i < rest.length; i++) {
            int t = offset + i;
            rest[i] = values[i] - line[0] - line[1] * t - profile[t % profile.length];
        }
        return rest;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return most;
    }

    /// The probability that the Kolmogorov distribution lies beyond `x`.
    private static double beyond(double x) {
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.clamp(sum, 0, 1);
    }
}
