package dev.headroom.engine.series;

/// How missing observations are filled before an algorithm that cannot work with gaps sees them. Observed
/// values are never changed, and a gap that the policy cannot fill stays NaN.
public sealed interface GapPolicy {
    /// Fills a copy of the values.
    ///
    /// @param values NaN = missing
    /// @return an array of the same length
    double[] fill(double[] values);

    /// Fills a copy of the series on the same grid.
    default TimeSeries fill(TimeSeries series) {
        return new TimeSeries(series.key(), series.grid(), fill(series.values()));
    }

    /// Every gap stays a gap.
    record LeaveMissing() implements GapPolicy {
        @Override
        public double[] fill(double[] values) {
            return values.clone();
        }
    }

    /// A gap repeats the last observation before it. Missing values before the first observation stay
    /// missing.
    record LastValue() implements GapPolicy {
        @Override
        public double[] fill(double[] values) {
            double[] filled = values.clone();
            for (int i = 1; i < filled.length; i++) {
                if (Double.isNaN(filled[i])) {
                    filled[i] = filled[i - 1];
                }
            }
            return filled;
        }
    }

    /// A gap of at most `maxSteps` steps becomes a straight line between its neighbours. Longer gaps and gaps
    /// at either end stay missing.
    record Linear(int maxSteps) implements GapPolicy {
        public Linear {
            if (maxSteps < 1) {
                throw new IllegalArgumentException("maxSteps (" + maxSteps + ") must be 1 or more.");
            }
        }

        @Override
        public double[] fill(double[] values) {
            double[] filled = values.clone();
            int last = -1;
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    continue;
                }
                int gap = i - last - 1;
                if (last >= 0 && gap > 0 && gap <= maxSteps) {
                    for (int k = last + 1; k < i; k++) {
                        double share = (k - last) / (double) (i - last);
                        filled[k] = values[last] * (1 - share) + values[i] * share;
                    }
                }
                last = i;
            }
            return filled;
        }
    }

    /// A missing value takes the observed value of the nearest season with the same phase, the earlier one
    /// when two are equally near. A phase that was never observed stays missing.
    record SeasonalPhase(int seasonLength) implements GapPolicy {
        public SeasonalPhase {
            if (seasonLength < 1) {
                throw new IllegalArgumentException("seasonLength (" + seasonLength + ") must be positive.");
            }
        }

        @Override
        public double[] fill(double[] values) {
            double[] filled = values.clone();
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    filled[i] = nearestOfPhase(values, i);
                }
            }
            return filled;
        }

        private double nearestOfPhase(double[] values, int index) {
            for (long away = seasonLength; away < values.length; away += seasonLength) {
                int before = (int) (index - away);
                if (before >= 0 && !Double.isNaN(values[before])) {
                    return values[before];
                }
                long after = index + away;
                if (after < values.length && !Double.isNaN(values[(int) after])) {
                    return values[(int) after];
                }
            }
            return Double.NaN;
        }
    }
}
