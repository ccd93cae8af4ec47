package dev.headroom.engine.model.theta;

import dev.headroom.engine.numeric.LeastSquaresLine;

/// The straight line of an optimised Theta model and what it adds to the next forecast: the line through the whole
/// series, or the one through what was observed so far, refitted at every value.
///
/// Input: one value after the other. Output: the part of the next forecast for a line share of 1. Errors: none. Source:
/// see [OptimisedTheta]. Departures: none.
final class ThetaLine {
    private static final double MOST_SHARE_RUNNING = 0.99;
    private static final double MOST_SHARE_FIXED = 2 / 3.0;

    private final boolean running;
    private double mean;
    private double intercept;
    private double slope;
    private double decay = 1;
    private int count;

    private ThetaLine(boolean running) {
        this.running = running;
    }

    /// The line through what was observed so far; nothing yet.
    static ThetaLine running() {
        return new ThetaLine(true);
    }

    /// A line that stays as it is.
    static ThetaLine fixed(LeastSquaresLine line) {
        ThetaLine fixed = new ThetaLine(false);
        fixed.intercept = line.at(-1);
        fixed.slope = line.slope();
        return fixed;
    }

    /// @param faded what the influence of the first level has faded to
    ThetaLine copy(double faded) {
        ThetaLine copy = withoutValues();
        copy.decay = faded;
        copy.mean = mean;
        copy.intercept = intercept;
        copy.slope = slope;
        return copy;
    }

    /// A line at the same time that has seen nothing but zeros.
    ThetaLine withoutValues() {
        ThetaLine empty = new ThetaLine(running);
        empty.decay = decay;
        empty.count = count;
        return empty;
    }

    /// How much of the line a forecast may take.
    double mostShare() {
        return running ? MOST_SHARE_RUNNING : MOST_SHARE_FIXED;
    }

    double intercept() {
        return intercept;
    }

    double slope() {
        return slope;
    }

    /// What the whole line adds to the forecast of the next value.
    double next(double alpha) {
        return ahead(intercept, slope, decay, alpha);
    }

    /// The same for a line with this intercept and slope.
    static double ahead(double intercept, double slope, double decay, double alpha) {
        return decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope;
    }

    void observe(double value, double alpha) {
        observe(value);
        decay *= 1 - alpha;
    }

    /// Refits the line alone; the influence of the first level stays as it is.
    void observe(double value) {
        count++;
        if (running) {
            if (count == 1) {
                mean = value;
                intercept = value;
            } else {
                slope = ((count - 2) * slope + 6 * (value - mean) / count) / (count + 1);
                mean += (value - mean) / count;
                intercept = mean - slope * (count + 1) / 2;
            }
        }
    }
}
