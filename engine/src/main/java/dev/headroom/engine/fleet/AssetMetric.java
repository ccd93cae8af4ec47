package dev.headroom.engine.fleet;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.Statistic;
import java.util.Arrays;
import java.util.Optional;

/// What is measured of an [Asset] beside the four resources of servers. The metric name is the canonical one
/// of the cache; databases and functions have `cpu` and `memory` in percent like servers, volumes `disk_io`
/// in MB/s.
public enum AssetMetric {
    CONNECTIONS("connections", MeasureUnit.COUNT, Statistic.MEAN),
    FREEABLE_MEMORY("freeable_memory", MeasureUnit.BYTES, Statistic.MEAN),
    /// Reads and writes a second together.
    IOPS("iops", MeasureUnit.PER_SECOND, Statistic.MEAN),
    /// What of a volume or database storage is in use.
    USED_STORAGE("used_storage", MeasureUnit.BYTES, Statistic.MEAN),
    /// The memory that calls of a function used.
    USED_MEMORY("used_memory", MeasureUnit.BYTES, Statistic.MAX),
    DURATION("duration", MeasureUnit.MILLISECONDS, Statistic.MEAN),
    INVOCATIONS("invocations", MeasureUnit.COUNT, Statistic.SUM),
    REQUESTS("requests", MeasureUnit.COUNT, Statistic.SUM),
    PROCESSED_BYTES("processed_bytes", MeasureUnit.BYTES, Statistic.SUM);

    private final String metric;
    private final MeasureUnit unit;
    private final Statistic usual;

    AssetMetric(String metric, MeasureUnit unit, Statistic usual) {
        this.metric = metric;
        this.unit = unit;
        this.usual = usual;
    }

    public String metric() {
        return metric;
    }

    /// The unit in which the cache keeps it.
    public MeasureUnit unit() {
        return unit;
    }

    /// How values were summed up when nothing says it.
    public Statistic usual() {
        return usual;
    }

    public static Optional<AssetMetric> ofMetric(String metric) {
        return Arrays.stream(values()).filter(one -> one.metric.equals(metric)).findFirst();
    }
}
