package dev.headroom.engine.reconcile;

import java.util.Arrays;
import java.util.List;

/// Makes the forecasts of the nodes of a hierarchy add up: point forecasts, and every sample path on its own.
///
/// Input: one [NodeForecast] a node, in the unit that adds up. Output: [CoherentForecasts]; at each step
/// every aggregate is the sum of its leaves, in the point forecast and in each path. Errors: nodes whose
/// steps, paths or origins differ throw. Missing errors and observations are passed over as [ErrorMatrix] and
/// [Shares] say. Source: A. Panagiotelis, P. Gamakumara, G. Athanasopoulos and R. J. Hyndman (2023),
/// Probabilistic forecast reconciliation: properties, evaluation and score optimisation,
/// doi:10.1016/j.ejor.2022.07.040 (paths are mapped one by one); [PathOrder] for how they are joined; T. Di
/// Fonzo and D. Girolimetto (2023), Spatio-temporal reconciliation of solar forecasts,
/// doi:10.1016/j.solener.2023.01.003 (negative leaves are set to zero and summed again). Departures: none
/// beyond those named there.
///
/// @param floor the least value of a leaf
public record Reconciliation(Hierarchy hierarchy, ReconciliationMethod method, Floor floor) {
    /// The least value that a leaf can take.
    public enum Floor {
        ZERO,
        NONE
    }

    /// @param nodes in the order of the hierarchy
    /// @param seed of the order in which paths are joined
    public CoherentForecasts run(List<NodeForecast> nodes, long seed) {
        check(nodes);
        double[][] errors = nodes.stream().map(NodeForecast::errorRow).toArray(double[][]::new);
        double[][] points = nodes.stream().map(NodeForecast::point).toArray(double[][]::new);
        double[][][] paths = nodes.stream().map(Reconciliation::copy).toArray(double[][][]::new);
        StepMap map = map(nodes, points, errors);
        double[] values = new double[nodes.size()];
        PathOrder.apply(paths, errors, seed);
        for (int k = 0; k < points[0].length; k++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = points[i][k];
            }
            reconcile(map, values, k);
            for (int i = 0; i < values.length; i++) {
                points[i][k] = values[i];
            }
            for (int p = 0; p < paths[0].length; p++) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = paths[i][p][k];
                }
                reconcile(map, values, k);
                for (int i = 0; i < values.length; i++) {
                    paths[i][p][k] = values[i];
                }
            }
        }
        return new CoherentForecasts(hierarchy, nodes.getFirst().paths().grid(), points, paths);
    }

    private void reconcile(StepMap map, double[] values, int step) {
        map.apply(values, step);
        if (floor == Floor.ZERO) {
            boolean cut = false;
            for (int i = hierarchy.aggregates(); i < values.length; i++) {
                cut |= values[i] < 0;
                values[i] = Math.max(0, values[i]);
            }
            if (cut) {
                hierarchy.addUp(values);
            }
        }
    }

    private StepMap map(List<NodeForecast> nodes, double[][] points, double[][] errors) {
        return switch (method) {
            case BOTTOM_UP -> (values, step) -> hierarchy.addUp(values);
            case TOP_DOWN -> split(Shares.ofAverages(leafHistories(nodes)));
            case TOP_DOWN_AVERAGE_SHARES -> split(Shares.averages(leafHistories(nodes)));
            case TOP_DOWN_FORECAST -> {
                double[][] shares = new double[points[0].length][];
                Arrays.setAll(
                        shares,
                        k -> Shares.ofForecast(
                                hierarchy,
                                Arrays.stream(points)
                                        .mapToDouble(point -> point[k])
                                        .toArray()));
                yield (values, step) -> split(values, shares[step]);
            }
            case OLS -> Projection.weighted(hierarchy, sizes(1));
            case WLS_STRUCTURAL -> Projection.weighted(hierarchy, sizes(hierarchy.leaves()));
            case WLS_VARIANCE ->
                Projection.weighted(hierarchy, new ErrorMatrix(hierarchy, errors, effective(nodes)).variances());
            case MINT -> Projection.shrunk(hierarchy, new ErrorMatrix(hierarchy, errors, effective(nodes)));
        };
    }

    /// How many leaves a node adds up, but no more than `most`.
    private double[] sizes(int most) {
        double[] sizes = new double[hierarchy.nodes()];
        Arrays.setAll(sizes, i -> Math.min(most, hierarchy.size(i)));
        return sizes;
    }

    private StepMap split(double[] shares) {
        return (values, step) -> split(values, shares);
    }

    private void split(double[] values, double[] shares) {
        double total = values[0];
        for (int j = 0; j < shares.length; j++) {
            values[hierarchy.aggregates() + j] = total * shares[j];
        }
        hierarchy.addUp(values);
    }

    private double[][] leafHistories(List<NodeForecast> nodes) {
        return nodes.subList(hierarchy.aggregates(), nodes.size()).stream()
                .map(NodeForecast::history)
                .toArray(double[][]::new);
    }

    /// Errors of one origin hang together.
    private static double effective(List<NodeForecast> nodes) {
        double[][] errors = nodes.getFirst().errors();
        return errors.length == 0 ? 0 : errors.length * Math.sqrt(errors[0].length);
    }

    private static double[][] copy(NodeForecast node) {
        double[][] paths = new double[node.paths().count()][];
        Arrays.setAll(paths, i -> node.paths().path(i));
        return paths;
    }

    private void check(List<NodeForecast> nodes) {
        if (nodes.size() != hierarchy.nodes()) {
            throw new IllegalArgumentException(
                    "nodes (" + nodes.size() + ") must be as many as in the hierarchy (" + hierarchy.nodes() + ").");
        }
        NodeForecast first = nodes.getFirst();
        for (int i = 1; i < nodes.size(); i++) {
            NodeForecast node = nodes.get(i);
            if (!node.paths().grid().equals(first.paths().grid())
                    || node.paths().count() != first.paths().count()
                    || node.history().length != first.history().length
                    || node.errorRow().length != first.errorRow().length) {
                throw new IllegalArgumentException("Node " + hierarchy.names().get(i)
                        + " must have the history, steps, paths and origins of node "
                        + hierarchy.names().getFirst() + ".");
            }
        }
    }
}
