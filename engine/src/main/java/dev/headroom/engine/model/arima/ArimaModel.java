package dev.headroom.engine.model.arima;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// A seasonal ARIMA model fitted to one series: normal intervals from its psi weights, paths drawn by its innovations.
public final class ArimaModel implements Rewindable {
    private final TimeGrid grid;
    private final ArimaData data;
    private final ArimaEstimate estimate;
    private final ModelProvenance provenance;
    private final String explanation;

    ArimaModel(TimeGrid grid, ArimaData data, ArimaEstimate estimate, ModelProvenance provenance, String explanation) {
        this.grid = grid;
        this.data = data;
        this.estimate = estimate;
        this.provenance = provenance;
        this.explanation = explanation;
    }

    /// The short name of the chosen orders, such as `ARIMA(0,1,1)(0,1,1)[12]`.
    public String form() {
        return estimate.order().shortName();
    }

    @Override
    public double optimism() {
        return Rewindable.optimism(estimate.counted(), estimate.order().coefficients());
    }

    @Override
    public FittedModel asOf(int trainingLength) {
        return new ArimaModel(grid.slice(0, trainingLength), data, estimate, provenance, explanation);
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
        ArimaState state = state();
        double[] mean = state.mean(steps);
        double[] centre = new double[steps];
        Arrays.setAll(centre, k -> inUnit(mean[k], k));
        double[] deviation =
                Arrays.stream(state.deviation(steps)).map(d -> d * data.scale()).toArray();
        return NormalBand.around(grid.next(steps), centre, deviation, levels);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        int steps = horizon.steps();
        ArimaState state = state();
        double[] mean = state.mean(steps);
        double[][] shocks = new double[paths][state.shocks(steps)];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            Arrays.setAll(shocks[i], k -> stream.nextGaussian());
        }
        double[][] drawn = state.paths(steps, shocks);
        for (double[] path : drawn) {
            for (int k = 0; k < steps; k++) {
                path[k] = inUnit(mean[k] + path[k], k);
            }
        }
        return new SamplePaths(grid.next(steps), drawn);
    }

    private ArimaState state() {
        return ArimaState.of(estimate, data.scaled(), grid.length());
    }

    private double inUnit(double value, int step) {
        return value * data.scale() + data.seasons().at((long) grid.length() + step);
    }
}
