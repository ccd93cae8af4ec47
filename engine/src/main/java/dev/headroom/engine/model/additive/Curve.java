package dev.headroom.engine.model.additive;

/// How a row of the design becomes a value: the trend from its line, and the sum of all other terms added to it or
/// multiplied with it.
///
/// @param trendColumns how many columns of a row belong to the line of the trend
/// @param logistic true when the line is a logit between two bounds
/// @param multiplies true when the other terms are shares of the trend
record Curve(int trendColumns, boolean logistic, boolean multiplies) {
    /// A row with its bounds; without logistic growth they are not looked at.
    record Point(double[] row, double floor, double capacity) {}

    static Curve of(Design design) {
        return new Curve(design.trend().columns(), design.trend().form() == Trend.Form.LOGISTIC, design.multiplies());
    }

    double line(Point point, double[] coefficients) {
        return sum(point.row(), coefficients, 0, trendColumns);
    }

    double others(Point point, double[] coefficients) {
        return sum(point.row(), coefficients, trendColumns, coefficients.length);
    }

    double trend(Point point, double line) {
        return logistic ? point.floor() + (point.capacity() - point.floor()) * share(line) : line;
    }

    /// How much the trend changes with its line.
    double steepness(Point point, double line) {
        return logistic ? (point.capacity() - point.floor()) * share(line) * (1 - share(line)) : 1;
    }

    double value(Point point, double[] coefficients) {
        return value(trend(point, line(point, coefficients)), others(point, coefficients));
    }

    double value(double trend, double others) {
        return multiplies ? trend * (1 + others) : trend + others;
    }

    /// The change of the value with each coefficient.
    void gradient(Point point, double[] coefficients, double[] gradient) {
        double[] row = point.row();
        double line = line(point, coefficients);
        double byTrend = steepness(point, line) * (multiplies ? 1 + others(point, coefficients) : 1);
        double byOthers = multiplies ? trend(point, line) : 1;
        for (int i = 0; i < row.length; i++) {
            gradient[i] = row[i] * (i < trendColumns ? byTrend : byOthers);
        }
    }

    boolean isLinear() {
        return !logistic && !multiplies;
    }

    static double sum(double[] row, double[] coefficients, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += row[i] * coefficients[i];
        }
        return sum;
    }

    private static double share(double line) {
        return 1 / (1 + Math.exp(-line));
    }

    /// The logit of a place between the bounds, held off them.
    static double logit(double value, double floor, double capacity) {
        double share = Math.clamp((value - floor) / (capacity - floor), 0.01, 0.99);
        return Math.log(share / (1 - share));
    }
}
