package dev.headroom.engine.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Observations that stand far from the median of their neighbours, and from what was a season before and after.
///
/// Input: values with NaN for missing. Each observation is compared with the median of the up to seven
/// observations around it; a distance above eight robust standard deviations (1.4826 × the median absolute
/// distance) is suspect. Where the mean distance is larger than that deviation it takes its place, so that
/// a series that mostly stands still, such as a processor at its limit, does not make every movement an
/// outlier; at most one observation in eight can be one. A level shift or a slow peak is none, because the
/// neighbours move along. A suspect is an outlier unless it is as high a season before or after: the differences over
/// a season are held against eight of their own robust deviations in the same way, so that the backup of every night
/// is none.
///
/// Source: the Hampel filter; F. R. Hampel, The Influence Curve and Its Role in Robust Estimation, 1974,
/// DOI 10.1080/01621459.1974.10482962. Departures: one scale for the whole series, eight deviations
/// instead of three, because utilization has heavy tails, and the season.
final class Outliers {
    private static final int REACH = 3;
    private static final double DEVIATIONS = 8;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final Outliers NONE = new Outliers(new int[0], new double[0]);

    private final int[] indices;
    private final double[] distances;

    private Outliers(int[] indices, double[] distances) {
        this.indices = indices;
        this.distances = distances;
    }

    /// @param season the steps of a season; 0 for none
    static Outliers of(double[] values, int season) {
        int[] observed = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        if (observed.length < 2 * REACH + 1) {
            return NONE;
        }
        double[] distance = distances(values, observed);
        double threshold = threshold(distance);
        if (threshold == 0) {
            return NONE;
        }
        double usual = season == 0 ? 0 : threshold(differences(values, season));
        int[] far = IntStream.range(0, observed.length)
                .filter(k -> distance[k] > threshold && !isSeasonal(values, observed[k], season, usual))
                .toArray();
        return new Outliers(
                Arrays.stream(far).map(k -> observed[k]).toArray(),
                Arrays.stream(far).mapToDouble(k -> distance[k]).toArray());
    }

    int count() {
        return indices.length;
    }

    /// The places of the farthest, the farthest first.
    List<Integer> farthest(int most) {
        return IntStream.range(0, indices.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -distances[k]))
                .limit(most)
                .map(k -> indices[k])
                .toList();
    }

    private static double[] distances(double[] values, int[] observed) {
        double[] distance = new double[observed.length];
        double[] window = new double[2 * REACH + 1];
        for (int i = 0; i < observed.length; i++) {
            int from = Math.clamp(i - REACH, 0, observed.length - window.length);
            for (int k = 0; k < window.length; k++) {
                window[k] = values[observed[from + k]];
            }
            Arrays.sort(window);
            distance[i] = Math.abs(values[observed[i]] - window[REACH]);
        }
        return distance;
    }

    /// Whether the season before or after is near.
    private static boolean isSeasonal(double[] values, int index, int season, double usual) {
        return season > 0
                && (isNear(values, index, index - season, usual) || isNear(values, index, index + season, usual));
    }

    private static boolean isNear(double[] values, int index, int other, double usual) {
        return other >= 0 && other < values.length && Math.abs(values[index] - values[other]) <= usual;
    }

    private static double[] differences(double[] values, int season) {
        return IntStream.range(season, values.length)
                .mapToDouble(i -> Math.abs(values[i] - values[i - season]))
                .toArray();
    }

    private static double threshold(double[] distances) {
        double[] ascending = EmpiricalQuantile.sorted(distances);
        if (ascending.length == 0) {
            return 0;
        }
        double mean = Arrays.stream(ascending).sum() / ascending.length;
        return DEVIATIONS * Math.max(MAD_TO_SIGMA * EmpiricalQuantile.of(ascending, 0.5), mean);
    }
}
