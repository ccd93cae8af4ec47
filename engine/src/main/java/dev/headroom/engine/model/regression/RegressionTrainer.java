package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Learns the regressions of one method from a known past.
final class RegressionTrainer {
    static final int FEWEST_ROWS = 24;
    // Smaller labels are rounding errors.
    private static final double SMALLEST_LABEL = 1e-12;
    // Checks of earlier origins need less than the final forest.
    private static final int TRIAL_FOREST = 60;

    /// How much work a fit may cost.
    enum Effort {
        FULL,
        TRIAL
    }

    /// The members of a method, learned from the same rows.
    record Members(RegressionLayout layout, TrainingTable table, List<Predictor> predictors) {
        TrainedRegression weighted(double... weights) {
            Predictor whole = predictors.size() == 1
                    ? predictors.getFirst()
                    : new WeightedMean(List.copyOf(predictors), weights.clone());
            return TrainedRegression.of(layout, table, whole);
        }

        TrainedRegression equal() {
            double[] weights = new double[predictors.size()];
            Arrays.fill(weights, 1.0 / weights.length);
            return weighted(weights);
        }

        TrainedRegression only(int member) {
            return TrainedRegression.of(layout, table, predictors.get(member));
        }
    }

    private final TreeLearner learner;

    RegressionTrainer(TreeLearner learner) {
        this.learner = learner;
    }

    /// Empty when the past gives too few rows.
    Optional<Members> train(KnownPast past, ModelSpec.Regression spec, long seed, Effort effort) {
        RegressionLayout layout = RegressionLayout.of(past, spec.seasons().values());
        TrainingTable table = layout.table(past);
        if (table.count() < FEWEST_ROWS || layout.targets(past) < FEWEST_ROWS) {
            return Optional.empty();
        }
        List<Predictor> predictors = new ArrayList<>();
        double tiny = SMALLEST_LABEL * layout.usualLabel(past);
        for (ModelSpec.Method method : spec.method().members()) {
            predictors.add(
                    table.labelSize() > tiny
                            ? predictor(table, method, spec.settings(), seed, effort)
                            : TreeSum.constant(table.meanLabel()));
        }
        return Optional.of(new Members(layout, table, predictors));
    }

    private Predictor predictor(
            TrainingTable table, ModelSpec.Method method, Settings settings, long seed, Effort effort) {
        double size = table.labelSize();
        return switch (method) {
            case LINEAR -> RidgeLine.fit(table, settings);
            case BOOSTING ->
                learner.boosting(table.dividedBy(size), TreeSettings.boosting().with(settings), seed)
                        .times(size);
            case FOREST ->
                learner.forest(
                                table.dividedBy(size),
                                effort == Effort.FULL
                                        ? TreeSettings.forest().with(settings)
                                        : TreeSettings.forest().with(settings).withTrees(TRIAL_FOREST),
                                seed)
                        .times(size);
            case ENSEMBLE -> throw new IllegalArgumentException("method (ensemble) must be one of its members.");
        };
    }
}
