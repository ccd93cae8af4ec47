package dev.headroom.storage.ingest;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ingest.RowAccount.Outcome;
import dev.headroom.storage.source.RowSink.Extent;
import dev.headroom.storage.source.UsageMetric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects readings, in any order, until there are enough of them; then sorts them by series and time
/// and gives them to the store. Memory stays bounded whatever the size of the file.
///
/// Of two readings of one series with the same timestamp the first counts; an equal second one is a duplicate
/// and a different one is refused. Readings with different timestamps within one step become one observation
/// by the statistic of the series.
final class UsageBuffer {
    private static final int FIRST_SIZE = 1 << 14;

    private final IngestStore.FileSession session;
    private final RowAccount account;
    private final int capacity;
    private final Map<SeriesId, Integer> ids = new HashMap<>();
    private final List<SeriesFeed> feeds = new ArrayList<>();
    private final Map<Step, Integer> stepsSeen = new LinkedHashMap<>();
    private final List<String> mixtures = new ArrayList<>();

    private int size;
    private int[] series = new int[FIRST_SIZE];
    private int[] rows = new int[FIRST_SIZE];
    private long[] times = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
    private int rowCount;
    private long[] lines = new long[FIRST_SIZE];
    private byte[] outcomes = new byte[FIRST_SIZE];

    /// @param extent days and instants of one key are two series
    private record SeriesId(SeriesKey key, Extent extent) {}

    /// @param capacity how many readings are kept in memory, about 24 bytes each
    UsageBuffer(IngestStore.FileSession session, RowAccount account, int capacity) {
        this.session = session;
        this.account = account;
        this.capacity = capacity;
    }

    /// Begins the next row. Everything until the next call belongs to it.
    void row(long line) {
        if (size >= capacity) {
            flush();
        }
        if (rowCount == lines.length) {
            lines = Arrays.copyOf(lines, rowCount * 2);
            outcomes = Arrays.copyOf(outcomes, rowCount * 2);
        }
        lines[rowCount] = line;
        outcomes[rowCount] = (byte) Outcome.DUPLICATE.ordinal();
        rowCount++;
    }

    void add(UsageMetric metric, String resource, Instant at, Extent extent, double value) {
        SeriesId id = new SeriesId(new SeriesKey(resource, metric.metric(), metric.statistic()), extent);
        if (size == series.length) {
            series = Arrays.copyOf(series, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        series[size] = ids.computeIfAbsent(id, key -> {
            feeds.add(new SeriesFeed(key.key(), key.extent(), metric.unit()));
            return feeds.size() - 1;
        });
        rows[size] = rowCount - 1;
        times[size] = at.toEpochMilli();
        values[size] = value;
        size++;
        if (!Double.isNaN(value)) {
            account.at(at);
        }
    }

    /// Notes that a value of the current row was refused.
    void rejectCurrent() {
        mark(rowCount - 1, Outcome.REJECTED);
    }

    private void mark(int row, Outcome outcome) {
        outcomes[row] = (byte) Math.max(outcomes[row], outcome.ordinal());
    }

    /// What is to be said about the series as a whole.
    List<String> notes() {
        return mixtures.isEmpty()
                ? List.of()
                : List.of("Readings of one series stand at several steps ("
                        + mixtures.getFirst()
                        + (mixtures.size() > 1 ? ", and " + (mixtures.size() - 1) + " more series" : "")
                        + "); the series has holes where the step is longer. Put each step into a file of its own.");
    }

    /// Notes that the value of the current row is kept together with that of another row.
    void acceptCurrent() {
        mark(rowCount - 1, Outcome.ACCEPTED);
    }

    /// Gives everything collected to the store and counts the rows.
    void flush() {
        int[] starts = new int[feeds.size() + 1];
        for (int i = 0; i < size; i++) {
            starts[series[i] + 1]++;
        }
        for (int i = 0; i < feeds.size(); i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            order[next[series[i]]++] = i;
        }
        for (int i = 0; i < feeds.size(); i++) {
            sortByTime(order, starts[i], starts[i + 1]);
            findStep(feeds.get(i), order, starts[i], starts[i + 1]);
        }
        Step usual = usualStep();
        for (int i = 0; i < feeds.size(); i++) {
            int end = withoutMissing(order, starts[i], starts[i + 1]);
            if (end > starts[i]) {
                feed(feeds.get(i), usual, order, starts[i], end);
            }
        }
        for (int row = 0; row < rowCount; row++) {
            account.count(Outcome.values()[outcomes[row]]);
        }
        size = 0;
        rowCount = 0;
    }

    /// Moves the readings that have a value to the front.
    ///
    /// @return the end of them
    private int withoutMissing(int[] order, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[order[i]])) {
                order[end++] = order[i];
            }
        }
        return end;
    }

    /// Sorts by time, and by row where times are equal. Files are nearly always in order already.
    private void sortByTime(int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (times[order[i]] < times[order[i - 1]]) {
                Integer[] boxed = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
                // The sort is stable: equal times stay in the order of the rows.
                Arrays.sort(boxed, (a, b) -> Long.compare(times[a], times[b]));
                for (int k = 0; k < boxed.length; k++) {
                    order[from + k] = boxed[k];
                }
                return;
            }
        }
    }

    private void findStep(SeriesFeed feed, int[] order, int from, int to) {
        if (feed.step().isEmpty() && to > from) {
            long[] sorted = new long[to - from];
            for (int i = from; i < to; i++) {
                sorted[i - from] = times[order[i]];
            }
            feed.decide(sorted, session);
            feed.mixture(sorted).ifPresent(mixtures::add);
            feed.step().ifPresent(step -> stepsSeen.merge(step, 1, Integer::sum));
        }
    }

    /// The step of most series so far; hours when no series has two times.
    private Step usualStep() {
        return stepsSeen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Step.HOUR);
    }

    private void feed(SeriesFeed feed, Step usual, int[] order, int from, int to) {
        feed.open(usual, session);
        int i = from;
        while (i < to) {
            int end = feed.runEnd(times, order, i, to);
            SeriesFeed.Outcomes result = feed.merge(times, values, order, i, end);
            for (int k = i; k < end; k++) {
                int index = order[k];
                mark(rows[index], result.outcome(k - i));
                if (result.outcome(k - i) == Outcome.REJECTED) {
                    int original = result.original(k - i);
                    String which = original < 0 ? "an earlier row" : "row " + lines[rows[order[i + original]]];
                    account.reject(
                            lines[rows[index]],
                            feed.name(),
                            Double.toString(values[index]),
                            "Duplicate of " + which + " with another value.");
                }
            }
            i = end;
        }
    }
}
