package dev.headroom.engine.series;

import java.time.Instant;

/// Where the observations of a series begin and end.
///
/// @param first the index of the first observation; the length of the series when there is none
/// @param last the index of the last observation; -1 when there is none
record SeriesSpan(int first, int last, int observations) {
    static SeriesSpan of(TimeSeries series) {
        int first = series.length();
        int last = -1;
        int observations = 0;
        for (int i = 0; i < series.length(); i++) {
            if (!Double.isNaN(series.value(i))) {
                first = Math.min(first, i);
                last = i;
                observations++;
            }
        }
        return new SeriesSpan(first, last, observations);
    }

    /// The observed share between the first and the last observation; 0 without any.
    double completeness() {
        return observations == 0 ? 0 : observations / (double) (last - first + 1);
    }

    /// How many whole steps the last observation is older than an instant; 0 when it is not older.
    int lag(TimeGrid grid, Instant asOf) {
        if (last < 0) {
            return 0;
        }
        Step step = grid.step();
        long steps = step.position(asOf, grid.zone()) - step.position(grid.at(last), grid.zone());
        return (int) Math.clamp(steps, 0, Integer.MAX_VALUE);
    }
}
