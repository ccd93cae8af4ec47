package dev.headroom.engine.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/// Turns readings that are shorter than a day into one observation a calendar day, in the zone of the grid, and those
/// that are shorter than an hour into one an hour.
///
/// A day runs from local midnight to local midnight, so it has 23 or 25 hours when the clock changes. A day
/// that has less than a stated share of the readings it should have becomes missing, and so do the cut days
/// at both ends of the series. Each statistic is a series of its own: readings that are already upper
/// statistics (p95, max) can become daily p95 or max, never a daily mean or sum.
public final class Resampler {
    /// Means over at most this long stand for readings: longer ones hide their peaks.
    public static final Duration READINGS = Duration.ofMinutes(15);

    /// The share of a day's readings that must be there for a mean, p95, max, min or last value.
    public static final double USUAL_SHARE = 0.75;

    private Resampler() {}

    /// Daily values with the usual share; a sum needs every reading, because the sum of a part is not the
    /// sum.
    public static TimeSeries daily(TimeSeries source, Statistic statistic) {
        return daily(source, statistic, statistic == Statistic.SUM ? 1 : USUAL_SHARE);
    }

    /// @param source on a grid with a step of fixed length, shorter than a day; NaN = missing
    /// @param statistic how the readings of a day become one value; see [#supports]
    /// @param minShare the share of a day's readings that must be observed, 0 < minShare <= 1
    /// @return daily values from the day of the first point on, under the key of the source with the new
    ///     statistic
    /// @throws IllegalArgumentException when the step or the statistic does not fit
    public static TimeSeries daily(TimeSeries source, Statistic statistic, double minShare) {
        if (!(minShare > 0 && minShare <= 1)) {
            throw new IllegalArgumentException("minShare (" + minShare + ") must lie in (0, 1].");
        }
        requireSupported(source.key().statistic(), statistic);
        Duration step = stepOf(source.grid());
        SeriesKey key = new SeriesKey(source.key().resource(), source.key().metric(), statistic);
        ZoneId zone = source.grid().zone();
        if (source.length() == 0) {
            return new TimeSeries(key, new TimeGrid(source.grid().start(), Step.DAY, 0, zone), new double[0]);
        }
        LocalDate first = LocalDate.ofInstant(source.grid().start(), zone);
        LocalDate last = LocalDate.ofInstant(source.grid().at(source.length() - 1), zone);
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        double[] values = new double[days];
        int next = 0;
        for (int day = 0; day < days; day++) {
            Instant start = first.plusDays(day).atStartOfDay(zone).toInstant();
            Instant end = first.plusDays(day + 1L).atStartOfDay(zone).toInstant();
            int from = next;
            while (next < source.length() && source.grid().at(next).isBefore(end)) {
                next++;
            }
            double expected = Duration.between(start, end).toMillis() / (double) step.toMillis();
            values[day] = ofPeriod(source, from, next, statistic, minShare * expected);
        }
        TimeGrid grid = new TimeGrid(first.atStartOfDay(zone).toInstant(), Step.DAY, days, zone);
        return new TimeSeries(key, grid, values);
    }

    /// Hourly values, each over the readings from one full hour to before the next; the rules are those of days.
    ///
    /// @param source on a grid with a step of fixed length, shorter than an hour; NaN = missing
    /// @return hourly values from the hour of the first point on, under the key of the source with the new
    ///     statistic
    /// @throws IllegalArgumentException when the step or the statistic does not fit
    public static TimeSeries hourly(TimeSeries source, Statistic statistic) {
        requireSupported(source.key().statistic(), statistic);
        long hour = Duration.ofHours(1).toMillis();
        long step = stepOf(source.grid()).toMillis();
        if (step >= hour) {
            throw new IllegalArgumentException(
                    "step (" + source.grid().step().code() + ") must be shorter than an hour.");
        }
        long first = Math.floorDiv(source.grid().start().toEpochMilli(), hour) * hour;
        int hours = source.length() == 0
                ? 0
                : Math.toIntExact((source.grid().at(source.length() - 1L).toEpochMilli() - first) / hour + 1);
        double share = statistic == Statistic.SUM ? 1 : USUAL_SHARE;
        double[] values = new double[hours];
        int next = 0;
        for (int i = 0; i < hours; i++) {
            Instant end = Instant.ofEpochMilli(first + (i + 1) * hour);
            int from = next;
            while (next < source.length() && source.grid().at(next).isBefore(end)) {
                next++;
            }
            values[i] = ofPeriod(source, from, next, statistic, share * hour / step);
        }
        SeriesKey key = new SeriesKey(source.key().resource(), source.key().metric(), statistic);
        TimeGrid grid = new TimeGrid(
                Instant.ofEpochMilli(first), Step.HOUR, hours, source.grid().zone());
        return new TimeSeries(key, grid, values);
    }

    /// True when readings of the one statistic can honestly become values of a longer step of the other.
    public static boolean supports(Statistic readings, Statistic daily) {
        return switch (readings) {
            case LAST, MEAN -> readings == Statistic.LAST || daily != Statistic.SUM;
            case SUM -> daily == Statistic.SUM || daily == Statistic.MAX || daily == Statistic.MEAN;
            case P95 -> daily == Statistic.P95 || daily == Statistic.MAX;
            case MAX -> daily == Statistic.MAX || daily == Statistic.P95;
            case MIN -> daily == Statistic.MIN;
        };
    }

    private static void requireSupported(Statistic readings, Statistic daily) {
        if (!supports(readings, daily)) {
            throw new IllegalArgumentException("Readings with statistic " + readings.code() + " cannot become a daily "
                    + daily.code() + ".\nMaybe resample the " + daily.code() + " readings instead.");
        }
    }

    private static Duration stepOf(TimeGrid grid) {
        if (grid.step() instanceof Step.Physical(Duration length) && length.compareTo(Duration.ofDays(1)) < 0) {
            return length;
        }
        throw new IllegalArgumentException(
                "step (" + grid.step().code() + ") must be of fixed length and under a day.");
    }

    private static double ofPeriod(TimeSeries source, int from, int to, Statistic statistic, double needed) {
        double[] observed = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(source.value(i))) {
                observed[count++] = source.value(i);
            }
        }
        // A step that does not divide the day leaves fractions; they must not make a full day look short.
        if (count == 0 || count < Math.floor(needed + 1e-9)) {
            return Double.NaN;
        }
        double[] readings = Arrays.copyOf(observed, count);
        return switch (statistic) {
            case MEAN -> Arrays.stream(readings).sum() / count;
            case SUM -> Arrays.stream(readings).sum();
            case MAX -> Arrays.stream(readings).max().orElse(Double.NaN);
            case MIN -> Arrays.stream(readings).min().orElse(Double.NaN);
            case LAST -> readings[count - 1];
            case P95 -> EmpiricalQuantile.of(EmpiricalQuantile.sorted(readings), 0.95);
        };
    }
}
