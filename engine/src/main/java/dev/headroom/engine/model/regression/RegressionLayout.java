package dev.headroom.engine.model.regression;

import dev.headroom.engine.feature.LocalLevel;
import dev.headroom.engine.feature.RegressionFeatures;
import dev.headroom.engine.feature.SeasonalityTest;
import java.util.Arrays;
import java.util.List;

/// How a series becomes rows and labels: features, the local level that is taken off, and how far one row reaches.
///
/// @param window over how many values the local level is the median
/// @param reach how many steps ahead are learned at once; further ones start again from forecasts
record RegressionLayout(RegressionFeatures features, int window, LocalLevel.Form form, int reach) {
    private static final int LONGEST_LEVEL_SHARE = 4;
    private static final int USUAL_REACH = 28;
    private static final int FEWEST_REACHES = 8;
    private static final int MOST_ROWS = 4000;
    private static final int MOST_ROWS_A_TARGET = 3;
    private static final int[] LEVEL_SEASONS = {1, 2, 4};
    private static final int[] LEVEL_STEPS = {1, 3, 12};
    private static final int PRIME = 7919;

    static RegressionLayout of(KnownPast past, List<Integer> seasons) {
        RegressionFeatures features = RegressionFeatures.of(past.grid(), seasons);
        int window = window(past, seasons);
        int season = seasons.isEmpty() ? 1 : seasons.getFirst();
        int reach = Math.clamp(past.length() / FEWEST_REACHES, 1, USUAL_REACH);
        return new RegressionLayout(features, window, past.form(Math.max(window, season)), reach);
    }

    /// The window after whose level the values stay closest, among whole seasons where there is a season.
    private static int window(KnownPast past, List<Integer> seasons) {
        int[] candidates = LEVEL_STEPS;
        for (int season : seasons) {
            if (SeasonalityTest.isSeasonal(past.values(), season)) {
                candidates = LEVEL_SEASONS.clone();
                for (int i = 0; i < candidates.length; i++) {
                    candidates[i] *= season;
                }
            }
        }
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        int from = Math.max(past.length() / LONGEST_LEVEL_SHARE, past.length() - MOST_ROWS);
        for (int window : candidates) {
            double error = 0;
            for (int t = Math.max(1, from); t < past.length(); t++) {
                if (past.observed()[t]) {
                    LocalLevel level = LocalLevel.at(past.values(), t - 1, window, LocalLevel.Form.DIFFERENCE);
                    error += Math.abs(level.relative(past.values()[t]));
                }
            }
            if (error < least && (window <= past.length() / LONGEST_LEVEL_SHARE || window == 1)) {
                least = error;
                best = window;
            }
        }
        return best;
    }

    LocalLevel level(double[] values, int origin) {
        return LocalLevel.at(values, origin, window, form);
    }

    /// How large a label can be, as a size to compare small ones with.
    double usualLabel(KnownPast past) {
        return switch (form) {
            case RATIO -> 1;
            case DIFFERENCE ->
                Arrays.stream(past.values()).map(Math::abs).average().orElse(0);
        };
    }

    double[] row(double[] values, int origin, int target, LocalLevel level) {
        double[] row = new double[features.columns().size()];
        features.fill(values, origin, target, level, row);
        return row;
    }

    /// How many values have a past to look at.
    int targets(KnownPast past) {
        return past.length() - 1 - features.firstOrigin();
    }

    /// One to three rows for each observed target, from different origins before it.
    TrainingTable table(KnownPast past) {
        int first = features.firstOrigin();
        int each = Math.clamp(MOST_ROWS / Math.max(1, targets(past)), 1, Math.min(MOST_ROWS_A_TARGET, reach));
        int from = Math.max(first + 1, past.length() - MOST_ROWS / each);
        double[][] rows = new double[Math.max(0, past.length() - from) * each][];
        double[] labels = new double[rows.length];
        int count = 0;
        for (int target = from; target < past.length(); target++) {
            for (int j = 0; j < each && past.observed()[target]; j++) {
                int ahead = 1 + Math.floorMod((long) target * PRIME + (long) j * reach / each, reach);
                int origin = target - ahead;
                if (origin >= first) {
                    LocalLevel level = level(past.values(), origin);
                    rows[count] = row(past.values(), origin, target, level);
                    labels[count++] = level.relative(past.values()[target]);
                }
            }
        }
        return new TrainingTable(Arrays.copyOf(rows, count), Arrays.copyOf(labels, count));
    }
}
