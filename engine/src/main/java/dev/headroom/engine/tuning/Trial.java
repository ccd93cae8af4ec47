package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import java.util.List;

/// Settings that were tried, and how they did.
///
/// @param folds the scores of the folds that were run, in time order; smaller is better
/// @param score their mean; for a trial that was stopped early, an estimate of what all folds would have
///     given; NaN without any
public record Trial(Settings settings, List<Double> folds, double score, State state) {
    /// How a trial ended.
    public enum State {
        /// All folds were run.
        COMPLETE("complete"),
        /// It was worse than half of the others on the folds so far.
        STOPPED_EARLY("stopped early"),
        /// The time was up before all folds were run.
        OUT_OF_TIME("out of time"),
        /// A fold gave no score.
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Trial {
        folds = List.copyOf(folds);
    }

    /// The mean of the first folds.
    double mean(int count) {
        return folds.subList(0, count).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
