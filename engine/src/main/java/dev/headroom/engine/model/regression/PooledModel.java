package dev.headroom.engine.model.regression;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Gradient boosting learned over many series at once, which then forecasts each of them.
///
/// Input: series of one frequency, without gaps, in any units. Output: forecasts of each series from its own past.
/// Errors: none; where LightGBM does not load, or the series are few or short, there is no model. Source:
/// P. Montero-Manso and R. J. Hyndman (2021), Principles and algorithms for forecasting groups of time series,
/// doi:10.1016/j.ijforecast.2021.03.004. Departures: labels are distances from a local level in units of the usual
/// change, so that series of different size learn from each other; the step ahead is a feature.
public final class PooledModel {
    /// A series and how much of it may be seen.
    ///
    /// @param values without gaps
    /// @param end the values before this index are seen
    /// @param position how many whole steps lie before the first value since the start of all time
    public record Seen(double[] values, int end, long position) {
        /// The same series, seen as far as another index.
        public Seen until(int other) {
            return new Seen(values, other, position);
        }
    }

    private static final int ROWS_A_SERIES = 400;
    private static final int MOST_ROWS = 120_000;
    private static final int FEWEST_ROWS = 1_000;
    private static final int STEPS_AN_ORIGIN = 4;
    private static final double LONGEST_LABEL = 30;
    private static final TreeSettings TREES = new TreeSettings(100, -1, 31, 50, 0.09, 0.6);

    private final PooledFeatures features;
    private final Predictor trees;

    private PooledModel(PooledFeatures features, Predictor trees) {
        this.features = features;
        this.trees = trees;
    }

    /// Learns from rows drawn from all series; the same input and seed give the same model.
    ///
    /// @param season the shortest season in steps; 1 for none
    /// @param steps the longest forecast that will be asked for
    public static Optional<PooledModel> of(List<Seen> series, int season, int steps, long seed) {
        if (!(TreeLibrary.here() instanceof LightGbmLearner learner)) {
            return Optional.empty();
        }
        PooledFeatures features = new PooledFeatures(season);
        int rows = Math.min(ROWS_A_SERIES, MOST_ROWS / Math.max(1, series.size()));
        Rows drawn = new Rows(features.width(), series.size() * Math.max(rows, STEPS_AN_ORIGIN));
        for (int i = 0; i < series.size(); i++) {
            drawn.draw(features, series.get(i), Math.max(rows, STEPS_AN_ORIGIN), steps, new SeededStream(seed, i));
        }
        return drawn.count < FEWEST_ROWS
                ? Optional.empty()
                : Optional.of(new PooledModel(features, learner.robustBoosting(drawn.table(), TREES, seed)));
    }

    /// Forecasts the values after those that are seen, one a step.
    public double[] forecast(Seen seen, int steps) {
        double[] forecast = new double[steps];
        double[] row = new double[features.width()];
        PooledFeatures.At at = features.at(seen.values(), seen.end(), seen.position());
        for (int k = 0; k < steps; k++) {
            at.row(k + 1, row);
            forecast[k] = at.level() + at.scale() * trees.predict(row);
        }
        return forecast;
    }

    /// Rows as they are drawn.
    private static final class Rows {
        private final double[][] rows;
        private final double[] labels;
        private int count;

        Rows(int width, int most) {
            rows = new double[most][width];
            labels = new double[most];
        }

        void draw(PooledFeatures features, Seen seen, int wanted, int steps, SeededStream stream) {
            int first = Math.max(1, Math.min(features.shortest(), seen.end() - steps - 1));
            int origins = seen.end() - first;
            if (origins < 1) {
                return;
            }
            for (int i = 0; i < wanted / STEPS_AN_ORIGIN; i++) {
                int origin = first + (int) (stream.nextDouble() * origins);
                PooledFeatures.At at = features.at(seen.values(), origin, seen.position());
                for (int j = 0; j < STEPS_AN_ORIGIN; j++) {
                    int step = 1 + (int) (stream.nextDouble() * Math.min(steps, seen.end() - origin));
                    at.row(step, rows[count]);
                    double label = (seen.values()[origin + step - 1] - at.level()) / at.scale();
                    labels[count++] = Math.clamp(label, -LONGEST_LABEL, LONGEST_LABEL);
                }
            }
        }

        TrainingTable table() {
            return new TrainingTable(Arrays.copyOf(rows, count), Arrays.copyOf(labels, count));
        }
    }
}
