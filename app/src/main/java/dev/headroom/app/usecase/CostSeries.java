package dev.headroom.app.usecase;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.DayTotal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Day totals as a daily series of cost in their currency. A day without a charge costs nothing; a day with a charge
/// that does not state the basis is missing, because its sum would be too low.
final class CostSeries {
    private CostSeries() {}

    static boolean complete(DayTotal day) {
        return day.known() == day.charges();
    }

    /// @param days of one currency, in any order; those outside the two days are left out
    /// @param last inclusive; not before `first`
    static TimeSeries of(String name, List<DayTotal> days, LocalDate first, LocalDate last) {
        double[] values = new double[(int) ChronoUnit.DAYS.between(first, last) + 1];
        for (DayTotal day : days) {
            long index = ChronoUnit.DAYS.between(first, day.day());
            if (index >= 0 && index < values.length) {
                values[(int) index] = complete(day) ? day.sum().doubleValue() : Double.NaN;
            }
        }
        return new TimeSeries(
                new SeriesKey(name, "cost", Statistic.SUM),
                TimeGrid.utc(first.atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, values.length),
                values);
    }
}
