package dev.headroom.engine.reconcile;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Puts the sample paths of all nodes in an order in which the nodes move together as their errors did: path
/// `i` of every node belongs to the same future.
///
/// Input: paths of each node on its own, and errors of all nodes at the same earlier time points. Output: the
/// same paths of each node, reordered as wholes, so that the distribution of a node at every step and its
/// dependence in time stay exactly as they are. Errors: none; with fewer than four time points nodes are
/// taken as independent, and a missing error as unknown. Source: S. Ben Taieb, J. W. Taylor and R. J. Hyndman
/// (2017), Coherent probabilistic forecasts for hierarchical time series, Proceedings of Machine Learning
/// Research 70 (the empirical copula of the errors). Departures: whole paths are ranked, by their mean,
/// instead of the values of each step.
final class PathOrder {
    private static final int FEWEST = 4;

    private PathOrder() {}

    /// @param paths `paths[node][path][step]`; reordered
    /// @param errors `errors[node][time]`, NaN where missing
    static void apply(double[][][] paths, double[][] errors, long seed) {
        int count = paths[0].length;
        int times = errors[0].length;
        int[] time = shuffled(times, seed);
        for (int node = 0; node < paths.length; node++) {
            double[] ranks = times < FEWEST ? new double[0] : ranks(errors[node]);
            SeededStream stream = new SeededStream(seed, node + 1L);
            double[] keys = new double[count];
            for (int i = 0; i < count; i++) {
                double within = stream.nextDouble();
                double rank = ranks.length == 0 ? Double.NaN : ranks[time[i % times]];
                keys[i] = Double.isNaN(rank) ? within : rank + within / times;
            }
            Integer[] byKey = order(keys);
            Integer[] byMean = order(Arrays.stream(paths[node])
                    .mapToDouble(path -> Arrays.stream(path).sum())
                    .toArray());
            double[][] reordered = new double[count][];
            for (int k = 0; k < count; k++) {
                reordered[byKey[k]] = paths[node][byMean[k]];
            }
            paths[node] = reordered;
        }
    }

    private static int[] shuffled(int times, long seed) {
        SeededStream stream = new SeededStream(seed, 0);
        double[] keys = new double[times];
        Arrays.setAll(keys, t -> stream.nextDouble());
        return Arrays.stream(order(keys)).mapToInt(Integer::intValue).toArray();
    }

    /// By time, the part of the known errors that is smaller; NaN for a missing one.
    private static double[] ranks(double[] errors) {
        int[] known = IntStream.range(0, errors.length)
                .filter(t -> !Double.isNaN(errors[t]))
                .toArray();
        double[] ranks = new double[errors.length];
        Arrays.fill(ranks, Double.NaN);
        Integer[] order = order(Arrays.stream(known).mapToDouble(t -> errors[t]).toArray());
        for (int k = 0; k < order.length; k++) {
            ranks[known[order[k]]] = k / (double) order.length;
        }
        return ranks;
    }

    private static Integer[] order(double[] keys) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> keys[i]));
        return order;
    }
}
