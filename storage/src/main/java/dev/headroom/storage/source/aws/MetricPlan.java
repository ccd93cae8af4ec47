package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/// Divides what is wanted of CloudWatch into the fewest calls of GetMetricData that cost the least.
///
/// A call asks for at most [#MOST_METRICS] metrics and answers at most [#MOST_POINTS] points; what is paid is
/// each metric of each call. So a long window is asked for with few metrics over its whole length, and a
/// short one with many metrics. Source: the documentation of GetMetricData. Steps are kept as long as AWS
/// keeps them: 60 s for 15 days, 300 s for 63 days, 3,600 s for 455 days.
public final class MetricPlan {
    /// Metrics of a call.
    public static final int MOST_METRICS = 500;
    /// Points of an answer, over all its pages.
    public static final int MOST_POINTS = 100_800;
    /// US dollars for a thousand metrics that are asked for.
    public static final double USD_PER_THOUSAND = 0.01;

    private static final Duration KEPT_MINUTES = Duration.ofDays(15);
    private static final Duration KEPT_FIVE_MINUTES = Duration.ofDays(63);
    private static final Duration KEPT_HOURS = Duration.ofDays(455);

    private MetricPlan() {}

    /// What a call asks for.
    ///
    /// @param firstMetric the first of the wanted metrics, from 0
    /// @param metrics how many from there on
    /// @param from a multiple of the step
    /// @param until exclusive
    public record Block(int firstMetric, int metrics, Instant from, Instant until, Duration step) {
        /// At most as many points come.
        public long points() {
            return metrics * steps(from, until, step);
        }
    }

    /// The blocks of a window, oldest first and then by metric, so that what is complete up to a time is
    /// complete for all metrics. Empty when the window is empty or lies before everything that is kept.
    ///
    /// @param metrics how many are wanted
    /// @param joined true for the metrics that must come in the same call as the one before
    /// @param from what lies before the time that the step is kept is left out
    /// @param now the present, against which retention counts
    public static List<Block> blocks(
            int metrics, IntPredicate joined, Instant from, Instant until, Duration step, Instant now) {
        Instant first = aligned(latest(from, now.minus(kept(step))), step);
        Instant end = until.isAfter(now) ? now : until;
        List<Block> blocks = new ArrayList<>();
        while (metrics > 0 && first.isBefore(end)) {
            Instant last = first.plus(step.multipliedBy(MOST_POINTS));
            Instant stop = last.isBefore(end) ? last : end;
            int together = together(first, stop, step);
            int metric = 0;
            while (metric < metrics) {
                int next = cut(metric, Math.min(metrics, metric + together), metrics, joined);
                blocks.add(new Block(metric, next - metric, first, stop, step));
                metric = next;
            }
            first = stop;
        }
        return blocks;
    }

    private static int together(Instant from, Instant until, Duration step) {
        return (int) Math.min(MOST_METRICS, Math.max(1, MOST_POINTS / steps(from, until, step)));
    }

    /// The wanted metrics in an order in which the fewest calls suffice: a metric by itself takes the place at
    /// the end of a call that is too small for those that come together.
    public static List<MetricWanted> packed(
            List<MetricWanted> wanted, Instant from, Instant until, Duration step, Instant now) {
        Instant first = aligned(latest(from, now.minus(kept(step))), step);
        Instant end = until.isAfter(now) ? now : until;
        int together = first.isBefore(end) ? together(first, end, step) : MOST_METRICS;
        Deque<List<MetricWanted>> groups = new ArrayDeque<>();
        Deque<MetricWanted> singles = new ArrayDeque<>();
        for (List<MetricWanted> group : groups(wanted)) {
            if (group.size() > 1) {
                groups.add(group);
            } else {
                singles.addAll(group);
            }
        }
        List<MetricWanted> packed = new ArrayList<>();
        int room = together;
        while (!groups.isEmpty() || !singles.isEmpty()) {
            boolean fits = !groups.isEmpty() && (groups.getFirst().size() <= room || room == together);
            List<MetricWanted> next =
                    fits ? groups.remove() : singles.isEmpty() ? List.of() : List.of(singles.remove());
            packed.addAll(next);
            room -= next.size();
            if (next.isEmpty() || room <= 0) {
                room = together;
            }
        }
        return packed;
    }

    /// The metrics that must come together.
    private static List<List<MetricWanted>> groups(List<MetricWanted> wanted) {
        List<List<MetricWanted>> groups = new ArrayList<>();
        for (MetricWanted one : wanted) {
            if (!one.joined() || groups.isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(one);
        }
        return groups;
    }

    /// The last place up to `end` at which nothing is torn apart; `end` when there is none.
    private static int cut(int start, int end, int metrics, IntPredicate joined) {
        int cut = end;
        while (cut > start && cut < metrics && joined.test(cut)) {
            cut--;
        }
        return cut > start ? cut : end;
    }

    /// The shortest step that AWS still has for a window that begins so long ago.
    public static Duration finest(Duration ago) {
        if (ago.compareTo(KEPT_MINUTES) <= 0) {
            return Duration.ofMinutes(1);
        }
        return ago.compareTo(KEPT_FIVE_MINUTES) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
    }

    /// How long a step is kept.
    static Duration kept(Duration step) {
        if (step.compareTo(Duration.ofMinutes(5)) < 0) {
            return KEPT_MINUTES;
        }
        return step.compareTo(Duration.ofHours(1)) < 0 ? KEPT_FIVE_MINUTES : KEPT_HOURS;
    }

    /// US dollars of the calls.
    public static double usd(List<Block> blocks) {
        return blocks.stream().mapToLong(Block::metrics).sum() / 1_000.0 * USD_PER_THOUSAND;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The first multiple of the step that is not before an instant.
    private static Instant aligned(Instant at, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), seconds) * seconds);
    }

    private static long steps(Instant from, Instant until, Duration step) {
        return Math.max(1, Math.ceilDiv(Duration.between(from, until).toSeconds(), step.toSeconds()));
    }
}
