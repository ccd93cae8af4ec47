package dev.headroom.engine.model.regression;

import dev.headroom.engine.feature.FeatureColumn;
import dev.headroom.engine.feature.LocalLevel;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.numeric.SeededStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/// A regression on features fitted to one series.
///
/// Intervals are normal and have the size of the errors at earlier origins, where only what was known then
/// had been learned; paths draw errors of that size that fade. Seen from an earlier origin, the model is the
/// one learned from the points before it, so its errors there are not too small.
final class RegressionModel implements ExplainedModel, Rewindable {
    private static final String LEVEL = "level";

    private final KnownPast past;
    private final int leading;
    private final TrainedRegression trained;
    private final List<Integer> lengths;
    private final List<TrainedRegression> earlier;
    private final ErrorSpread spread;
    private final ModelProvenance provenance;
    private final String explanation;
    private final IntFunction<FittedModel> fitAgain;

    /// @param leading how many points of the training series come before the known past
    /// @param lengths from how many points the earlier ones were learned, increasing
    /// @param fitAgain fits the first points only
    RegressionModel(
            KnownPast past,
            int leading,
            TrainedRegression trained,
            List<Integer> lengths,
            List<TrainedRegression> earlier,
            ErrorSpread spread,
            ModelProvenance provenance,
            String explanation,
            IntFunction<FittedModel> fitAgain) {
        this.past = past;
        this.leading = leading;
        this.trained = trained;
        this.lengths = lengths;
        this.earlier = earlier;
        this.spread = spread;
        this.provenance = provenance;
        this.explanation = explanation;
        this.fitAgain = fitAgain;
    }

    @Override
    public ModelProvenance provenance() {
        return provenance;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public double optimism() {
        return 1;
    }

    @Override
    public FittedModel asOf(int trainingLength) {
        int known = trainingLength - leading;
        for (int i = lengths.size() - 1; i >= 0; i--) {
            if (lengths.get(i) <= known) {
                return new RegressionModel(
                        past.until(known),
                        leading,
                        earlier.get(i),
                        lengths.subList(0, i),
                        earlier.subList(0, i),
                        spread,
                        provenance,
                        explanation,
                        fitAgain);
            }
        }
        return fitAgain.apply(trainingLength);
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] deviations = new double[steps];
        Arrays.setAll(deviations, k -> spread.deviation(k + 1));
        return NormalBand.around(past.grid().next(steps), point(steps), deviations, levels);
    }

    private double[] point(int steps) {
        return trained.forecast(past.values(), past.length() - 1, steps);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double[] point = point(horizon.steps());
        double[][] drawn = new double[paths][point.length];
        for (int i = 0; i < paths; i++) {
            spread.draw(new SeededStream(seed, i), drawn[i]);
            for (int k = 0; k < point.length; k++) {
                drawn[i][k] += point[k];
            }
        }
        return new SamplePaths(past.grid().next(point.length), drawn);
    }

    @Override
    public List<Contribution> contributions(int from, int to) {
        Objects.checkFromToIndex(from, to, Integer.MAX_VALUE);
        int last = past.length() - 1;
        double[] path = trained.path(past.values(), last, Math.max(1, to - leading - past.length()));
        List<FeatureColumn> columns = trained.layout().features().columns();
        List<String> names = new ArrayList<>(List.of(LEVEL));
        columns.stream().map(FeatureColumn::part).distinct().forEach(names::add);
        int[] partOf = columns.stream()
                .mapToInt(column -> names.indexOf(column.part()))
                .toArray();
        double[][] parts = new double[names.size()][to - from];
        for (int t = from; t < to; t++) {
            int target = t - leading;
            // The history is explained by forecasts of one step, as far as there is a past to look at.
            int origin = target > last ? trained.startFor(last, target) : target - 1;
            if (origin < trained.layout().features().firstOrigin()) {
                parts[0][t - from] = past.values()[Math.max(0, target)];
            } else {
                double[] shares = explain(path, origin, target);
                parts[0][t - from] = shares[shares.length - 1];
                for (int j = 0; j < partOf.length; j++) {
                    parts[partOf[j]][t - from] += shares[j];
                }
            }
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            contributions.add(new Contribution(names.get(i), parts[i]));
        }
        return List.copyOf(contributions);
    }

    /// What each feature adds to one forecast in the unit of the series, and last the level that it starts from.
    private double[] explain(double[] path, int origin, int target) {
        int columns = trained.layout().features().columns().size();
        LocalLevel level = trained.layout().level(path, origin);
        double[] row = trained.layout().row(path, origin, target, level);
        double[] shares = new double[columns];
        double mean = trained.predictor().explain(row, 1, shares);
        double[] explained = new double[columns + 1];
        for (int j = 0; j < columns; j++) {
            explained[j] = level.unit() * shares[j];
        }
        // A prediction beyond all that was seen is held back; that belongs to the level.
        double free = trained.predictor().predict(row);
        double held = target > past.length() - 1
                ? path[target] - level.absolute(free)
                : level.unit() * (Math.clamp(free, trained.low(), trained.high()) - free);
        explained[columns] = level.absolute(mean) + held;
        return explained;
    }
}
