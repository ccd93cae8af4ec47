package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.Cholesky;

/// A linear function of the features, its coefficients drawn towards zero.
///
/// Input: a table of any finite features. Output: the penalised least squares fit; columns that do not vary
/// have coefficient 0. Errors: none. Source: A. E. Hoerl and R. W. Kennard (1970), Ridge regression,
/// doi:10.1080/00401706.1970.10488634. Departures: columns are standardised; the penalty, per row, is the one
/// of six that forecasts the last quarter of the rows best when the line is fitted to those before, unless it
/// is set.
///
/// @param centre of the labels
/// @param means of the columns
record RidgeLine(double centre, double[] means, double[] coefficients) implements Predictor {
    private static final double[] PENALTIES = {0.003, 0.02, 0.1, 0.5, 3, 30};

    static RidgeLine fit(TrainingTable table, Settings settings) {
        double set = settings.number("penalty", Double.NaN);
        if (!Double.isNaN(set)) {
            return Normal.of(table, 0, table.count()).solve(set);
        }
        int checked = table.count() / 4;
        Normal early = Normal.of(table, 0, table.count() - checked);
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            RidgeLine line = early.solve(penalty);
            double error = 0;
            for (int i = table.count() - checked; i < table.count(); i++) {
                error += Math.abs(table.labels()[i] - line.predict(table.rows()[i]));
            }
            if (error < least) {
                least = error;
                best = penalty;
            }
        }
        return Normal.of(table, 0, table.count()).solve(best);
    }

    /// The normal equations of some rows, each column standardised.
    private record Normal(int rows, double centre, double[] means, double[] inverse, double[] matrix, double[] right) {
        static Normal of(TrainingTable table, int from, int to) {
            int n = to - from;
            int width = table.width();
            double[] means = new double[width];
            double[] inverse = new double[width];
            double centre = 0;
            for (int i = from; i < to; i++) {
                centre += table.labels()[i] / n;
            }
            for (int j = 0; j < width; j++) {
                for (int i = from; i < to; i++) {
                    means[j] += table.rows()[i][j] / n;
                }
                double squares = 0;
                for (int i = from; i < to; i++) {
                    squares += (table.rows()[i][j] - means[j]) * (table.rows()[i][j] - means[j]);
                }
                double size = Math.sqrt(squares / n);
                inverse[j] = size > 1e-9 * Math.abs(means[j]) ? 1 / size : 0;
            }
            double[] matrix = new double[width * width];
            double[] right = new double[width];
            double[] z = new double[width];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < width; j++) {
                    z[j] = (table.rows()[i][j] - means[j]) * inverse[j];
                    right[j] += z[j] * (table.labels()[i] - centre);
                    for (int k = 0; k <= j; k++) {
                        matrix[j * width + k] += z[j] * z[k];
                    }
                }
            }
            return new Normal(n, centre, means, inverse, matrix, right);
        }

        RidgeLine solve(double penalty) {
            int width = means.length;
            double[] penalised = matrix.clone();
            double[] coefficients = right.clone();
            for (int j = 0; j < width; j++) {
                penalised[j * width + j] += penalty * rows;
            }
            boolean solved = Cholesky.solve(penalised, coefficients, width);
            for (int j = 0; j < width; j++) {
                coefficients[j] = solved ? coefficients[j] * inverse[j] : 0;
            }
            return new RidgeLine(centre, means, coefficients);
        }
    }

    @Override
    public double predict(double[] row) {
        double sum = centre;
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j] * (row[j] - means[j]);
        }
        return sum;
    }

    @Override
    public double explain(double[] row, double weight, double[] shares) {
        for (int j = 0; j < row.length; j++) {
            shares[j] += weight * coefficients[j] * (row[j] - means[j]);
        }
        return weight * centre;
    }
}
