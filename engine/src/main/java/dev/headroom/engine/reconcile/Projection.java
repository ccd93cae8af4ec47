package dev.headroom.engine.reconcile;

import dev.headroom.engine.numeric.CholeskyFactor;
import java.util.Arrays;

/// Moves forecasts to the nearest ones that add up, where distances are measured by the covariance of the
/// errors.
///
/// Input: variances of the errors of all nodes, and optionally the correlated part of the covariance as a
/// product. Output: forecasts that add up; those that did before stay as they are. Errors: none; a covariance
/// without full rank gets a small ridge. Source: S. L. Wickramasuriya, G. Athanasopoulos and R. J. Hyndman
/// (2019), Optimal forecast reconciliation for hierarchical and grouped time series through trace
/// minimization, doi:10.1080/01621459.2018.1448825. Departures: the equivalent dual form `y - W C'(C W C')⁻¹
/// C y` with one row of `C` an aggregate, so that the matrix to invert has the size of the aggregates, and
/// the covariance of thousands of leaves is never written out.
final class Projection implements StepMap {
    private static final double RIDGE = 1e-10;

    private final Hierarchy hierarchy;
    private final double[] diagonal;
    private final double[][] factors;
    private final double[][] gaps;
    private final CholeskyFactor inverse;

    private Projection(
            Hierarchy hierarchy, double[] diagonal, double[][] factors, double[][] gaps, CholeskyFactor inverse) {
        this.hierarchy = hierarchy;
        this.diagonal = diagonal;
        this.factors = factors;
        this.gaps = gaps;
        this.inverse = inverse;
    }

    /// Independent errors.
    static StepMap weighted(Hierarchy hierarchy, double[] variances) {
        return of(hierarchy, variances, new double[hierarchy.nodes()][0]);
    }

    /// The shrunk covariance of errors: `shrinkage` of the diagonal and the rest of the sample covariance.
    static StepMap shrunk(Hierarchy hierarchy, ErrorMatrix errors) {
        double shrinkage = errors.shrinkage();
        double[] diagonal = Arrays.stream(errors.variances())
                .map(variance -> shrinkage * variance)
                .toArray();
        double part = Math.sqrt((1 - shrinkage) / errors.times());
        double[][] factors = shrinkage == 1 ? new double[hierarchy.nodes()][0] : errors.scaled();
        for (double[] row : factors) {
            for (int t = 0; t < row.length; t++) {
                row[t] *= part;
            }
        }
        return of(hierarchy, diagonal, factors);
    }

    /// @param diagonal the independent part of the covariance
    /// @param factors the other part is the product of these rows
    private static StepMap of(Hierarchy hierarchy, double[] diagonal, double[][] factors) {
        int aggregates = hierarchy.aggregates();
        double[][] gaps = gaps(hierarchy, factors);
        double[] matrix = new double[aggregates * aggregates];
        int[] place = new int[hierarchy.leaves()];
        for (int a = 0; a < aggregates; a++) {
            Arrays.fill(place, 0);
            for (int leaf : hierarchy.membersOf(a)) {
                place[leaf] = 1;
            }
            for (int b = 0; b <= a; b++) {
                double sum = a == b ? diagonal[a] : 0;
                for (int leaf : hierarchy.membersOf(b)) {
                    sum += place[leaf] * diagonal[aggregates + leaf];
                }
                for (int t = 0; t < gaps[a].length; t++) {
                    sum += gaps[a][t] * gaps[b][t];
                }
                matrix[a * aggregates + b] = sum;
            }
        }
        double mean = 0;
        for (int a = 0; a < aggregates; a++) {
            mean += matrix[a * aggregates + a] / aggregates;
        }
        if (!(mean > 0)) {
            return (values, step) -> hierarchy.addUp(values);
        }
        for (int a = 0; a < aggregates; a++) {
            matrix[a * aggregates + a] += RIDGE * mean;
        }
        CholeskyFactor factor = CholeskyFactor.of(matrix, aggregates)
                .orElseThrow(() -> new IllegalStateException("A covariance with a ridge is positive definite."));
        return new Projection(hierarchy, diagonal, factors, gaps, factor);
    }

    /// By aggregate, how far the factor rows of its leaves are from adding up to its own.
    private static double[][] gaps(Hierarchy hierarchy, double[][] factors) {
        int aggregates = hierarchy.aggregates();
        double[][] gaps = new double[aggregates][];
        for (int a = 0; a < aggregates; a++) {
            gaps[a] = factors[a].clone();
            for (int leaf : hierarchy.membersOf(a)) {
                for (int t = 0; t < gaps[a].length; t++) {
                    gaps[a][t] -= factors[aggregates + leaf][t];
                }
            }
        }
        return gaps;
    }

    @Override
    public void apply(double[] values, int step) {
        int aggregates = hierarchy.aggregates();
        double[] wanted = Arrays.copyOf(values, aggregates);
        hierarchy.addUp(values);
        for (int a = 0; a < aggregates; a++) {
            wanted[a] -= values[a];
        }
        inverse.solve(wanted);
        double[] common = new double[gaps[0].length];
        for (int a = 0; a < aggregates; a++) {
            for (int leaf : hierarchy.membersOf(a)) {
                values[aggregates + leaf] += diagonal[aggregates + leaf] * wanted[a];
            }
            for (int t = 0; t < common.length; t++) {
                common[t] += gaps[a][t] * wanted[a];
            }
        }
        for (int i = aggregates; i < values.length; i++) {
            double sum = 0;
            for (int t = 0; t < common.length; t++) {
                sum += factors[i][t] * common[t];
            }
            values[i] -= sum;
        }
        hierarchy.addUp(values);
    }
}
