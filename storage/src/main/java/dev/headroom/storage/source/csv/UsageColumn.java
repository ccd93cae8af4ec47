package dev.headroom.storage.source.csv;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.UsageMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one metric column of a utilization file holds, read from its name: words for the metric, the
/// statistic (mean when none is named) and the unit (that of the cache when none is named), such as
/// `cpu_p95`, `disk_io_mean[MB/s]`, `mem_used_mb_max` or `net_in_kbps`. Without a unit in brackets, `bps`,
/// `kbps` and `mbps` are bits for networks and bytes for disks, as monitoring tools use them.
///
/// @param role what to do with the value
/// @param factor the value in the file times this is in the unit of `metric`, or in MB for amounts of memory
record UsageColumn(Role role, UsageMetric metric, BigDecimal factor) {
    /// How the columns of one row become readings.
    enum Role {
        /// The reading itself, or one direction of two that are added.
        VALUE,
        /// Memory in use, to be divided by the capacity.
        MEMORY_USED,
        /// The memory of the machine.
        MEMORY_CAPACITY
    }

    private static final Pattern BRACKET = Pattern.compile("(.*?)\\s*[\\[(]([^\\])]*)[\\])]\\s*");
    private static final Map<String, Statistic> STATISTICS = Map.ofEntries(
            Map.entry("mean", Statistic.MEAN),
            Map.entry("avg", Statistic.MEAN),
            Map.entry("average", Statistic.MEAN),
            Map.entry("p95", Statistic.P95),
            Map.entry("max", Statistic.MAX),
            Map.entry("maximum", Statistic.MAX),
            Map.entry("peak", Statistic.MAX),
            Map.entry("min", Statistic.MIN),
            Map.entry("minimum", Statistic.MIN),
            Map.entry("sum", Statistic.SUM),
            Map.entry("last", Statistic.LAST));
    private static final Map<String, ResourceKind> NAMES = names();
    private static final Set<String> CAPACITY = Set.of(
            "mem_capacity",
            "memory_capacity",
            "mem_total",
            "memory_total",
            "ram_total",
            "total_memory",
            "ram_capacity");
    private static final Map<String, String> MEMORY_MB = Map.ofEntries(
            Map.entry("b", "0.000001"),
            Map.entry("bytes", "0.000001"),
            Map.entry("kb", "0.001"),
            Map.entry("kib", "0.001024"),
            Map.entry("mb", "1"),
            Map.entry("mib", "1.048576"),
            Map.entry("gb", "1000"),
            Map.entry("gib", "1073.741824"));
    /// Megabytes a second.
    private static final Map<String, String> DISK = Map.ofEntries(
            Map.entry("", "1"),
            Map.entry("mb/s", "1"),
            Map.entry("mbps", "1"),
            Map.entry("mib/s", "1.048576"),
            Map.entry("kb/s", "0.001"),
            Map.entry("kbps", "0.001"),
            Map.entry("kib/s", "0.001024"),
            Map.entry("b/s", "0.000001"),
            Map.entry("bytes/s", "0.000001"),
            Map.entry("bps", "0.000001"));
    /// Megabits a second.
    private static final Map<String, String> NETWORK = Map.ofEntries(
            Map.entry("", "1"),
            Map.entry("mbit/s", "1"),
            Map.entry("mbps", "1"),
            Map.entry("gbit/s", "1000"),
            Map.entry("gbps", "1000"),
            Map.entry("kbit/s", "0.001"),
            Map.entry("kbps", "0.001"),
            Map.entry("bit/s", "0.000001"),
            Map.entry("bps", "0.000001"),
            Map.entry("mb/s", "8"),
            Map.entry("kb/s", "0.008"),
            Map.entry("kib/s", "0.008192"),
            Map.entry("mib/s", "8.388608"),
            Map.entry("bytes/s", "0.000008"),
            Map.entry("b/s", "0.000008"));
    private static final Map<String, String> PERCENT =
            Map.of("", "1", "%", "1", "pct", "1", "percent", "1", "percentage", "1", "ratio", "100", "fraction", "100");
    private static final Set<String> UNIT_WORDS = Set.of(
            "pct",
            "percent",
            "percentage",
            "ratio",
            "bps",
            "kbps",
            "mbps",
            "gbps",
            "b",
            "bytes",
            "kb",
            "kib",
            "mb",
            "mib",
            "gb",
            "gib",
            "ms",
            "seconds");

    private static final Set<String> IN = Set.of("in", "read", "reads", "rx", "received");
    private static final Set<String> OUT = Set.of("out", "write", "writes", "tx", "sent", "transmitted");

    private static Map<String, ResourceKind> names() {
        Map<ResourceKind, List<String>> names = Map.of(
                ResourceKind.CPU, List.of("cpu", "cpu_utilization", "cpu_usage", "cpu_used", "cpu_util", "processor"),
                ResourceKind.MEMORY,
                        List.of(
                                "memory",
                                "mem",
                                "ram",
                                "memory_utilization",
                                "mem_utilization",
                                "memory_used",
                                "mem_used",
                                "memory_usage",
                                "mem_usage",
                                "ram_used"),
                ResourceKind.DISK_IO,
                        List.of(
                                "disk_io",
                                "disk",
                                "disk_throughput",
                                "disk_read",
                                "disk_write",
                                "disk_reads",
                                "disk_writes",
                                "disk_io_read",
                                "disk_io_write"),
                ResourceKind.NETWORK,
                        List.of(
                                "network",
                                "net",
                                "network_io",
                                "net_io",
                                "net_in",
                                "net_out",
                                "network_in",
                                "network_out",
                                "net_rx",
                                "net_tx",
                                "network_received",
                                "network_sent",
                                "network_transmitted"));
        Map<String, ResourceKind> kinds = new HashMap<>();
        names.forEach((kind, all) -> all.forEach(name -> kinds.put(name, kind)));
        return Map.copyOf(kinds);
    }

