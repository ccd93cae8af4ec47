package dev.headroom.engine.model.additive;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The additive model fitted to one series.
///
/// Intervals are normal; their variance is that of the fading noise and of future changes of slope, which come as often
/// as there were change points in the history, with the mean size of those found (Laplace). Paths draw both.
public final class AdditiveModel implements ExplainedModel {
    /// The part that carries the last deviation from all other parts into the forecast.
    public static final String RECENT_DEVIATION = "recent deviation";

    private final TimeGrid grid;
    private final Design design;
    private final double[] coefficients;
    private final Remainder remainder;
    private final ModelProvenance provenance;

    AdditiveModel(
            TimeGrid grid, Design design, double[] coefficients, Remainder remainder, ModelProvenance provenance) {
        this.grid = grid;
        this.design = design;
        this.coefficients = coefficients.clone();
        this.remainder = remainder;
        this.provenance = provenance;
    }

    @Override
    public ModelProvenance provenance() {
        return provenance;
    }

    @Override
    public List<Contribution> contributions(int from, int to) {
        Objects.checkFromToIndex(from, to, Integer.MAX_VALUE);
        int parts = design.terms().size() + 2;
        double[][] values = new double[parts][to - from];
        double[] row = new double[design.columns()];
        for (int t = from; t < to; t++) {
            design.fill(t, row);
            values[0][t - from] = sum(row, 0, design.trend().columns());
            for (int i = 0; i < design.terms().size(); i++) {
                int offset = design.offset(i);
                values[i + 1][t - from] =
                        sum(row, offset, offset + design.terms().get(i).columns());
            }
            int step = t - grid.length() + 1;
            values[parts - 1][t - from] = step > 0 ? remainder.carried(step) : 0;
        }
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution("trend", values[0]));
        for (int i = 0; i < design.terms().size(); i++) {
            contributions.add(new Contribution(design.terms().get(i).name(), values[i + 1]));
        }
        contributions.add(new Contribution(RECENT_DEVIATION, values[parts - 1]));
        return List.copyOf(contributions);
    }

    private double sum(double[] row, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += row[i] * coefficients[i];
        }
        return sum;
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] deviation = new double[steps];
        double size = meanChange();
        for (int k = 0; k < steps; k++) {
            double ahead = (k + 1.0) / (grid.length() - 1);
            // Changes arrive at random; each moves the line by its size times the time left.
            double trend = design.trend().changePoints() * 2 * size * size * ahead * ahead * ahead / 3;
            deviation[k] = Math.sqrt(remainder.variance(k + 1) + trend);
        }
        return NormalBand.around(grid.next(steps), point(steps), deviation, levels);
    }

    private double[] point(int steps) {
        double[] point = new double[steps];
        double[] row = new double[design.columns()];
        for (int k = 0; k < steps; k++) {
            design.fill(grid.length() + k, row);
            point[k] = sum(row, 0, row.length) + remainder.carried(k + 1);
        }
        return point;
    }

    /// The mean absolute change of slope over one history, in the unit of the series.
    private double meanChange() {
        int count = design.trend().changePoints();
        return count == 0
                ? 0
                : Arrays.stream(coefficients, 2, 2 + count).map(Math::abs).sum() / count;
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        int steps = horizon.steps();
        double[] point = point(steps);
        double[][] drawn = new double[paths][steps];
        double size = meanChange() / (grid.length() - 1);
        double chance = Math.min(1, design.trend().changePoints() / (grid.length() - 1.0));
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            double slope = 0;
            double line = 0;
            double noise = 0;
            for (int k = 0; k < steps; k++) {
                boolean changes = stream.nextDouble() < chance;
                double change = changes ? size * laplace(stream.nextDouble()) : 0;
                double moment = changes ? stream.nextDouble() : 0;
                line += slope + change * moment;
                slope += change;
                noise = remainder.fading() * noise + remainder.fresh() * stream.nextGaussian();
                drawn[i][k] = point[k] + line + noise;
            }
        }
        return new SamplePaths(grid.next(steps), drawn);
    }

    /// The Laplace variate of scale 1 at a uniform number.
    private static double laplace(double uniform) {
        return uniform < 0.5 ? Math.log(2 * uniform) : -Math.log(2 * (1 - uniform));
    }

    @Override
    public String explanation() {
        String parts = design.terms().stream().map(Term::name).collect(Collectors.joining(", "));
        String seasons = parts.isEmpty() ? "no seasonal part" : parts;
        return "A trend with up to " + design.trend().changePoints() + " changes of slope plus " + seasons + ". "
                + (remainder.fading() > 0.5
                        ? "Deviations last, so the latest one fades slowly into the forecast."
                        : "Deviations are short-lived.");
    }
}
