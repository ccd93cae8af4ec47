package dev.headroom.engine.feature;

import java.util.Arrays;
import java.util.List;

/// Fills gaps for methods that cannot work with them.
///
/// Input: values with NaN for missing ones, at least one of them known, and season lengths in order, shortest
/// first. Output: the values, with each gap filled by the mean season around a straight line from neighbour
/// to neighbour; before the first and after the last value the season goes on around that value. Errors:
/// none. Source: own.
public final class BridgedGaps {
    private BridgedGaps() {}

    public static double[] of(double[] values, List<Integer> lengths) {
        if (Arrays.stream(values).noneMatch(Double::isNaN)) {
            return values;
        }
        int shortest = lengths.isEmpty() ? 1 : lengths.getFirst();
        int longest = lengths.stream().filter(length -> length % shortest == 0).reduce(shortest, Math::max);
        SeasonalProfile profile = shortest > 1 ? SeasonalProfile.of(values, shortest, longest) : SeasonalProfile.flat();
        double[] filled = values.clone();
        int before = -1;
        for (int t = 0; t <= values.length; t++) {
            if (t < values.length && Double.isNaN(values[t])) {
                continue;
            }
            for (int gap = before + 1; gap < t; gap++) {
                double left = before < 0 ? values[t] - profile.at(t) : values[before] - profile.at(before);
                double right = t == values.length ? left : values[t] - profile.at(t);
                double share = (gap - before) / (double) (t - before);
                filled[gap] = left + share * (right - left) + profile.at(gap);
            }
            before = t;
        }
        return filled;
    }
}
