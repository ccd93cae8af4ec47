package dev.headroom.engine.capacity;

import dev.headroom.engine.evaluation.Recalibration;
import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Counts how many equally likely futures pass a limit, and when they first do.
///
/// A path breaches when a value lies above the limit; a value equal to the limit does not. The first step of
/// the paths is day one, so a horizon of 30 days covers the steps that begin within the first 30 calendar
/// days.
///
/// The P10, P50 and P90 dates say by when a tenth, half and nine tenths of *all* paths have breached, also
/// those that never do; a date is empty when fewer paths than that breach before the paths end. They do not
/// depend on the horizon.
public final class BreachAssessor {
    /// The step of the first breach of a path that never breaches.
    public static final int NEVER = Integer.MAX_VALUE;

    private BreachAssessor() {}

    /// @param paths futures on a calendar grid, in the unit of the limit
    /// @param horizonsDays one result each, in this order; positive and not beyond the end of the paths
    /// @throws IllegalArgumentException when the paths have no calendar or end before a horizon
    public static List<BreachRisk> assess(Futures paths, CapacityLimit limit, List<Integer> horizonsDays) {
        return assess(paths, limit, horizonsDays, Recalibration.NONE);
    }

    /// The same with probabilities, and the dates by which they are reached, corrected.
    public static List<BreachRisk> assess(
            Futures paths, CapacityLimit limit, List<Integer> horizonsDays, Recalibration correction) {
        return assess(paths.grid(), firstBreaches(paths, limit.value()), horizonsDays, correction);
    }

    /// The same for paths whose first breaches are known.
    ///
    /// @param firstBreaches by path the first step above the limit, or [#NEVER]
    public static List<BreachRisk> assess(
            TimeGrid grid, int[] firstBreaches, List<Integer> horizonsDays, Recalibration correction) {
        int[] ascending = firstBreaches.clone();
        Arrays.sort(ascending);
        Optional<Instant> p10 = date(grid, ascending, correction.inverse(0.10));
        Optional<Instant> p50 = date(grid, ascending, correction.inverse(0.50));
        Optional<Instant> p90 = date(grid, ascending, correction.inverse(0.90));
        return horizonsDays.stream()
                .map(days -> new BreachRisk(
                        days, correction.apply(share(ascending, stepsWithin(grid, days))), p10, p50, p90))
                .toList();
    }

    /// The days from the last observation to the date by which half of the paths have passed the limit; empty
    /// when fewer ever do. One day means the first step of the paths.
    public static OptionalDouble daysRemaining(Futures paths, CapacityLimit limit) {
        int[] firstBreach = firstBreaches(paths, limit.value());
        Arrays.sort(firstBreach);
        Instant lastObservation = paths.grid().at(-1);
        Optional<Instant> date = date(paths.grid(), firstBreach, 0.50);
        return date.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Duration.between(lastObservation, date.get()).toMillis()
                                / (double) Duration.ofDays(1).toMillis());
    }

    /// How many steps of the grid begin within the first `days` calendar days.
    static int stepsWithin(TimeGrid grid, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("horizonDays (" + days + ") must be positive.");
        }
        if (grid.step() instanceof Step.Ordinal) {
            throw new IllegalArgumentException("A horizon in days needs a calendar; the grid has none.");
        }
        ZonedDateTime start = grid.start().atZone(grid.zone());
        Instant end = start.plusDays(days).toInstant();
        if (end.isAfter(grid.end())) {
            throw new IllegalArgumentException("horizonDays (" + days + ") reaches beyond the end of the paths ("
                    + grid.end() + ").\nMaybe forecast further.");
        }
        int steps = 0;
        while (steps < grid.length() && grid.at(steps).isBefore(end)) {
            steps++;
        }
        return steps;
    }

    private static int[] firstBreaches(Futures paths, double limit) {
        int[] first = new int[paths.count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = NEVER;
            for (int step = 0; step < paths.steps() && first[i] == NEVER; step++) {
                if (paths.value(i, step) > limit) {
                    first[i] = step;
                }
            }
        }
        return first;
    }

    private static double share(int[] ascendingFirst, int steps) {
        int count = 0;
        while (count < ascendingFirst.length && ascendingFirst[count] < steps) {
            count++;
        }
        return count / (double) ascendingFirst.length;
    }

    private static Optional<Instant> date(TimeGrid grid, int[] ascendingFirst, double share) {
        // A share of 0.1 of 1,000 paths is reached with the 100th; the tolerance keeps 0.1 × 1,000 from
        // becoming 101.
        int needed = Math.clamp((int) Math.ceil(share * ascendingFirst.length - 1e-9), 1, ascendingFirst.length);
        int step = ascendingFirst[needed - 1];
        return step == NEVER ? Optional.empty() : Optional.of(grid.at(step));
    }
}
