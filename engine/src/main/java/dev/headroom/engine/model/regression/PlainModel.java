package dev.headroom.engine.model.regression;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.NormalBand;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;
import java.util.Optional;

/// What stands in for a regression where the history is too short for one.
///
/// @param inside the simpler model; empty where there is one observation
/// @param only that observation, in the unit of the series
record PlainModel(
        Optional<FittedModel> inside, TimeGrid grid, double only, ModelProvenance provenance, String explanation)
        implements FittedModel {
    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        return inside.map(model -> model.forecast(horizon, levels)).orElseGet(() -> {
            double[] centre = new double[horizon.steps()];
            Arrays.fill(centre, only);
            return NormalBand.around(grid.next(centre.length), centre, new double[centre.length], levels);
        });
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        return inside.map(model -> model.simulate(horizon, paths, seed)).orElseGet(() -> {
            double[][] drawn = new double[paths][horizon.steps()];
            for (double[] path : drawn) {
                Arrays.fill(path, only);
            }
            return new SamplePaths(grid.next(horizon.steps()), drawn);
        });
    }
}
