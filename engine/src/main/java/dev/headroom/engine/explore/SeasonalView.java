package dev.headroom.engine.explore;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// When a series is high and when it is low: by hour and weekday, by month, and around the ends of quarters.
///
/// Input: a series on a calendar grid; missing values are passed over. Output: mean, 95th percentile and number of the
/// values at each place, on the wall clock of the grid's zone, so that an hour that is skipped or repeated at a change
/// of the clocks counts where the clock shows it. Errors: none; what a grid is too coarse for is an empty list, and a
/// place without values has NaN and the count 0. Source: none; plain averages.
///
/// @param hours 168 places, Monday 00:00 first; empty where a step is a day or longer
/// @param weekdays 7 places, Monday first; empty where a step is longer than a day
/// @param months 12 places, January first; empty where a step is longer than a month
/// @param quarterEnds by day from [#REACH] days before the last day of a quarter to as many after it; empty where a
///     step is longer than a day
public record SeasonalView(List<Cell> hours, List<Cell> weekdays, List<Cell> months, List<Cell> quarterEnds) {
    /// How many days before and after the last day of a quarter are looked at.
    public static final int REACH = 15;

    private static final int HOURS = 24;
    private static final int WEEK = 7;
    private static final int MONTHS = 12;
    private static final double P95 = 0.95;

    public SeasonalView {
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
        months = List.copyOf(months);
        quarterEnds = List.copyOf(quarterEnds);
    }

    /// The values at one place of a season.
    ///
    /// @param mean NaN without values
    /// @param p95 their 95th percentile, NaN without values
    public record Cell(double mean, double p95, int count) {
        static final Cell EMPTY = new Cell(Double.NaN, Double.NaN, 0);
    }

    public static SeasonalView of(TimeSeries series) {
        TimeGrid grid = series.grid();
        if (grid.isOrdinal()) {
            return new SeasonalView(List.of(), List.of(), List.of(), List.of());
        }
        double hoursAStep = grid.step().typicalLength().toMinutes() / 60.0;
        return new SeasonalView(
                hoursAStep < HOURS - 1 ? cells(series, WEEK * HOURS, SeasonalView::hourOfWeek) : List.of(),
                hoursAStep <= HOURS + 1
                        ? cells(series, WEEK, terms -> terms.weekday().ordinal())
                        : List.of(),
                hoursAStep <= 31 * HOURS
                        ? cells(series, MONTHS, terms -> terms.month().ordinal())
                        : List.of(),
                hoursAStep <= HOURS + 1 ? cells(series, 2 * REACH + 1, SeasonalView::dayOfQuarterEnd) : List.of());
    }

    /// The values of an hour of a weekday; the list of hours must not be empty.
    public Cell hour(DayOfWeek day, int hour) {
        return hours.get(day.ordinal() * HOURS + hour);
    }

    /// The values of a weekday; the list of weekdays must not be empty.
    public Cell weekday(DayOfWeek day) {
        return weekdays.get(day.ordinal());
    }

    /// The values of a month; the list of months must not be empty.
    public Cell month(Month month) {
        return months.get(month.ordinal());
    }

    /// The values so many days after the last day of a quarter, negative before it; the list must not be empty.
    public Cell quarterEnd(int days) {
        return quarterEnds.get(days + REACH);
    }

    private static int hourOfWeek(CalendarTerms terms) {
        return terms.weekday().ordinal() * HOURS + terms.time().getHour();
    }

    /// -1 far from any end of a quarter.
    private static int dayOfQuarterEnd(CalendarTerms terms) {
        int before = terms.daysToQuarterEnd();
        if (before <= REACH) {
            return REACH - before;
        }
        int after = terms.time().get(IsoFields.DAY_OF_QUARTER);
        return after <= REACH ? REACH + after : -1;
    }

    private static List<Cell> cells(TimeSeries series, int places, ToIntFunction<CalendarTerms> place) {
        int[] at = new int[series.length()];
        int[] counts = new int[places];
        for (int t = 0; t < at.length; t++) {
            boolean missing = Double.isNaN(series.value(t));
            at[t] = missing
                    ? -1
                    : place.applyAsInt(
                            CalendarTerms.of(series.grid().at(t), series.grid().zone()));
            if (at[t] >= 0) {
                counts[at[t]]++;
            }
        }
        double[][] values = new double[places][];
        Arrays.setAll(values, p -> new double[counts[p]]);
        int[] filled = new int[places];
        for (int t = 0; t < at.length; t++) {
            if (at[t] >= 0) {
                values[at[t]][filled[at[t]]++] = series.value(t);
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (double[] here : values) {
            cells.add(cell(here));
        }
        return cells;
    }

    private static Cell cell(double[] values) {
        if (values.length == 0) {
            return Cell.EMPTY;
        }
        Arrays.sort(values);
        return new Cell(
                Arrays.stream(values).average().orElse(Double.NaN),
                OrderStatistics.quantileOfSorted(values, P95),
                values.length);
    }
}
