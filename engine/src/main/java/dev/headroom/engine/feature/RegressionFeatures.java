package dev.headroom.engine.feature;

import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The features from which a regression forecasts one value of a series: what the past looked like at the origin, and
/// what the calendar says about the target.
///
/// Input: a grid, the season lengths in steps, and values without gaps. Output: one row for an origin and a later
/// target; a value after the origin is never read. Errors: a target that is not after its origin throws. Source: R. J.
/// Hyndman and G. Athanasopoulos (2021), Forecasting: principles and practice, section 7.4, for the calendar terms; the
/// selection is our own. Departures: none.
public final class RegressionFeatures {
    private static final int SEASONS_NEEDED = 3;
    private static final int DAYS_A_MONTH = 30;

    private final LagColumns lags;
    private final TargetColumns targets;
    private final List<FeatureColumn> columns;

    private RegressionFeatures(LagColumns lags, TargetColumns targets, List<FeatureColumn> columns) {
        this.lags = lags;
        this.targets = targets;
        this.columns = List.copyOf(columns);
    }

    /// @param grid the grid of the history
    /// @param told season lengths in steps; those of which the history has fewer than three are left out
    public static RegressionFeatures of(TimeGrid grid, List<Integer> told) {
        List<Integer> seasons = kept(grid, told);
        boolean daily =
                !grid.isOrdinal() && Math.abs(grid.step().typicalLength().toHours() - 24) <= 1;
        LagColumns lags = new LagColumns(
                seasons, daily && grid.length() >= 4 * DAYS_A_MONTH ? DAYS_A_MONTH : 0, windows(grid, seasons, daily));
        TargetColumns targets = new TargetColumns(grid, seasons);
        SeasonNames names = new SeasonNames(grid);
        List<FeatureColumn> columns = new ArrayList<>(lags.columns(names));
        columns.addAll(targets.columns(names));
        return new RegressionFeatures(lags, targets, columns);
    }

    private static List<Integer> kept(TimeGrid grid, List<Integer> told) {
        return told.stream()
                .filter(season -> grid.length() >= SEASONS_NEEDED * season)
                .sorted()
                .toList();
    }

    private static List<Integer> windows(TimeGrid grid, List<Integer> seasons, boolean daily) {
        IntStream lengths = daily
                ? IntStream.of(7, 14, DAYS_A_MONTH)
                : seasons.isEmpty()
                        ? IntStream.of(3, 6, 12)
                        : seasons.size() > 1
                                ? seasons.stream().mapToInt(Integer::intValue)
                                : IntStream.of(seasons.getFirst(), 2 * seasons.getFirst());
        List<Integer> affordable = lengths.filter(length -> length <= Math.max(3, grid.length() / 3))
                .boxed()
                .toList();
        return affordable.isEmpty() ? List.of(3) : affordable;
    }

    public List<FeatureColumn> columns() {
        return columns;
    }

    /// The first origin at which most features have a past to look at.
    public int firstOrigin() {
        int season = lags.seasons().isEmpty() ? 1 : lags.seasons().getLast();
        return Math.max(season, lags.windows().getFirst()) - 1;
    }

    /// Writes the features of one value.
    ///
    /// @param values without missing ones; read up to `origin` only
    /// @param origin the last index that is known
    /// @param target the index to forecast, after `origin`
    /// @param level of the series at `origin`
    /// @param row as long as there are columns
    public void fill(double[] values, int origin, int target, LocalLevel level, double[] row) {
        if (target <= origin) {
            throw new IllegalArgumentException("target (" + target + ") must be after origin (" + origin + ").");
        }
        int lagged = lags.fill(values, origin, target, level, row);
        targets.fill(target, row, lagged);
    }
}
