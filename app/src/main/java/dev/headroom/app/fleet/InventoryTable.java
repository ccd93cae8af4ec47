package dev.headroom.app.fleet;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the server inventory: one row a server and instance type over time.
final class InventoryTable {
    static final List<String> HEADER = List.of(
            "resource",
            "name",
            "provider",
            "account",
            "region",
            "environment",
            "archetype",
            "instance_type",
            "from",
            "tags");

    private InventoryTable() {}

    static void write(FleetFolder folder, List<ServerPlan> plans) throws IOException {
        try (TableWriter table = folder.open("inventory/inventory.csv")) {
            UtilizationTables.header(table, HEADER);
            for (ServerPlan plan : plans) {
                write(table, plan.server());
            }
        }
    }

    private static void write(TableWriter table, Server server) throws IOException {
        String tags = new TreeMap<>(server.tags())
                .entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .collect(Collectors.joining(";"));
        for (InstanceSpan span : server.spans()) {
            table.cell(server.id());
            table.cell(server.name());
            table.cell(server.provider());
            table.cell(server.account());
            table.cell(server.region());
            table.cell(server.environment());
            table.cell(server.archetype());
            table.cell(span.instanceType());
            table.cell(span.from().toString());
            table.cell(tags);
            table.endRow();
        }
    }
}
