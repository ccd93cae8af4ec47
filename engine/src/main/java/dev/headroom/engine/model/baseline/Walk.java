package dev.headroom.engine.model.baseline;

/// A process without memory beyond its last values: what it leads to and how its errors add up.
sealed interface Walk permits RandomWalk, SeasonalWalk {
    /// The expected value `step` steps after the last point of the grid, from 1.
    double centre(int step);

    /// The standard deviation of the error at `step`, in the unit of the series.
    double deviation(int step);

    /// Fills `path` with one future.
    ///
    /// @param shocks standard normal numbers, one a step and one more at the end for the error of the parameters
    void draw(double[] shocks, double[] path);
}
