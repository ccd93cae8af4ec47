package dev.headroom.app.usecase;

import dev.headroom.engine.consolidation.IdleClusters;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.consolidation.Underused;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The consolidation table: one row an underused server. `machine` numbers the machines of the proposal,
/// `machine_cost` is what the whole machine costs a month; both are empty for servers that stay where they
/// are.
public final class ConsolidationTable extends Table {
    public ConsolidationTable(FleetConsolidation consolidation) {
        super(List.of(
                "resource",
                "cluster",
                "cpu_mean",
                "type",
                "monthly_cost",
                "place",
                "machine",
                "machine_type",
                "machine_cost",
                "machine_servers",
                "machine_cpu_peak",
                "machine_memory_peak",
                "currency"));
        Map<String, Placed> placed = new HashMap<>();
        int number = 0;
        for (FleetConsolidation.Group group : consolidation.groups()) {
            for (Packing.Machine machine : group.plan().machines()) {
                number++;
                for (Underused server : machine.servers()) {
                    placed.put(server.server().id(), new Placed(group.place(), number, machine));
                }
            }
        }
        for (IdleClusters.Cluster cluster : consolidation.clusters()) {
            for (Underused server : cluster.members()) {
                add(row(
                        cluster,
                        server,
                        Optional.ofNullable(placed.get(server.server().id()))));
            }
        }
    }

    private record Placed(String place, int number, Packing.Machine machine) {}

    private static Map<String, Object> row(IdleClusters.Cluster cluster, Underused server, Optional<Placed> placed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("resource", server.server().id());
        row.put("cluster", cluster.name());
        row.put("cpu_mean", server.meanCpuPercent());
        row.put("type", server.shape().instanceType());
        row.put("monthly_cost", amount(server.shape()));
        row.put(
                "currency",
                server.shape().onDemandMonth().map(money -> money.currency().value()));
        placed.ifPresent(found -> {
            row.put("place", found.place());
            row.put("machine", found.number());
            row.put("machine_type", found.machine().shape().instanceType());
            row.put("machine_cost", amount(found.machine().shape()));
            row.put("machine_servers", found.machine().servers().size());
            row.put("machine_cpu_peak", found.machine().cpuPeakPercent());
            row.put("machine_memory_peak", found.machine().memoryPeakPercent());
        });
        return row;
    }

    private static Optional<Object> amount(InstanceShape shape) {
        return shape.onDemandMonth().map(Money::amount).map(value -> value.setScale(2, RoundingMode.HALF_EVEN));
    }
}
