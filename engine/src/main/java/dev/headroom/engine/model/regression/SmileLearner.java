package dev.headroom.engine.model.regression;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.Loss;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.regression.GradientTreeBoost;
import smile.regression.RandomForest;
import smile.regression.RegressionTree;

/// Trees by Smile, in pure Java: slower than LightGBM, but it runs everywhere.
///
/// Source: J. H. Friedman (2001), Greedy function approximation, doi:10.1214/aos/1013203451; L. Breiman (2001), Random
/// forests, doi:10.1023/A:1010933404324. Departures: a split of a forest looks at a random part of the columns.
final class SmileLearner implements TreeLearner {
    private static final String LABEL = "label";

    @Override
    public String library() {
        return "Smile";
    }

    @Override
    public TreeSum boosting(TrainingTable table, TreeSettings settings, long seed) {
        DataFrame data = data(table);
        GradientTreeBoost grown = alone(() -> GradientTreeBoost.fit(
                Formula.lhs(LABEL),
                data,
                new GradientTreeBoost.Options(
                        Loss.ls(),
                        settings.trees(),
                        settings.depth(),
                        settings.leaves(),
                        settings.leafRows(),
                        settings.rate(),
                        1.0,
                        null,
                        null)));
        TreeSum.Builder builder = new TreeSum.Builder();
        for (RegressionTree tree : grown.trees()) {
            builder.root(copy(tree.root(), tree.schema(), builder));
        }
        TreeSum withoutBase = builder.build(0, settings.rate());
        double base = grown.predict(data.get(0)) - withoutBase.predict(table.rows()[0]);
        return builder.build(base, settings.rate());
    }

    @Override
    public TreeSum forest(TrainingTable table, TreeSettings settings, long seed) {
        DataFrame data = data(table);
        SeededStream stream = new SeededStream(seed, 0);
        long[] seeds = new long[settings.trees()];
        Arrays.setAll(seeds, i -> stream.nextLong() >>> 1);
        int columns = Math.max(1, (int) Math.round(table.width() * settings.columnShare()));
        RandomForest grown = alone(() -> RandomForest.fit(
                Formula.lhs(LABEL),
                data,
                new RandomForest.Options(
                        settings.trees(),
                        columns,
                        settings.depth(),
                        settings.leaves(),
                        settings.leafRows(),
                        0.632,
                        seeds,
                        null)));
        TreeSum.Builder builder = new TreeSum.Builder();
        for (RegressionTree tree : grown.trees()) {
            builder.root(copy(tree.root(), tree.schema(), builder));
        }
        return builder.build(0, 1.0 / settings.trees());
    }

    /// The library spreads a fit over the common threads unless it runs in a pool of its own.
    private static <T> T alone(Callable<T> fit) {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(fit).join();
        }
    }

    private static DataFrame data(TrainingTable table) {
        int width = table.width();
        double[][] rows = new double[table.count()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(table.rows()[i], width + 1);
            rows[i][width] = table.labels()[i];
        }
        String[] names = new String[width + 1];
        Arrays.setAll(names, j -> j < width ? "x" + j : LABEL);
        return DataFrame.of(rows, names);
    }

    private static int copy(Node node, StructType schema, TreeSum.Builder builder) {
        return switch (node) {
            case RegressionNode leaf -> builder.leaf(leaf.output(), leaf.size());
            case InternalNode split -> {
                int feature = split.feature();
                int copied = builder.split(feature, threshold(split, schema), split.size());
                int yes = copy(split.trueChild(), schema, builder);
                int no = copy(split.falseChild(), schema, builder);
                builder.join(copied, yes, no);
                yield copied;
            }
            default -> throw new IllegalStateException("Smile grew a node of unknown kind " + node.getClass() + ".");
        };
    }

    /// The largest value that goes to the first child. The library keeps it to itself, so it is found by asking.
    private static double threshold(InternalNode split, StructType schema) {
        double[] row = new double[schema.length()];
        Tuple tuple = Tuple.of(schema, row);
        long low = ordered(-Double.MAX_VALUE);
        long high = ordered(Double.MAX_VALUE);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1) + ((low ^ high) & 1);
            row[split.feature()] = number(middle);
            if (split.branch(tuple)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return number(low);
    }

    /// A whole number that grows with the value.
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? Long.MIN_VALUE - ordered : ordered);
    }
}
