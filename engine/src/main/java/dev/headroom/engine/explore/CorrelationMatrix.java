package dev.headroom.engine.explore;

import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How closely series move together, each pair over the instants at which both have a value.
///
/// Input: series on any grids. Output: for each pair the correlation of the values (Pearson) and of their ranks
/// (Spearman, ties get their mean rank) in `[-1, 1]`, and the number of common observations. Errors: none; with fewer
/// than [#FEWEST] common observations, or where one of both is constant, a correlation is NaN. Source: C. Spearman
/// (1904), The proof and measurement of association between two things, doi:10.2307/1412159. Departures: none.
///
/// @param series the names in order
/// @param pairs by row and column
public record CorrelationMatrix(List<String> series, List<List<Pair>> pairs) {
    /// With fewer common observations nothing is said.
    public static final int FEWEST = 10;

    public CorrelationMatrix {
        series = List.copyOf(series);
        pairs = pairs.stream().map(List::copyOf).toList();
    }

    /// Two series together.
    ///
    /// @param pearson of the values, NaN when unknown
    /// @param spearman of the ranks, NaN when unknown
    public record Pair(double pearson, double spearman, int observations) {}

    /// @param names one a series
    public static CorrelationMatrix of(List<String> names, List<TimeSeries> series) {
        if (names.size() != series.size()) {
            throw new IllegalArgumentException(
                    "names (" + names.size() + ") must be as many as series (" + series.size() + ").");
        }
        int n = series.size();
        long[][] times = new long[n][];
        Arrays.setAll(times, i -> times(series.get(i)));
        List<List<Pair>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Pair> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(j < i ? rows.get(j).get(i) : pair(series.get(i), times[i], series.get(j), times[j]));
            }
            rows.add(row);
        }
        return new CorrelationMatrix(names, rows);
    }

    public Pair pair(int row, int column) {
        return pairs.get(row).get(column);
    }

    private static long[] times(TimeSeries series) {
        return IntStream.range(0, series.length())
                .mapToLong(t -> series.grid().at(t).getEpochSecond())
                .toArray();
    }

    private static Pair pair(TimeSeries a, long[] atA, TimeSeries b, long[] atB) {
        double[] x = new double[Math.min(atA.length, atB.length)];
        double[] y = new double[x.length];
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < atA.length && j < atB.length) {
            if (atA[i] == atB[j]) {
                if (!Double.isNaN(a.value(i)) && !Double.isNaN(b.value(j))) {
                    x[common] = a.value(i);
                    y[common++] = b.value(j);
                }
                i++;
                j++;
            } else if (atA[i] < atB[j]) {
                i++;
            } else {
                j++;
            }
        }
        if (common < FEWEST) {
            return new Pair(Double.NaN, Double.NaN, common);
        }
        double[] left = Arrays.copyOf(x, common);
        double[] right = Arrays.copyOf(y, common);
        return new Pair(correlation(left, right), correlation(ranks(left), ranks(right)), common);
    }

    private static double correlation(double[] x, double[] y) {
        if (isConstant(x) || isConstant(y)) {
            return Double.NaN;
        }
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return Math.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1, 1);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int k = from; k <= to; k++) {
                ranks[order[k]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }
}
