package dev.headroom.engine.model.intermittent;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;

/// A method for intermittent demand fitted to one series. The point forecast is the demand rate; quantiles are counted
/// over drawn futures, so that most of them are 0 where demand is rare.
///
/// A future is drawn period by period: there is demand with the probability of the state, its size is that of the state
/// times one of the relative sizes of the past, and the state smooths what was drawn.
record IntermittentModel(TimeGrid grid, DemandFit fit, ModelProvenance provenance, String explanation)
        implements FittedModel {
    private static final int DRAWS = 2000;

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        int steps = horizon.steps();
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[] point = new double[steps];
        Arrays.fill(point, fit.end().rate());
        double[][] quantiles = new double[sorted.length][steps];
        if (sorted.length > 0) {
            double[][] drawn = draw(steps, DRAWS, provenance.seed());
            double[] column = new double[DRAWS];
            for (int k = 0; k < steps; k++) {
                for (int i = 0; i < DRAWS; i++) {
                    column[i] = drawn[i][k];
                }
                Arrays.sort(column);
                for (int i = 0; i < sorted.length; i++) {
                    quantiles[i][k] = OrderStatistics.quantileOfSorted(column, sorted[i]);
                }
            }
        }
        return new QuantileForecast(grid.next(steps), point, sorted, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        return new SamplePaths(grid.next(horizon.steps()), draw(horizon.steps(), paths, seed));
    }

    private double[][] draw(int steps, int paths, long seed) {
        double[] sizes = fit.relativeSizes();
        double[][] drawn = new double[paths][steps];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            DemandState state = fit.end().copy();
            for (int k = 0; k < steps; k++) {
                double chance = stream.nextDouble();
                double size = sizes[(int) (stream.nextDouble() * sizes.length)];
                drawn[i][k] = chance < state.probability() ? size * state.size() : 0;
                state.observe(drawn[i][k]);
            }
        }
        return drawn;
    }
}