    /// Understands a column name; empty when it is not that of a known metric in a known unit.
    static Optional<UsageColumn> of(String header) {
        String name = header.strip();
        Optional<String> unit = Optional.empty();
        Matcher bracket = BRACKET.matcher(name);
        if (bracket.matches()) {
            name = bracket.group(1);
            unit = Optional.of(bracket.group(2).strip().toLowerCase(Locale.ROOT));
        }
        Optional<Statistic> statistic = Optional.empty();
        List<String> words = new ArrayList<>();
        for (String word : words(name)) {
            if (statistic.isEmpty() && STATISTICS.containsKey(word)) {
                statistic = Optional.ofNullable(STATISTICS.get(word));
            } else if (!words.isEmpty() && UNIT_WORDS.contains(word)) {
                unit = unit.or(() -> Optional.of(word));
            } else {
                words.add(word);
            }
        }
        String joined = String.join("_", words);
        return of(joined, statistic.orElseGet(() -> AssetColumn.usual(joined)), unit.orElse(""));
    }

    /// Understands a column with what the user says about it: the unit in the place of that of the name, the
    /// statistic where the name has none.
    static Optional<UsageColumn> of(String header, ImportOptions options) {
        Optional<String> told = options.unit(header).or(() -> options.unit(withoutUnit(header)));
        Optional<UsageColumn> column =
                of(told.map(unit -> withoutUnit(header) + "[" + unit + "]").orElse(header));
        return column.map(found -> options.statistic()
                .filter(_ -> !saysStatistic(header))
                .map(found::with)
                .orElse(found));
    }

    /// The metric that the user names for values that name none, in the unit that is given for it or is
    /// usual.
    static Optional<UsageColumn> told(String metric, ImportOptions options) {
        Optional<String> unit = options.unit(metric).or(() -> options.unit("value"));
        return of(unit.map(given -> metric + "[" + given + "]").orElse(metric))
                .filter(column -> column.role() == Role.VALUE)
                .map(column -> options.statistic().map(column::with).orElse(column));
    }

    private static String withoutUnit(String header) {
        Matcher bracket = BRACKET.matcher(header.strip());
        return bracket.matches() ? bracket.group(1) : header.strip();
    }

    /// True when a word of the name is a statistic.
    static boolean saysStatistic(String header) {
        return words(withoutUnit(header)).stream().anyMatch(STATISTICS::containsKey);
    }

    /// True when the name or the brackets after it say the unit, or the name is one of the cache, whose unit
    /// is known.
    static boolean saysUnit(String header) {
        List<String> words = words(withoutUnit(header)).stream()
                .filter(word -> !STATISTICS.containsKey(word))
                .toList();
        return BRACKET.matcher(header.strip()).matches()
                || AssetColumn.knows(String.join("_", words))
                || ResourceKind.ofMetric(String.join("_", words)).isPresent()
                || words.stream().skip(1).anyMatch(UNIT_WORDS::contains);
    }

    private UsageColumn with(Statistic statistic) {
        return new UsageColumn(role, new UsageMetric(metric.metric(), statistic, metric.unit()), factor);
    }

    /// The words of a name in snake or camel case, in lower case.
    private static List<String> words(String name) {
        String snake = name.replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(snake.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// @param name the metric in snake case
    /// @param unit in lower case; empty for that of the cache
    static Optional<UsageColumn> of(String name, Statistic statistic, String unit) {
        boolean capacity = CAPACITY.contains(name) || name.equals("ram") && MEMORY_MB.containsKey(unit);
        ResourceKind kind = capacity ? ResourceKind.MEMORY : NAMES.get(name);
        if (kind == null) {
            return AssetColumn.of(name, statistic, unit);
        }
        UsageMetric metric = new UsageMetric(kind.metric(), statistic, kind.unit());
        return switch (kind) {
            case CPU -> column(Role.VALUE, metric, PERCENT.get(unit));
            case DISK_IO -> column(Role.VALUE, metric, DISK.get(unit));
            case NETWORK -> column(Role.VALUE, metric, NETWORK.get(unit));
            case MEMORY ->
                capacity
                        ? column(Role.MEMORY_CAPACITY, metric, MEMORY_MB.get(unit))
                        : MEMORY_MB.containsKey(unit)
                                ? column(Role.MEMORY_USED, metric, MEMORY_MB.get(unit))
                                : column(Role.VALUE, metric, PERCENT.get(unit));
        };
    }

    private static Optional<UsageColumn> column(Role role, UsageMetric metric, @Nullable String factor) {
        return Optional.ofNullable(factor).map(text -> new UsageColumn(role, metric, new BigDecimal(text)));
    }

    /// The direction that the name of a metric says: `in` or `out`; empty for both together.
    static Optional<String> direction(String name) {
        List<String> words = words(withoutUnit(name));
        return words.stream().anyMatch(IN::contains)
                ? Optional.of("in")
                : words.stream().anyMatch(OUT::contains) ? Optional.of("out") : Optional.empty();
    }

    /// The reading in the unit of the metric. A percentage may carry its sign.
    double reading(String field, String text) throws RowRefusedException {
        boolean signed = isPercent() && role == Role.VALUE && factor.equals(BigDecimal.ONE) && text.endsWith("%");
        return Numbers.reading(
                field, signed ? text.substring(0, text.length() - 1).stripTrailing() : text, factor);
    }

    /// True for percentages, whose plausible range is known.
    boolean isPercent() {
        return metric.unit() == MeasureUnit.PERCENT;
    }
}
