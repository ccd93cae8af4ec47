package dev.headroom.engine.quantity;

import java.util.Arrays;
import java.util.Optional;

/// The four resources of a server that can run out. The metric name is the canonical one of the cache.
public enum ResourceKind {
    CPU("cpu", "CPU", MeasureUnit.PERCENT),
    MEMORY("memory", "Memory", MeasureUnit.PERCENT),
    DISK_IO("disk_io", "Disk I/O", MeasureUnit.MEGABYTES_PER_SECOND),
    NETWORK("network", "Network", MeasureUnit.MEGABITS_PER_SECOND);

    private final String metric;
    private final String label;
    private final MeasureUnit unit;

    ResourceKind(String metric, String label, MeasureUnit unit) {
        this.metric = metric;
        this.label = label;
        this.unit = unit;
    }

    public String metric() {
        return metric;
    }

    public String label() {
        return label;
    }

    /// The unit in which the cache keeps this resource.
    public MeasureUnit unit() {
        return unit;
    }

    public static Optional<ResourceKind> ofMetric(String metric) {
        return Arrays.stream(values())
                .filter(kind -> kind.metric.equals(metric))
                .findFirst();
    }
}
