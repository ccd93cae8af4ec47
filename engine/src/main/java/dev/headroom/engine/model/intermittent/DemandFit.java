package dev.headroom.engine.model.intermittent;

import dev.headroom.engine.model.ModelSpec.Demand;
import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// The smoothing constants of one series and what they lead to.
///
/// Input: values of 0 or more with two demands at least; NaN = missing. Output: constants, the state after the last
/// value, and the sizes of the demands relative to what was expected of them, with mean 1. Errors: none. Source:
/// see [DemandState]; constants as in N. Kourentzes (2014), On intermittent demand model optimisation and selection,
/// doi:10.1016/j.ijpe.2014.06.007 (one for sizes and one for occurrence, found together). Departures: they minimise
/// the squared error of the rate against the next value, within `[0.01, 0.5]`; the states start at the mean size and
/// the mean interval up to the last demand.
///
/// @param end the state after the last value
/// @param relativeSizes by demand
/// @param squaredError mean squared error of one step, in the unit of the series squared
record DemandFit(DemandConstants constants, DemandState end, double[] relativeSizes, double squaredError) {
    private static final double LEAST = 0.01;
    private static final double MOST = 0.5;
    private static final double[] GRID = {LEAST, 0.05, 0.1, 0.2, 0.3, MOST};
    private static final int EVALUATIONS = 120;
    private static final double TOLERANCE = 1e-9;

    static DemandFit of(Demand method, double[] values) {
        double[] best = {LEAST, LEAST};
        double least = Double.POSITIVE_INFINITY;
        NelderMead.Objective objective =
                point -> with(method, values, new DemandConstants(point[0], point[1])).squaredError;
        for (double size : GRID) {
            for (double occurrence : GRID) {
                double error = objective.at(new double[] {size, occurrence});
                if (error < least) {
                    least = error;
                    best = new double[] {size, occurrence};
                }
            }
        }
        double[] found = NelderMead.minimise(
                objective,
                best,
                new NelderMead.Search(
                        new double[] {LEAST, LEAST},
                        new double[] {MOST, MOST},
                        new double[] {0.03, 0.03},
                        EVALUATIONS,
                        TOLERANCE));
        double[] constants = objective.at(found) <= least ? found : best;
        return with(method, values, new DemandConstants(constants[0], constants[1]));
    }

    /// What a series without any demand leads to.
    static DemandFit none(Demand method) {
        DemandConstants constants = new DemandConstants(LEAST, LEAST);
        DemandState state = new DemandState(method, constants, 0, Double.POSITIVE_INFINITY);
        return new DemandFit(constants, state, new double[] {0}, 0);
    }

    /// One pass with given constants, from the mean size and the mean interval of the whole series.
    static DemandFit with(Demand method, double[] values, DemandConstants constants) {
        double[] demands = Arrays.stream(values).filter(value -> value > 0).toArray();
        double mean = Arrays.stream(demands).average().orElseThrow();
        int last = values.length - 1;
        while (!(values[last] > 0)) {
            last--;
        }
        long untilLast = observed(values, last + 1);
        long periods = observed(values, values.length);
        DemandState state = new DemandState(method, constants, mean, (double) untilLast / demands.length);
        double[] relative = new double[demands.length];
        double squares = 0;
        int demand = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                continue;
            }
            double error = (value - state.rate()) / mean;
            squares += error * error / periods;
            if (value > 0) {
                relative[demand++] = value / state.size();
            }
            state.observe(value);
        }
        double centre = Arrays.stream(relative).average().orElse(1);
        double[] centred = Arrays.stream(relative).map(size -> size / centre).toArray();
        return new DemandFit(constants, state, centred, squares * mean * mean);
    }

    private static long observed(double[] values, int length) {
        return Arrays.stream(values, 0, length)
                .filter(value -> !Double.isNaN(value))
                .count();
    }
}
