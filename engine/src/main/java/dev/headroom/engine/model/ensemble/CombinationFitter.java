package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Optional;

/// Fits the automatic combination ([ModelSpec.Auto]), and what many series taught alone ([ModelSpec.Global]).
///
/// Input: a series of any length; leading missing values are dropped, later ones take the last value before
/// them; a daily series with a calendar is combined less its [PeriodEndProfile], which the forecast gets
/// back. Output: a [CombinationModel]. Errors: a series without any observation is [FitOutcome.TooShort].
/// Source: the combination is our own; its parts name their sources. Departures: none.
public final class CombinationFitter implements Fitter {
    /// What can be set of the automatic combination.
    public static final List<Parameter> PARAMETERS = List.of(new Parameter.Choice("pool", List.of("file", "none")));

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
        Members members;
        switch (spec) {
            case ModelSpec.Auto auto ->
                members = Members.of(auto, pool, series.grid().step());
            case ModelSpec.Global global -> {
                if (pool.isEmpty()) {
                    return new FitOutcome.NotConverged(Pool.ABSENT);
                }
                members = Members.of(global, pool.get(), series.grid().step());
            }
            default -> throw new IllegalArgumentException("spec (" + spec.name() + ") must be auto or global.");
        }
        Prepared prepared = Prepared.of(series);
        if (prepared.values().length == 0) {
            return new FitOutcome.TooShort(0, 1);
        }
        return new FitOutcome.Fitted(new CombinationModel(series, spec, seed, prepared, members));
    }
}
