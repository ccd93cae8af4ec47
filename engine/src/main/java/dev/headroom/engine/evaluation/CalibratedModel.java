package dev.headroom.engine.evaluation;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ensemble.ErrorDependence;
import dev.headroom.engine.numeric.NormalDistribution;
import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.Optional;

/// A single model whose intervals follow its errors at earlier origins; point forecast and words are its own.
public final class CalibratedModel implements FittedModel {
    /// The least value that the series can take.
    enum Floor {
        ZERO,
        NONE
    }

    private static final double MOST_SCORE = 4;
    // Reads quantiles for paths from a table of this many normal scores a unit.
    private static final int TABLE_STEPS = 64;

    // A model that has learned from a jump gives itself a wide spread; times the errors made before it had, bands would
    // reach hundreds of jumps away.
    private static final double MOST_TIMES_LARGEST = 3;

    private final FittedModel model;
    private final Optional<ConformalCalibrator> calibration;
    private final double largestError;
    private final int reach;
    private final ErrorDependence dependence;
    private final Floor floor;

    private CalibratedModel(
            FittedModel model,
            Optional<ConformalCalibrator> calibration,
            double[][] errors,
            ErrorDependence dependence,
            Floor floor) {
        this.model = model;
        this.calibration = calibration;
        this.largestError = Arrays.stream(errors)
                .flatMapToDouble(Arrays::stream)
                .filter(error -> !Double.isNaN(error))
                .map(Math::abs)
                .max()
                .orElse(0);
        this.reach = errors.length == 0 ? 1 : errors[0].length;
        this.dependence = dependence;
        this.floor = floor;
    }

    static CalibratedModel of(FittedModel model, double[][] errors, double[][] deviations, Floor floor) {
        Optional<ConformalCalibrator> calibration = ConformalCalibrator.of(errors, deviations);
        double[][] scores = new double[errors.length][];
        for (int j = 0; j < errors.length; j++) {
            scores[j] = new double[errors[j].length];
            for (int k = 0; k < scores[j].length; k++) {
                double ratio = deviations[j][k] > 0 ? errors[j][k] / deviations[j][k] : 0;
                scores[j][k] = Double.isNaN(ratio) ? 0 : Math.clamp(ratio, -MOST_SCORE, MOST_SCORE);
            }
        }
        return new CalibratedModel(model, calibration, errors, ErrorDependence.of(scores), floor);
    }

    /// The model inside.
    public FittedModel model() {
        return model;
    }

    /// How the errors at earlier origins compare with the model's own spread; empty when the history was too short.
    public Optional<ConformalCalibrator> calibration() {
        return calibration;
    }

    @Override
    public ModelProvenance provenance() {
        return model.provenance();
    }

    @Override
    public String explanation() {
        return model.explanation();
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        QuantileForecast own = model.forecast(horizon, levels);
        double[][] quantiles = new double[sorted.length][];
        Optional<double[]> spread = calibration.map(known -> spread(known, horizon));
        double[] point = own.point();
        for (int i = 0; i < sorted.length; i++) {
            quantiles[i] = own.quantile(sorted[i]);
            if (spread.isPresent()) {
                double error = calibration.orElseThrow().quantile(sorted[i]);
                double[] unit = spread.get();
                double[] most = mostErrors(point.length);
                for (int k = 0; k < point.length; k++) {
                    quantiles[i][k] = point[k] + Math.clamp(error * unit[k], -most[k], most[k]);
                }
            }
            quantiles[i] = floored(quantiles[i]);
        }
        return new QuantileForecast(own.grid(), floored(point), sorted, quantiles);
    }

    /// The mean absolute error by step in the unit of the series; it never falls with the horizon.
    private double[] spread(ConformalCalibrator known, Horizon horizon) {
        double[] spread = CalibratedFitter.deviations(model.forecast(horizon, 0.1, 0.9));
        for (int k = 0; k < spread.length; k++) {
            spread[k] *= known.size(k + 1);
            spread[k] = k == 0 ? spread[k] : Math.max(spread[k], spread[k - 1]);
        }
        return spread;
    }

    /// How far a value may lie from the point forecast by step: three times the largest error seen, which grows beyond
    /// the reach of the trials as all errors do.
    private double[] mostErrors(int steps) {
        ConformalCalibrator known = calibration.orElseThrow();
        double[] most = new double[steps];
        for (int k = 0; k < steps; k++) {
            double beyond = k >= reach ? Math.max(1, known.size(k + 1) / known.size(reach)) : 1;
            most[k] = MOST_TIMES_LARGEST * largestError * beyond;
        }
        return most;
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        if (calibration.isEmpty()) {
            SamplePaths own = model.simulate(horizon, paths, seed);
            double[][] drawn = new double[paths][];
            Arrays.setAll(drawn, i -> floored(own.path(i)));
            return new SamplePaths(own.grid(), drawn);
        }
        QuantileForecast own = model.forecast(horizon);
        double[] point = own.point();
        double[] spread = spread(calibration.get(), horizon);
        double[] table = table(calibration.get());
        double[] most = mostErrors(point.length);
        double[][] drawn = new double[paths][point.length];
        for (int i = 0; i < paths; i++) {
            dependence.draw(new SeededStream(seed, i), drawn[i]);
            for (int k = 0; k < point.length; k++) {
                double error = spread[k] * read(table, drawn[i][k]);
                drawn[i][k] = point[k] + Math.clamp(error, -most[k], most[k]);
            }
            drawn[i] = floored(drawn[i]);
        }
        return new SamplePaths(own.grid(), drawn);
    }

    /// Quantiles of the error by normal score, from `-MOST_SCORE` on.
    private static double[] table(ConformalCalibrator known) {
        double[] table = new double[(int) (2 * MOST_SCORE * TABLE_STEPS) + 1];
        Arrays.setAll(table, i -> known.quantile(NormalDistribution.cdf(-MOST_SCORE + i / (double) TABLE_STEPS)));
        return table;
    }

    private static double read(double[] table, double score) {
        double place = (Math.clamp(score, -MOST_SCORE, MOST_SCORE) + MOST_SCORE) * TABLE_STEPS;
        int below = Math.min((int) place, table.length - 2);
        return table[below] + (place - below) * (table[below + 1] - table[below]);
    }

    private double[] floored(double[] values) {
        return switch (floor) {
            case NONE -> values;
            case ZERO -> Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
        };
    }
}
