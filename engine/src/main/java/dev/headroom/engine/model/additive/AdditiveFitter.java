package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fits the additive model ([ModelSpec.Additive]).
///
/// Input: a series in any unit; missing values are left out. Output: an [AdditiveModel]. Errors: `TooShort` below eight
/// observations; a constant is fitted as such; a country without a holiday calendar throws.
/// Source: S. J. Taylor and B. Letham (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080.
/// Departures: values are centred and scaled by their largest distance from the mean; the most probable coefficients
/// come from penalised normal equations; seasonal priors are 1 and those of period ends and holidays 0.5; the last
/// deviation from the terms fades into the forecast; the last slope fades beyond the history.
public final class AdditiveFitter implements Fitter {
    /// The prior scale of a change of slope, the number of places where one is possible, and the pairs of Fourier terms
    /// of
    /// each cycle; 0 pairs leave it out.
    public static final List<Parameter> PARAMETERS = List.of(
            new Parameter.LogReal("change_scale", 0.001, 1),
            new Parameter.Whole("change_points", 0, 50),
            new Parameter.Whole("daily", 0, 12),
            new Parameter.Whole("weekly", 0, 3),
            new Parameter.Whole("yearly", 0, 20));

    private static final int NEEDED = 8;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Additive additive)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be additive.");
        }
        double[] values = series.values();
        int observed = series.length() - series.missing();
        if (observed < NEEDED) {
            return new FitOutcome.TooShort(observed, NEEDED);
        }
        double centre = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
        double size = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.abs(value - centre))
                .max()
                .orElseThrow();
        double scale = size > 0 ? size : 1;
        Design design =
                new Design(Trend.over(values.length, additive.settings()), TermChoice.of(series.grid(), additive));
        PenalisedFit fit = new PenalisedFit(
                design.columns(), additive.settings().number("change_scale", PenalisedFit.CHANGE_SCALE));
        double[] row = new double[design.columns()];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                design.fill(t, row);
                fit.add(row, (values[t] - centre) / scale);
            }
        }
        double[] coefficients = fit.solve(design.trend(), design.priors()).coefficients();
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] *= scale;
        }
        coefficients[0] += centre;
        Remainder remainder = Remainder.of(residuals(values, design, coefficients), effective(design, observed));
        ModelProvenance provenance =
                ModelProvenance.of(series, spec, seed, parameters(design, coefficients, remainder));
        return new FitOutcome.Fitted(new AdditiveModel(series.grid(), design, coefficients, remainder, provenance));
    }

    /// The columns that count against the degrees of freedom: of the changes of slope few are ever in use.
    private static int effective(Design design, int observed) {
        int seasonal = design.columns() - design.trend().columns();
        return Math.min(observed / 2, seasonal + 2 + design.trend().changePoints() / 5);
    }

    private static double[] residuals(double[] values, Design design, double[] coefficients) {
        double[] residuals = new double[values.length];
        double[] row = new double[design.columns()];
        for (int t = 0; t < values.length; t++) {
            design.fill(t, row);
            residuals[t] = values[t];
            for (int i = 0; i < row.length; i++) {
                residuals[t] -= row[i] * coefficients[i];
            }
        }
        return residuals;
    }

    private static Map<String, Double> parameters(Design design, double[] coefficients, Remainder remainder) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        List<String> names = design.columnNames();
        for (int i = 0; i < coefficients.length; i++) {
            parameters.put(names.get(i), coefficients[i]);
        }
        parameters.put("noise", remainder.deviation());
        parameters.put("fading", remainder.fading());
        return parameters;
    }
}
