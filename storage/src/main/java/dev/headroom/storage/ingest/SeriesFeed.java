package dev.headroom.storage.ingest;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ingest.RowAccount.Outcome;
import dev.headroom.storage.source.RowSink.Extent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One series of the file that is being read: decides its step once, puts sorted readings into slots, and
/// tells what became of each.
final class SeriesFeed {
    /// A gap of more slots than this is not filled in memory: what follows is merged on its own.
    private static final int LONGEST_GAP = 50_000;

    /// Fewer times than this do not tell a step reliably: a kept series on whose grid they lie goes first.
    private static final int FEW_TIMES = 10;

    private final SeriesKey key;
    private final Extent extent;
    private final MeasureUnit unit;
    private Optional<Step> step = Optional.empty();
    private IngestStore.@Nullable SeriesTarget target;
    /// The slots that this file has filled, counted from the first of them in both directions.
    private final BitSet after = new BitSet();

    private final BitSet before = new BitSet();
    private long origin = Long.MIN_VALUE;

    SeriesFeed(SeriesKey key, Extent extent, MeasureUnit unit) {
        this.key = key;
        this.extent = extent;
        this.unit = unit;
    }

    Optional<Step> step() {
        return step;
    }

    /// The series in the words of a reject report, such as `cpu_p95`.
    String name() {
        return key.metric() + "_" + key.statistic().code();
    }

    /// Decides the step from the sorted times; leaves it open when they do not tell and nothing is kept.
    void decide(long[] sorted, IngestStore.FileSession session) {
        if (extent == Extent.DAY) {
            step = StepFinder.of(sorted).filter(Step.MONTH::equals).or(() -> Optional.of(Step.DAY));
            return;
        }
        step = StepFinder.of(sorted);
        if (step.isEmpty() || sorted.length < FEW_TIMES) {
            List<Step> kept = session.steps(key);
            step = kept.stream()
                    .filter(known -> fits(known, sorted))
                    .findFirst()
                    .or(() -> step);
        }
    }

    /// The series in words, when a part of its readings stands at a longer step than most of them.
    Optional<String> mixture(long[] sorted) {
        return extent == Extent.DAY
                ? Optional.empty()
                : step.flatMap(most -> StepFinder.longer(sorted, most)
                        .map(longer ->
                                key.resource() + " " + key.metric() + ": " + most.code() + " and " + longer.code()));
    }

    /// True when a few times can be those of a kept series: all lie on its grid.
    private static boolean fits(Step known, long[] sorted) {
        if (!(known instanceof Step.Physical(Duration length)) || length.compareTo(Duration.ofDays(1)) >= 0) {
            return false;
        }
        return Arrays.stream(sorted).allMatch(time -> Math.floorMod(time, length.toMillis()) == 0);
    }

    void open(Step usual, IngestStore.FileSession session) {
        if (target == null) {
            step = Optional.of(step.orElse(usual));
            target = session.series(key, step.get(), unit);
        }
    }

    private IngestStore.SeriesTarget target() {
        if (target == null) {
            throw new IllegalStateException("The series " + key + " must be opened first.");
        }
        return target;
    }

    private long slot(long millis) {
        return target().slot(Instant.ofEpochMilli(millis));
    }

    /// The end of the run of readings from `from` on that have no gap of [#LONGEST_GAP] slots.
    int runEnd(long[] times, int[] order, int from, int to) {
        long reach = step.orElseThrow().typicalLength().toMillis() * LONGEST_GAP;
        int end = from + 1;
        while (end < to && times[order[end]] - times[order[end - 1]] < reach) {
            end++;
        }
        return end;
    }

    /// What became of the readings of a run.
    static final class Outcomes {
        private final Outcome[] outcomes;
        private final int[] originals;

        Outcomes(int length) {
            outcomes = new Outcome[length];
            originals = new int[length];
            Arrays.fill(outcomes, Outcome.DUPLICATE);
            Arrays.fill(originals, -1);
        }

        Outcome outcome(int i) {
            return outcomes[i];
        }

        /// The reading of the run that a refused one repeats; -1 when it was read long before.
        int original(int i) {
            return originals[i];
        }
    }

    /// Merges the readings `order[from..to)`, which are sorted by time.
    Outcomes merge(long[] times, double[] values, int[] order, int from, int to) {
        Outcomes result = new Outcomes(to - from);
        long[] slots = new long[to - from];
        for (int i = from; i < to; i++) {
            slots[i - from] =
                    i > from && times[order[i]] == times[order[i - 1]] ? slots[i - from - 1] : slot(times[order[i]]);
        }
        long first = slots[0];
        double[] merged = new double[Math.toIntExact(slots[slots.length - 1] - first + 1)];
        Arrays.fill(merged, Double.NaN);
        double[] kept = touches(first, merged.length) ? target().kept(first, first + merged.length) : new double[0];
        int i = 0;
        while (i < slots.length) {
            int end = i + 1;
            while (end < slots.length && slots[end] == slots[i]) {
                end++;
            }
            if (kept.length > 0 && wrote(slots[i])) {
                repeat(result, kept[(int) (slots[i] - first)], values, order, from, i, end);
            } else {
                merged[(int) (slots[i] - first)] = combine(result, times, values, order, from, i, end);
            }
            i = end;
        }
        double[] old = target().merge(first, merged);
        for (int k = 0; k < slots.length; k++) {
            int slot = (int) (slots[k] - first);
            if (!Double.isNaN(merged[slot])) {
                remember(slots[k]);
                if (result.outcomes[k] != Outcome.REJECTED && result.originals[k] < 0 && old[slot] != merged[slot]) {
                    result.outcomes[k] = Outcome.ACCEPTED;
                }
            }
        }
        return result;
    }

    /// Readings of a slot that an earlier part of the same file has filled.
    private static void repeat(
            Outcomes result, double kept, double[] values, int[] order, int from, int start, int end) {
        for (int i = start; i < end; i++) {
            result.outcomes[i] = values[order[from + i]] == kept ? Outcome.DUPLICATE : Outcome.REJECTED;
        }
    }

    /// The observation of one slot: the first reading of each timestamp, combined by the statistic.
    private double combine(Outcomes result, long[] times, double[] values, int[] order, int from, int start, int end) {
        int count = 0;
        double combined = Double.NaN;
        int original = start;
        for (int i = start; i < end; i++) {
            double value = values[order[from + i]];
            if (i > start && times[order[from + i]] == times[order[from + original]]) {
                boolean equal = value == values[order[from + original]];
                result.outcomes[i] = equal ? Outcome.DUPLICATE : Outcome.REJECTED;
                result.originals[i] = original;
            } else {
                original = i;
                count++;
                combined = count == 1
                        ? value
                        : switch (key.statistic()) {
                            case MEAN -> combined + (value - combined) / count;
                            case SUM -> combined + value;
                            case MAX, P95 -> Math.max(combined, value);
                            case MIN -> Math.min(combined, value);
                            case LAST -> value;
                        };
            }
        }
        return combined;
    }

    private boolean touches(long first, int length) {
        if (origin == Long.MIN_VALUE) {
            return false;
        }
        for (long slot = first; slot < first + length; slot++) {
            if (wrote(slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean wrote(long slot) {
        long offset = slot - origin;
        return offset >= 0 ? after.get(Math.toIntExact(offset)) : before.get(Math.toIntExact(-offset));
    }

    private void remember(long slot) {
        if (origin == Long.MIN_VALUE) {
            origin = slot;
        }
        long offset = slot - origin;
        if (offset >= 0) {
            after.set(Math.toIntExact(offset));
        } else {
            before.set(Math.toIntExact(-offset));
        }
    }
}
