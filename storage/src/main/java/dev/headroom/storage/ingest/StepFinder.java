package dev.headroom.storage.ingest;

import dev.headroom.engine.series.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the step of a series from the distances between its timestamps: their (lower) median, snapped to a
/// usual step when within 5 percent, because real readings jitter and have gaps.
final class StepFinder {
    private static final double TOLERANCE = 0.05;
    private static final int IN_A_ROW = 12;
    private static final long MINUTE = 60_000;
    private static final List<Step> USUAL = Stream.concat(
                    Stream.of(1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720)
                            .map(minutes -> new Step.Physical(Duration.ofMinutes(minutes))),
                    Stream.of(Step.DAY, Step.WEEK, Step.MONTH))
            .toList();

    private StepFinder() {}

    /// @param times milliseconds, in order; equal neighbours are one time
    /// @return empty when there are fewer than two times
    static Optional<Step> of(long[] times) {
        long[] distances = new long[Math.max(0, times.length - 1)];
        int count = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] > times[i - 1]) {
                distances[count++] = times[i] - times[i - 1];
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        Arrays.sort(distances, 0, count);
        return Optional.of(usual(distances[(count - 1) / 2]));
    }

    /// A longer step than `step` at which readings stand for a while: twelve in a row and more. Gaps do not do that.
    static Optional<Step> longer(long[] times, Step step) {
        double least = step.typicalLength().toMillis() * (1 + 2 * TOLERANCE);
        Optional<Step> running = Optional.empty();
        int row = 0;
        for (int i = 1; i < times.length; i++) {
            long distance = times[i] - times[i - 1];
            if (distance > least) {
                Optional<Step> found = Optional.of(usual(distance));
                row = found.equals(running) ? row + 1 : 1;
                running = found;
                if (row >= IN_A_ROW && USUAL.contains(found.get())) {
                    return found;
                }
            } else if (distance > 0) {
                running = Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The usual step that a distance is, but for a small deviation; else whole minutes.
    private static Step usual(long distance) {
        for (Step step : USUAL) {
            double usual = step.typicalLength().toMillis();
            double tolerance = step.equals(Step.MONTH) ? 0.1 : TOLERANCE;
            if (Math.abs(distance - usual) <= tolerance * usual) {
                return step;
            }
        }
        // Below a minute readings are put together by the minute; odd steps are kept as whole minutes.
        long minutes = Math.max(1, Math.round((double) distance / MINUTE));
        return new Step.Physical(Duration.ofMinutes(minutes));
    }
}
