package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.feature.PeriodEndProfile;
import dev.headroom.engine.numeric.ForwardFill;
import dev.headroom.engine.series.TimeSeries;

/// A series as the members see it: without its ends of quarters and months, and without gaps.
///
/// @param ends what was taken off, to be put back
/// @param values from the first observation on; gaps hold the value before them
record Prepared(PeriodEndProfile ends, double[] values) {
    static Prepared of(TimeSeries series) {
        PeriodEndProfile ends = PeriodEndProfile.of(series.grid(), series.values());
        return new Prepared(ends, ForwardFill.of(ends.over(series.grid()).removeFrom(series.values())));
    }
}
