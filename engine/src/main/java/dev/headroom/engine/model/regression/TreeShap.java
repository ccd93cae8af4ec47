package dev.headroom.engine.model.regression;

import java.util.Arrays;

/// What each feature adds to the prediction of a tree: Shapley values, with the rows of the training as background.
///
/// Input: trees, a row, a factor. Output: shares added by feature; they and the tree's mean add up to its prediction.
/// Errors: none. Source: S. M. Lundberg et al. (2020), From local explanations to global understanding with explainable
/// AI for trees, doi:10.1038/s42256-019-0138-9, algorithm 2. Departures: none.
final class TreeShap {
    private final TreeSum trees;
    private final double[] row;
    private final double factor;
    private final double[] shares;

    TreeShap(TreeSum trees, double[] row, double factor, double[] shares) {
        this.trees = trees;
        this.row = row;
        this.factor = factor;
        this.shares = shares;
    }

    /// The features on the way to a node, with the shares of subsets of each size that reach it.
    ///
    /// @param zeros what part of the rows takes the way when the feature is unknown
    /// @param ones 1 when the row itself takes the way, else 0
    private record Path(int length, int[] features, double[] zeros, double[] ones, double[] weights) {
        static Path empty() {
            return new Path(0, new int[0], new double[0], new double[0], new double[0]);
        }

        Path with(int feature, double zero, double one) {
            int n = length + 1;
            int[] f = Arrays.copyOf(features, n);
            double[] z = Arrays.copyOf(zeros, n);
            double[] o = Arrays.copyOf(ones, n);
            double[] w = Arrays.copyOf(weights, n);
            f[length] = feature;
            z[length] = zero;
            o[length] = one;
            w[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                w[i + 1] += one * w[i] * (i + 1) / n;
                w[i] = zero * w[i] * (n - 1 - i) / n;
            }
            return new Path(n, f, z, o, w);
        }

        Path without(int index) {
            int n = length - 1;
            double[] w = Arrays.copyOf(weights, length);
            double one = ones[index];
            double zero = zeros[index];
            double next = w[n];
            for (int i = n - 1; i >= 0; i--) {
                if (one != 0) {
                    double before = w[i];
                    w[i] = next * length / ((i + 1) * one);
                    next = before - w[i] * zero * (n - i) / length;
                } else {
                    w[i] = w[i] * length / (zero * (n - i));
                }
            }
            int[] f = new int[n];
            double[] z = new double[n];
            double[] o = new double[n];
            for (int i = 0, k = 0; i < length; i++) {
                if (i != index) {
                    f[k] = features[i];
                    z[k] = zeros[i];
                    o[k] = ones[i];
                    k++;
                }
            }
            return new Path(n, f, z, o, Arrays.copyOf(w, n));
        }

        /// The sum of the weights without one feature.
        double sumWithout(int index) {
            int n = length - 1;
            double one = ones[index];
            double zero = zeros[index];
            double next = weights[n];
            double total = 0;
            for (int i = n - 1; i >= 0; i--) {
                if (one != 0) {
                    double part = next * length / ((i + 1) * one);
                    total += part;
                    next = weights[i] - part * zero * (n - i) / length;
                } else {
                    total += weights[i] * length / (zero * (n - i));
                }
            }
            return total;
        }

        int find(int feature) {
            for (int i = 1; i < length; i++) {
                if (features[i] == feature) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// Adds the shares of one tree and returns its mean.
    double explain(int root) {
        follow(root, Path.empty().with(-1, 1, 1));
        return trees.mean(root);
    }

    private void follow(int node, Path path) {
        if (trees.isLeaf(node)) {
            for (int i = 1; i < path.length; i++) {
                double weight = path.sumWithout(i);
                shares[path.features[i]] += factor * weight * (path.ones[i] - path.zeros[i]) * trees.value(node);
            }
            return;
        }
        int feature = trees.feature(node);
        int hot = trees.next(node, row);
        int cold = trees.other(node, row);
        int known = path.find(feature);
        double zero = known < 0 ? 1 : path.zeros[known];
        double one = known < 0 ? 1 : path.ones[known];
        Path rest = known < 0 ? path : path.without(known);
        double cover = trees.cover(hot) + trees.cover(cold);
        follow(hot, rest.with(feature, zero * trees.cover(hot) / cover, one));
        follow(cold, rest.with(feature, zero * trees.cover(cold) / cover, 0));
    }
}
