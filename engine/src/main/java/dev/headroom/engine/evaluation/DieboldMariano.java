package dev.headroom.engine.evaluation;

import dev.headroom.engine.numeric.StudentDistribution;
import java.util.Arrays;
import java.util.Optional;

/// Whether two models are equally good on one series.
///
/// Input: the difference of their losses by origin, in time order and finite, and how many neighbouring
/// origins overlap in time. Output: the two-sided p-value. Errors: empty when nothing can be said: fewer than
/// three origins, too few for the overlap, or differences that do not vary and are not all 0. Source: F. X.
/// Diebold and R. S. Mariano (1995), Comparing predictive accuracy, doi:10.1080/07350015.1995.10524599;
/// small-sample correction and t distribution by D. Harvey, S. Leybourne and P. Newbold (1997), Testing the
/// equality of prediction mean squared errors, doi:10.1016/S0169-2070(96)00719-4. Departures: the loss of an
/// origin is the mean over its horizon, so that the overlap of origins stands where the horizon of a one-step
/// grid of origins does. Where autocovariances make the variance negative, they are left out, as R's
/// `forecast::dm.test` does.
public final class DieboldMariano {
    private static final int FEWEST = 3;

    private DieboldMariano() {}

    /// @param overlap the horizon in units of the distance between origins, rounded up; 1 when origins do not overlap
    public static Optional<LossDifference> test(double[] differences, int overlap) {
        if (overlap < 1) {
            throw new IllegalArgumentException("overlap (" + overlap + ") must be 1 or more.");
        }
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        if (n < FEWEST || n <= overlap) {
            return Optional.empty();
        }
        if (Arrays.stream(differences).allMatch(difference -> difference == 0)) {
            return Optional.of(new LossDifference(0, 1));
        }
        double variance = autocovariance(differences, mean, 0);
        if (Math.sqrt(variance) <= 1e-12 * Math.abs(mean)) {
            return Optional.empty();
        }
        int reach = overlap;
        double longRun = variance;
        for (int lag = 1; lag < Math.min(overlap, n); lag++) {
            longRun += 2 * autocovariance(differences, mean, lag);
        }
        if (longRun <= 0) {
            longRun = variance;
            reach = 1;
        }
        double correction = (n + 1 - 2.0 * reach + (double) reach / n * (reach - 1)) / n;
        if (correction <= 0) {
            return Optional.empty();
        }
        double statistic = mean / Math.sqrt(longRun / n) * Math.sqrt(correction);
        return Optional.of(new LossDifference(mean, StudentDistribution.twoSided(statistic, n - 1)));
    }

    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }
        return sum / values.length;
    }
}
