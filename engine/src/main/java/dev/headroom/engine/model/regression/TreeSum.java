package dev.headroom.engine.model.regression;

import java.util.Arrays;

/// A sum of regression trees in flat arrays: whatever library grew them, they predict, explain and travel the same.
final class TreeSum implements Predictor {
    private final double base;
    private final double scale;
    private final int[] roots;
    private final int[] features;
    private final double[] thresholds;
    private final int[] left;
    private final int[] right;
    private final double[] values;
    private final double[] covers;

    private TreeSum(TreeSum other, double factor) {
        this.base = factor * other.base;
        this.scale = factor * other.scale;
        this.roots = other.roots;
        this.features = other.features;
        this.thresholds = other.thresholds;
        this.left = other.left;
        this.right = other.right;
        this.values = other.values;
        this.covers = other.covers;
    }

    private TreeSum(Builder builder, double base, double scale) {
        this.base = base;
        this.scale = scale;
        this.roots = Arrays.copyOf(builder.roots, builder.trees);
        this.features = Arrays.copyOf(builder.features, builder.size);
        this.thresholds = Arrays.copyOf(builder.thresholds, builder.size);
        this.left = Arrays.copyOf(builder.left, builder.size);
        this.right = Arrays.copyOf(builder.right, builder.size);
        this.values = Arrays.copyOf(builder.values, builder.size);
        this.covers = Arrays.copyOf(builder.covers, builder.size);
    }

    /// A sum without trees.
    static TreeSum constant(double value) {
        return new Builder().build(value, 1);
    }

    /// The same trees with all predictions multiplied.
    TreeSum times(double factor) {
        return new TreeSum(this, factor);
    }

    int trees() {
        return roots.length;
    }

    @Override
    public double predict(double[] row) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (features[node] >= 0) {
                node = next(node, row);
            }
            sum += values[node];
        }
        return base + scale * sum;
    }

    @Override
    public double explain(double[] row, double weight, double[] shares) {
        TreeShap shap = new TreeShap(this, row, weight * scale, shares);
        double mean = 0;
        for (int root : roots) {
            mean += shap.explain(root);
        }
        return weight * (base + scale * mean);
    }

    boolean isLeaf(int node) {
        return features[node] < 0;
    }

    int feature(int node) {
        return features[node];
    }

    /// The child that a row goes to.
    int next(int node, double[] row) {
        return row[features[node]] <= thresholds[node] ? left[node] : right[node];
    }

    /// The child that a row does not go to.
    int other(int node, double[] row) {
        return row[features[node]] <= thresholds[node] ? right[node] : left[node];
    }

    /// The value of a leaf.
    double value(int node) {
        return values[node];
    }

    /// How many training rows came through a node.
    double cover(int node) {
        return covers[node];
    }

    /// The mean of the leaves below a node, weighted by their rows.
    double mean(int node) {
        return isLeaf(node)
                ? values[node]
                : (covers[left[node]] * mean(left[node]) + covers[right[node]] * mean(right[node]))
                        / (covers[left[node]] + covers[right[node]]);
    }

    /// Collects nodes tree by tree.
    static final class Builder {
        private int trees;
        private int size;
        private int[] roots = new int[16];
        private int[] features = new int[256];
        private double[] thresholds = new double[256];
        private int[] left = new int[256];
        private int[] right = new int[256];
        private double[] values = new double[256];
        private double[] covers = new double[256];

        void root(int node) {
            if (trees == roots.length) {
                roots = Arrays.copyOf(roots, 2 * trees);
            }
            roots[trees++] = node;
        }

        int leaf(double value, double cover) {
            int node = add(cover);
            features[node] = -1;
            values[node] = value;
            return node;
        }

        /// A node whose children are told with [#join]. Rows at or below the threshold go left.
        int split(int feature, double threshold, double cover) {
            int node = add(cover);
            features[node] = feature;
            thresholds[node] = threshold;
            return node;
        }

        void join(int node, int leftChild, int rightChild) {
            left[node] = leftChild;
            right[node] = rightChild;
        }

        private int add(double cover) {
            if (size == features.length) {
                features = Arrays.copyOf(features, 2 * size);
                thresholds = Arrays.copyOf(thresholds, 2 * size);
                left = Arrays.copyOf(left, 2 * size);
                right = Arrays.copyOf(right, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
                covers = Arrays.copyOf(covers, 2 * size);
            }
            covers[size] = cover;
            return size++;
        }

        /// @param base added to the sum of the trees
        /// @param scale by which the sum is multiplied
        TreeSum build(double base, double scale) {
            return new TreeSum(this, base, scale);
        }
    }
}
