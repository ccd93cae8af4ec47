package dev.headroom.engine.model.regression;

import dev.headroom.engine.numeric.SeededStream;

/// How far forecasts were off at earlier origins: a size that grows with a power of the step, and how long a deviation
/// lasts.
///
/// @param size the root mean square error of the first step, in the unit of the series
/// @param power of the step, 0 to 0.5
/// @param fading correlation of neighbouring steps of one forecast, 0 to 0.98
record ErrorSpread(double size, double power, double fading) {
    private static final double MOST_POWER = 0.5;
    private static final double MOST_FADING = 0.98;

    /// @param errors one row an origin, NaN where nothing was observed; may be empty
    /// @param otherwise the size when there are no errors
    static ErrorSpread of(double[][] errors, double otherwise) {
        int steps = errors.length == 0 ? 0 : errors[0].length;
        double[] squares = new double[steps];
        int[] counts = new int[steps];
        double products = 0;
        double firsts = 0;
        for (double[] row : errors) {
            for (int k = 0; k < steps; k++) {
                if (!Double.isNaN(row[k])) {
                    squares[k] += row[k] * row[k];
                    counts[k]++;
                    if (k > 0 && !Double.isNaN(row[k - 1])) {
                        products += row[k] * row[k - 1];
                        firsts += row[k - 1] * row[k - 1];
                    }
                }
            }
        }
        double total = 0;
        int count = 0;
        for (int k = 0; k < steps; k++) {
            total += squares[k];
            count += counts[k];
        }
        if (count == 0) {
            return new ErrorSpread(otherwise, 0, 0);
        }
        double power = power(squares, counts);
        double scaled = 0;
        for (int k = 0; k < steps; k++) {
            scaled += squares[k] / Math.pow(k + 1.0, 2 * power);
        }
        double fading = firsts > 0 ? Math.clamp(products / firsts, 0, MOST_FADING) : 0;
        return new ErrorSpread(total > 0 ? Math.sqrt(scaled / count) : 0, power, fading);
    }

    /// The slope of log size over log step, weighted by the number of errors.
    private static double power(double[] squares, int[] counts) {
        double weights = 0;
        double x = 0;
        double y = 0;
        for (int k = 0; k < squares.length; k++) {
            if (squares[k] > 0) {
                weights += counts[k];
                x += counts[k] * Math.log(k + 1.0);
                y += counts[k] * 0.5 * Math.log(squares[k] / counts[k]);
            }
        }
        double cross = 0;
        double square = 0;
        for (int k = 0; k < squares.length; k++) {
            if (squares[k] > 0) {
                double distance = Math.log(k + 1.0) - x / weights;
                cross += counts[k] * distance * (0.5 * Math.log(squares[k] / counts[k]) - y / weights);
                square += counts[k] * distance * distance;
            }
        }
        return square > 0 ? Math.clamp(cross / square, 0, MOST_POWER) : 0;
    }

    /// The standard deviation of the error at a step, from 1.
    double deviation(int step) {
        return size * Math.pow(step, power);
    }

    /// Puts one possible error a step into `path`.
    void draw(SeededStream stream, double[] path) {
        double score = stream.nextGaussian();
        double fresh = Math.sqrt(1 - fading * fading);
        for (int k = 0; k < path.length; k++) {
            path[k] = deviation(k + 1) * score;
            score = fading * score + fresh * stream.nextGaussian();
        }
    }
}
