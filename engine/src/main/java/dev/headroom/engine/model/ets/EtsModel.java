package dev.headroom.engine.model.ets;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.numeric.ObservedValues;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/// Exponential smoothing fitted to one series: normal intervals from the state-space form, paths drawn from it.
public final class EtsModel implements Rewindable {
    // An error of -1 or less would turn a positive series negative for good.
    private static final double LOWEST_RELATIVE_ERROR = -0.95;
    // On values of mean size 1: a falling trend may reach 0, and no factor can be told from there.
    private static final double SMALLEST_PART = 1e-3;
    // In largest standard deviations.
    private static final double FARTHEST_PATH = 4;

    private final TimeGrid grid;
    private final EtsData data;
    private final EtsEstimate estimate;
    private final EtsRecursion.EtsState state;
    private final ModelProvenance provenance;
    private final String explanation;

    EtsModel(TimeGrid grid, EtsData data, EtsEstimate estimate, ModelProvenance provenance, String explanation) {
        this.grid = grid;
        this.data = data;
        this.estimate = estimate;
        this.provenance = provenance;
        this.explanation = explanation;
        EtsRecursion recursion = new EtsRecursion(estimate.form(), estimate.seasonLength(), data.scaled());
        int known = grid.length() - data.offset();
        if (known < 1) {
            throw new IllegalArgumentException("trainingLength (" + grid.length() + ") must reach beyond the first "
                    + data.offset() + " values, which were not smoothed.");
        }
        recursion.run(estimate.parameters(), known, new double[0]);
        this.state = recursion.state(known);
    }

    /// The short name of the chosen form, such as `ETS(M,Ad,N)`.
    public String form() {
        return estimate.form().shortName();
    }

    @Override
    public double optimism() {
        return Rewindable.optimism(
                ObservedValues.count(data.scaled()), estimate.form().parameterCount(estimate.seasonLength()));
    }

    @Override
    public FittedModel asOf(int trainingLength) {
        return new EtsModel(grid.slice(0, trainingLength), data, estimate, provenance, explanation);
    }

    /// The same parameters on a revised series, of which no profile was taken out: what a model around this one needs
    /// to go back to an earlier origin.
    ///
    /// @param revised in the unit of the series, NaN = missing; as long as `known`
    public EtsModel over(TimeGrid known, double[] revised) {
        double[] scaled = Arrays.stream(revised, data.offset(), revised.length)
                .map(value -> value / data.scale())
                .toArray();
        EtsData other = new EtsData(scaled, data.scale(), data.pattern(), data.offset());
        return new EtsModel(known, other, estimate, provenance, explanation);
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
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        EtsMoments moments = EtsMoments.of(estimate, state, steps);
        double[] centre = new double[steps];
        Arrays.setAll(centre, k -> inUnit(moments.mean()[k], k));
        double most = mostDeviation();
        double[] deviation = Arrays.stream(moments.deviation())
                .map(d -> Math.min(d, most) * data.scale())
                .toArray();
        return NormalBand.around(grid.next(steps), centre, deviation, levels);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double[][] drawn = new double[paths][horizon.steps()];
        double[] centre = EtsMoments.of(estimate, state, horizon.steps()).mean();
        for (int i = 0; i < paths; i++) {
            draw(new SeededStream(seed, i), centre, drawn[i]);
        }
        return new SamplePaths(grid.next(horizon.steps()), drawn);
    }

    /// The largest standard deviation that is believed: with relative errors the range of all that was seen, because
    /// on loads in bursts that of the form grows beyond all bounds within a few seasons.
    private double mostDeviation() {
        if (estimate.form().error() == EtsForm.Error.ADDITIVE) {
            return Double.POSITIVE_INFINITY;
        }
        DoubleSummaryStatistics seen = Arrays.stream(data.observed()).summaryStatistics();
        return seen.getMax() - seen.getMin();
    }

    private void draw(SeededStream stream, double[] centre, double[] path) {
        double reach = FARTHEST_PATH * mostDeviation();
        EtsForm form = estimate.form();
        EtsParameters p = estimate.parameters();
        boolean relative = form.error() == EtsForm.Error.MULTIPLICATIVE;
        double level = state.level();
        double slope = state.slope();
        double[] seasonal = state.seasonalCopy();
        for (int k = 0; k < path.length; k++) {
            double damped = p.phi() * slope;
            double base = level + (form.hasTrend() ? damped : 0);
            int phase = seasonal.length == 0 ? 0 : k % seasonal.length;
            double s = seasonal.length == 0 ? 0 : seasonal[phase];
            boolean multiplied = form.season() == EtsForm.Season.MULTIPLICATIVE;
            double mean = multiplied ? base * s : base + s;
            double shock = estimate.sigma() * stream.nextGaussian();
            double error = relative ? mean * Math.max(LOWEST_RELATIVE_ERROR, shock) : shock;
            double drawn = Math.clamp(mean + error, centre[k] - reach, centre[k] + reach);
            error = drawn - mean;
            path[k] = inUnit(drawn, k);
            double levelError = multiplied ? error / Math.max(SMALLEST_PART, s) : error;
            level = base + p.alpha() * levelError;
            slope = damped + p.beta() * levelError;
            if (seasonal.length > 0) {
                seasonal[phase] = s + p.gamma() * (multiplied ? error / Math.max(SMALLEST_PART, base) : error);
            }
        }
    }

    private double inUnit(double value, int step) {
        double[] pattern = data.pattern();
        return value * data.scale() + pattern[(grid.length() + step) % pattern.length];
    }
}
