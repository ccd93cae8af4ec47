package dev.headroom.engine.model;

/// A fitted model that can forecast from an earlier origin with the parameters it has, which costs far less than a new
/// fit. Its errors at earlier origins are a little too small, because the parameters have seen what followed.
public interface Rewindable extends FittedModel {
    /// By what factor errors at earlier origins are expected to be too small for that reason; 1 or more.
    double optimism();

    /// The same model as if the series had ended earlier.
    ///
    /// @param trainingLength how many points of the training series are known, 1 to all of them
    FittedModel asOf(int trainingLength);
}
