package dev.headroom.engine.anomaly;

/// How far out a size is among sizes whose upper half falls off as a generalised Pareto distribution. Its
/// scale and shape are those of three sizes: the ones that a half, a tenth and a fiftieth of all exceed. What
/// is rarer than that does not count, so that repeated incidents do not become the usual thing.
///
/// Source: Pickands 1975, Statistical inference using extreme order statistics, doi:10.1214/aos/1176343003.
/// Departures: steps of a fifth instead of a half; the tail is never lighter than exponential.
final class PickandsTail {
    private static final double STEP = 5;
    private static final double MOST_SHAPE = 2;
    private static final double LEAST_SHAPE = 1e-6;

    private PickandsTail() {}

    /// As −log10 of the probability of a size at least as large; 0.3 up to the median.
    ///
    /// @param sizes at least one
    /// @param least what a fifth of the probability is at least worth, in the unit of the sizes
    static double surprise(RankedWindow sizes, double size, double least) {
        double half = sizes.quantile(0.5);
        double tenth = sizes.quantile(1 - 0.5 / STEP);
        double fiftieth = sizes.quantile(1 - 0.5 / STEP / STEP);
        double step = Math.max(tenth - half, Math.max(Math.log(STEP) * least, Double.MIN_NORMAL));
        double shape = Math.clamp(Math.log((fiftieth - tenth) / step) / Math.log(STEP), 0, MOST_SHAPE);
        double excess = Math.max(0, size - half);
        double fall = shape < LEAST_SHAPE
                ? excess * Math.log(STEP) / step
                : Math.log1p(excess * (Math.pow(STEP, shape) - 1) / step) / shape;
        return Math.log10(2) + fall / Math.log(10);
    }
}
