package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.ModelSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The same regression learned from the first half and from the first seven eighths of the history only: honest
/// forecasts from any origin after that, for the weights of the members and the size of the errors.
///
/// @param lengths how many points each was learned from, increasing
/// @param trials what was learned, one a length
record EarlierTrials(List<Integer> lengths, List<RegressionTrainer.Members> trials) {
    private static final int[] EIGHTHS = {4, 7};
    private static final int ORIGINS = 16;
    private static final int LONGEST_REACH = 28;

    static EarlierTrials of(RegressionTrainer trainer, KnownPast past, ModelSpec.Regression spec, long seed) {
        List<Integer> lengths = new ArrayList<>();
        List<RegressionTrainer.Members> trials = new ArrayList<>();
        for (int eighths : EIGHTHS) {
            int length = past.length() * eighths / 8;
            if (length > 0) {
                trainer.train(past.until(length), spec, seed, RegressionTrainer.Effort.TRIAL)
                        .ifPresent(trial -> {
                            lengths.add(length);
                            trials.add(trial);
                        });
            }
        }
        return new EarlierTrials(List.copyOf(lengths), List.copyOf(trials));
    }

    /// The errors of one learned function a trial, by origin and step; NaN where nothing was observed.
    ///
    /// @param trained one a length
    double[][] errors(KnownPast past, List<TrainedRegression> trained) {
        int steps = Math.clamp(past.length() / 8, 1, LONGEST_REACH);
        List<double[]> errors = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            int from = lengths.get(i) - 1;
            int to = i + 1 < lengths.size() ? lengths.get(i + 1) - 1 : past.length() - 1;
            int distance = Math.max(1, (to - from) / ORIGINS);
            for (int origin = from; origin < to; origin += distance) {
                double[] forecast = trained.get(i).forecast(past.values(), origin, steps);
                double[] row = new double[steps];
                Arrays.fill(row, Double.NaN);
                for (int k = 0; k < steps && origin + 1 + k < past.length(); k++) {
                    row[k] = past.observed()[origin + 1 + k] ? past.values()[origin + 1 + k] - forecast[k] : Double.NaN;
                }
                errors.add(row);
            }
        }
        return errors.toArray(double[][]::new);
    }

    /// Weights that fall with the square of a member's mean absolute error; equal ones without any trial.
    double[] weights(KnownPast past, int members) {
        double[] weights = new double[members];
        Arrays.fill(weights, 1.0 / members);
        if (members == 1 || trials.isEmpty()) {
            return weights;
        }
        double total = 0;
        for (int i = 0; i < members; i++) {
            int member = i;
            double mean = Arrays.stream(errors(
                            past,
                            trials.stream().map(trial -> trial.only(member)).toList()))
                    .flatMapToDouble(Arrays::stream)
                    .filter(error -> !Double.isNaN(error))
                    .map(Math::abs)
                    .average()
                    .orElse(0);
            if (!(mean > 0)) {
                Arrays.fill(weights, 1.0 / members);
                return weights;
            }
            weights[i] = 1 / (mean * mean);
            total += weights[i];
        }
        for (int i = 0; i < members; i++) {
            weights[i] /= total;
        }
        return weights;
    }
}
