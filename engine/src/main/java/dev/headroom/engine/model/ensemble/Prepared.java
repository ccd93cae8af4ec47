package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.feature.PeriodEndProfile;
import dev.headroom.engine.numeric.ForwardFill;
import dev.headroom.engine.series.TimeSeries;

/// A series as the members see it: without its ends of quarters and months, and without gaps.
///
/// @param ends what was taken off, to be put back
/// @param values from the first observation on; gaps hold the value before them
/// @param position how many whole steps lie before the first value since the start of 1970
record Prepared(PeriodEndProfile ends, double[] values, long position) {
    static Prepared of(TimeSeries series) {
        PeriodEndProfile ends = PeriodEndProfile.of(series.grid(), series.values());
        double[] values = ForwardFill.of(ends.over(series.grid()).removeFrom(series.values()));
        return new Prepared(ends, values, series.grid().position(series.length() - values.length));
    }
}
