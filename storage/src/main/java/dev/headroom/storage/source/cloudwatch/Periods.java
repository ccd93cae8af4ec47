package dev.headroom.storage.source.cloudwatch;

import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.csv.TimestampReader;
import java.util.List;
import java.util.OptionalLong;

/// Finds the period of the values of one result: the shortest distance between two of its times, which lie on the
/// grid of the period.
final class Periods {
    private Periods() {}

    /// @return seconds; empty with fewer than two times that can be read
    static OptionalLong of(List<String> times) {
        TimestampReader reader = TimestampReader.utc("Timestamps");
        long[] seconds = times.stream()
                .mapToLong(time -> second(reader, time))
                .filter(second -> second > 0)
                .sorted()
                .distinct()
                .toArray();
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < seconds.length; i++) {
            shortest = Math.min(shortest, seconds[i] - seconds[i - 1]);
        }
        return shortest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(shortest);
    }

    private static long second(TimestampReader reader, String time) {
        try {
            return reader.read(time.replaceFirst("^(\\d{9,10})\\.\\d+$", "$1"))
                    .at()
                    .getEpochSecond();
        } catch (RowRefusedException unreadable) {
            // It is refused with its reason when the values are taken.
            return 0;
        }
    }
}
