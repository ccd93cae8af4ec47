package dev.headroom.engine.model.arima;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;

/// Fits a seasonal ARIMA model ([ModelSpec.Arima]) whose orders are chosen automatically.
///
/// Input: a series in any unit; gaps are skipped by the likelihood (up to 200 of them; more are
/// interpolated), missing values at the ends are left out and bridged. The first season length up to 60 steps
/// gets terms of its own, the pattern of a longer one is taken off first. Output: an [ArimaModel]. Errors:
/// `TooShort` below five observations; a constant is fitted as such. Source: R. J. Hyndman and Y. Khandakar
/// (2008), Automatic time series forecasting: the forecast package for R, doi:10.18637/jss.v027.i03.
/// Departures: the series is differenced first; of the quick search for long series or seasons up to three of
/// the best orders are estimated exactly, not one; the limits of a seasonal part hold for its own roots and
/// leave its moving average free (R compares the roots by step, which excludes most daily seasons); only the
/// last 1500 values count; while orders are compared on long series, gaps are filled by interpolation.
public final class ArimaFitter implements Fitter {
    /// The most terms of a kind that the search may take.
    public static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Whole("max_p", 0, 8),
            new Parameter.Whole("max_q", 0, 8),
            new Parameter.Whole("max_seasonal", 0, 3));

    private static final int NEEDED = 5;

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Arima arima)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be arima.");
        }
        ArimaData data = ArimaData.of(series.values(), arima.seasons());
        if (data.observed() < NEEDED) {
            return new FitOutcome.TooShort(data.observed(), NEEDED);
        }
        ArimaWindow window = data.window();
        if (window.observed() < NEEDED) {
            return new FitOutcome.TooShort(window.observed(), NEEDED);
        }
        ArimaChoice choice = ArimaChoice.of(window, data.seasons().seasonLength(), arima.settings());
        ArimaEstimate estimate = choice.estimate();
        if (!Double.isFinite(estimate.sigma()) || !Double.isFinite(estimate.constant())) {
            return new FitOutcome.NotConverged("No ARIMA model fits the series.");
        }
        ModelProvenance provenance =
                ModelProvenance.of(series, spec, seed, ArimaWords.parameters(estimate, data.scale()));
        return new FitOutcome.Fitted(
                new ArimaModel(series.grid(), data, estimate, provenance, ArimaWords.describe(choice, data)));
    }
}
