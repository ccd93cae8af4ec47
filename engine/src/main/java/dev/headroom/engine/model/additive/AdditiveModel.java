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

/// The additive model fitted to one series.
///
/// A forecast needs the regressors and bounds of its steps; it throws where one is not known, and says which. Intervals
/// are normal; their variance is that of the fading noise and of future changes of slope, which come as often
/// as there were change points in the history, with the mean size of those found (Laplace). Paths draw both.
public final class AdditiveModel implements ExplainedModel {
    /// The part that carries the last deviation from all other parts into the forecast.
    public static final String RECENT_DEVIATION = "recent deviation";

    private final TimeGrid grid;
    private final Design design;
    private final Curve curve;
    private final double[] coefficients;
    private final Remainder remainder;
    private final ModelProvenance provenance;

    AdditiveModel(Design design, double[] coefficients, Remainder remainder, ModelProvenance provenance) {
        this.grid = design.grid();
        this.design = design;
        this.curve = Curve.of(design);
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
        for (int t = from; t < to; t++) {
            Curve.Point point = known(t);
            double trend = curve.trend(point, curve.line(point, coefficients));
            values[0][t - from] = trend;
            for (int i = 0; i < design.terms().size(); i++) {
                int offset = design.offset(i);
                int end = offset + design.terms().get(i).columns();
                double sum = Curve.sum(point.row(), coefficients, offset, end);
                values[i + 1][t - from] = curve.multiplies() ? trend * sum : sum;
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

    /// The point of a grid index with all that was told of it. In the history an unknown regressor counts with its
    /// mean.
    ///
    /// @throws IllegalArgumentException when a regressor or a bound of a future point is not known
    private Curve.Point known(int index) {
        Curve.Point point = design.point(index);
        if (Design.isKnown(point)) {
            return point;
        }
        if (index >= grid.length()) {
            throw new IllegalArgumentException(AdditiveWords.unknown(design, index));
        }
        double[] row = point.row();
        for (int i = 0; i < row.length; i++) {
            row[i] = Double.isNaN(row[i]) ? 0 : row[i];
        }
        return new Curve.Point(row, point.floor(), point.capacity());
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] point = new double[steps];
        double[] deviation = new double[steps];
        double size = meanChange();
        for (int k = 0; k < steps; k++) {
            Curve.Point at = known(grid.length() + k);
            double line = curve.line(at, coefficients);
            double others = curve.others(at, coefficients);
            point[k] = curve.value(curve.trend(at, line), others) + remainder.carried(k + 1);
            double ahead = (k + 1.0) / (grid.length() - 1);
            // Changes arrive at random; each moves the line by its size times the time left.
            double moved = design.trend().changePoints() * 2 * size * size * ahead * ahead * ahead / 3;
            double steepness = curve.steepness(at, line) * (curve.multiplies() ? 1 + others : 1);
            deviation[k] = Math.sqrt(remainder.variance(k + 1) + steepness * steepness * moved);
        }
        return NormalBand.around(grid.next(steps), point, deviation, levels);
    }

    /// The mean absolute change of slope over one history, in the unit of the line.
    private double meanChange() {
        int count = design.trend().changePoints();
        int first = design.trend().firstChange();
        return count == 0
                ? 0
                : Arrays.stream(coefficients, first, first + count)
                                .map(Math::abs)
                                .sum()
                        / count;
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        int steps = horizon.steps();
        Curve.Point[] points = new Curve.Point[steps];
        Arrays.setAll(points, k -> known(grid.length() + k));
        double[] lines = Arrays.stream(points)
                .mapToDouble(at -> curve.line(at, coefficients))
                .toArray();
        double[] others = Arrays.stream(points)
                .mapToDouble(at -> curve.others(at, coefficients))
                .toArray();
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
                double trend = curve.trend(points[k], lines[k] + line);
                drawn[i][k] = curve.value(trend, others[k]) + remainder.carried(k + 1) + noise;
            }
        }
        return new SamplePaths(grid.next(steps), drawn);
    }

    /// The Laplace variate of scale 1 at a uniform number.
    private static double laplace(double uniform) {
        return uniform < 0.5 ? Math.log(2 * uniform) : -Math.log(2 * (1 - uniform));
    }

    /// The bends of the trend that were found, the earliest first. Where neighbouring change points bend one after the
    /// other, they count as one at their centre.
    public List<TrendBend> bends() {
        return design.trend().form() == Trend.Form.FLAT
                ? List.of()
                : TrendBend.in(
                        design.trend(), t -> curve.trend(known(t), curve.line(known(t), coefficients)), coefficients);
    }

    @Override
    public String explanation() {
        return AdditiveWords.describe(design, bends(), remainder);
    }
}
