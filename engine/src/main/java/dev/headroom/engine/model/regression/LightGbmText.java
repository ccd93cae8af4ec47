package dev.headroom.engine.model.regression;

import java.util.HashMap;
import java.util.Map;

/// Reads the text form of a LightGBM model with numerical splits.
///
/// Input: the text that the library writes, format v4. Output: its trees. Errors: a tree with missing lines throws.
final class LightGbmText {
    private LightGbmText() {}

    /// @param scale by which the sum of the trees is multiplied, unless the text has fewer trees than asked for and
    ///     says that their mean is meant
    static TreeSum read(String text, double scale) {
        TreeSum.Builder builder = new TreeSum.Builder();
        boolean mean = text.contains("\naverage_output\n");
        int trees = 0;
        int at = text.indexOf("\nTree=");
        while (at >= 0) {
            int next = text.indexOf("\nTree=", at + 1);
            tree(text.substring(at, next < 0 ? text.length() : next), builder);
            trees++;
            at = next;
        }
        return builder.build(0, mean && trees > 0 ? 1.0 / trees : scale);
    }

    private static void tree(String block, TreeSum.Builder builder) {
        Map<String, String> fields = new HashMap<>();
        for (String line : block.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        double[] values = numbers(fields, "leaf_value");
        if (values.length == 1) {
            builder.root(builder.leaf(values[0], 1));
            return;
        }
        double[] leafRows = numbers(fields, "leaf_count");
        double[] features = numbers(fields, "split_feature");
        double[] thresholds = numbers(fields, "threshold");
        double[] rows = numbers(fields, "internal_count");
        double[] left = numbers(fields, "left_child");
        double[] right = numbers(fields, "right_child");
        int[] splits = new int[features.length];
        for (int i = 0; i < splits.length; i++) {
            splits[i] = builder.split((int) features[i], thresholds[i], rows[i]);
        }
        int[] leaves = new int[values.length];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = builder.leaf(values[i], leafRows[i]);
        }
        for (int i = 0; i < splits.length; i++) {
            builder.join(splits[i], node((int) left[i], splits, leaves), node((int) right[i], splits, leaves));
        }
        builder.root(splits[0]);
    }

    /// The library writes leaf `i` as `-i - 1`.
    private static int node(int child, int[] splits, int[] leaves) {
        return child >= 0 ? splits[child] : leaves[-child - 1];
    }

    private static double[] numbers(Map<String, String> fields, String name) {
        String line = fields.get(name);
        if (line == null) {
            throw new IllegalArgumentException("The model text must have a line " + name + " in each tree.");
        }
        String[] words = line.trim().split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
