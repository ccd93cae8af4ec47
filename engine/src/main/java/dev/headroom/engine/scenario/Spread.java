package dev.headroom.engine.scenario;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// Where the middle four fifths of equally likely values lie.
///
/// @param p10 a tenth lies below
/// @param p50 the median
/// @param p90 a tenth lies above
public record Spread(double p10, double p50, double p90) {
    /// Of values in any order; they are left as they are.
    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(
                OrderStatistics.quantileOfSorted(sorted, 0.1),
                OrderStatistics.quantileOfSorted(sorted, 0.5),
                OrderStatistics.quantileOfSorted(sorted, 0.9));
    }
}
