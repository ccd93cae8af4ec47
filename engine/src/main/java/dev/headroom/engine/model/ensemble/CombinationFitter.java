package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.Optional;

/// Fits the automatic combination ([ModelSpec.Auto]).
///
/// Input: a series of any length; leading missing values are dropped, later ones take the last value before
/// them; a daily series with a calendar is combined less its [PeriodEndProfile], which the forecast gets
/// back. Output: a [CombinationModel]. Errors: a series without any observation is [FitOutcome.TooShort].
/// Source: the combination is our own; its parts name their sources. Departures: none.
public final class CombinationFitter implements Fitter {
    private final Optional<Pool> pool;

    /// Each series alone.
    public CombinationFitter() {
        this(Optional.empty());
    }

    /// @param pool what many series taught, for series of their frequency
    public CombinationFitter(Optional<Pool> pool) {
        this.pool = pool;
    }

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Auto auto)) {
            throw new IllegalArgumentException("spec (" + spec.name() + ") must be auto.");
        }
        Prepared prepared = Prepared.of(series);
        if (prepared.values().length == 0) {
            return new FitOutcome.TooShort(0, 1);
        }
        return new FitOutcome.Fitted(new CombinationModel(series, auto, seed, prepared, pool));
    }
}
