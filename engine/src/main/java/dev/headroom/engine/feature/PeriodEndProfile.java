package dev.headroom.engine.feature;

import dev.headroom.engine.numeric.OrderStatistics;
import dev.headroom.engine.series.TimeGrid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a daily series usually differs around the ends of quarters and of months, by day before or after the end.
///
/// Input: a daily grid with a calendar and its values; missing values are passed over. Output: the usual factor of a
/// day against ordinary days where all values are positive, else the usual distance; ordinary days have 1 or 0.
/// Errors: none; other grids, fewer than three ends of quarters (six of months), or ends that differ from each other
/// more than from ordinary days give no effect. Source: own; a superposed epoch analysis after C. Chree (1913) on the
/// series less weekday profile and running median, drawn towards zero as in [SeasonalProfile]. Departures: a quarter's
/// end reaches from nine days before its last day to two days after it, a month's from two days before to one after.
public final class PeriodEndProfile {
    private static final int WEEK = 7;
    private static final int REACH = 21;
    private static final int FEWEST_ORDINARY = 10;
    private static final double LEAST_KEPT_SHARE = 0.5;
    private static final double LEAST_AGREEMENT = 0.8;
    /// Of a median against a mean, for normal errors.
    private static final double MEDIAN_VARIANCE = Math.PI / 2;
    private static final PeriodEndProfile NONE = new PeriodEndProfile(false, new double[0], new double[0]);

    /// The days that an end reaches over.
    ///
    /// @param before days before the last day of the period
    /// @param after days after it
    /// @param fewest how many ends must have been seen
    private record Reach(int before, int after, int fewest) {
        static final Reach QUARTER = new Reach(CalendarTerms.QUARTER_END_DAYS - 1, 2, 3);
        static final Reach MONTH = new Reach(CalendarTerms.MONTH_END_DAYS - 1, 1, 6);

        int days() {
            return before + 1 + after;
        }

        /// The position of a day in the reach, 0 being the earliest; -1 outside.
        int position(int daysToEnd, int daysSinceEnd) {
            if (daysToEnd <= before) {
                return before - daysToEnd;
            }
            return daysSinceEnd <= after ? before + daysSinceEnd : -1;
        }
    }

    private final boolean multiplies;
    private final double[] quarterEnd;
    private final double[] monthEnd;

    private PeriodEndProfile(boolean multiplies, double[] quarterEnd, double[] monthEnd) {
        this.multiplies = multiplies;
        this.quarterEnd = quarterEnd;
        this.monthEnd = monthEnd;
    }

    /// The profile of series without usual ends.
    public static PeriodEndProfile none() {
        return NONE;
    }

    public static PeriodEndProfile of(TimeGrid grid, double[] values) {
        if (grid.isOrdinal() || Math.abs(grid.step().typicalLength().toHours() - 24) > 1) {
            return NONE;
        }
        int n = values.length;
        LocalDate[] days = new LocalDate[n];
        boolean[] special = new boolean[n];
        boolean positive = true;
        for (int t = 0; t < n; t++) {
            days[t] = LocalDate.ofInstant(grid.at(t), grid.zone());
            special[t] = quarterPosition(days[t]) >= 0 || monthPosition(days[t]) >= 0;
            positive &= !(values[t] <= 0);
        }
        double[] rest = rest(values, special, positive);
        double[] quarter = profile(days, rest, Reach.QUARTER);
        double[] month = profile(days, rest, Reach.MONTH);
        return quarter.length == 0 && month.length == 0 ? NONE : new PeriodEndProfile(positive, quarter, month);
    }

    /// True when every day is an ordinary day.
    public boolean isNone() {
        return quarterEnd.length == 0 && monthEnd.length == 0;
    }

    /// True when quarter ends differ from ordinary days.
    public boolean hasQuarterEnd() {
        return quarterEnd.length > 0;
    }

    /// True when ends of months that end no quarter differ from ordinary days.
    public boolean hasMonthEnd() {
        return monthEnd.length > 0;
    }

    /// True when the profile multiplies ordinary days, false when it is added to them.
    public boolean multiplies() {
        return multiplies;
    }

    /// The largest difference from an ordinary day around a quarter's end: a factor or a distance.
    public double quarterEndPeak() {
        double most = 0;
        for (double effect : quarterEnd) {
            most = Math.abs(effect) > Math.abs(most) ? effect : most;
        }
        return multiplies ? Math.exp(most) : most;
    }

    /// The profile laid over the days of a grid.
    public Days over(TimeGrid grid) {
        double[] effects = new double[isNone() ? 0 : grid.length()];
        for (int t = 0; t < effects.length; t++) {
            double effect = effect(LocalDate.ofInstant(grid.at(t), grid.zone()));
            effects[t] = multiplies ? Math.exp(effect) : effect;
        }
        return new Days(multiplies, effects);
    }

    /// The effects on the days of one grid.
    public static final class Days {
        private final boolean multiplies;
        private final double[] effects;

        private Days(boolean multiplies, double[] effects) {
            this.multiplies = multiplies;
            this.effects = effects;
        }

