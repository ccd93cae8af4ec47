package dev.headroom.engine.anomaly;

/// How far out in its own history a value is, as −log10 of the probability of one as large. Below the upper tenth the
/// history itself answers, above it a generalised Pareto distribution fitted by probability-weighted moments
/// (Hosking and Wallis 1987), because the history holds too few values there.
final class TailHistory {
    private static final int CAPACITY = 5000;
    private static final int LEAST = 16;
    private static final double UPPER = 0.1;
    private static final int LEAST_UPPER = 8;
    private static final double LEAST_SHAPE = 0.2;
    private static final double MOST_SHAPE = 0.5;
    private static final double LEAST_SCALE = 0.01;
    private final RankedWindow values = new RankedWindow(CAPACITY);

    /// The surprise of a value, 0 or more; 0 while the history is short. The value becomes part of the history.
    double surprise(double value) {
        double surprise = values.size() < LEAST ? 0 : -Math.log10(probability(value));
        values.add(value);
        return Math.max(0, surprise);
    }

    private double probability(double value) {
        int n = values.size();
        int k = Math.clamp(Math.round(UPPER * n), LEAST_UPPER, n - 1);
        double threshold = values.at(n - 1 - k);
        if (value <= threshold) {
            return (values.atLeast(value) + 1.0) / (n + 1.0);
        }
        double first = 0;
        double second = 0;
        for (int j = 0; j < k; j++) {
            double excess = values.at(n - k + j) - threshold;
            first += excess;
            second += excess * (k - 1 - j) / (k - 1);
        }
        first /= k;
        second /= k;
        double shape = Math.clamp(2 - first / (first - 2 * second), LEAST_SHAPE, MOST_SHAPE);
        if (Double.isNaN(shape)) {
            shape = LEAST_SHAPE;
        }
        double floor = Math.max(LEAST_SCALE * Math.abs(values.quantile(1 - UPPER)), Double.MIN_NORMAL);
        double scale = Math.max(first * (1 - shape), floor);
        return (double) k / n * Math.pow(1 + shape * (value - threshold) / scale, -1 / shape);
    }
}
