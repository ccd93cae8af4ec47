package dev.headroom.engine.model.intermittent;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Fits a method for intermittent demand ([ModelSpec.Intermittent]): Croston, its correction by Syntetos and Boylan, or
/// that of Teunter, Syntetos and Babai, whose probability falls while no demand comes.
///
/// Input: a series of 0 or more in any unit, 0 = no demand; missing periods are passed over. Output: a model with the
/// demand rate as point forecast and quantiles of the drawn demand process. Errors: fewer than four observations are
/// `TooShort`, negative values and a single demand are `NotConverged` with the reason; a series of zeros goes on so.
/// Source: see [DemandState]; bands after T. R. Willemain, C. N. Smart and H. F. Schwarz (2004), A new approach to
/// forecasting intermittent demand for service parts inventories, doi:10.1016/S0169-2070(03)00013-X. Departures: see
/// [DemandFit]; demands are drawn from the smoothed state, which goes on along each path, not from a Markov chain.
public final class IntermittentFitter implements Fitter {
    private static final int NEEDED = 4;
    private static final String NO_DEMAND = "No demand was ever seen, so none is expected.";

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Intermittent intermittent)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be croston, sba or tsb.");
        }
        double[] values = series.values();
        double[] observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (observed.length < NEEDED) {
            return new FitOutcome.TooShort(observed.length, NEEDED);
        }
        for (int t = 0; t < values.length; t++) {
            if (values[t] < 0) {
                return new FitOutcome.NotConverged("Demand cannot be negative, but value " + (t + 1) + " is "
                        + values[t] + ". Choose a model for any sign, such as ets.");
            }
        }
        long demands = Arrays.stream(observed).filter(value -> value > 0).count();
        if (demands == 0) {
            DemandFit none = DemandFit.none(intermittent.method());
            return new FitOutcome.Fitted(new IntermittentModel(
                    series.grid(), none, ModelProvenance.of(series, spec, seed, Map.of()), NO_DEMAND));
        }
        if (demands == 1) {
            return new FitOutcome.NotConverged(
                    "Only one value is above 0; methods for intermittent demand need two or more.");
        }
        DemandFit fit = DemandFit.of(intermittent.method(), values);
        ModelProvenance provenance = ModelProvenance.of(series, spec, seed, parameters(fit));
        String words = words(intermittent.method(), fit, demands, observed.length);
        return new FitOutcome.Fitted(new IntermittentModel(series.grid(), fit, provenance, words));
    }

    private static Map<String, Double> parameters(DemandFit fit) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("alphaSize", fit.constants().size());
        parameters.put("alphaOccurrence", fit.constants().occurrence());
        parameters.put("size", fit.end().size());
        parameters.put("probability", fit.end().probability());
        parameters.put("sigma", Math.sqrt(fit.squaredError()));
        return parameters;
    }

    private static String words(ModelSpec.Demand method, DemandFit fit, long demands, int periods) {
        String how = switch (method) {
            case CROSTON -> "Croston's method smooths the sizes and the intervals of";
            case SBA ->
                "Croston's method with the correction of Syntetos and Boylan smooths the sizes and intervals of";
            case TSB -> "The method of Teunter, Syntetos and Babai smooths the sizes and the probability of";
        };
        return how
                + String.format(
                        Locale.ROOT,
                        " %d demands in %d periods: now %.4g with probability %.3f in a period. The band comes from"
                                + " drawn demands.",
                        demands,
                        periods,
                        fit.end().size(),
                        fit.end().probability());
    }
}
