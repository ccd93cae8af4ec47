package dev.headroom.engine.model;

import java.util.List;

/// A fitted model that is a sum of named parts.
public interface ExplainedModel extends FittedModel {
    /// The parts by step over a stretch of the grid that may begin in the history and end in the future.
    ///
    /// @param from first index, counted from the first point of the training series
    /// @param to index after the last one; at most the training length plus the steps to forecast
    List<Contribution> contributions(int from, int to);
}
