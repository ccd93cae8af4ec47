package dev.headroom.engine.tuning;

import java.util.List;
import java.util.Optional;

/// All trials of a tuning, in order, and why it ended.
public record TuningResult(List<Trial> trials, End end) {
    /// Relative differences of scores below this come from rounding.
    private static final double SAME = 1e-9;

    /// Why a tuning ended.
    public enum End {
        TRIALS_USED("all trials were used"),
        ALL_TRIED("everything was tried"),
        NO_IMPROVEMENT("no improvement was to be expected"),
        OUT_OF_TIME("the time was up");

        private final String words;

        End(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public TuningResult {
        trials = List.copyOf(trials);
    }

    /// The complete trial with the smallest score, the first of equals; empty when none was completed.
    public Optional<Trial> best() {
        return trials.stream()
                .filter(trial -> trial.state() == Trial.State.COMPLETE)
                .reduce((first, later) -> later.score() < first.score() * (1 - SAME) ? later : first);
    }
}
