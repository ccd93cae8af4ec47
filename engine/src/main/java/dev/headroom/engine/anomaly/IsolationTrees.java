package dev.headroom.engine.anomaly;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;

/// How few random cuts it takes to separate a point from others: an isolation forest.
///
/// Each tree is built on a random part of the points; every cut takes a random feature and a random place between
/// the smallest and the largest value there. The score is `2^(-depth / expected depth)`, near 1 for points that stand
/// alone and below 0.5 for ordinary ones.
///
/// Source: F. T. Liu, K. M. Ting and Z.-H. Zhou (2008), Isolation forest, doi:10.1109/ICDM.2008.17. Written here and
/// not taken from a library, because the same rows must give the same score to the last bit.
final class IsolationTrees {
    private static final int TREES = 50;
    private static final int SAMPLE = 256;
    private static final int DEPTH = 8;
    private static final int NODES = (1 << (DEPTH + 1)) - 1;
    private static final double EULER = 0.5772156649015329;

    /// By tree and node, children of node `n` at `2n + 1` and `2n + 2`; feature -1 is a leaf, whose cut holds the
    /// expected depth of a point that ends there.
    private final byte[] feature = new byte[TREES * NODES];
    private final double[] cut = new double[TREES * NODES];
    private final double expected;

    /// @param points `points[i]` are the features of one point, all finite
    /// @param count how many of them there are; at least 2
    IsolationTrees(double[][] points, int count, long seed) {
        SeededStream stream = new SeededStream(seed, count);
        int sample = Math.min(SAMPLE, count);
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int tree = 0; tree < TREES; tree++) {
            for (int i = 0; i < sample; i++) {
                int other = i + (int) (stream.nextDouble() * (count - i));
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            grow(points, order, 0, sample, tree * NODES, 0, 0, stream);
        }
        expected = averageDepth(sample);
    }

    double score(double[] point) {
        double depth = 0;
        for (int tree = 0; tree < TREES; tree++) {
            int root = tree * NODES;
            int node = 0;
            while (feature[root + node] >= 0) {
                node = 2 * node + (point[feature[root + node]] < cut[root + node] ? 1 : 2);
            }
            depth += cut[root + node];
        }
        return Math.pow(2, -depth / TREES / expected);
    }

    private void grow(
            double[][] points, int[] order, int from, int to, int root, int node, int depth, SeededStream stream) {
        int features = points[order[from]].length;
        int chosen = -1;
        double low = 0;
        double high = 0;
        if (depth < DEPTH && to - from > 1) {
            int first = (int) (stream.nextDouble() * features);
            for (int i = 0; i < features && chosen < 0; i++) {
                int tried = (first + i) % features;
                low = Double.POSITIVE_INFINITY;
                high = Double.NEGATIVE_INFINITY;
                for (int j = from; j < to; j++) {
                    low = Math.min(low, points[order[j]][tried]);
                    high = Math.max(high, points[order[j]][tried]);
                }
                chosen = high > low ? tried : -1;
            }
        }
        feature[root + node] = (byte) chosen;
        if (chosen < 0) {
            cut[root + node] = depth + averageDepth(to - from);
            return;
        }
        double place = low + stream.nextDouble() * (high - low);
        place = place > low ? place : high;
        cut[root + node] = place;
        int middle = from;
        for (int j = from; j < to; j++) {
            if (points[order[j]][chosen] < place) {
                int kept = order[j];
                order[j] = order[middle];
                order[middle++] = kept;
            }
        }
        grow(points, order, from, middle, root, 2 * node + 1, depth + 1, stream);
        grow(points, order, middle, to, root, 2 * node + 2, depth + 1, stream);
    }

    /// Of an unsuccessful search in a binary tree of so many points.
    private static double averageDepth(int points) {
        return points < 2 ? 0 : points == 2 ? 1 : 2 * (Math.log(points - 1.0) + EULER) - 2 * (points - 1.0) / points;
    }
}
