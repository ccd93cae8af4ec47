package dev.headroom.engine.model.theta;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.numeric.ForwardFill;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Fits an optimised Theta model ([ModelSpec.OptimisedTheta]) to the seasonally adjusted series.
///
/// Input: a series; leading missing values are dropped, later ones take the last value before them; the shortest
/// season length is used. Output: an [OptimisedThetaModel] with normal quantiles. Errors: fewer than four values are
/// [FitOutcome.TooShort]; a constant is repeated. Source and departures: see [OptimisedTheta]; the season is that of
/// [SeasonalFigure], the spread is multiplied by its factor, and forecasts of series that are never negative are cut
/// at 0.
public final class OptimisedThetaFitter implements Fitter {
    private static final int NEEDED = 4;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.OptimisedTheta optimised)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be otm or dotm.");
        }
        double[] values = ForwardFill.of(series.values());
        if (values.length < NEEDED) {
            return new FitOutcome.TooShort(values.length, NEEDED);
        }
        int length = optimised.seasons().shortest();
        SeasonalFigure season = SeasonalFigure.of(values, length);
        double[] adjusted = season.adjusted(values);
        OptimisedTheta theta = switch (optimised.line()) {
            case FIXED -> OptimisedTheta.standard(adjusted, adjusted.length);
            case RUNNING -> OptimisedTheta.dynamic(adjusted, adjusted.length);
        };
        boolean neverNegative = Arrays.stream(values).noneMatch(value -> value < 0);
        return new FitOutcome.Fitted(new OptimisedThetaModel(
                series.grid(),
                ModelProvenance.of(series, spec, seed, parameters(theta)),
                words(optimised.line(), theta, length, season),
                season,
                theta,
                values.length,
                neverNegative ? OptimisedThetaModel.Floor.ZERO : OptimisedThetaModel.Floor.NONE));
    }

    private static Map<String, Double> parameters(OptimisedTheta theta) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("alpha", theta.alpha());
        parameters.put("theta", 1 / (1 - theta.lineShare()));
        parameters.put("level", theta.level());
        parameters.put("sigma", theta.sigma());
        return parameters;
    }

    private static String words(ModelSpec.ThetaLines line, OptimisedTheta theta, int length, SeasonalFigure season) {
        String seasonal = length < 2
                ? "No season was given."
                : season.hasEffect()
                        ? "A season of " + length + " steps was found and taken off."
                        : "No season of " + length + " steps was found.";
        String what = switch (line) {
            case FIXED -> "the line through the series";
            case RUNNING -> "a line that is refitted at every step";
        };
        return seasonal
                + String.format(
                        Locale.ROOT,
                        " The level follows the series with weight %.2f; theta %.3g adds a share of %.2f of %s.",
                        theta.alpha(),
                        1 / (1 - theta.lineShare()),
                        theta.lineShare(),
                        what);
    }
}
