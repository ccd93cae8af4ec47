package dev.headroom.engine.model.additive;

/// Weighted sums of squares and products of the columns of a design.
///
/// The columns of the changes of slope need no sums of their own: they are the slope column from a change point on, so
/// that running sums from the last point backwards give all their products at once.
final class NormalEquations {
    private final int size;
    private final double[] gram;
    private final double[] cross;
    private double squares;

    NormalEquations(int size) {
        this.size = size;
        this.gram = new double[size * size];
        this.cross = new double[size];
    }

    /// The equations of a linear curve.
    ///
    /// @param points in the order of time
    static NormalEquations of(Design design, Curve.Point[] points, double[] values, double... weights) {
        Trend trend = design.trend();
        int first = trend.firstChange();
        int bends = trend.changePoints();
        int others = design.columns() - first - bends;
        NormalEquations equations = new NormalEquations(design.columns());
        // Columns without the changes of slope, and behind them the value.
        int plain = first + others;
        double[] x = new double[plain + 1];
        double[] sums = new double[plain + 1];
        double[] timed = new double[plain + 1];
        double[] small = new double[plain * plain];
        int bend = bends - 1;
        for (int i = points.length - 1; i >= -1; i--) {
            while (bend >= 0 && (i < 0 || points[i].row()[1] <= trend.at(bend))) {
                equations.bend(trend, bend, first, sums, timed);
                bend--;
            }
            if (i < 0) {
                break;
            }
            double[] row = points[i].row();
            System.arraycopy(row, 0, x, 0, first);
            System.arraycopy(row, first + bends, x, first, others);
            x[plain] = values[i];
            double weight = weights[i];
            double late = bends == 0 ? 0 : weight * row[1];
            for (int k = 0; k <= plain; k++) {
                sums[k] += weight * x[k];
                timed[k] += late * x[k];
            }
            for (int k = 0; k < plain; k++) {
                double scaled = weight * x[k];
                if (scaled != 0) {
                    int start = k * plain;
                    for (int j = 0; j <= k; j++) {
                        small[start + j] += scaled * x[j];
                    }
                    equations.cross[k < first ? k : k + bends] += scaled * values[i];
                }
            }
            equations.squares += weight * values[i] * values[i];
        }
        equations.place(small, plain, first, bends);
        return equations;
    }

    /// Products of one change of slope with the plain columns, with the value, and with itself and the earlier changes.
    private void bend(Trend trend, int bend, int first, double[] sums, double[] timed) {
        int column = first + bend;
        double at = trend.at(bend);
        int bends = trend.changePoints();
        int plain = sums.length - 1;
        for (int k = 0; k < plain; k++) {
            double product = timed[k] - at * sums[k];
            if (k < first) {
                gram[column * size + k] = product;
            } else {
                gram[(k + bends) * size + column] = product;
            }
        }
        cross[column] = timed[plain] - at * sums[plain];
        for (int j = 0; j <= bend; j++) {
            double other = trend.at(j);
            gram[column * size + first + j] = timed[1] - (at + other) * timed[0] + at * other * sums[0];
        }
    }

    private void place(double[] small, int plain, int first, int bends) {
        for (int k = 0; k < plain; k++) {
            int row = k < first ? k : k + bends;
            for (int j = 0; j <= k; j++) {
                gram[row * size + (j < first ? j : j + bends)] = small[k * plain + j];
            }
        }
    }

    /// Adds one row.
    void add(double[] row, int columns, double value, double weight) {
        for (int i = 0; i < columns; i++) {
            double x = weight * row[i];
            if (x != 0) {
                int start = i * size;
                for (int j = 0; j <= i; j++) {
                    gram[start + j] += x * row[j];
                }
                cross[i] += x * value;
            }
        }
        squares += weight * value * value;
    }

    /// The lower triangle, row by row.
    double[] gram() {
        return gram;
    }

    double[] cross() {
        return cross;
    }

    double squares() {
        return squares;
    }

    double residualSquares(double... beta) {
        double sum = squares;
        for (int i = 0; i < size; i++) {
            sum -= 2 * beta[i] * cross[i];
            for (int j = 0; j < i; j++) {
                sum += 2 * beta[i] * beta[j] * gram[i * size + j];
            }
            sum += beta[i] * beta[i] * gram[i * size + i];
        }
        return Math.max(0, sum);
    }
}
