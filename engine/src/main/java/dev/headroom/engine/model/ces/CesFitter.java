package dev.headroom.engine.model.ces;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Fits complex exponential smoothing ([ModelSpec.Ces]): without season, simple, partial or full; the form with the
/// smallest AICc wins.
///
/// Input: a series in any unit; missing values move the states forward without an update. The shortest season length
/// gets states, the mean pattern of a longer one is taken off first. Output: a model with normal quantiles. Errors:
/// `TooShort` below five observations; a constant is repeated; a season needs more than two rounds of observations.
/// Source: I. Svetunkov, N. Kourentzes and J. K. Ord (2022), Complex exponential smoothing, doi:10.1002/nav.22074.
/// Departures: the weights are bounded so that the transition has real roots and the larger one lets no forecast grow
/// or shrink by more than a factor 1.65 over as many steps as there are observations; the pairs start on their steady
/// course, the seasonal ones from the mean offsets by phase, and the first level is solved for; only the last 2500
/// values count.
public final class CesFitter implements Fitter {
    /// `form`: where the season enters; `auto` leaves it to AICc.
    public static final List<Parameter> PARAMETERS =
            List.of(new Parameter.Choice("form", List.of("auto", "none", "simple", "partial", "full")));

    private static final int NEEDED = 5;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Ces ces)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be ces.");
        }
        CesData data = CesData.of(series.values(), ces.seasons());
        int observed = data.observed();
        if (observed < NEEDED) {
            return new FitOutcome.TooShort(observed, NEEDED);
        }
        String wanted = ces.settings().word("form", "auto");
        List<CesForm> forms = CesForm.admissible(data.seasonLength()).stream()
                .filter(form -> wanted.equals("auto") || wanted.equals(form.code()))
                .toList();
        if (forms.isEmpty()) {
            return new FitOutcome.NotConverged("Complex smoothing with form=" + wanted
                    + " needs a season with more than two rounds of observations.");
        }
        CesEstimate estimate = data.isConstant()
                ? CesEstimate.constant(Arrays.stream(data.scaled())
                        .filter(value -> !Double.isNaN(value))
                        .findFirst()
                        .orElseThrow())
                : forms.stream()
                        .map(form -> CesEstimate.of(form, data))
                        .min(Comparator.comparingDouble(CesEstimate::aicc))
                        .orElseThrow();
        if (!Double.isFinite(estimate.sigma()) || !Double.isFinite(estimate.level())) {
            return new FitOutcome.NotConverged("No form of complex smoothing fits the series.");
        }
        ModelProvenance provenance = ModelProvenance.of(series, spec, seed, parameters(estimate, data.scale()));
        return new FitOutcome.Fitted(
                new CesModel(series.grid(), data, estimate, provenance, words(estimate, data, forms.size())));
    }

    private static Map<String, Double> parameters(CesEstimate estimate, double scale) {
        CesWeights weights = estimate.weights();
        Map<String, Double> parameters = new LinkedHashMap<>();
        if (estimate.form().hasPlainPair()) {
            parameters.put("real", weights.real());
            parameters.put("imaginary", weights.imaginary());
        }
        if (estimate.form().hasSeasonalPairs()) {
            parameters.put("seasonalReal", weights.seasonalReal());
            parameters.put("seasonalImaginary", weights.seasonalImaginary());
        }
        if (estimate.form() == CesForm.PARTIAL) {
            parameters.put("offset", weights.offset());
        }
        parameters.put("level", estimate.level() * scale);
        parameters.put("sigma", estimate.sigma() * scale);
        parameters.put("aicc", estimate.aicc());
        return parameters;
    }

    private static String words(CesEstimate estimate, CesData data, int forms) {
        CesWeights weights = estimate.weights();
        CesForm form = estimate.form();
        String weight = form.hasPlainPair()
                ? complex(weights.real(), weights.imaginary())
                : complex(weights.seasonalReal(), weights.seasonalImaginary());
        String chosen = forms > 1 ? " It has the smallest AICc of " + forms + " forms." : "";
        String season = form == CesForm.NONE ? "" : " The season has " + data.seasonLength() + " steps.";
        int pattern = data.pattern().length;
        String longer = pattern > 1 ? " The mean pattern over " + pattern + " steps is taken out first." : "";
        return "Complex smoothing " + form.words() + ", weight " + weight + "." + chosen + season + longer;
    }

    private static String complex(double real, double imaginary) {
        return String.format(Locale.ROOT, "%.2f + %.2fi", real, imaginary);
    }
}
