package dev.headroom.engine.model.theta;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// An optimised Theta model fitted to one series, with a fixed season: normal errors, exact deviations.
///
/// @param length how many values the season has seen
record OptimisedThetaModel(
        TimeGrid grid,
        ModelProvenance provenance,
        String explanation,
        SeasonalFigure season,
        OptimisedTheta theta,
        int length,
        Floor floor)
        implements FittedModel {
    /// The least value that the series can take.
    enum Floor {
        ZERO,
        NONE
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[] adjusted = new double[steps];
        theta.forecast(adjusted);
        double[] deviations = sorted.length == 0 ? new double[steps] : theta.deviations(steps);
        double[] point = new double[steps];
        double[][] quantiles = new double[sorted.length][steps];
        for (int k = 0; k < steps; k++) {
            point[k] = restored(adjusted[k], k);
            for (int i = 0; i < sorted.length; i++) {
                quantiles[i][k] = restored(adjusted[k] + deviations[k] * NormalDistribution.quantile(sorted[i]), k);
            }
        }
        return new QuantileForecast(grid.next(steps), point, sorted, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double sigma = theta.sigma();
        double[] shocks = new double[horizon.steps()];
        double[][] drawn = new double[paths][shocks.length];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            Arrays.setAll(shocks, k -> sigma * stream.nextGaussian());
            theta.draw(shocks, drawn[i]);
            for (int k = 0; k < shocks.length; k++) {
                drawn[i][k] = restored(drawn[i][k], k);
            }
        }
        return new SamplePaths(grid.next(horizon.steps()), drawn);
    }

    private double restored(double adjusted, int step) {
        double value = season.restored(adjusted, (long) length + step);
        return switch (floor) {
            case ZERO -> Math.max(0, value);
            case NONE -> value;
        };
    }
}
