package dev.headroom.engine.rightsizing;

import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Optional;

/// The highest day of each month of a history, and how likely a coming month rises above a ceiling.
///
/// Input: daily values in the unit of the readings, NaN = missing. The history is cut from its end into
/// blocks of 30 days; a block with fewer than 15 observed days is left out, unless there is no other.
///
/// Of n exchangeable months the next one sets a record with probability 1 / (n + 1), whatever their
/// distribution. How far a record goes is taken to fall off as a power of its size: it exceeds m times the
/// record before with probability `m^(-1/spread)`. The spread is that of the logarithms of the peaks (moments
/// of a Gumbel distribution), drawn towards [#USUAL_SPREAD] as if by [#USUAL_WEIGHT] more months, because a
/// few quiet months say little about how wild the next one can be. A ceiling that k months have passed
/// already is passed with probability (k + 1) / (n + 2).
///
/// So a short history needs a wide margin before a move counts as safe: two months ask for 3.5 times the
/// highest day where four steady years ask for a few percent.
///
/// Source: A. Rényi (1962), Théorie des éléments saillants d'une suite d'observations, for records; P. S.
/// Laplace's rule of succession; E. J. Gumbel (1958), Statistics of Extremes, for the moments. Departure: the
/// usual spread was measured on the monthly peaks of 75 virtual machines.
public final class MonthlyPeaks {
    static final double USUAL_SPREAD = 0.36;
    static final double USUAL_WEIGHT = 4;

    private static final int BLOCK_DAYS = 30;
    private static final double MONTHS_A_YEAR = 12;
    /// Months that are quieter than this part of the highest one count as that quiet, so that a machine that
    /// was off for a month does not look wild.
    private static final double QUIETEST = 0.05;

    private final double[] ascending;
    private final double months;
    private final double spread;

    private MonthlyPeaks(double[] ascending, double months) {
        this.ascending = ascending;
        this.months = months;
        this.spread = (ascending.length * ownSpread(ascending) + USUAL_WEIGHT * USUAL_SPREAD)
                / (ascending.length + USUAL_WEIGHT);
    }

    /// Empty without a single observation.
    public static Optional<MonthlyPeaks> of(TimeSeries daily) {
        double[] peaks = new double[daily.length() / BLOCK_DAYS + 1];
        int count = 0;
        int days = 0;
        for (int to = daily.length(); to >= BLOCK_DAYS; to -= BLOCK_DAYS) {
            int observed = observed(daily, to - BLOCK_DAYS, to);
            if (observed >= BLOCK_DAYS / 2) {
                peaks[count++] = highest(daily, to - BLOCK_DAYS, to);
                days += observed;
            }
        }
        if (count == 0) {
            days = observed(daily, 0, daily.length());
            if (days == 0) {
                return Optional.empty();
            }
            peaks[count++] = highest(daily, 0, daily.length());
        }
        double[] ascending = Arrays.copyOf(peaks, count);
        Arrays.sort(ascending);
        return Optional.of(new MonthlyPeaks(ascending, days / (double) BLOCK_DAYS));
    }

    /// How long the history is, in months of 30 observed days.
    double months() {
        return months;
    }

    /// The highest day, in the unit of the readings.
    public double highest() {
        return ascending[ascending.length - 1];
    }

    /// How many of twelve coming months are expected to pass a ceiling, 0..12.
    ///
    /// @param factor what turns a reading into percent of the capacity
    public double expectedBreaches(double factor, double ceilingPercent) {
        int above = 0;
        while (above < ascending.length && ascending[ascending.length - 1 - above] * factor > ceilingPercent) {
            above++;
        }
        if (above > 0) {
            return MONTHS_A_YEAR * Math.min(1, (above + 1) / (months + 2));
        }
        double record = ascending[ascending.length - 1] * factor;
        return record > 0 ? MONTHS_A_YEAR * Math.pow(ceilingPercent / record, -1 / spread) / (months + 1) : 0;
    }

    private static double ownSpread(double[] ascending) {
        double highest = ascending[ascending.length - 1];
        if (ascending.length < 2 || !(highest > 0)) {
            return USUAL_SPREAD;
        }
        double mean = 0;
        double squares = 0;
        for (double peak : ascending) {
            double size = Math.log(Math.max(peak / highest, QUIETEST));
            mean += size / ascending.length;
            squares += size * size;
        }
        double variance = Math.max(0, squares - ascending.length * mean * mean) / (ascending.length - 1);
        return Math.sqrt(6 * variance) / Math.PI;
    }

    private static int observed(TimeSeries daily, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Double.isNaN(daily.value(i)) ? 0 : 1;
        }
        return count;
    }

    private static double highest(TimeSeries daily, int from, int to) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            highest = daily.value(i) > highest ? daily.value(i) : highest;
        }
        return highest;
    }
}
