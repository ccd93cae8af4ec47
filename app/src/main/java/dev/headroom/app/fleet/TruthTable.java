package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Writes the planted truth, one row a server.
final class TruthTable {
    static final List<String> HEADER = List.of(
            "resource",
            "archetype",
            "role",
            "driver",
            "target_cpu_p95",
            "target_memory_p95",
            "target_disk_io_p95",
            "target_network_p95",
            "launched",
            "resized",
            "from_type",
            "to_type",
            "release",
            "cpu_breach",
            "memory_breach",
            "disk_io_breach",
            "network_breach");

    private TruthTable() {}

    static void write(FleetFolder folder, FleetSpec spec, List<ServerTruth> truths) throws IOException {
        try (TableWriter table = folder.open("truth.csv")) {
            UtilizationTables.header(table, HEADER);
            for (ServerTruth truth : truths) {
                for (String cell : cells(spec, truth)) {
                    table.cell(cell);
                }
                table.endRow();
            }
        }
    }

    private static List<String> cells(FleetSpec spec, ServerTruth truth) {
        ServerPlan plan = truth.plan();
        boolean driven =
                plan.role() == Role.SOON_FULL || plan.role() == Role.NEAR_LIMIT || plan.role() == Role.SATURATED;
        List<String> cells = new ArrayList<>(List.of(
                plan.id(),
                plan.archetype().code(),
                plan.role().code(),
                driven ? plan.driver().metric() : ""));
        for (ResourceKind kind : ResourceKind.values()) {
            cells.add(
                    BigDecimal.valueOf(Math.round(plan.target(kind) * 1000), 3).toPlainString());
        }
        cells.add(plan.launched().toString());
        cells.add(plan.resized() ? plan.current().from().toString() : "");
        cells.add(plan.resized() ? plan.spans().getFirst().shape().instanceType() : "");
        cells.add(plan.resized() ? plan.current().shape().instanceType() : "");
        cells.add(release(spec, plan));
        for (ResourceKind kind : ResourceKind.values()) {
            Integer days = truth.daysToBreach().get(kind);
            cells.add(days == null ? "" : spec.lastDay().plusDays(days).toString());
        }
        return cells;
    }

    /// The first day with the new level; empty without a shift.
    private static String release(FleetSpec spec, ServerPlan plan) {
        if (plan.release().equals(ServerPlan.Release.NONE)) {
            return "";
        }
        LocalDate end = spec.lastDay().plusDays(1);
        return end.minusDays((long) (plan.release().yearsBefore() * 365.25)).toString();
    }
}
