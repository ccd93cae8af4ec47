package dev.headroom.engine.model.theta;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.numeric.ForwardFill;
import dev.headroom.engine.numeric.LeastSquaresLine;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;

/// Fits the Theta method ([ModelSpec.Theta]): simple smoothing with half the slope of the line as drift, on the
/// seasonally adjusted series.
///
/// Input: a series; leading missing values are dropped, later ones take the last value before them; the
/// shortest season length is used. Output: a fitted model with normal quantiles. Errors: fewer than three
/// values are [FitOutcome.TooShort]. Source: V. Assimakopoulos and K. Nikolopoulos (2000), The theta model,
/// doi:10.1016/S0169-2070(00)00066-2, in the equivalent form of R. J. Hyndman and B. Billah (2003), Unmasking
/// the Theta method, doi:10.1016/S0169-2070(01)00143-1. Departures: offsets instead of factors where values
/// are not positive; the spread is multiplied by the seasonal factor; forecasts of series that are never
/// negative are cut at 0.
public final class ThetaFitter implements Fitter {
    /// `theta`: how much the curvature of the series is stretched; 1 keeps no line, more keeps more of its slope.
    public static final List<Parameter> PARAMETERS = List.of(new Parameter.Real("theta", 1, 10));

    private static final int FEWEST = 3;
    private static final double STANDARD = 2;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Theta theta)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be theta.");
        }
        double[] values = ForwardFill.of(series.values());
        if (values.length < FEWEST) {
            return new FitOutcome.TooShort(values.length, FEWEST);
        }
        SeasonalFigure season = SeasonalFigure.of(values, theta.seasons().shortest());
        double[] adjusted = season.adjusted(values);
        SimpleSmoothing smoothing = SimpleSmoothing.fit(adjusted, adjusted.length);
        double drift = LeastSquaresLine.through(adjusted, adjusted.length).slope()
                * (1 - 1 / theta.settings().number("theta", STANDARD));
        return new FitOutcome.Fitted(new ThetaModel(series, theta, seed, values, season, smoothing, drift));
    }
}
