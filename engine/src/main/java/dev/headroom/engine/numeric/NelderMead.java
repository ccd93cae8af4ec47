package dev.headroom.engine.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Minimises a function of a few variables within a box by the downhill simplex.
///
/// Input: a start, a first simplex edge and a box by variable. Output: the best point seen. Errors: values of
/// NaN count as infinitely bad. Source: J. A. Nelder and R. Mead (1965), A simplex method for function
/// minimization, doi:10.1093/comjnl/7.4.308. Departures: points are moved back to the box; an edge that would
/// leave the box is turned inward; the search stops when the values of the simplex differ by less than a
/// relative tolerance.
public final class NelderMead {
    /// The function to minimise; it must not keep or change the array.
    @FunctionalInterface
    public interface Objective {
        double at(double[] point);
    }

    /// The box and the budget of a search.
    ///
    /// @param edge the length of the first simplex by variable; 0 keeps a variable where it is
    /// @param tolerance relative difference of the simplex values at which the search stops
    public record Search(double[] lower, double[] upper, double[] edge, int maxEvaluations, double tolerance) {}

    private final Objective objective;
    private final Search search;
    private final int[] free;
    private final double[][] points;
    private final double[] values;
    private final double[] centre;
    private final double[] trial;
    private int evaluations;

    private NelderMead(Objective objective, double[] start, Search search) {
        this.objective = objective;
        this.search = search;
        this.free = IntStream.range(0, start.length)
                .filter(i -> search.edge()[i] != 0)
                .toArray();
        this.points = new double[free.length + 1][start.length];
        this.values = new double[free.length + 1];
        this.centre = new double[start.length];
        this.trial = new double[start.length];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < start.length; d++) {
                points[i][d] = boxed(start[d], d);
            }
            if (i > 0) {
                int d = free[i - 1];
                double edge = search.edge()[d];
                double moved = points[i][d] + edge;
                points[i][d] =
                        moved > search.upper()[d] || moved < search.lower()[d] ? boxed(points[i][d] - edge, d) : moved;
            }
            values[i] = evaluate(points[i]);
        }
    }

    public static double[] minimise(Objective objective, double[] start, Search search) {
        NelderMead run = new NelderMead(objective, start, search);
        while (run.evaluations < search.maxEvaluations() && run.step()) {
            run.sort();
        }
        run.sort();
        return run.points[0];
    }

    private double boxed(double value, int d) {
        return Math.max(search.lower()[d], Math.min(search.upper()[d], value));
    }

    private double evaluate(double[] point) {
        evaluations++;
        double value = objective.at(point);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private void sort() {
        for (int i = 1; i < points.length; i++) {
            double[] point = points[i];
            double value = values[i];
            int j = i - 1;
            while (j >= 0 && values[j] > value) {
                points[j + 1] = points[j];
                values[j + 1] = values[j];
                j--;
            }
            points[j + 1] = point;
            values[j + 1] = value;
        }
    }

    private boolean step() {
        sort();
        int last = points.length - 1;
        double spread = values[last] - values[0];
        if (last == 0 || !(spread > search.tolerance() * (Math.abs(values[0]) + 1e-300))) {
            return false;
        }
        Arrays.fill(centre, 0);
        for (int i = 0; i < last; i++) {
            for (int d = 0; d < centre.length; d++) {
                centre[d] += points[i][d] / last;
            }
        }
        double reflected = tryAt(1, last);
        if (reflected < values[0]) {
            double[] kept = trial.clone();
            double expanded = tryAt(2, last);
            if (expanded < reflected) {
                replace(last, trial, expanded);
            } else {
                replace(last, kept, reflected);
            }
        } else if (reflected < values[last - 1]) {
            replace(last, trial, reflected);
        } else {
            contract(last, reflected);
        }
        return true;
    }

    private void contract(int last, double reflected) {
        if (reflected < values[last]) {
            replace(last, trial, reflected);
        }
        double contracted = tryAt(-0.5, last);
        if (contracted < values[last]) {
            replace(last, trial, contracted);
            return;
        }
        for (int i = 1; i < points.length; i++) {
            for (int d = 0; d < centre.length; d++) {
                points[i][d] = 0.5 * (points[i][d] + points[0][d]);
            }
            values[i] = evaluate(points[i]);
        }
    }

    private double tryAt(double factor, int last) {
        for (int d = 0; d < trial.length; d++) {
            trial[d] = boxed(centre[d] + factor * (centre[d] - points[last][d]), d);
        }
        return evaluate(trial);
    }

    private void replace(int index, double[] point, double value) {
        System.arraycopy(point, 0, points[index], 0, point.length);
        values[index] = value;
    }
}
