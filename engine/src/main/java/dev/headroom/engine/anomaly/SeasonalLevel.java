package dev.headroom.engine.anomaly;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// What a series is expected to be next: its slowly moving level, or the median of the same time of earlier days or
/// weeks when these have been closer so far. A season is earned, never assumed.
final class SeasonalLevel {
    private static final int DAY = 86_400;
    private static final int MOST_SLOTS = 288;
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int LEAST_OF_DAYS = 3;
    private static final int LEAST_OF_WEEKS = 2;
    private static final double LEVEL_RATE = 0.03;
    private static final double LEVEL_STEP = 6;
    private static final int LEAST_ERRORS = 16;
    private static final double ERROR_RATE = 0.002;
    private static final double DAY_EARNED = 0.95;
    private static final double WEEK_EARNED = 0.97;
    private static final double WEEK_AFTER_DAYS = 7.2;
    private static final int LEVEL_MEMORY = 1000;
    private static final double MAD_TO_SIGMA = 1.4826;
    private final int slots;
    private final double[] means;
    private final int[] counts;
    private final double[] gathered = new double[3 * DAYS];
    private final RankedWindow levelErrors = new RankedWindow(LEVEL_MEMORY);
    private final RunningError ofLevel = new RunningError();
    private final RunningError ofDay = new RunningError();
    private final RunningError ofWeek = new RunningError();
    private long newest = Long.MIN_VALUE;
    private long begin = Long.MIN_VALUE;
    private double level = Double.NaN;
    private double day = Double.NaN;
    private double week = Double.NaN;

    /// Mean absolute error that forgets slowly.
    private static final class RunningError {
        private double mean;
        private long count;

        void add(double error) {
            count++;
            mean += Math.max(ERROR_RATE, 1.0 / count) * (Math.abs(error) - mean);
        }
    }

    /// @param step seconds between two rows
    SeasonalLevel(double step) {
        slots = (int) Math.clamp(Math.round(DAY / step), 1, MOST_SLOTS);
        means = new double[(DAYS * WEEKS + 1) * slots + 2];
        counts = new int[means.length];
    }

    /// @param at seconds since 1970
    /// @return the expected value; NaN before the first value
    double expect(long at) {
        long slot = slot(at);
        day = slots > 1 ? median(slot, slots, DAYS, LEAST_OF_DAYS) : Double.NaN;
        week = slots > 1 ? median(slot, DAYS * slots, WEEKS, LEAST_OF_WEEKS) : Double.NaN;
        double expected = level;
        double error = ofLevel.mean;
        if (!Double.isNaN(day) && age(at) >= 1 && ofDay.count > 0 && ofDay.mean < DAY_EARNED * error) {
            expected = day;
            error = ofDay.mean;
        }
        if (!Double.isNaN(week)
                && age(at) >= WEEK_AFTER_DAYS
                && ofWeek.count > 0
                && ofWeek.mean < WEEK_EARNED * error) {
            expected = week;
        }
        return expected;
    }

    private double age(long at) {
        return begin == Long.MIN_VALUE ? 0 : (at - begin) / (double) DAY;
    }

    /// Takes the value of the time that was asked for last.
    void add(long at, double value) {
        if (begin == Long.MIN_VALUE) {
            begin = at;
            level = value;
        }
        double error = value - level;
        ofLevel.add(error);
        if (!Double.isNaN(day)) {
            ofDay.add(value - day);
        }
        if (!Double.isNaN(week)) {
            ofWeek.add(value - week);
        }
        double bound = levelErrors.size() < LEAST_ERRORS
                ? Double.POSITIVE_INFINITY
                : LEVEL_STEP * MAD_TO_SIGMA * levelErrors.quantile(0.5);
        level += LEVEL_RATE * (bound > 0 ? Math.clamp(error, -bound, bound) : error);
        levelErrors.add(Math.abs(error));
        remember(slot(at), value);
    }

    private void remember(long slot, double value) {
        if (newest == Long.MIN_VALUE || slot - newest > means.length) {
            Arrays.fill(counts, 0);
            newest = slot;
        }
        while (newest < slot) {
            newest++;
            counts[place(newest)] = 0;
        }
        if (newest - slot < means.length) {
            int place = place(slot);
            counts[place]++;
            means[place] = counts[place] == 1 ? value : means[place] + (value - means[place]) / counts[place];
        }
    }

    private long slot(long at) {
        return Math.floorDiv(at * slots, (long) DAY);
    }

    private int place(long slot) {
        return Math.floorMod(slot, means.length);
    }

    /// Of the same slot and its neighbours, some periods back.
    private double median(long slot, int period, int periods, int least) {
        int found = 0;
        for (int back = 1; back <= periods; back++) {
            for (int aside = -1; aside <= 1; aside++) {
                long wanted = slot - (long) back * period + aside;
                if (newest != Long.MIN_VALUE
                        && wanted <= newest
                        && newest - wanted < means.length
                        && counts[place(wanted)] > 0) {
                    gathered[found++] = means[place(wanted)];
                }
            }
        }
        return found < least ? Double.NaN : OrderStatistics.medianInPlace(gathered, found);
    }
}
