package dev.headroom.engine.rightsizing;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;

/// What a change really saved: what its cost would have been without it, by the forecast from the days before, less
/// what it was.
///
/// Days whose cost is not known are left out on both sides. The interval comes from the forecast paths, summed path
/// by path, so that errors that last over days count as they should.
///
/// Source: the counterfactual of K. H. Brodersen et al. (2015), Inferring causal impact using Bayesian structural
/// time-series models, doi:10.1214/14-AOAS788. Departure: the forecast is Headroom's own, from the series alone.
///
/// @param days days that were compared
/// @param saving mean over the paths, in the unit of the cost; negative when the cost rose
/// @param low80 lower end of the 80 % interval
/// @param high80 its upper end
public record RealisedSaving(int days, double saving, double low80, double high80) {
    /// @param actual the cost by day from the change on; NaN = not known
    /// @param without what it would have been, on the same days
    public static RealisedSaving of(TimeSeries actual, SamplePaths without) {
        if (actual.length() != without.steps()) {
            throw new IllegalArgumentException("actual (" + actual.length() + " days) and without (" + without.steps()
                    + ") must cover the same days.");
        }
        int days = 0;
        double spent = 0;
        double[] savings = new double[without.count()];
        for (int day = 0; day < actual.length(); day++) {
            if (!Double.isNaN(actual.value(day))) {
                days++;
                spent += actual.value(day);
                for (int path = 0; path < savings.length; path++) {
                    savings[path] += without.value(path, day);
                }
            }
        }
        for (int path = 0; path < savings.length; path++) {
            savings[path] -= spent;
        }
        Arrays.sort(savings);
        return new RealisedSaving(
                days,
                Arrays.stream(savings).average().orElseThrow(),
                OrderStatistics.quantileOfSorted(savings, 0.1),
                OrderStatistics.quantileOfSorted(savings, 0.9));
    }

    /// True when even the bad case saved something.
    public boolean proven() {
        return low80 > 0;
    }
}
