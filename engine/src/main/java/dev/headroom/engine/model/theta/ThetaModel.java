package dev.headroom.engine.model.theta;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The Theta method fitted to one series: a random walk with drift and noise around it, with a fixed season.
final class ThetaModel implements FittedModel {
    private static final int PARAMETERS = 2;

    private final TimeGrid grid;
    private final ModelProvenance provenance;
    private final SeasonalFigure season;
    private final int seasonLength;
    private final double alpha;
    private final double level;
    private final double drift;
    private final double firstDrift;
    private final double deviation;
    private final int length;
    private final boolean nonNegative;

    ThetaModel(
            TimeSeries series,
            ModelSpec.Theta spec,
            long seed,
            double[] values,
            SeasonalFigure season,
            SimpleSmoothing smoothing,
            double drift) {
        this.grid = series.grid();
        this.season = season;
        this.seasonLength = spec.seasons().shortest();
        this.alpha = smoothing.alpha();
        this.level = smoothing.lastLevel();
        this.drift = drift;
        this.length = values.length;
        this.firstDrift = (1 - Math.pow(1 - alpha, length)) / alpha;
        this.deviation = Math.sqrt(smoothing.squaredError() / Math.max(1, length - PARAMETERS));
        this.nonNegative = Arrays.stream(values).allMatch(value -> value >= 0);
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("alpha", alpha);
        parameters.put("level", level);
        parameters.put("drift", drift);
        parameters.put("sigma", deviation);
        this.provenance = ModelProvenance.of(series, spec, seed, parameters);
    }

    @Override
    public ModelProvenance provenance() {
        return provenance;
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[] point = new double[horizon.steps()];
        double[][] quantiles = new double[sorted.length][point.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = valueAt(k, 0);
            double spread = deviation * Math.sqrt(1 + k * alpha * alpha);
            for (int i = 0; i < sorted.length; i++) {
                quantiles[i][k] = valueAt(k, spread * NormalDistribution.quantile(sorted[i]));
            }
        }
        return new QuantileForecast(grid.next(point.length), point, sorted, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        double[][] drawn = new double[paths][horizon.steps()];
        for (int i = 0; i < paths; i++) {
            SeededStream stream = new SeededStream(seed, i);
            double carried = 0;
            for (int k = 0; k < drawn[i].length; k++) {
                double shock = deviation * stream.nextGaussian();
                drawn[i][k] = valueAt(k, carried + shock);
                carried += alpha * shock;
            }
        }
        return new SamplePaths(grid.next(horizon.steps()), drawn);
    }

    /// The value `k + 1` steps ahead whose adjusted value misses the point forecast by `error`.
    private double valueAt(int k, double error) {
        double adjusted = level + drift * (k + firstDrift) + error;
        double value = season.restored(adjusted, (long) length + k);
        return nonNegative ? Math.max(0, value) : value;
    }

    @Override
    public String explanation() {
        String seasonal = seasonLength < 2
                ? "No season was given."
                : season.hasEffect()
                        ? "A season of " + seasonLength + " steps was found and taken off."
                        : "No season of " + seasonLength + " steps was found.";
        return seasonal
                + String.format(
                        Locale.ROOT,
                        " The level follows the series with weight %.2f and drifts by half the slope of its line, %.4g"
                                + " a step.",
                        alpha,
                        drift);
    }
}
