package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// The history of one resource as it would have looked on the chosen type, day by day, in percent of the
/// capacity.
///
/// @param before the daily utilization of the present type; all missing when its bandwidth is not known
/// @param after the same load on the chosen type: before × present capacity / new capacity
/// @param ceilingPercent the ceiling of the policy
/// @param daysAbove days on which `after` lies above the ceiling
/// @param highestAfterPercent the highest day on the chosen type
/// @param worst the up to three worst weeks on the chosen type that do not overlap, the worst first
public record Replay(
        ResourceKind kind,
        TimeSeries before,
        TimeSeries after,
        double ceilingPercent,
        int daysAbove,
        double highestAfterPercent,
        List<Window> worst) {
    private static final int WORST = 3;
    private static final int REACH_DAYS = 3;
    private static final int QUARTER_END_BEFORE = 10;
    private static final int QUARTER_END_AFTER = 5;

    public Replay {
        Objects.requireNonNull(kind, "kind");
        worst = List.copyOf(worst);
    }

    /// @param daily daily load; at least one observation
    /// @param toPercentBefore what turns the load into percent of the present capacity; NaN when not known
    /// @param toPercentAfter the same for the chosen type
    static Replay of(
            ResourceKind kind, TimeSeries daily, double toPercentBefore, double toPercentAfter, double ceiling) {
        TimeSeries before = scaled(daily, toPercentBefore);
        TimeSeries after = scaled(daily, toPercentAfter);
        int above = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < after.length(); i++) {
            above += after.value(i) > ceiling ? 1 : 0;
            highest = after.value(i) > highest ? after.value(i) : highest;
        }
        return new Replay(kind, before, after, ceiling, above, highest, worst(before, after));
    }

    /// Readings that a recommendation has not seen, on the type that it chose.
    ///
    /// @param daily daily readings of the present type
    /// @return empty without an observation, or when the bandwidth of the chosen type is not known
    public static Optional<Replay> unseen(
            ResourceKind kind, TimeSeries daily, InstanceShape present, InstanceShape chosen, double ceiling) {
        OptionalDouble after = Sizing.toPercent(kind, present, chosen);
        return after.isEmpty() || daily.missing() == daily.length()
                ? Optional.empty()
                : Optional.of(of(
                        kind,
                        daily,
                        Sizing.toPercent(kind, present, present).orElse(Double.NaN),
                        after.getAsDouble(),
                        ceiling));
    }

    /// The observed days.
    public int days() {
        return after.length() - after.missing();
    }

    /// The time above the ceiling that the days above it prove at least: a day whose p95 lies above spent a
    /// twentieth of its time there. Empty for other statistics, which prove nothing of the kind.
    public Optional<Duration> leastTimeAbove() {
        return after.key().statistic() == Statistic.P95
                ? Optional.of(Duration.ofDays(daysAbove).dividedBy(20))
                : Optional.empty();
    }

    /// The last days of the quarters that would have failed: a day above the ceiling lies in the ten days up to
    /// that day or in the five after it. Earliest first.
    public List<LocalDate> failedQuarterEnds() {
        TreeSet<LocalDate> ends = new TreeSet<>();
        TimeGrid grid = after.grid();
        for (int i = 0; i < after.length(); i++) {
            if (after.value(i) > ceilingPercent) {
                LocalDate day = LocalDate.ofInstant(grid.at(i), grid.zone());
                LocalDate end = day.minusDays(QUARTER_END_AFTER)
                        .with(IsoFields.DAY_OF_QUARTER, 1L)
                        .plusMonths(3)
                        .minusDays(1);
                if (!day.isBefore(end.minusDays(QUARTER_END_BEFORE - 1L))) {
                    ends.add(end);
                }
            }
        }
        return List.copyOf(ends);
    }

    /// How many days would have been above the ceiling on a type with this factor.
    static int daysAbove(TimeSeries daily, double toPercent, double ceiling) {
        int above = 0;
        for (int i = 0; i < daily.length(); i++) {
            above += daily.value(i) * toPercent > ceiling ? 1 : 0;
        }
        return above;
    }

    private static TimeSeries scaled(TimeSeries daily, double factor) {
        double[] values = daily.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new TimeSeries(daily.key(), daily.grid(), values);
    }

    private static List<Window> worst(TimeSeries before, TimeSeries after) {
        TimeGrid grid = after.grid();
        boolean[] taken = new boolean[after.length()];
        List<Window> windows = new ArrayList<>();
        while (windows.size() < WORST) {
            int peak = -1;
            for (int i = 0; i < after.length(); i++) {
                if (!taken[i] && !Double.isNaN(after.value(i)) && (peak < 0 || after.value(i) > after.value(peak))) {
                    peak = i;
                }
            }
            if (peak < 0) {
                break;
            }
            windows.add(new Window(
                    grid.at(Math.max(0, peak - REACH_DAYS)),
                    grid.at(Math.min(after.length(), peak + REACH_DAYS + 1)),
                    grid.at(peak),
                    before.value(peak),
                    after.value(peak)));
            int from = Math.max(0, peak - 2 * REACH_DAYS);
            int to = Math.min(after.length(), peak + 2 * REACH_DAYS + 1);
            Arrays.fill(taken, from, to, true);
        }
        return windows;
    }

    /// A week around a peak.
    ///
    /// @param from inclusive
    /// @param to exclusive
    /// @param peak the day of the peak
    /// @param beforePercent the peak on the present type; NaN when its bandwidth is not known
    /// @param afterPercent the peak on the chosen type
    public record Window(Instant from, Instant to, Instant peak, double beforePercent, double afterPercent) {}
}
