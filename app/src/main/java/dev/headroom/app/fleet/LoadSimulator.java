package dev.headroom.app.fleet;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/// Draws the activity of a server: what its users ask of it, as a factor around 1, before growth.
final class LoadSimulator {
    private static final double BURSTS_PER_YEAR = 5;
    private static final double DAYS_PER_YEAR = 365.25;

    private final FleetCalendar calendar;
    private final LoadProfile profile;

    LoadSimulator(FleetCalendar calendar, LoadProfile profile) {
        this.calendar = calendar;
        this.profile = profile;
    }

    /// One value an hour.
    ///
    /// @param shared daily log factor that all servers of an archetype have in common
    double[] activity(SplittableGenerator random, double[] shared) {
        double[] activity = bursts(random.split());
        double[] quarterSize = quarterSizes(random.split());
        double[] week = profile.week();
        Noise hours = new Noise(random.split(), 0.88, 0.06 * profile.noise());
        Noise days = new Noise(random.split(), 0.6, 0.035 * profile.noise());
        Noise months = new Noise(random.split(), 0.985, 0.045 * profile.noise());
        for (int d = 0; d < calendar.days(); d++) {
            double level = dayLevel(d, quarterSize);
            double mood = days.next() + months.next() + shared[d] * profile.noise();
            for (int i = 24 * d; i < 24 * d + 24; i++) {
                activity[i] *= level * week[calendar.hourOfWeek(i)] * StrictMath.exp(mood + hours.next());
            }
        }
        return activity;
    }

    private double dayLevel(int d, double[] quarterSize) {
        double angle = 2 * Math.PI * (calendar.day(d).getDayOfYear() - profile.yearPhase()) / DAYS_PER_YEAR;
        double year = 1 + profile.yearAmplitude() * StrictMath.cos(angle);
        double size = quarterSize[calendar.quarter(d)] * (calendar.lastQuarter(d) ? 1.08 : 1);
        double quarter = 1 + profile.quarterLift() * size * calendar.quarterEnd(d);
        double month = 1 + profile.monthLift() * calendar.monthEnd(d);
        double holiday = 1 - (1 - profile.holidayFactor()) * calendar.holiday(d);
        return year * quarter * month * holiday;
    }

    /// No two closings are equal.
    private double[] quarterSizes(RandomGenerator random) {
        double[] sizes = new double[calendar.quarter(calendar.days() - 1) + 1];
        Arrays.setAll(sizes, i -> Math.max(0.4, 1 + 0.12 * random.nextGaussian()));
        return sizes;
    }

    /// Rare short bursts: all ones but for some hours.
    private double[] bursts(RandomGenerator random) {
        double[] factor = new double[calendar.hours()];
        Arrays.fill(factor, 1);
        int count = (int) Math.round(BURSTS_PER_YEAR * calendar.days() / DAYS_PER_YEAR);
        for (int b = 0; b < count; b++) {
            int start = random.nextInt(factor.length);
            int length = 1 + random.nextInt(4);
            double height = 1 + 0.5 * random.nextDouble() * profile.noise();
            for (int i = start; i < Math.min(start + length, factor.length); i++) {
                factor[i] = height;
            }
        }
        return factor;
    }

    /// The daily log factors that the servers of one archetype share.
    static double[] shared(int days, RandomGenerator random) {
        Noise noise = new Noise(random, 0.75, 0.025);
        double[] shared = new double[days];
        Arrays.setAll(shared, d -> noise.next());
        return shared;
    }
}
