package dev.headroom.engine.model.ces;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;

/// Complex exponential smoothing fitted to one series: normal errors, exact deviations, paths drawn step by step.
final class CesModel implements Rewindable {
    private final TimeGrid grid;
    private final CesData data;
    private final CesEstimate estimate;
    private final CesState state;
    private final ModelProvenance provenance;
    private final String explanation;

    CesModel(TimeGrid grid, CesData data, CesEstimate estimate, ModelProvenance provenance, String explanation) {
        this.grid = grid;
        this.data = data;
        this.estimate = estimate;
        this.provenance = provenance;
        this.explanation = explanation;
        int known = grid.length() - data.offset();
        if (known < 1) {
            throw new IllegalArgumentException("trainingLength (" + grid.length() + ") must reach beyond the first "
                    + data.offset() + " values, which were not smoothed.");
        }
        this.state = estimate.state(data, known);
    }

    CesForm form() {
        return estimate.form();
    }

    @Override
    public double optimism() {
        return Rewindable.optimism(data.observed(), estimate.form().parameterCount(data.seasonLength()));
    }

    @Override
    public FittedModel asOf(int trainingLength) {
        return new CesModel(grid.slice(0, trainingLength), data, estimate, provenance, explanation);
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
        double[] centre = new double[steps];
        double[] deviation = new double[steps];
        CesState ahead = state.copy();
        CesState effect = state.withoutValues();
        double variance = 1;
        for (int k = 0; k < steps; k++) {
            centre[k] = inUnit(ahead.mean(), k);
            ahead.step(0);
            deviation[k] = estimate.sigma() * data.scale() * Math.sqrt(variance);
            effect.step(k == 0 ? 1 : 0);
            variance += effect.mean() * effect.mean();
        }
        return NormalBand.around(grid.next(steps), centre, deviation, levels);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double[][] drawn = new double[paths][horizon.steps()];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            CesState ahead = state.copy();
            for (int k = 0; k < drawn[i].length; k++) {
                double shock = estimate.sigma() * stream.nextGaussian();
                drawn[i][k] = inUnit(ahead.mean() + shock, k);
                ahead.step(shock);
            }
        }
        return new SamplePaths(grid.next(horizon.steps()), drawn);
    }

    private double inUnit(double value, int step) {
        double[] pattern = data.pattern();
        return value * data.scale() + pattern[(grid.length() + step) % pattern.length];
    }
}
