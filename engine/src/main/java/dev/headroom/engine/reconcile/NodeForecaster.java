package dev.headroom.engine.reconcile;

import dev.headroom.engine.evaluation.Backtest;
import dev.headroom.engine.evaluation.BacktestOrigin;
import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.CalibratedFitter;
import dev.headroom.engine.evaluation.RollingOrigin;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Forecasts one node of a hierarchy on its own, with the errors that the same model makes at earlier
/// origins.
///
/// Input: a series in any unit. Output: a [NodeForecast]; where the specification cannot be fitted, that of
/// the naive model. Errors: empty without any observation. At an origin without a model the errors are
/// missing.
///
/// @param fitter without calibration
/// @param paths how many sample paths
public record NodeForecaster(Fitter fitter, Horizon horizon, int paths) {
    // About this many errors a node say enough of their correlations.
    private static final int ERRORS = 48;
    private static final int FEWEST_ORIGINS = 6;
    private static final int MOST_ORIGINS = 24;

    public Optional<NodeForecast> forecast(TimeSeries series, ModelSpec spec, long seed) {
        for (ModelSpec wanted : List.of(spec, new ModelSpec.Naive())) {
            if (new CalibratedFitter(fitter).fit(series, wanted, seed) instanceof FitOutcome.Fitted fitted) {
                FittedModel model = fitted.model();
                return Optional.of(new NodeForecast(
                        series.values(),
                        model.forecast(horizon).point(),
                        model.simulate(horizon, paths, seed),
                        errors(series, wanted, seed)));
            }
        }
        return Optional.empty();
    }

    private double[][] errors(TimeSeries series, ModelSpec spec, long seed) {
        RollingOrigin origins = origins(series.length());
        BacktestResult result = new Backtest(fitter, origins, 1, 0.5).run(series, spec, seed, () -> false);
        List<double[]> errors = new ArrayList<>();
        for (BacktestOrigin origin : result.origins()) {
            errors.add(
                    switch (origin) {
                        case BacktestOrigin.Scored scored -> scored.scored().residuals();
                        case BacktestOrigin.Unfitted _ -> {
                            double[] missing = new double[origins.horizon().steps()];
                            Arrays.fill(missing, Double.NaN);
                            yield missing;
                        }
                    });
        }
        return errors.toArray(double[][]::new);
    }

    /// Origins half a horizon apart in the second half of the history.
    private RollingOrigin origins(int length) {
        int steps = Math.max(1, Math.min(horizon.steps(), length / 4));
        int count = Math.clamp(Math.ceilDiv(ERRORS, steps), FEWEST_ORIGINS, MOST_ORIGINS);
        return new RollingOrigin(count, new Horizon(steps), Math.max(1, steps / 2), Math.max(1, length / 2));
    }
}
