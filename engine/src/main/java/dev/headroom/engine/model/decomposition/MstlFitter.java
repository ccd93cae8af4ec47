package dev.headroom.engine.model.decomposition;

import dev.headroom.engine.feature.BridgedGaps;
import dev.headroom.engine.feature.Mstl;
import dev.headroom.engine.feature.Stl;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.ets.EtsFitter;
import dev.headroom.engine.model.ets.EtsModel;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Fits a decomposition with several seasons ([ModelSpec.Mstl]): trend and remainder go on by exponential
/// smoothing without season, the seasons with their last round.
///
/// Input: a series in any unit; gaps are bridged by the mean season around a straight line for the
/// decomposition and stay gaps for the smoothing. Seasons are those of [ModelSpec.Mstl] with more than
/// two rounds; day alone gets the week on top. Output: a model with the intervals of the smoothing.
/// Errors: `TooShort` below five observations; a constant is repeated. Source: see [Mstl]; forecasts as
/// in R's `forecast` of an `mstl`. Departures: a year of daily values needs three rounds.
public final class MstlFitter implements Fitter {
    /// `robust`: whether outliers count less in the decomposition.
    public static final List<Parameter> PARAMETERS = List.of(new Parameter.Choice("robust", List.of("no", "yes")));

    private static final int NEEDED = 5;
    private static final double YEAR_ROUNDS = 3;

    private final Fitter smoothing = new EtsFitter();

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Mstl mstl)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be mstl.");
        }
        double[] values = series.values();
        int observed = series.length() - series.missing();
        if (observed < NEEDED) {
            return new FitOutcome.TooShort(observed, NEEDED);
        }
        List<Integer> lengths = mstl.seasons().nested(series.grid().step(), observed, YEAR_ROUNDS).stream()
                .map(length -> (int) Math.floor(length))
                .toList();
        Stl.Weighting weighting =
                mstl.settings().word("robust", "no").equals("yes") ? Stl.Weighting.ROBUST : Stl.Weighting.EQUAL;
        double[] bridged = BridgedGaps.of(values, lengths);
        Mstl seasons = Mstl.of(bridged, lengths, weighting);
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> values[t] - seasons.at(t));
        TimeSeries rest = new TimeSeries(series.key(), series.grid(), adjusted);
        FitOutcome outcome = smoothing.fit(rest, new ModelSpec.Ets(SeasonLengths.none()), seed);
        return switch (outcome) {
            case FitOutcome.Fitted fitted -> {
                EtsModel inner = (EtsModel) fitted.model();
                ModelProvenance provenance = ModelProvenance.of(
                        series, spec, seed, inner.provenance().parameters());
                yield new FitOutcome.Fitted(new DecompositionModel(
                        series.grid(), values, bridged, seasons, weighting, inner, provenance, words(seasons, inner)));
            }
            case FitOutcome.TooShort few -> few;
            case FitOutcome.Constant constant -> constant;
            case FitOutcome.NotConverged failed -> failed;
        };
    }

    private static String words(Mstl seasons, EtsModel inner) {
        String found = seasons.lengths().isEmpty()
                ? "No season with more than two rounds was given. "
                : "The seasons of "
                        + seasons.lengths().stream().map(String::valueOf).collect(Collectors.joining(" and "))
                        + " steps are taken off and go on as in their last round. The rest: ";
        return found + inner.explanation();
    }
}
