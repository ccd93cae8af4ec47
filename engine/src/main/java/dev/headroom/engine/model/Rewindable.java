package dev.headroom.engine.model;

/// A fitted model that can forecast from an earlier origin with the parameters it has, which costs far less than a new
/// fit. Its errors at earlier origins are a little too small, because the parameters have seen what followed.
public interface Rewindable extends FittedModel {
    /// By what factor errors at earlier origins are expected to be too small for that reason; 1 or more.
    double optimism();

    /// The usual factor: in-sample errors lose and out-of-sample errors gain a share of `parameters / observations` in
    /// variance.
    static double optimism(double observations, double parameters) {
        double n = Math.max(1, observations);
        double k = Math.min(parameters, n / 2);
        return Math.sqrt((n + k) / (n - k));
    }

    /// The same model as if the series had ended earlier.
    ///
    /// @param trainingLength how many points of the training series are known, 1 to all of them
    FittedModel asOf(int trainingLength);
}
