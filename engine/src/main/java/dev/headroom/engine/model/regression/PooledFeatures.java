package dev.headroom.engine.model.regression;

import dev.headroom.engine.numeric.LeastSquaresLine;
import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// What a model of many series sees of one of them: the last values, their level, spread and slope, and the values of
/// the same phase of earlier seasons, as distances from the present level in units of the usual change, and the place
/// in the season.
///
/// Input: values without gaps up to an origin, 1 or more. Output: a row of finite features a step; what the history
/// does not reach is 0, the present level. A series times a positive number, or plus a number, has the same rows but
/// for one column, the level in units of the change. Errors: none. Source: the features are those of the M5
/// competition's leaders (Makridakis et al. 2022, doi:10.1016/j.ijforecast.2021.11.013). Departures: the selection is
/// our own.
final class PooledFeatures {
    private static final int FEWEST_LAGS = 12;
    private static final int MOST_LAGS = 28;
    private static final int SLOPE_POINTS = 6;
    private static final int SEASONS = 6;
    private static final int MEAN_SEASONS = 4;
    private static final int WINDOW_SEASONS = 8;
    private static final int SHORTEST_WINDOW = 60;
    private static final int LEVEL_POINTS = 4;
    private static final int SUMMARIES = 10;

    private final int season;
    private final int lags;

    /// @param season the shortest season in steps; 1 for none
    PooledFeatures(int season) {
        this.season = season;
        this.lags = Math.clamp(season, FEWEST_LAGS, MOST_LAGS);
    }

    int width() {
        return lags + SUMMARIES + 2 + SEASONS + 4;
    }

    /// How many values the features need to say more than the level.
    int shortest() {
        return Math.max(2 * season + 4, 10);
    }

    /// The features at one origin.
    ///
    /// @param position how many whole steps lie before the first value since the start of all time
    At at(double[] values, int end, long position) {
        return new At(values, end, position);
    }

    /// One origin of one series.
    final class At {
        private final double[] recent;
        private final double level;
        private final double scale;
        private final double[] shared;
        private final long next;

        private At(double[] values, int end, long position) {
            next = position + end;
            int length = Math.min(end, Math.max(WINDOW_SEASONS * season, SHORTEST_WINDOW));
            recent = Arrays.copyOfRange(values, end - length, end);
            level = OrderStatistics.median(tail(Math.max(season, LEVEL_POINTS)));
            scale = usualChange();
            for (int t = 0; t < length; t++) {
                recent[t] = (recent[t] - level) / scale;
            }
            shared = new double[lags + SUMMARIES];
            for (int lag = 1; lag <= lags; lag++) {
                shared[lag - 1] = back(lag);
            }
            double[] summaries = {
                deviation(tail(season)),
                mean(tail(season)),
                deviation(recent),
                mean(recent),
                mean(tail(3 * season)),
                mean(tail(3)),
                slope(tail(2 * season + SLOPE_POINTS)) * season,
                back(1) - (length > season ? back(1 + season) : back(1)),
                (double) length / season,
                level / scale
            };
            System.arraycopy(summaries, 0, shared, lags, SUMMARIES);
        }

        /// The value that a label of 0 stands for.
        double level() {
            return level;
        }

        /// The size of one unit of a label; above 0.
        double scale() {
            return scale;
        }

        /// Writes the features of a step ahead, 1 or more.
        void row(int step, double[] row) {
            System.arraycopy(shared, 0, row, 0, shared.length);
            int at = shared.length;
            row[at++] = step;
            row[at++] = Math.floorMod(next + step - 1, season);
            int nearest = ((step - 1) / season + 1) * season - (step - 1);
            double[] same = new double[SEASONS];
            int known = 0;
            for (int i = 0; i < SEASONS; i++) {
                int lag = nearest + i * season;
                row[at + i] = back(lag);
                if (lag <= recent.length) {
                    same[known++] = back(lag);
                }
            }
            at += SEASONS;
            double sum = 0;
            int meant = Math.min(known, MEAN_SEASONS);
            for (int i = 0; i < meant; i++) {
                sum += same[i] / meant;
            }
            row[at++] = sum;
            row[at++] = known == 0 ? 0 : OrderStatistics.medianInPlace(same, known);
            row[at++] = back(nearest + 1);
            row[at] = back(Math.max(1, nearest - 1));
        }

        private double back(int lag) {
            return lag <= recent.length ? recent[recent.length - lag] : 0;
        }

        private double[] tail(int count) {
            return Arrays.copyOfRange(recent, Math.max(0, recent.length - count), recent.length);
        }

        private double usualChange() {
            double change = Math.min(meanChange(1), meanChange(season));
            double size = 0;
            for (double value : recent) {
                size += Math.abs(value) / recent.length;
            }
            if (change > 0 && Double.isFinite(change)) {
                return change;
            }
            return size > 0 ? size : 1;
        }

        private double meanChange(int distance) {
            if (recent.length <= distance) {
                return Double.POSITIVE_INFINITY;
            }
            double sum = 0;
            for (int t = distance; t < recent.length; t++) {
                sum += Math.abs(recent[t] - recent[t - distance]);
            }
            return sum / (recent.length - distance);
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private static double deviation(double[] values) {
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return Math.sqrt(squares / values.length);
        }

        private static double slope(double[] values) {
            return LeastSquaresLine.through(values, values.length).slope();
        }
    }
}
