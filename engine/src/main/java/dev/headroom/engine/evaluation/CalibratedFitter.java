package dev.headroom.engine.evaluation;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Gives the intervals of single models the size that their errors had at earlier origins of the same series.
///
/// Input and output: those of the fitter inside. [ModelSpec.Auto] and [ModelSpec.Global] calibrate themselves
/// and pass through, and so does [ModelSpec.Intermittent], whose drawn demands no factor around the point
/// forecast could replace. Other models are fitted again at 4 to 16 origins, or rewound where they can be;
/// with too little history for that they keep their own intervals. Forecasts of a series that was never
/// negative are cut at 0. Errors: those of the fitter inside. Source: see [ConformalCalibrator]. Departures:
/// see there.
public final class CalibratedFitter implements Fitter {
    private static final int POINTS_AN_ORIGIN = 60;
    private static final int FEWEST_ORIGINS = 4;
    private static final int MOST_ORIGINS = 16;
    private static final int SHORTEST_REACH = 8;
    private static final int LONGEST_REACH = 48;
    // Bounds the work of refitting on very long series.
    private static final int MOST_POINTS = 120_000;
    // Up to here a new fit at every origin is cheap, and rewinding would hide how little the parameters are known.
    private static final int LONGEST_REFIT = 72;
    private static final double SCORE_80 = 1.2815515655446004;

    private final Fitter inside;

    public CalibratedFitter(Fitter inside) {
        this.inside = inside;
    }

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        FitOutcome outcome = inside.fit(series, spec, seed);
        return switch (outcome) {
            case FitOutcome.Fitted fitted ->
                spec instanceof ModelSpec.Auto
                                || spec instanceof ModelSpec.Global
                                || spec instanceof ModelSpec.Intermittent
                        ? fitted
                        : new FitOutcome.Fitted(calibrated(series, spec, seed, fitted.model()));
            case FitOutcome.TooShort tooShort -> tooShort;
            case FitOutcome.Constant constant -> constant;
            case FitOutcome.NotConverged failed -> failed;
        };
    }

    private CalibratedModel calibrated(TimeSeries series, ModelSpec spec, long seed, FittedModel model) {
        double[] values = series.values();
        RollingOrigin origins = origins(series.length(), season(series, spec));
        int steps = origins.horizon().steps();
        Optional<Rewindable> rewindable = series.length() > LONGEST_REFIT && model instanceof Rewindable known
                ? Optional.of(known)
                : Optional.empty();
        double optimism = rewindable.map(Rewindable::optimism).orElse(1.0);
        List<double[]> errors = new ArrayList<>();
        List<double[]> deviations = new ArrayList<>();
        for (int training : origins.trainingLengths(series.length())) {
            Optional<FittedModel> earlier = rewindable.isPresent()
                    ? Optional.of(rewindable.get().asOf(training))
                    : refitted(series.slice(0, training), spec, seed);
            earlier.ifPresent(known -> {
                QuantileForecast forecast = known.forecast(origins.horizon(), 0.1, 0.9);
                double[] point = forecast.point();
                double[] error = new double[steps];
                Arrays.setAll(error, k -> optimism * (values[training + k] - point[k]));
                errors.add(error);
                deviations.add(deviations(forecast));
            });
        }
        double[][] errorRows = errors.toArray(double[][]::new);
        double[][] deviationRows = deviations.toArray(double[][]::new);
        boolean neverNegative = Arrays.stream(values).noneMatch(value -> value < 0);
        CalibratedModel.Floor floor = neverNegative ? CalibratedModel.Floor.ZERO : CalibratedModel.Floor.NONE;
        return CalibratedModel.of(model, errorRows, deviationRows, floor);
    }

    private Optional<FittedModel> refitted(TimeSeries known, ModelSpec spec, long seed) {
        return switch (inside.fit(known, spec, seed)) {
            case FitOutcome.Fitted fitted -> Optional.of(fitted.model());
            case FitOutcome.TooShort _, FitOutcome.Constant _, FitOutcome.NotConverged _ -> Optional.empty();
        };
    }

    /// The model's own standard deviation by step, read from its 80 % interval.
    static double[] deviations(QuantileForecast forecast) {
        double[] low = forecast.quantile(0.1);
        double[] high = forecast.quantile(0.9);
        double[] deviations = new double[low.length];
        Arrays.setAll(deviations, k -> (high[k] - low[k]) / (2 * SCORE_80));
        return deviations;
    }

    private static int season(TimeSeries series, ModelSpec spec) {
        SeasonLengths usual = SeasonLengths.usual(series.grid().step());
        return switch (spec) {
            case ModelSpec.Auto auto -> auto.seasons().shortest();
            case ModelSpec.Global global -> global.seasons().shortest();
            case ModelSpec.Naive _, ModelSpec.Drift _, ModelSpec.Intermittent _ -> usual.shortest();
            case ModelSpec.SeasonalNaive seasonal -> seasonal.seasons().shortest();
            case ModelSpec.Ets ets -> ets.seasons().shortest();
            case ModelSpec.Arima arima -> arima.seasons().shortest();
            case ModelSpec.Theta theta -> theta.seasons().shortest();
            case ModelSpec.OptimisedTheta theta -> theta.seasons().shortest();
            case ModelSpec.Ces ces -> ces.seasons().shortest();
            case ModelSpec.Mstl mstl -> mstl.seasons().shortest();
            case ModelSpec.Tbats tbats -> tbats.seasons().shortest();
            case ModelSpec.Regression regression -> regression.seasons().shortest();
            case ModelSpec.Additive additive ->
                additive.seasons().isEmpty()
                        ? usual.shortest()
                        : additive.seasons().shortest();
        };
    }

    private static RollingOrigin origins(int length, int season) {
        int reach = Math.clamp(2L * season, SHORTEST_REACH, LONGEST_REACH);
        int steps = Math.max(1, Math.min(reach, length / 4));
        int affordable = Math.max(FEWEST_ORIGINS, MOST_POINTS / Math.max(1, length));
        int count = Math.min(affordable, Math.clamp(length / POINTS_AN_ORIGIN, FEWEST_ORIGINS, MOST_ORIGINS));
        int distance = season >= 24 && season < LONGEST_REACH ? season : Math.max(1, steps / 4);
        int training = Math.max(Math.max(2 * season + 4, 10), length / 3);
        return new RollingOrigin(count, new Horizon(steps), distance, training);
    }
}
