package dev.headroom.engine.evaluation;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Replays forecasts at earlier origins of a series and compares them with what happened.
///
/// Input: a series, specifications and a seed. Output: forecasts, metrics and residuals by specification and origin;
/// the same arguments give the same numbers. Nothing after an origin is seen by the fit at that origin. Errors: a fit
/// without a model is kept as an outcome. One call runs on the calling thread; callers split by series or
/// specification to use several.
///
/// @param seasonLength the season that scales MASE and MSIS, 1 or more
/// @param levels quantile levels of every forecast
public record Backtest(Fitter fitter, RollingOrigin origins, int seasonLength, double... levels) {
    /// The levels of the 50, 80 and 95 % intervals and the median.
    public static final double[] USUAL_LEVELS = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    public Backtest {
        if (seasonLength < 1) {
            throw new IllegalArgumentException("seasonLength (" + seasonLength + ") must be 1 or more.");
        }
        levels = levels.length == 0 ? USUAL_LEVELS.clone() : levels.clone();
    }

    @Override
    public double[] levels() {
        return levels.clone();
    }

    /// Runs one specification after the other.
    ///
    /// @param cancelled asked before every fit
    /// @throws CancellationException when `cancelled` says so
    public List<BacktestResult> run(
            TimeSeries series, List<? extends ModelSpec> specs, long seed, BooleanSupplier cancelled) {
        List<BacktestResult> results = new ArrayList<>();
        for (ModelSpec spec : specs) {
            results.add(run(series, spec, seed, cancelled));
        }
        return List.copyOf(results);
    }

    /// Runs one specification over all origins.
    ///
    /// @throws CancellationException when `cancelled` says so before a fit
    public BacktestResult run(TimeSeries series, ModelSpec spec, long seed, BooleanSupplier cancelled) {
        List<BacktestOrigin> done = new ArrayList<>();
        for (int training : origins.trainingLengths(series.length())) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("The backtest of " + spec.name() + " was cancelled.");
            }
            done.add(at(series, training, spec, seed));
        }
        return new BacktestResult(spec, done);
    }

    private BacktestOrigin at(TimeSeries series, int training, ModelSpec spec, long seed) {
        TimeSeries known = series.slice(0, training);
        FitOutcome outcome = fitter.fit(known, spec, seed);
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            return new BacktestOrigin.Unfitted(training, outcome);
        }
        int steps = origins.horizon().steps();
        double[] actual = Arrays.copyOfRange(series.values(), training, training + steps);
        return new BacktestOrigin.Scored(
                training,
                new ScoredForecast(
                        fitted.model().forecast(new Horizon(steps), levels), actual, known.values(), seasonLength));
    }
}
