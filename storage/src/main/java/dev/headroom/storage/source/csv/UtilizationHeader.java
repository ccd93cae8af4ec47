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
/// @param told the statistic of columns that name none, if the user says it
record UtilizationHeader(
        Columns columns,
        int timestamp,
        int resource,
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
        "name"
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
        return new UtilizationHeader(
                columns, timestamp, resource, zone(columns.name(timestamp)), metrics, options.statistic());
    }

    /// `timestamp[Europe/Berlin]` names the zone of stamps that name none.
    private static Optional<ZoneId> zone(String name) {
        int open = name.indexOf('[');
        if (open < 0 || !name.endsWith("]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ZoneId.of(name.substring(open + 1, name.length() - 1).strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
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
