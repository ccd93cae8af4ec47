package dev.headroom.engine.feature;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// Where a series stood at one moment, and the unit in which distances from there are told. Taking it off leaves values
/// without the slow trend, so that a model learned at an old level serves at a new one.
///
/// Input: values without gaps, of which only those up to the moment are read. Output: the median of the last values.
/// Errors: none. Source: own. Departures: none.
///
/// @param centre the median of the last values, in the unit of the series
/// @param unit what one unit of distance is worth, in the unit of the series; positive
public record LocalLevel(double centre, double unit) {
    /// How distances from the level are told.
    public enum Form {
        /// As a share of the level: the swings of the series grow with it.
        RATIO,
        /// In the unit of the series.
        DIFFERENCE
    }

    /// @param values without missing ones
    /// @param origin the last index that is known
    /// @param window of how many values up to `origin` the median is taken; fewer where fewer are known
    public static LocalLevel at(double[] values, int origin, int window, Form form) {
        double[] last = Arrays.copyOfRange(values, Math.max(0, origin + 1 - window), origin + 1);
        double centre = OrderStatistics.medianInPlace(last, last.length);
        return new LocalLevel(
                centre,
                switch (form) {
                    case RATIO -> centre > 0 ? centre : 1;
                    case DIFFERENCE -> 1;
                });
    }

    /// The distance of a value from the level.
    public double relative(double value) {
        return (value - centre) / unit;
    }

    /// The value at a distance from the level.
    public double absolute(double distance) {
        return centre + unit * distance;
    }
}
