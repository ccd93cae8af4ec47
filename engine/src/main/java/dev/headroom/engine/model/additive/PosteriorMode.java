package dev.headroom.engine.model.additive;

import dev.headroom.engine.numeric.RidgeLasso;
import java.util.Arrays;

/// The most probable coefficients of an additive model: normal noise, normal priors and, for the changes of slope,
/// Laplace priors.
///
/// Input: points of a design with their values, of size about 1. Output: coefficients and the variance of the
/// noise. Errors: none; a design that does not tell two columns apart splits the effect between them by the
/// priors. Source: the model of S. J. Taylor and B. Letham (2018), Forecasting at scale,
/// doi:10.1080/00031305.2017.1380080. Departures: the noise variance is the mean square of the residuals,
/// without a prior. Coefficients and variance are found in turn: the coefficients by [RidgeLasso], exactly
/// where the curve is linear and by Gauss-Newton steps with halving where it is not. It ends when variance
/// and coefficients change by less than 1e-6, or after 60 rounds. So that single peaks do not bend a linear
/// curve, its observations then get the weights of Student's noise of four degrees of freedom, three times
/// (three steps of the EM algorithm of K. L. Lange, R. J. A. Little and J. M. G. Taylor (1989),
/// doi:10.1080/01621459.1989.10478852).
final class PosteriorMode {
    /// The usual prior scale of the changes of slope.
    static final double CHANGE_SCALE = 0.05;

    private static final double TREND_SCALE = 5;
    private static final int ROUNDS = 60;
    private static final int HALVINGS = 12;
    private static final int WEIGHT_CHANGES = 3;
    /// Degrees of freedom of the noise.
    private static final double TAILS = 4;

    private static final double TOLERANCE = 1e-6;
    // Good enough for weights that change again.
    private static final double ROUGH = 0.03;
    private static final double SMALLEST_VARIANCE = 1e-12;

    private final Design design;
    private final Curve curve;
    private final double changeScale;
    private final int from;
    private final int to;
    private final double[] precision;
    private final Curve.Point[] points;
    private final double[] values;
    private final int size;

    /// Coefficients and noise variance, and whether the rounds sufficed.
    record Solution(double[] coefficients, double variance, boolean settled) {}

    private PosteriorMode(Design design, double changeScale, Curve.Point[] points, double... values) {
        this.changeScale = changeScale;
        this.design = design;
        this.curve = Curve.of(design);
        this.from = design.trend().firstChange();
        this.to = design.trend().columns();
        this.points = points;
        this.values = values;
        this.size = design.columns();
        this.precision = new double[size];
        Arrays.fill(precision, 0, from, 1 / (TREND_SCALE * TREND_SCALE));
        double[] priors = design.priors();
        for (int i = to; i < size; i++) {
            precision[i] = 1 / (priors[i - to] * priors[i - to]);
        }
    }

    /// @param changeScale the prior scale of the changes of slope
    static Solution find(Design design, double changeScale, Curve.Point[] points, double... values) {
        PosteriorMode search = new PosteriorMode(design, changeScale, points, values);
        return search.curve.isLinear() ? search.linear() : search.curved();
    }

    /// Settles once with equal weights and then after each of a few changes of the weights.
    private Solution linear() {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        NormalEquations equations = NormalEquations.of(design, points, values, weights);
        double variance = Math.max(SMALLEST_VARIANCE, equations.squares() / values.length / 4);
        double[] coefficients = new double[size];
        boolean settled = false;
        for (int change = 0; change <= WEIGHT_CHANGES; change++) {
            settled = false;
            double tolerance = change < WEIGHT_CHANGES ? ROUGH : TOLERANCE;
            for (int round = 0; round < ROUNDS && !settled; round++) {
                solve(equations, variance, coefficients);
                double next = Math.max(SMALLEST_VARIANCE, equations.residualSquares(coefficients) / values.length);
                settled = Math.abs(next - variance) <= tolerance * variance;
                variance = next;
            }
            if (change < WEIGHT_CHANGES) {
                reweigh(coefficients, variance, weights);
                equations = NormalEquations.of(design, points, values, weights);
            }
        }
        return new Solution(coefficients, variance, settled);
    }

    /// What an observation counts when the noise is that of Student.
    private void reweigh(double[] coefficients, double variance, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            double residual = values[i] - curve.value(points[i], coefficients);
            weights[i] = (TAILS + 1) / (TAILS + residual * residual / variance);
        }
    }

    private void solve(NormalEquations equations, double variance, double[] coefficients) {
        double[] matrix = equations.gram().clone();
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] += variance * precision[i] + 1e-10 * values.length;
        }
        if (!RidgeLasso.solve(matrix, equations.cross(), size, from, to, variance / changeScale, coefficients)) {
            throw new IllegalStateException("The normal equations of size " + size + " have no solution.");
        }
    }

    private Solution curved() {
        double[] coefficients = start();
        double variance = variance(coefficients);
        double[] gradient = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            NormalEquations equations = new NormalEquations(size);
            for (int i = 0; i < values.length; i++) {
                curve.gradient(points[i], coefficients, gradient);
                double residual = values[i] - curve.value(points[i], coefficients);
                equations.add(gradient, size, residual + Curve.sum(gradient, coefficients, 0, size), 1);
            }
            double[] target = coefficients.clone();
            solve(equations, variance, target);
            double[] next = stepped(coefficients, target, variance);
            double moved = 0;
            for (int i = 0; i < size; i++) {
                moved = Math.max(moved, Math.abs(next[i] - coefficients[i]) / (1 + Math.abs(next[i])));
            }
            coefficients = next;
            double after = variance(coefficients);
            boolean settled = moved <= TOLERANCE && Math.abs(after - variance) <= TOLERANCE * variance;
            variance = after;
            if (settled) {
                return new Solution(coefficients, variance, true);
            }
        }
        return new Solution(coefficients, variance, false);
    }

    /// The longest of the halved steps that lowers the target, else no step.
    private double[] stepped(double[] before, double[] target, double variance) {
        double least = target(before, variance);
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                next[i] = before[i] + share * (target[i] - before[i]);
            }
            if (target(next, variance) <= least) {
                return next;
            }
            share /= 2;
        }
        return before;
    }

    /// Minus the log posterior at a known variance.
    private double target(double[] coefficients, double variance) {
        double target = variance(coefficients) * values.length / (2 * variance);
        for (int i = 0; i < size; i++) {
            target += i >= from && i < to
                    ? Math.abs(coefficients[i]) / changeScale
                    : coefficients[i] * coefficients[i] * precision[i] / 2;
        }
        return target;
    }

    private double variance(double... coefficients) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = values[i] - curve.value(points[i], coefficients);
            squares += residual * residual;
        }
        return Math.max(SMALLEST_VARIANCE, squares / values.length);
    }

    /// A trend without bends through the mean of the first and the last third; nothing else.
    private double[] start() {
        int third = Math.max(1, values.length / 3);
        double early = 0;
        double late = 0;
        for (int i = 0; i < third; i++) {
            early += lineAt(i) / third;
            late += lineAt(values.length - 1 - i) / third;
        }
        double[] start = new double[size];
        start[0] = from > 1 ? early - (late - early) / 4 : (early + late) / 2;
        if (from > 1) {
            start[1] = 1.5 * (late - early);
        }
        return start;
    }

    private double lineAt(int i) {
        return curve.logistic() ? Curve.logit(values[i], points[i].floor(), points[i].capacity()) : values[i];
    }
}
