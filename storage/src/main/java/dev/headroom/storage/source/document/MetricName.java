package dev.headroom.storage.source.document;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the name of a metric says, as CloudWatch (`CPUUtilization`), its agent (`mem_used_percent`) or recording
/// rules of Prometheus (`instance:node_cpu_utilisation:rate5m`) write it: the resource, the direction, the
/// statistic and the unit, each where a word of the name says so.
///
/// @param kind empty for a metric that is none of the four resources
/// @param share true when the name says that it is a share of something
public record MetricName(
        String text,
        Optional<ResourceKind> kind,
        Direction direction,
        Optional<Statistic> statistic,
        Optional<String> unit,
        boolean share) {
    /// Disks and networks are often measured each way.
    public enum Direction {
        BOTH,
        /// Read from a disk, received from a network.
        IN,
        /// Written, sent.
        OUT
    }

    private record Meaning(ResourceKind kind, Direction direction) {}

    private static final Set<String> PREFIXES =
            Set.of("instance", "node", "host", "vm", "system", "server", "cluster", "pod", "container", "machine");
    private static final Set<String> UNITS = Set.of(
            "percent",
            "pct",
            "percentage",
            "ratio",
            "bytes",
            "kb",
            "kib",
            "mb",
            "mib",
            "gb",
            "gib",
            "bps",
            "kbps",
            "mbps",
            "gbps");
    private static final Map<String, Meaning> MEANINGS = meanings();

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> all = new HashMap<>();
        names(all, ResourceKind.CPU, Direction.BOTH, "cpu,cpu_util,cpu_utilization,cpu_utilisation,cpu_usage,cpu_used");
        names(
                all,
                ResourceKind.MEMORY,
                Direction.BOTH,
                "memory,mem,ram,memory_util,memory_utilization,memory_utilisation,mem_utilization,mem_utilisation,"
                        + "memory_used,mem_used,memory_usage,mem_usage,ram_used,memory_working_set");
        names(all, ResourceKind.NETWORK, Direction.BOTH, "network,net,network_io,net_io");
        names(
                all,
                ResourceKind.NETWORK,
                Direction.IN,
                "network_in,net_in,network_rx,net_rx,network_receive,network_received,net_receive,net_recv");
        names(
                all,
                ResourceKind.NETWORK,
                Direction.OUT,
                "network_out,net_out,network_tx,net_tx,network_transmit,network_transmitted,network_sent,net_sent");
        names(all, ResourceKind.DISK_IO, Direction.BOTH, "disk_io,disk,disk_throughput");
        names(all, ResourceKind.DISK_IO, Direction.IN, "disk_read,ebs_read,disk_io_read,fs_read");
        names(all, ResourceKind.DISK_IO, Direction.OUT, "disk_write,disk_written,ebs_write,disk_io_write,fs_write");
        return Map.copyOf(all);
    }

    private static void names(Map<String, Meaning> all, ResourceKind kind, Direction direction, String names) {
        for (String name : names.split(",")) {
            all.put(name, new Meaning(kind, direction));
        }
    }

    public static MetricName of(String text) {
        Optional<Statistic> statistic = Optional.empty();
        Optional<String> unit = Optional.empty();
        boolean share = false;
        List<String> words = new ArrayList<>();
        for (String word : words(text)) {
            Optional<Statistic> said = statistic(word);
            if (statistic.isEmpty() && said.isPresent()) {
                statistic = said;
            } else if (unit.isEmpty() && !words.isEmpty() && UNITS.contains(word)) {
                unit = Optional.of(word);
            } else if (!word.matches("i?rate(\\d+[smhd])?|total") && !(words.isEmpty() && PREFIXES.contains(word))) {
                words.add(word);
            }
            share |= word.startsWith("util");
        }
        Meaning meaning = MEANINGS.get(String.join("_", words));
        return new MetricName(
                text.strip(),
                Optional.ofNullable(meaning).map(Meaning::kind),
                meaning == null ? Direction.BOTH : meaning.direction(),
                statistic,
                unit,
                share);
    }

    /// The statistic of a word such as `Average`, `avg`, `Maximum` or `p95`; empty for other words and for
    /// statistics that are not kept, such as `p99`.
    public static Optional<Statistic> statistic(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "mean", "avg", "average" -> Optional.of(Statistic.MEAN);
            case "max", "maximum", "peak" -> Optional.of(Statistic.MAX);
            case "min", "minimum" -> Optional.of(Statistic.MIN);
            case "p95", "p95.0", "quantile95" -> Optional.of(Statistic.P95);
            case "sum" -> Optional.of(Statistic.SUM);
            case "last" -> Optional.of(Statistic.LAST);
            default -> Optional.empty();
        };
    }

    private static List<String> words(String text) {
        String snake = text.replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(snake.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
    }
}
