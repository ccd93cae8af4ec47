package dev.headroom.engine.model.baseline;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.stream.IntStream;

/// A fitted baseline: normal intervals around the centre of a [Walk], and paths drawn step by step.
record WalkModel(TimeGrid grid, Walk walk, ModelProvenance provenance, String explanation) implements FittedModel {
    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] centre =
                IntStream.rangeClosed(1, steps).mapToDouble(walk::centre).toArray();
        double[] deviations =
                IntStream.rangeClosed(1, steps).mapToDouble(walk::deviation).toArray();
        return NormalBand.around(grid.next(steps), centre, deviations, levels);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        int steps = horizon.steps();
        double[][] drawn = new double[paths][steps];
        double[] shocks = new double[steps + 1];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            for (int k = 0; k <= steps; k++) {
                shocks[k] = stream.nextGaussian();
            }
            walk.draw(shocks, drawn[i]);
        }
        return new SamplePaths(grid.next(steps), drawn);
    }
}
