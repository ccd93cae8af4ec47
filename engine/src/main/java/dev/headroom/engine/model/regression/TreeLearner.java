package dev.headroom.engine.model.regression;

/// Grows trees with one library. One thread a fit; the same table and seed give the same trees to the last bit.
interface TreeLearner {
    /// The library in words, such as `LightGBM`.
    String library();

    /// Gradient boosting: each tree corrects those before it.
    ///
    /// @param table with labels of size about 1
    TreeSum boosting(TrainingTable table, TreeSettings settings, long seed);

    /// A random forest: the mean of trees grown on random parts of rows and columns.
    ///
    /// @param table with labels of size about 1
    TreeSum forest(TrainingTable table, TreeSettings settings, long seed);
}
