package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Writes the metrics of one archetype: a daily table with mean and p95, and an hourly one with means.
final class UtilizationTables implements AutoCloseable {
    static final List<String> DAILY_HEADER = List.of(
            "timestamp",
            "resource",
            "cpu_mean",
            "cpu_p95",
            "memory_mean",
            "memory_p95",
            "disk_io_mean",
            "disk_io_p95",
            "network_mean",
            "network_p95");
    static final List<String> HOURLY_HEADER =
            List.of("timestamp", "resource", "cpu_mean", "memory_mean", "disk_io_mean", "network_mean");

    private final FleetSpec spec;
    private final TableWriter daily;
    private final List<TableWriter> hourly;
    private long values;

    UtilizationTables(FleetSpec spec, FleetFolder folder, Archetype archetype) throws IOException {
        this.spec = spec;
        this.daily = folder.table("utilization/daily-" + archetype.code());
        this.hourly =
                spec.hourlyDays() == 0 ? List.of() : List.of(folder.table("utilization/hourly-" + archetype.code()));
        header(daily, DAILY_HEADER);
        for (TableWriter table : hourly) {
            header(table, HOURLY_HEADER);
        }
    }

    void write(ServerPlan plan, ServerMetrics metrics) throws IOException {
        byte[] id = plan.id().getBytes(StandardCharsets.UTF_8);
        for (int day = 0; day < spec.days(); day++) {
            writeDay(id, metrics, day);
        }
        for (TableWriter table : hourly) {
            for (int day = spec.days() - spec.hourlyDays(); day < spec.days(); day++) {
                writeHours(table, id, metrics, day);
            }
        }
    }

    /// How many values were written, daily and hourly.
    long values() {
        return values;
    }

    @Override
    public void close() throws IOException {
        try (daily) {
            for (TableWriter table : hourly) {
                table.close();
            }
        }
    }

    private void writeDay(byte[] id, ServerMetrics metrics, int day) throws IOException {
        double[] cells = new double[8];
        for (ResourceKind kind : ResourceKind.values()) {
            cells[2 * kind.ordinal()] = metrics.mean(kind, day);
            cells[2 * kind.ordinal() + 1] = metrics.p95(kind, day);
        }
        row(daily, ascii(date(day)), id, cells);
    }

    private void writeHours(TableWriter table, byte[] id, ServerMetrics metrics, int day) throws IOException {
        String date = date(day);
        double[] cells = new double[4];
        for (int h = 0; h < 24; h++) {
            for (ResourceKind kind : ResourceKind.values()) {
                cells[kind.ordinal()] = metrics.hour(kind, 24 * day + h);
            }
            row(table, ascii(date + (h < 10 ? "T0" : "T") + h + ":00:00Z"), id, cells);
        }
    }

    /// Writes a row unless nothing at all was measured.
    private void row(TableWriter table, byte[] time, byte[] id, double[] cells) throws IOException {
        int known = 0;
        for (double cell : cells) {
            known += Double.isNaN(cell) ? 0 : 1;
        }
        if (known == 0) {
            return;
        }
        values += known;
        table.bytes(time);
        table.bytes(id);
        for (double cell : cells) {
            table.number(cell);
        }
        table.endRow();
    }

    private String date(int day) {
        LocalDate date = spec.firstDay().plusDays(day);
        return date.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static void header(TableWriter table, List<String> names) throws IOException {
        for (String name : names) {
            table.cell(name);
        }
        table.endRow();
    }
}
