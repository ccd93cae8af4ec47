package dev.headroom.engine.model.baseline;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.Map;
import java.util.TreeMap;

/// Fits the three baselines: [ModelSpec.Naive], [ModelSpec.SeasonalNaive] and [ModelSpec.Drift].
///
/// Input: a series in any unit; missing values are passed over, the distance between neighbouring observations is
/// taken into account. Output: a model with normal intervals from the one-step residuals. Errors: `TooShort` when no
/// residual can be computed; a constant series is fitted with intervals of width 0; any other specification throws.
/// Source: R. J. Hyndman and G. Athanasopoulos (2021), Forecasting: principles and practice, sections 5.2 and 5.5,
/// https://otexts.com/fpp3. Departures: residuals across a gap of `g` steps are scaled by the square root of `g`.
public final class BaselineFitter implements Fitter {
    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        return switch (spec) {
            case ModelSpec.Naive naive -> randomWalk(series, naive, seed, RandomWalk.Slope.NONE);
            case ModelSpec.Drift drift -> randomWalk(series, drift, seed, RandomWalk.Slope.THROUGH_ENDS);
            case ModelSpec.SeasonalNaive seasonal ->
                seasonal.seasons().isEmpty()
                        ? randomWalk(series, seasonal, seed, RandomWalk.Slope.NONE)
                        : seasonalNaive(series, seasonal, seed);
            default -> throw notOurs(spec);
        };
    }

    private static FitOutcome randomWalk(TimeSeries series, ModelSpec spec, long seed, RandomWalk.Slope slope) {
        int observed = series.length() - series.missing();
        int needed = slope == RandomWalk.Slope.NONE ? 2 : 3;
        if (observed < needed) {
            return new FitOutcome.TooShort(observed, needed);
        }
        RandomWalk walk = RandomWalk.of(series.values(), slope);
        String words = slope == RandomWalk.Slope.NONE
                ? "The last observation is repeated; the band widens with the square root of the time ahead."
                : "The line from the first to the last observation is continued.";
        Map<String, Double> parameters = new TreeMap<>(Map.of("slope", walk.slope(), "sigma", walk.sigma()));
        return fitted(series, walk, ModelProvenance.of(series, spec, seed, parameters), words);
    }

    private static FitOutcome seasonalNaive(TimeSeries series, ModelSpec.SeasonalNaive spec, long seed) {
        int season = spec.seasons().shortest();
        SeasonalWalk walk = SeasonalWalk.of(series.values(), season);
        if (walk.residuals() < 1) {
            return new FitOutcome.TooShort(series.length() - series.missing(), season + 1);
        }
        String words = "The last season of " + season + " steps is repeated; the band widens from season to season.";
        Map<String, Double> parameters = new TreeMap<>(Map.of("sigma", walk.sigma()));
        return fitted(series, walk, ModelProvenance.of(series, spec, seed, parameters), words);
    }

    private static FitOutcome fitted(TimeSeries series, Walk walk, ModelProvenance provenance, String words) {
        FittedModel model = new WalkModel(series.grid(), walk, provenance, words);
        return new FitOutcome.Fitted(model);
    }

    private static IllegalArgumentException notOurs(ModelSpec spec) {
        return new IllegalArgumentException("spec (" + spec.name() + ") must be naive, snaive or drift.");
    }
}
