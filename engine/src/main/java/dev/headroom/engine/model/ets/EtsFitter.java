package dev.headroom.engine.model.ets;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Fits exponential smoothing ([ModelSpec.Ets]); the form with the smallest AICc wins.
///
/// Input: a series in any unit; missing values move the states forward without an update. Multiplicative forms are
/// tried when every observation is positive, and the additive profile of a season longer than 24 steps is taken out
/// first. Output: an [EtsModel]. Errors: `TooShort` below five observations; a constant is fitted as such.
/// Source: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder (2008), Forecasting with exponential smoothing,
/// doi:10.1007/978-3-540-71918-2. Departures: no multiplicative trend; only the last 2500 values are smoothed;
/// only the most promising forms of a cheap first pass get the full search; relative errors with a standard deviation
/// above 1 are not chosen where another form is left, and never believed beyond the range of all that was seen.
public final class EtsFitter implements Fitter {
    /// Which forms compete: `auto` leaves a part to AICc, else `A` additive, `M` multiplicative, `Ad` damped, `N` none.
    public static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Choice("error", List.of("auto", "A", "M")),
            new Parameter.Choice("trend", List.of("auto", "N", "A", "Ad")),
            new Parameter.Choice("season", List.of("auto", "N", "A", "M")));

    private static final int NEEDED = 5;
    private static final int MANY_STATES = 12;
    private static final int PROMISING = 8;
    private static final int FEW_PROMISING = 4;
    // In units of AICc: what a second search may still gain.
    private static final double CLOSE_RACE = 6;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Ets ets)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be ets.");
        }
        double[] values = series.values();
        LongSeason longSeason = LongSeason.of(values, ets.seasons());
        EtsData data = EtsData.of(values, longSeason.pattern());
        if (data.observed().length < NEEDED) {
            return new FitOutcome.TooShort(data.observed().length, NEEDED);
        }
        EtsEstimate estimate;
        if (data.isConstant()) {
            estimate = constant(data);
        } else {
            EtsForm.Data sign = data.isPositive() ? EtsForm.Data.POSITIVE : EtsForm.Data.ANY_SIGN;
            List<EtsForm> forms = EtsForm.admissible(sign, longSeason.seasonLength(), ets.settings());
            if (forms.isEmpty()) {
                return new FitOutcome.NotConverged("No form of exponential smoothing with "
                        + ets.settings().text() + " suits the series.");
            }
            estimate = best(forms, longSeason.seasonLength(), data.scaled());
            if (Double.isInfinite(estimate.aicc())) {
                return new FitOutcome.NotConverged("No form of exponential smoothing fits the series.");
            }
        }
        ModelProvenance provenance =
                ModelProvenance.of(series, spec, seed, EtsWords.parameters(estimate, data.scale()));
        return new FitOutcome.Fitted(
                new EtsModel(series.grid(), data, estimate, provenance, EtsWords.describe(estimate, longSeason)));
    }

    /// The estimate with the smallest AICc.
    static EtsEstimate best(List<EtsForm> forms, int seasonLength, double[] scaled) {
        List<EtsEstimate> screened =
                sorted(forms.stream().map(form -> EtsEstimate.screened(form, seasonLength, scaled)));
        int kept = seasonLength > MANY_STATES ? FEW_PROMISING : PROMISING;
        List<EtsEstimate> searched =
                plausible(sorted(screened.stream().limit(kept).map(estimate -> estimate.searched(scaled))));
        double border = searched.getFirst().aicc() + CLOSE_RACE;
        return sorted(searched.stream()
                        .filter(estimate -> estimate.aicc() <= border)
                        .map(estimate -> estimate.refined(scaled)))
                .getFirst();
    }

    /// Without those whose errors are usually larger than the level that they are told in, where others are left: a
    /// series may be likely under them that passes close to 0, but its forecasts would spread without end.
    private static List<EtsEstimate> plausible(List<EtsEstimate> estimates) {
        List<EtsEstimate> some = estimates.stream()
                .filter(estimate -> estimate.form().error() == EtsForm.Error.ADDITIVE || estimate.sigma() <= 1)
                .toList();
        return some.isEmpty() ? estimates : some;
    }

    private static List<EtsEstimate> sorted(Stream<EtsEstimate> estimates) {
        return estimates.sorted(Comparator.comparingDouble(EtsEstimate::aicc)).toList();
    }

    private static EtsEstimate constant(EtsData data) {
        EtsForm form = EtsForm.parse("ANN");
        double level = Arrays.stream(data.scaled())
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElseThrow();
        EtsParameters parameters = new EtsParameters(0.5, 0, 0, 1, level, 0, new double[0]);
        return EtsEstimate.describe(form, 1, data.scaled(), parameters);
    }
}
