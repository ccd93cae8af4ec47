package dev.headroom.engine.model.tbats;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fits a TBATS model ([ModelSpec.Tbats]): seasons of any length as sums of waves, Box-Cox
/// transformation, damped trend and ARMA errors, each kept only where it lowers the AIC.
///
/// Input: a series in any unit; missing values move the states forward without an update; powers need
/// positive values. Seasons are those of [ModelSpec.Tbats] with more than two rounds; a day alone gets
/// the week on top, a week of days the year of 365.25 days. Output: a model with quantiles that are
/// normal on the transformed scale. Errors: `TooShort` below ten observations; a constant is repeated.
/// Source: A. M. De Livera, R. J. Hyndman and R. D. Snyder (2011), Forecasting time series with complex
/// seasonal patterns using exponential smoothing, doi:10.1198/jasa.2011.tm09771. Departures: the waves
/// are chosen one after the other with the weights held, and a wave that a shorter season has is left
/// out; a trend is always damped; the power is one of 0, 0.25, 0.5, 0.75 and 1; errors have two lags at
/// most; the first states are solved for again at the weights found; only the last 1200 values count.
public final class TbatsFitter implements Fitter {
    private static final int NEEDED = 10;
    private static final double YEAR_ROUNDS = 2.2;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Tbats tbats)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be tbats.");
        }
        TbatsData data = TbatsData.of(series.values());
        int observed = data.observed();
        if (observed < NEEDED) {
            return new FitOutcome.TooShort(observed, NEEDED);
        }
        List<Double> periods = tbats.seasons().nested(series.grid().step(), observed, YEAR_ROUNDS);
        TbatsEstimate estimate = data.isConstant() ? constant(data) : TbatsChoice.best(data, periods);
        if (!Double.isFinite(estimate.sigma())) {
            return new FitOutcome.NotConverged("No TBATS model fits the series.");
        }
        ModelProvenance provenance = ModelProvenance.of(series, spec, seed, parameters(estimate));
        return new FitOutcome.Fitted(new TbatsModel(series.grid(), data, estimate, provenance, words(estimate.form())));
    }

    private static TbatsEstimate constant(TbatsData data) {
        double level = Arrays.stream(data.scaled())
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElseThrow();
        TbatsForm form = new TbatsForm(1, TbatsForm.Trend.NONE, List.of(), 0, 0);
        double none = Double.NEGATIVE_INFINITY;
        return new TbatsEstimate(form, form.start(), new double[] {level}, none, none, 0);
    }

    private static Map<String, Double> parameters(TbatsEstimate estimate) {
        TbatsForm form = estimate.form();
        double[] weights = estimate.weights();
        Map<String, Double> parameters = new LinkedHashMap<>();
        parameters.put("lambda", form.lambda());
        int next = 0;
        parameters.put("alpha", weights[next++]);
        if (form.trend() == TbatsForm.Trend.DAMPED) {
            parameters.put("beta", weights[next++]);
            parameters.put("phi", weights[next++]);
        }
        for (TbatsForm.Season season : form.seasons()) {
            String period = TbatsForm.number(season.period());
            parameters.put("waves" + period, (double) season.waves().size());
            parameters.put("gamma1_" + period, weights[next++]);
            parameters.put("gamma2_" + period, weights[next++]);
        }
        for (int i = 1; i <= form.ar(); i++) {
            parameters.put("ar" + i, weights[next++]);
        }
        for (int i = 1; i <= form.ma(); i++) {
            parameters.put("ma" + i, weights[next++]);
        }
        parameters.put("aic", estimate.aic());
        return parameters;
    }

    private static String words(TbatsForm form) {
        String power = form.lambda() == 1
                ? "the values as they are"
                : form.lambda() == 0 ? "logarithms" : "values to the power " + TbatsForm.number(form.lambda());
        String trend = form.trend() == TbatsForm.Trend.DAMPED ? "a trend that fades" : "no trend";
        StringBuilder seasons = new StringBuilder();
        for (TbatsForm.Season season : form.seasons()) {
            seasons.append(seasons.isEmpty() ? " Its seasons: " : ", ")
                    .append(TbatsForm.number(season.period()))
                    .append(" steps (")
                    .append(season.waves().size())
                    .append(season.waves().size() == 1 ? " wave)" : " waves)");
        }
        return form.shortName() + " models " + power + " with " + trend + "; every part lowers the AIC."
                + (seasons.isEmpty() ? " It found no season." : seasons + ".");
    }
}
