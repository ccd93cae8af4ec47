package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.Settings;

/// How trees are grown.
///
/// @param trees how many
/// @param depth the most splits from root to leaf
/// @param leaves the most leaves of one tree
/// @param leafRows the fewest rows of a leaf
/// @param rate what part of its correction a boosted tree makes, in (0, 1]; a forest has no use for it
/// @param columnShare the part of the columns that a tree of a forest may look at, in (0, 1]
record TreeSettings(int trees, int depth, int leaves, int leafRows, double rate, double columnShare) {
    private static final int BOOSTED_TREES = 150;
    private static final int FOREST_TREES = 200;

    static TreeSettings boosting() {
        return new TreeSettings(BOOSTED_TREES, 6, 15, 5, 0.05, 1);
    }

    static TreeSettings forest() {
        return new TreeSettings(FOREST_TREES, 10, 64, 5, 1, 0.5);
    }

    /// The same with what was set.
    TreeSettings with(Settings set) {
        return new TreeSettings(
                set.whole("trees", trees),
                set.whole("depth", depth),
                set.whole("leaves", leaves),
                set.whole("rows", leafRows),
                set.number("rate", rate),
                set.number("columns", columnShare));
    }

    /// The same with at most so many trees.
    TreeSettings withTrees(int most) {
        return new TreeSettings(Math.min(most, trees), depth, leaves, leafRows, rate, columnShare);
    }
}
