package dev.headroom.engine.numeric;

import java.util.Arrays;

/// Minimises a smooth function of a few variables by the quasi-Newton method of Broyden, Fletcher, Goldfarb and
/// Shanno with numerical derivatives.
///
/// Input: a start where the function is finite. Output: the best point seen. Errors: NaN and infinite values count as
/// infinitely bad and shorten the step. Source: J. C. Nash (1990), Compact numerical methods for computers, 2nd ed.,
/// algorithm 21, doi:10.1201/9781315139784 (the method of R's `optim`). Departures: derivatives are forward
/// differences of a fixed width that is small against what matters; one step is at most [#LONGEST_STEP] long in each
/// variable.
public final class Bfgs {
    /// The longest change of one variable in one step.
    public static final double LONGEST_STEP = 2;

    private static final double WIDTH = 1e-6;
    private static final double SHORTEN = 0.2;
    private static final double SUFFICIENT = 1e-4;
    private static final double SAME = 1e-9;

    /// The function to minimise; it must not keep or change the array.
    @FunctionalInterface
    public interface Objective {
        double at(double[] point);
    }

    private final Objective objective;
    private final double tolerance;
    private final int n;
    private final double[] best;
    private final double[] gradient;
    private final double[] inverse;
    private final double[] step;
    private final double[] before;
    private final double[] change;
    private double value;

    private Bfgs(Objective objective, double[] start, double tolerance) {
        this.objective = objective;
        this.tolerance = tolerance;
        this.n = start.length;
        this.best = start.clone();
        this.gradient = new double[n];
        this.inverse = new double[n * n];
        this.step = new double[n];
        this.before = new double[n];
        this.change = new double[n];
        this.value = evaluate(best);
    }

    /// @param iterations the most steps taken
    /// @param tolerance the search ends when a step gains less than this share of the size of the value plus one
    public static double[] minimise(Objective objective, double[] start, int iterations, double tolerance) {
        Bfgs run = new Bfgs(objective, start, tolerance);
        if (run.n > 0 && Double.isFinite(run.value)) {
            run.search(iterations);
        }
        return run.best;
    }

    private double evaluate(double[] point) {
        double at = objective.at(point);
        return Double.isNaN(at) ? Double.POSITIVE_INFINITY : at;
    }

    private void search(int iterations) {
        derive();
        resetInverse();
        boolean fresh = true;
        for (int i = 0; i < iterations; i++) {
            double slope = direction();
            if (!(slope < 0)) {
                if (fresh) {
                    return;
                }
                resetInverse();
                fresh = true;
                continue;
            }
            double gain = advance(slope);
            if (gain <= tolerance * (Math.abs(value) + 1)) {
                if (fresh) {
                    return;
                }
                resetInverse();
                fresh = true;
                if (gain > 0) {
                    derive();
                }
                continue;
            }
            update();
            fresh = false;
        }
    }

    private void derive() {
        for (int i = 0; i < n; i++) {
            double at = best[i];
            best[i] = at + WIDTH;
            double slope = (evaluate(best) - value) / WIDTH;
            best[i] = at;
            gradient[i] = Double.isFinite(slope) ? slope : 0;
        }
    }

    private void resetInverse() {
        Arrays.fill(inverse, 0);
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1;
        }
    }

    /// Sets the step and returns the slope along it.
    private double direction() {
        double longest = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum -= inverse[i * n + j] * gradient[j];
            }
            step[i] = sum;
            longest = Math.max(longest, Math.abs(sum));
        }
        double factor = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            step[i] *= factor;
            slope += step[i] * gradient[i];
        }
        return slope;
    }

    /// Goes along the step as far as it helps and returns the gain, 0 when it does not help at all.
    private double advance(double slope) {
        System.arraycopy(best, 0, before, 0, n);
        double share = 1;
        while (true) {
            boolean moved = false;
            for (int i = 0; i < n; i++) {
                best[i] = before[i] + share * step[i];
                moved |= Math.abs(best[i] - before[i]) > SAME;
            }
            if (!moved) {
                System.arraycopy(before, 0, best, 0, n);
                return 0;
            }
            double next = evaluate(best);
            if (next <= value + SUFFICIENT * share * slope) {
                double gain = value - next;
                value = next;
                return gain;
            }
            share *= SHORTEN;
        }
    }

    private void update() {
        double[] old = gradient.clone();
        derive();
        double curvature = 0;
        for (int i = 0; i < n; i++) {
            step[i] = best[i] - before[i];
            change[i] = gradient[i] - old[i];
            curvature += step[i] * change[i];
        }
        if (!(curvature > 0)) {
            resetInverse();
            return;
        }
        double[] image = old;
        double length = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i * n + j] * change[j];
            }
            image[i] = sum;
            length += sum * change[i];
        }
        double scale = 1 + length / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i * n + j] += (scale * step[i] * step[j] - step[i] * image[j] - image[i] * step[j]) / curvature;
            }
        }
    }
}
