package dev.headroom.charts.data;

import java.util.ArrayList;
import java.util.List;

/// The smallest and the largest value of any stretch of a sequence, answered without reading the stretch.
///
/// Input: any doubles; NaN is a gap and is ignored. Output: exact extremes, so a drawn chart keeps every peak
/// however far it is zoomed out. Memory: a quarter of the input; a query reads O(log n) entries.
/// Source: the idea of the min-max segment tree; here a fan-out of 8 keeps the levels few and the reads local.
public final class MinMaxPyramid {
    private static final int FAN_OUT = 8;

    private final double[] values;
    private final List<double[]> lows = new ArrayList<>();
    private final List<double[]> highs = new ArrayList<>();

    /// Builds the pyramid; the array is copied.
    public static MinMaxPyramid of(double[] values) {
        return new MinMaxPyramid(values.clone());
    }

    /// Shares the array with its owner in this package, who promises not to change it.
    MinMaxPyramid(double[] owned) {
        this.values = owned;
        double[] low = owned;
        double[] high = owned;
        while (low.length > FAN_OUT) {
            int length = (low.length + FAN_OUT - 1) / FAN_OUT;
            double[] nextLow = new double[length];
            double[] nextHigh = new double[length];
            for (int i = 0; i < length; i++) {
                int end = Math.min(low.length, (i + 1) * FAN_OUT);
                double min = Double.NaN;
                double max = Double.NaN;
                for (int j = i * FAN_OUT; j < end; j++) {
                    min = smaller(min, low[j]);
                    max = larger(max, high[j]);
                }
                nextLow[i] = min;
                nextHigh[i] = max;
            }
            lows.add(nextLow);
            highs.add(nextHigh);
            low = nextLow;
            high = nextHigh;
        }
    }

    /// How many values there are.
    public int size() {
        return values.length;
    }

    /// The smallest value of the half-open index range, or NaN when it holds none.
    public double min(int from, int to) {
        return extreme(from, to, lows, Side.LOW);
    }

    /// The largest value of the half-open index range, or NaN when it holds none.
    public double max(int from, int to) {
        return extreme(from, to, highs, Side.HIGH);
    }

    private enum Side {
        LOW,
        HIGH
    }

    private double extreme(int from, int to, List<double[]> levels, Side side) {
        if (from < 0 || to > values.length || from > to) {
            throw new IndexOutOfBoundsException(
                    "range (%d to %d) must lie within 0 to %d.".formatted(from, to, values.length));
        }
        double result = Double.NaN;
        double[] row = values;
        int level = 0;
        int lo = from;
        int hi = to;
        while (lo < hi) {
            if (level == levels.size()) {
                return scan(result, row, lo, hi, side);
            }
            int loUp = Math.min(hi, (lo + FAN_OUT - 1) / FAN_OUT * FAN_OUT);
            int hiUp = Math.max(loUp, hi / FAN_OUT * FAN_OUT);
            result = scan(result, row, lo, loUp, side);
            result = scan(result, row, hiUp, hi, side);
            lo = loUp / FAN_OUT;
            hi = hiUp / FAN_OUT;
            if (loUp >= hiUp) {
                return result;
            }
            row = levels.get(level++);
        }
        return result;
    }

    private static double scan(double start, double[] row, int from, int to, Side side) {
        double result = start;
        for (int i = from; i < to; i++) {
            result = side == Side.LOW ? smaller(result, row[i]) : larger(result, row[i]);
        }
        return result;
    }

    private static double smaller(double a, double b) {
        return Double.isNaN(a) || b < a ? b : a;
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) || b > a ? b : a;
    }
}
