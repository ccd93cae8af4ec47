package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.AdditiveOptions;
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
import java.util.stream.IntStream;

/// Fits the additive model ([ModelSpec.Additive]).
///
/// Input: a series in any unit; missing values are left out, and so are points at which a regressor or a
/// bound is not known. Output: an [AdditiveModel]. Errors: `TooShort` below eight usable observations; a
/// constant is fitted as such; a country without a holiday calendar and a capacity that is not above its
/// floor throw. Source: S. J. Taylor and B. Letham (2018), Forecasting at scale,
/// doi:10.1080/00031305.2017.1380080. Departures: values are centred and scaled by their largest distance
/// from the mean; the most probable coefficients come from [PosteriorMode]; seasonal priors are 1, those of
/// period ends and holidays 0.5 and those of regressors 10; the last deviation from the terms fades into the
/// forecast; the last linear slope fades beyond the history; seasons, ends of periods, holidays and
/// regressors all add or all multiply.
public final class AdditiveFitter implements Fitter {
    /// The prior scale of a change of slope, the number of places where one is possible, and the pairs of
    /// Fourier terms of each cycle; 0 pairs leave it out.
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
        Scaling scaling = Scaling.of(series, additive);
        int observed = scaling.observed();
        if (observed < NEEDED) {
            return new FitOutcome.TooShort(observed, NEEDED);
        }
        Design design = new Design(
                series.grid(),
                additive.options().growth(),
                Trend.over(series.length(), additive.options().growth(), additive.settings()),
                TermChoice.of(series.grid(), additive),
                additive.options().seasonality() == AdditiveOptions.Seasonality.MULTIPLIES);
        Curve.Point[] all = new Curve.Point[series.length()];
        Arrays.setAll(all, design::point);
        checkBounds(design, all);
        int[] used = IntStream.range(0, all.length)
                .filter(t -> !Double.isNaN(series.value(t)) && Design.isKnown(all[t]))
                .toArray();
        if (used.length < NEEDED) {
            return new FitOutcome.TooShort(used.length, NEEDED);
        }
        double[] scaled = Arrays.stream(used)
                .mapToDouble(t -> scaling.scaled(series.value(t)))
                .toArray();
        PosteriorMode.Solution mode = PosteriorMode.find(
                design,
                additive.settings().number("change_scale", PosteriorMode.CHANGE_SCALE),
                Arrays.stream(used).mapToObj(t -> scaling.scaled(all[t])).toArray(Curve.Point[]::new),
                scaled);
        double[] coefficients = scaling.unscaled(mode.coefficients(), design);
        Remainder remainder = Remainder.of(
                residuals(series, design, all, coefficients), effective(design, coefficients, used.length));
        ModelProvenance provenance =
                ModelProvenance.of(series, spec, seed, parameters(design, coefficients, remainder));
        return new FitOutcome.Fitted(new AdditiveModel(design, coefficients, remainder, provenance));
    }

    private static void checkBounds(Design design, Curve.Point... points) {
        if (design.trend().form() != Trend.Form.LOGISTIC) {
            return;
        }
        for (int t = 0; t < points.length; t++) {
            if (points[t].capacity() <= points[t].floor()) {
                throw new IllegalArgumentException("capacity (" + points[t].capacity() + ") must be above the floor ("
                        + points[t].floor() + ") at " + design.grid().at(t) + ".");
            }
        }
    }

    /// The columns that count against the degrees of freedom: of the changes of slope those in use.
    private static int effective(Design design, double[] coefficients, int observed) {
        Trend trend = design.trend();
        int bends = 0;
        for (int j = trend.firstChange(); j < trend.columns(); j++) {
            bends += coefficients[j] != 0 ? 1 : 0;
        }
        return Math.min(observed / 2, design.columns() - trend.changePoints() + bends);
    }

    private static double[] residuals(TimeSeries series, Design design, Curve.Point[] points, double... coefficients) {
        Curve curve = Curve.of(design);
        double[] residuals = new double[points.length];
        Arrays.setAll(residuals, t -> series.value(t) - curve.value(points[t], coefficients));
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
