package dev.headroom.engine.model;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import java.util.Arrays;

/// A model of a series that cannot leave a range, such as a percentage: what the inner model gives beyond a
/// bound is put on the bound. Probabilities of passing a limit inside the range stay as they are.
///
/// Input: any fitted model. Output: forecasts and paths within the bounds, quantiles still monotone. Errors:
/// bounds that do not leave room. Source: censoring at known bounds. Departures: none.
public final class BoundedModel implements FittedModel {
    private final FittedModel inner;
    private final double lower;
    private final double upper;

    public BoundedModel(FittedModel inner, double lower, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("lower (" + lower + ") must be below upper (" + upper + ").");
        }
        this.inner = inner;
        this.lower = lower;
        this.upper = upper;
    }

    @Override
    public ModelProvenance provenance() {
        return inner.provenance();
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        QuantileForecast free = inner.forecast(horizon, levels);
        double[] known = free.levels();
        double[][] quantiles =
                Arrays.stream(known).mapToObj(free::quantile).map(this::bounded).toArray(double[][]::new);
        return new QuantileForecast(free.grid(), bounded(free.point()), known, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        SamplePaths free = inner.simulate(horizon, paths, seed);
        double[][] bounded = new double[free.count()][];
        for (int i = 0; i < bounded.length; i++) {
            bounded[i] = bounded(free.path(i));
        }
        return new SamplePaths(free.grid(), bounded);
    }

    @Override
    public String explanation() {
        return inner.explanation();
    }

    private double[] bounded(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.clamp(value, lower, upper))
                .toArray();
    }
}
