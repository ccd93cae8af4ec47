package dev.headroom.engine.tuning;

import dev.headroom.engine.model.Settings;
import dev.headroom.engine.numeric.OrderStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/// Tries settings one after the other on folds in time order, and gives up on hopeless ones.
///
/// Input: a search, an objective, and a budget that the caller watches. Output: every trial. The first trial
/// is the model as it is, without settings. The same search, objective and number of trials give the same
/// trials as long as the budget does not bind. Errors: a fold without a score makes a trial fail; the search
/// goes on. Source: D. Golovin et al. (2017), Google Vizier: a service for black-box optimization,
/// doi:10.1145/3097983.3098043 (the median rule). Departures: the score of a trial that was stopped is scaled
/// up from the folds that it ran, by what the first complete trial did on them.
///
/// @param trials how many at most, 1 or more
/// @param folds how many a complete trial runs, 1 or more
public record Tuning(Search search, int trials, int folds) {
    // With fewer trials a median says little.
    private static final int FEWEST = 4;

    /// What is made as small as possible.
    @FunctionalInterface
    public interface Objective {
        /// @param fold from 0, in time order
        /// @return empty when the settings cannot be scored on the fold
        OptionalDouble score(Settings settings, int fold);
    }

    public Tuning {
        if (trials < 1 || folds < 1) {
            throw new IllegalArgumentException("trials (" + trials + ") and folds (" + folds + ") must be 1 or more.");
        }
    }

    /// @param timeLeft asked before every fold
    public TuningResult run(Objective objective, BooleanSupplier timeLeft) {
        List<Trial> done = new ArrayList<>();
        while (done.size() < trials) {
            Settings settings;
            if (done.isEmpty()) {
                settings = Settings.NONE;
            } else {
                switch (search.next(List.copyOf(done))) {
                    case Search.Choice.Try next -> settings = next.settings();
                    case Search.Choice.Finish finish -> {
                        return new TuningResult(done, finish.why());
                    }
                }
            }
            Trial trial = trial(settings, objective, done, timeLeft);
            if (!trial.folds().isEmpty() || trial.state() != Trial.State.OUT_OF_TIME) {
                done.add(trial);
            }
            if (trial.state() == Trial.State.OUT_OF_TIME) {
                return new TuningResult(done, TuningResult.End.OUT_OF_TIME);
            }
        }
        return new TuningResult(done, TuningResult.End.TRIALS_USED);
    }

    private Trial trial(Settings settings, Objective objective, List<Trial> done, BooleanSupplier timeLeft) {
        List<Double> scores = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            if (!timeLeft.getAsBoolean()) {
                return ended(settings, scores, done, Trial.State.OUT_OF_TIME);
            }
            OptionalDouble score = objective.score(settings, fold);
            if (score.isEmpty() || !Double.isFinite(score.getAsDouble())) {
                return new Trial(settings, scores, Double.NaN, Trial.State.FAILED);
            }
            scores.add(score.getAsDouble());
            if (scores.size() < folds && hopeless(scores, done)) {
                return ended(settings, scores, done, Trial.State.STOPPED_EARLY);
            }
        }
        return ended(settings, scores, done, Trial.State.COMPLETE);
    }

    private static boolean hopeless(List<Double> scores, List<Trial> done) {
        int known = scores.size();
        double[] others = done.stream()
                .filter(trial -> trial.folds().size() >= known)
                .mapToDouble(trial -> trial.mean(known))
                .toArray();
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return others.length >= FEWEST && mean > OrderStatistics.median(others);
    }

    private Trial ended(Settings settings, List<Double> scores, List<Trial> done, Trial.State state) {
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double scale = done.stream()
                .filter(trial -> trial.state() == Trial.State.COMPLETE && scores.size() < folds && !scores.isEmpty())
                .findFirst()
                .map(trial -> trial.mean(folds) / trial.mean(scores.size()))
                .filter(Double::isFinite)
                .orElse(1.0);
        return new Trial(settings, scores, scale * mean, state);
    }
}
