package dev.headroom.storage.source.csv;

import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.ImportOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The columns of a utilization file: where the time and the resource stand, and what is measured.
///
/// @param timestamp the position of the time, or -1
/// @param resource the position of the server, or -1
/// @param server the server that the whole file is about, if the user says it and no column does
/// @param told the statistic of columns that name none, if the user says it
record UtilizationHeader(
        Columns columns,
        int timestamp,
        int resource,
        Optional<String> server,
        Optional<ZoneId> zone,
        Map<Integer, UsageColumn> metrics,
        Optional<Statistic> told) {
    private static final String[] TIMES = {
        "timestamp",
        "time",
        "datetime",
        "date_time",
        "ts",
        "date",
        "day",
        "hour",
        "period_start",
        "starttime",
        "start_time"
    };
    private static final String[] RESOURCES = {
        "resource",
        "resource_id",
        "resourceid",
        "instance_id",
        "instanceid",
        "server_id",
        "vm_id",
        "vmid",
        "vm",
        "server",
        "host",
        "hostname",
        "node",
        "machine",
        "machine_id",
        "instance",
        "vm_name",
        "server_name",
        "instance_name",
        "host_name",
        "resource_name",
        "name",
        "series_id"
    };

    static Columns columns(List<String> header) {
        return new Columns(header, UtilizationHeader::normal);
    }

    private static String normal(String name) {
        return name.replaceFirst("[\\[(].*$", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
    }

    static UtilizationHeader of(List<String> header) {
        return of(header, ImportOptions.none());
    }

    static UtilizationHeader of(List<String> header, ImportOptions options) {
        Columns columns = columns(header);
        int timestamp = columns.find(TIMES);
        int resource = columns.find(RESOURCES);
        Map<Integer, UsageColumn> metrics = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != timestamp && i != resource) {
                Optional<UsageColumn> metric = UsageColumn.of(header.get(i), options);
                if (metric.isPresent()) {
                    metrics.put(i, metric.get());
                }
            }
        }
        int plain = plainValue(columns);
        if (metrics.isEmpty() && plain >= 0) {
            options.metric()
                    .flatMap(metric -> UsageColumn.told(metric, options))
                    .ifPresent(metric -> metrics.put(plain, metric));
        }
        return new UtilizationHeader(
                columns,
                timestamp,
                resource,
                options.resource().filter(_ -> resource < 0),
                zone(columns.name(timestamp)),
                metrics,
                options.statistic());
    }

    /// The column of values that do not say what they measure, or -1.
    private static int plainValue(Columns columns) {
        return columns.has("metric") ? -1 : columns.position("value");
    }

    /// True for a table of times and values that does not say what they measure.
    boolean isPlain() {
        return timestamp >= 0 && metrics.isEmpty() && plainValue(columns) >= 0;
    }

    /// True for the column of values whose metric only the user knows.
    boolean isPlainValue(int position) {
        return position == plainValue(columns);
    }

    boolean namesServer() {
        return resource >= 0 || server.isPresent();
    }

    /// `timestamp[Europe/Berlin]` names the zone of stamps that name none.
    private static Optional<ZoneId> zone(String name) {
        try {
            return zoneName(name).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> zoneName(String name) {
        int open = name.indexOf('[');
        return open < 0 || !name.endsWith("]")
                ? Optional.empty()
                : Optional.of(name.substring(open + 1, name.length() - 1).strip());
    }

    /// What the header says in the place of a zone, when there is no such zone.
    Optional<String> unknownZone() {
        return zone.isPresent() ? Optional.empty() : zoneName(columns.name(timestamp));
    }

    boolean isLong() {
        return columns.has("metric") && columns.has("value");
    }

    /// The metric columns that give readings; capacity alone gives none.
    List<Integer> readings() {
        List<Integer> readings = new ArrayList<>();
        boolean capacity =
                metrics.values().stream().anyMatch(column -> column.role() == UsageColumn.Role.MEMORY_CAPACITY);
        metrics.forEach((position, column) -> {
            boolean usable = switch (column.role()) {
                case VALUE -> true;
                case MEMORY_USED -> capacity;
                case MEMORY_CAPACITY -> false;
            };
            if (usable) {
                readings.add(position);
            }
        });
        return readings;
    }
}
