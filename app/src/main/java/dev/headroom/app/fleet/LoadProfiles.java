package dev.headroom.app.fleet;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws a [LoadProfile] for a server: the habits of its archetype with an own hand.
final class LoadProfiles {
    private LoadProfiles() {}

    static LoadProfile draw(Archetype archetype, Role role, RandomGenerator random) {
        return role == Role.IDLE
                ? idle(random)
                : switch (archetype) {
                    case WEB -> web(random);
                    case DATABASE -> database(random);
                    case BATCH -> batch(random);
                    case CACHE -> cache(random);
                    case ANALYTICS -> analytics(random);
                    case DEVTEST -> devtest(random);
                };
    }

    /// Only its own housekeeping: flat, with one nightly job.
    private static LoadProfile idle(RandomGenerator random) {
        double[] week = new double[168];
        Arrays.fill(week, 1);
        int job = random.nextInt(6);
        for (int day = 0; day < 7; day++) {
            week[24 * day + job] = 1.5;
        }
        return new LoadProfile(week, 0, 0, 1, 0, 0, 0.7);
    }

    private static LoadProfile web(RandomGenerator random) {
        double weekend = between(random, 0.62, 1.02);
        double evening = between(random, 0.3, 0.9);
        double night = between(random, 0.22, 0.38);
        double shift = between(random, -0.8, 0.8);
        double[] week = week((day, hour) -> {
            double work = bell(hour, 13 + shift, 4.2);
            double late = evening * bell(hour, 20 + shift, 2.2);
            return (night + Math.max(work, late) + 0.15 * Math.min(work, late)) * (day >= 5 ? weekend : 1);
        });
        return new LoadProfile(
                week,
                between(random, 0.03, 0.08),
                0.02,
                between(random, 0.75, 1.08),
                between(random, 0.03, 0.08),
                between(random, 320, 360),
                between(random, 0.8, 1.1));
    }

    private static LoadProfile database(RandomGenerator random) {
        double weekend = between(random, 0.5, 0.75);
        double night = between(random, 0.4, 0.55);
        int backup = 1 + random.nextInt(3);
        double[] week = week((day, hour) -> {
            double base = (night + bell(hour, 13.5, 4.5)) * (day >= 5 ? weekend : 1);
            return hour == backup ? Math.max(base, night + 0.25) : base;
        });
        return new LoadProfile(
                week,
                between(random, 0.2, 0.32),
                between(random, 0.03, 0.07),
                between(random, 0.55, 0.75),
                between(random, 0.02, 0.05),
                between(random, 300, 350),
                between(random, 0.7, 0.95));
    }

    /// Works at night; the window ends softly because the amount of work varies.
    private static LoadProfile batch(RandomGenerator random) {
        int start = 22 + random.nextInt(5);
        int length = 4 + random.nextInt(4);
        double rest = between(random, 0.07, 0.16);
        double sunday = between(random, 0.3, 0.6);
        double[] week = week((day, hour) -> {
            int since = Math.floorMod(hour - start, 24);
            double inside = since < length - 1 ? 1 : since == length - 1 ? 0.65 : since == length ? 0.3 : 0;
            return (rest + inside) * (day == 6 ? sunday : 1) + (day < 5 && hour >= 9 && hour < 18 ? 0.05 : 0);
        });
        return new LoadProfile(
                week,
                between(random, 0.25, 0.4),
                between(random, 0.08, 0.15),
                between(random, 0.6, 0.85),
                0.03,
                between(random, 300, 350),
                between(random, 0.8, 1.1));
    }

    private static LoadProfile cache(RandomGenerator random) {
        double weekend = between(random, 0.7, 1);
        double night = between(random, 0.5, 0.75);
        double[] week = week((day, hour) -> (night + bell(hour, 14, 5)) * (day >= 5 ? weekend : 1));
        return new LoadProfile(
                week,
                between(random, 0.02, 0.06),
                0.01,
                between(random, 0.75, 1),
                between(random, 0.02, 0.06),
                between(random, 320, 360),
                between(random, 0.7, 1));
    }

    /// Loads in the morning, questions in office hours.
    private static LoadProfile analytics(RandomGenerator random) {
        double weekend = between(random, 0.18, 0.35);
        double load = between(random, 0.7, 1.05);
        int at = 4 + random.nextInt(3);
        double[] week = week((day, hour) -> {
            double questions = bell(hour, 10.5, 1.8) + 0.85 * bell(hour, 15, 2.2);
            double etl = load * bell(hour, at, 1.3);
            return 0.12 + etl * (day >= 5 ? 0.6 : 1) + questions * (day >= 5 ? weekend : 1);
        });
        return new LoadProfile(
                week,
                between(random, 0.2, 0.38),
                between(random, 0.06, 0.14),
                between(random, 0.35, 0.55),
                0.03,
                between(random, 300, 350),
                between(random, 0.9, 1.2));
    }

    /// Office hours only; nothing happens on weekends.
    private static LoadProfile devtest(RandomGenerator random) {
        double start = between(random, 8, 10);
        double nightly = between(random, 0.15, 0.5);
        double[] week = week((day, hour) -> {
            if (day >= 5) {
                return 0.03;
            }
            double office = hour >= start && hour < start + 9 ? 0.75 + 0.25 * bell(hour, start + 5, 3) : 0;
            return 0.05 + office + (hour == 2 ? nightly : 0);
        });
        return new LoadProfile(week, 0, 0, between(random, 0.04, 0.1), 0.02, 60, between(random, 1.6, 2.2));
    }

    private interface Weight {
        double at(int day, int hour);
    }

    private static double[] week(Weight weight) {
        double[] week = new double[168];
        for (int i = 0; i < week.length; i++) {
            week[i] = weight.at(i / 24, i % 24);
        }
        return week;
    }

    /// A bell around an hour of the day, wrapping at midnight; 1 at its top.
    private static double bell(double hour, double top, double width) {
        double distance = Math.abs(hour - top) % 24;
        double wrapped = Math.min(distance, 24 - distance);
        return StrictMath.exp(-wrapped * wrapped / (2 * width * width));
    }

    static double between(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
