package dev.headroom.storage.source.csv;

import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.UsageMetric;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The names of what is measured of volumes, databases, functions and load balancers, and the units that they
/// come in. Columns of two directions, such as `read_iops` and `write_iops`, are added like those of a disk.
final class AssetColumn {
    private static final Map<String, AssetMetric> NAMES = Map.ofEntries(
            Map.entry("connections", AssetMetric.CONNECTIONS),
            Map.entry("database_connections", AssetMetric.CONNECTIONS),
            Map.entry("freeable_memory", AssetMetric.FREEABLE_MEMORY),
            Map.entry("iops", AssetMetric.IOPS),
            Map.entry("read_iops", AssetMetric.IOPS),
            Map.entry("write_iops", AssetMetric.IOPS),
            Map.entry("used_storage", AssetMetric.USED_STORAGE),
            Map.entry("storage_used", AssetMetric.USED_STORAGE),
            Map.entry("disk_used", AssetMetric.USED_STORAGE),
            Map.entry("used_memory", AssetMetric.USED_MEMORY),
            Map.entry("duration", AssetMetric.DURATION),
            Map.entry("invocations", AssetMetric.INVOCATIONS),
            Map.entry("requests", AssetMetric.REQUESTS),
            Map.entry("request_count", AssetMetric.REQUESTS),
            // The word after it is taken for the unit.
            Map.entry("processed", AssetMetric.PROCESSED_BYTES));

    private static final Map<String, String> COUNT = Map.of("", "1", "count", "1");
    private static final Map<String, String> A_SECOND =
            Map.of("", "1", "1/s", "1", "/s", "1", "count/s", "1", "count/second", "1", "iops", "1");
    private static final Map<String, String> TIME =
            Map.of("ms", "1", "milliseconds", "1", "s", "1000", "seconds", "1000", "us", "0.001");
    private static final Map<String, String> BYTES = Map.ofEntries(
            Map.entry("b", "1"),
            Map.entry("bytes", "1"),
            Map.entry("kb", "1000"),
            Map.entry("kib", "1024"),
            Map.entry("mb", "1000000"),
            Map.entry("mib", "1048576"),
            Map.entry("gb", "1000000000"),
            Map.entry("gib", "1073741824"),
            Map.entry("tib", "1099511627776"));
    /// Lambda means 2^20 bytes when it says MB.
    private static final Map<String, String> FUNCTION_MEMORY = Map.of("bytes", "1", "mb", "1048576", "mib", "1048576");

    private AssetColumn() {}

    /// True for a metric whose unit is known without being said.
    static boolean knows(String name) {
        AssetMetric metric = NAMES.get(name);
        return metric != null && units(metric).containsKey("");
    }

    /// How values of a name were summed up when nothing says it.
    static Statistic usual(String name) {
        AssetMetric metric = NAMES.get(name);
        return metric == null ? Statistic.MEAN : metric.usual();
    }

    static Optional<UsageColumn> of(String name, Statistic statistic, String unit) {
        AssetMetric metric = NAMES.get(name);
        String factor = metric == null ? null : units(metric).get(unit);
        return metric == null || factor == null
                ? Optional.empty()
                : Optional.of(new UsageColumn(
                        UsageColumn.Role.VALUE,
                        new UsageMetric(metric.metric(), statistic, metric.unit()),
                        new BigDecimal(factor)));
    }

    private static Map<String, String> units(AssetMetric metric) {
        return switch (metric) {
            case CONNECTIONS, INVOCATIONS, REQUESTS -> COUNT;
            case IOPS -> A_SECOND;
            case DURATION -> TIME;
            case USED_MEMORY -> FUNCTION_MEMORY;
            case FREEABLE_MEMORY, USED_STORAGE, PROCESSED_BYTES -> BYTES;
        };
    }
}
