package dev.headroom.engine.series;

import java.util.Comparator;
import java.util.Objects;

/// The identity of a series: what is measured, of which resource, by which statistic.
///
/// @param resource the resource id, or a series name in file mode; not blank
/// @param metric the metric name, such as `cpu`, `memory`, `disk_io`, `network` or `cost`; not blank
public record SeriesKey(String resource, String metric, Statistic statistic) implements Comparable<SeriesKey> {
    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::resource)
            .thenComparing(SeriesKey::metric)
            .thenComparing(SeriesKey::statistic);

    public SeriesKey {
        Objects.requireNonNull(statistic, "statistic");
        if (resource.isBlank() || metric.isBlank()) {
            throw new IllegalArgumentException(
                    "resource (" + resource + ") and metric (" + metric + ") must be named.");
        }
    }

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }
}
