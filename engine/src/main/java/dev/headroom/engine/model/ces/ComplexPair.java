package dev.headroom.engine.model.ces;

/// A level and the information component beside it: the real and the imaginary part of complex smoothing.
///
/// Input: the error of one step and the two parts of the complex weight. Output: the two parts after the step. Errors:
/// none. Source: I. Svetunkov, N. Kourentzes and J. K. Ord (2022), Complex exponential smoothing,
/// doi:10.1002/nav.22074, in state-space form. Departures: none.
public final class ComplexPair {
    private double level;
    private double information;

    public ComplexPair(double level, double information) {
        this.level = level;
        this.information = information;
    }

    public double level() {
        return level;
    }

    public double information() {
        return information;
    }

    public ComplexPair copy() {
        return new ComplexPair(level, information);
    }

    /// One step.
    ///
    /// @param real the real part of the weight
    /// @param imaginary its imaginary part
    /// @param error observed less forecast, 0 for a missing value
    public void step(double real, double imaginary, double error) {
        double nextLevel = level - (1 - imaginary) * information + (real - imaginary) * error;
        information = level + (1 - real) * information + (real + imaginary) * error;
        level = nextLevel;
    }
}
