package dev.headroom.engine.model.tbats;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// A TBATS model fitted to one series: normal errors on the transformed scale, so that the point forecast
/// is the median.
final class TbatsModel implements Rewindable {
    private final TimeGrid grid;
    private final TbatsData data;
    private final TbatsEstimate estimate;
    private final TbatsState state;
    private final ModelProvenance provenance;
    private final String explanation;

    TbatsModel(TimeGrid grid, TbatsData data, TbatsEstimate estimate, ModelProvenance provenance, String explanation) {
        this.grid = grid;
        this.data = data;
        this.estimate = estimate;
        this.provenance = provenance;
        this.explanation = explanation;
        int known = grid.length() - data.offset();
        if (known < 1) {
            throw new IllegalArgumentException("trainingLength (" + grid.length() + ") must reach beyond the first "
                    + data.offset() + " values, which were not modelled.");
        }
        this.state = estimate.state(data, known);
    }

    TbatsForm form() {
        return estimate.form();
    }

    @Override
    public double optimism() {
        return Rewindable.optimism(data.observed(), estimate.form().parameterCount());
    }

    @Override
    public FittedModel asOf(int trainingLength) {
        return new TbatsModel(grid.slice(0, trainingLength), data, estimate, provenance, explanation);
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
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[] point = new double[steps];
        double[][] quantiles = new double[sorted.length][steps];
        TbatsState ahead = state.copy();
        TbatsState effect = state.withoutValues();
        double variance = 1;
        for (int k = 0; k < steps; k++) {
            double centre = ahead.mean();
            double deviation = estimate.sigma() * Math.sqrt(variance);
            point[k] = inUnit(centre);
            for (int i = 0; i < sorted.length; i++) {
                quantiles[i][k] = inUnit(centre + deviation * NormalDistribution.quantile(sorted[i]));
            }
            ahead.step(0);
            effect.step(k == 0 ? 1 : 0);
            variance += effect.mean() * effect.mean();
        }
        return new QuantileForecast(grid.next(steps), point, sorted, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double[][] drawn = new double[paths][horizon.steps()];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            TbatsState ahead = state.copy();
            for (int k = 0; k < drawn[i].length; k++) {
                double shock = estimate.sigma() * stream.nextGaussian();
                drawn[i][k] = inUnit(ahead.mean() + shock);
                ahead.step(shock);
            }
        }
        return new SamplePaths(grid.next(horizon.steps()), drawn);
    }

    private double inUnit(double transformed) {
        return data.inUnit(transformed, estimate.form().lambda());
    }
}
