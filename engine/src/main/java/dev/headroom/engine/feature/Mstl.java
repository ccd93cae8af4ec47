package dev.headroom.engine.feature;

import java.util.Arrays;
import java.util.List;

/// A decomposition of a series into a trend and several seasons, such as day and week, by repeated [Stl].
///
/// Input: values without gaps and season lengths, shortest first; lengths of which there are not more
/// than two rounds are left out. Output: trend, seasons and their sum by value, in the unit of the
/// values. Errors: none; without any season left trend and seasons are empty. Source: K. Bandara, R. J.
/// Hyndman and C. Bergmeir (2021), MSTL: a seasonal-trend decomposition algorithm for time series with
/// multiple seasonal patterns, arXiv:2107.13462. Departures: none; windows and iterations are those of
/// R's `mstl`.
///
/// @param lengths the season lengths that were used, shortest first
/// @param trend by value
/// @param seasons by length and value
public record Mstl(List<Integer> lengths, double[] trend, double[][] seasons) {
    private static final int ITERATIONS = 2;
    private static final int FIRST_WINDOW = 11;
    private static final int WINDOW_STEP = 4;

    public Mstl {
        lengths = List.copyOf(lengths);
        trend = trend.clone();
        seasons = Arrays.stream(seasons).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] trend() {
        return trend.clone();
    }

    @Override
    public double[][] seasons() {
        return Arrays.stream(seasons).map(double[]::clone).toArray(double[][]::new);
    }

    /// The trend at `t`, counted from the first value and up to the last one.
    public double trend(int t) {
        return trend[t];
    }

    /// The sum of the seasons at `t`, counted from the first value; beyond the last value each season
    /// goes on with its last round.
    public double at(int t) {
        double sum = 0;
        for (int i = 0; i < seasons.length; i++) {
            sum += at(i, t);
        }
        return sum;
    }

    /// One season at `t`, continued like [#at(int)].
    public double at(int season, int t) {
        int length = lengths.get(season);
        int n = seasons[season].length;
        return seasons[season][t < n ? t : n - length + (t - n) % length];
    }

    public static Mstl of(double[] values, List<Integer> lengths, Stl.Weighting weighting) {
        List<Integer> used = lengths.stream()
                .filter(length -> length > 1 && values.length > 2 * length)
                .sorted()
                .toList();
        double[][] seasons = new double[used.size()][values.length];
        double[] rest = values.clone();
        double[] trend = {};
        for (int round = 0; round < (used.size() > 1 ? ITERATIONS : 1); round++) {
            for (int i = 0; i < seasons.length; i++) {
                double[] season = seasons[i];
                for (int t = 0; t < rest.length; t++) {
                    rest[t] += season[t];
                }
                Stl stl = Stl.of(rest, used.get(i), FIRST_WINDOW + WINDOW_STEP * i, weighting);
                trend = stl.trend();
                seasons[i] = stl.season();
                for (int t = 0; t < rest.length; t++) {
                    rest[t] -= seasons[i][t];
                }
            }
        }
        return new Mstl(used, trend, seasons);
    }
}
