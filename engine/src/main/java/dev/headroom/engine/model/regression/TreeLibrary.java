package dev.headroom.engine.model.regression;

/// Which library grows the trees on this machine: LightGBM where its native code loads, else Smile.
final class TreeLibrary {
    private TreeLibrary() {}

    /// Decided once, when the first trees are grown.
    private static final class Choice {
        static final TreeLearner LEARNER = NativeCode.load() ? new LightGbmLearner() : new SmileLearner();
    }

    static TreeLearner here() {
        return Choice.LEARNER;
    }
}
