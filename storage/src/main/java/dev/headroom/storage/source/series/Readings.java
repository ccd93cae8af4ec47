package dev.headroom.storage.source.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The readings of one series while its file is read, in flat arrays: millions of them must fit into memory. Rows that
/// come in the order of time need no index; the first one that does not brings one about.
final class Readings {
    private static final int FIRST_ROOM = 64;

    private Stamp[] stamps = new Stamp[FIRST_ROOM];
    private double[] values = new double[FIRST_ROOM];
    private long[] lines = new long[FIRST_ROOM];
    private int count;
    private @Nullable Map<Stamp, Integer> places;

    /// How the time stamps are written.
    Stamp.Kind kind() {
        return stamps[0].kind();
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The line of the first reading.
    long firstLine() {
        return lines[0];
    }

    /// Keeps a reading unless there is one of this time.
    ///
    /// @return the place of the reading of this time that was there before, -1 when there was none
    int add(Stamp stamp, double value, long line) {
        int earlier = find(stamp);
        if (earlier >= 0) {
            return earlier;
        }
        if (count == stamps.length) {
            int room = count + (count >> 1);
            stamps = Arrays.copyOf(stamps, room);
            values = Arrays.copyOf(values, room);
            lines = Arrays.copyOf(lines, room);
        }
        stamps[count] = stamp;
        values[count] = value;
        lines[count] = line;
        if (places != null) {
            places.put(stamp, count);
        }
        count++;
        return -1;
    }

    private int find(Stamp stamp) {
        if (count == 0 || (places == null && stamp.instant().isAfter(stamps[count - 1].instant()))) {
            return -1;
        }
        if (places == null) {
            places = new HashMap<>();
            for (int i = 0; i < count; i++) {
                places.put(stamps[i], i);
            }
        }
        return places.getOrDefault(stamp, -1);
    }

    double value(int place) {
        return values[place];
    }

    long line(int place) {
        return lines[place];
    }

    /// The time stamps, earliest first.
    List<Stamp> sortedStamps() {
        return Arrays.stream(order()).mapToObj(place -> stamps[place]).toList();
    }

    /// The values in the order of [#sortedStamps].
    double[] sortedValues() {
        return Arrays.stream(order()).mapToDouble(place -> values[place]).toArray();
    }

    private int[] order() {
        if (places == null) {
            return IntStream.range(0, count).toArray();
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(place -> stamps[place].instant()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