        /// The values as they would be if all days were ordinary; missing values stay missing.
        ///
        /// @param values one a day of the grid
        public double[] removeFrom(double[] values) {
            double[] ordinary = values.clone();
            for (int t = 0; t < effects.length; t++) {
                ordinary[t] = multiplies ? values[t] / effects[t] : values[t] - effects[t];
            }
            return ordinary;
        }

        /// The values of ordinary days as they become on the days of the grid.
        ///
        /// @param values one a day of the grid
        public double[] applyTo(double[] values) {
            double[] usual = values.clone();
            for (int t = 0; t < effects.length; t++) {
                usual[t] = multiplies ? values[t] * effects[t] : values[t] + effects[t];
            }
            return usual;
        }
    }

    private double effect(LocalDate day) {
        int position = quarterPosition(day);
        if (position >= 0) {
            return quarterEnd.length > 0 ? quarterEnd[position] : 0;
        }
        position = monthEnd.length > 0 ? monthPosition(day) : -1;
        return position >= 0 ? monthEnd[position] : 0;
    }

    private static int quarterPosition(LocalDate day) {
        LocalDate firstOfQuarter = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        int since = (int) (day.toEpochDay() - firstOfQuarter.toEpochDay()) + 1;
        return Reach.QUARTER.position(CalendarTerms.daysToQuarterEnd(day), since);
    }

    /// -1 also where a quarter's end reaches.
    private static int monthPosition(LocalDate day) {
        return quarterPosition(day) >= 0
                ? -1
                : Reach.MONTH.position(CalendarTerms.daysToMonthEnd(day), day.getDayOfMonth());
    }

    /// The values, or their logarithms, less the weekday profile and the running median of ordinary days.
    private static double[] rest(double[] values, boolean[] special, boolean logarithms) {
        int n = values.length;
        double[] level = new double[n];
        double[] ordinary = new double[n];
        for (int t = 0; t < n; t++) {
            level[t] = logarithms ? Math.log(values[t]) : values[t];
            ordinary[t] = special[t] ? Double.NaN : level[t];
        }
        SeasonalProfile weekdays = SeasonalProfile.of(ordinary, WEEK, WEEK);
        double[] rest = new double[n];
        double[] near = new double[2 * REACH + 1];
        for (int t = 0; t < n; t++) {
            int count = 0;
            for (int s = Math.max(0, t - REACH); s <= Math.min(n - 1, t + REACH); s++) {
                if (!Double.isNaN(ordinary[s])) {
                    near[count++] = ordinary[s] - weekdays.at(s);
                }
            }
            rest[t] = count < FEWEST_ORDINARY
                    ? Double.NaN
                    : level[t] - weekdays.at(t) - OrderStatistics.medianInPlace(near, count);
        }
        return rest;
    }

    /// The kept median of the rest by position; empty when the ends do not agree on one.
    private static double[] profile(LocalDate[] days, double[] rest, Reach reach) {
        List<double[]> ends = ends(days, rest, reach);
        double[] medians = new double[reach.days()];
        double noise = 0;
        double signal = 0;
        for (int p = 0; p < medians.length; p++) {
            int position = p;
            double[] same = ends.stream()
                    .mapToDouble(end -> end[position])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (same.length < reach.fewest()) {
                return new double[0];
            }
            double mean = Arrays.stream(same).sum() / same.length;
            double squares = Arrays.stream(same)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double median = OrderStatistics.median(same);
            medians[p] = median;
            noise += MEDIAN_VARIANCE * squares / (same.length * (same.length - 1.0));
            signal += median * median;
        }
        double kept = signal > 0 ? 1 - noise / signal : 0;
        if (kept < LEAST_KEPT_SHARE || agreement(ends, medians) < LEAST_AGREEMENT) {
            return new double[0];
        }
        return Arrays.stream(medians).map(median -> kept * median).toArray();
    }

    /// The rest around each end of a period, by position; NaN where the series does not reach.
    private static List<double[]> ends(LocalDate[] days, double[] rest, Reach reach) {
        SortedMap<LocalDate, double[]> ends = new TreeMap<>();
        for (int t = 0; t < rest.length; t++) {
            int position = reach == Reach.QUARTER ? quarterPosition(days[t]) : monthPosition(days[t]);
            if (position >= 0 && !Double.isNaN(rest[t])) {
                ends.computeIfAbsent(days[t].minusDays(position), first -> {
                            double[] row = new double[reach.days()];
                            Arrays.fill(row, Double.NaN);
                            return row;
                        })[position] =
                        rest[t];
            }
        }
        return List.copyOf(ends.values());
    }

    /// The share of the ends that look like the usual one, without their own part in it.
    private static double agreement(List<double[]> ends, double[] usual) {
        int agree = 0;
        for (double[] end : ends) {
            double likeness = 0;
            for (int p = 0; p < usual.length; p++) {
                if (!Double.isNaN(end[p])) {
                    double others = usual[p] - (end[p] - usual[p]) / (ends.size() - 1.0);
                    likeness += others * end[p];
                }
            }
            agree += likeness > 0 ? 1 : 0;
        }
        return (double) agree / ends.size();
    }
}
