package dev.headroom.engine.model.ets;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names and sentences for a chosen form.
final class EtsWords {
    private EtsWords() {}

    /// The parameters by name; initial states in the unit of the series.
    static Map<String, Double> parameters(EtsEstimate estimate, double scale) {
        EtsParameters p = estimate.parameters();
        EtsForm form = estimate.form();
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("alpha", p.alpha());
        if (form.hasTrend()) {
            parameters.put("beta", p.beta());
        }
        if (form.isSeasonal()) {
            parameters.put("gamma", p.gamma());
        }
        if (form.trend() == EtsForm.Trend.DAMPED) {
            parameters.put("phi", p.phi());
        }
        parameters.put("level", p.level() * scale);
        if (form.hasTrend()) {
            parameters.put("slope", p.slope() * scale);
        }
        parameters.put("aicc", estimate.aicc());
        return parameters;
    }

    static String describe(EtsEstimate estimate, LongSeason longSeason) {
        EtsForm form = estimate.form();
        String trend = switch (form.trend()) {
            case NONE -> "no trend";
            case ADDITIVE -> "a linear trend";
            case DAMPED -> "a trend that fades";
        };
        String season = switch (form.season()) {
            case NONE -> "no season";
            case ADDITIVE -> "a season of " + estimate.seasonLength() + " steps that adds";
            case MULTIPLICATIVE -> "a season of " + estimate.seasonLength() + " steps that multiplies";
        };
        String error =
                form.error() == EtsForm.Error.ADDITIVE ? "errors of even size" : "errors in proportion to the level";
        String chosen = "Exponential smoothing " + form.shortName() + " with " + trend + ", " + season + " and " + error
                + " has the smallest AICc of the stable forms.";
        return longSeason.profileLength() == 1
                ? chosen
                : chosen + " The mean pattern over " + longSeason.profileLength() + " steps is taken out first.";
    }
}
