package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which type each server has on which day, while events are applied one after the other.
final class Machines {
    private final ShapeCatalog shapes;
    private final int days;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, InstanceShape[]> resized = new HashMap<>();

    Machines(Baseline baseline, ShapeCatalog shapes) {
        this.shapes = shapes;
        this.days = baseline.days();
        baseline.machines().forEach(machine -> machines.put(machine.resource(), machine));
    }

    /// The type of a server on a day; empty when it is unknown.
    Optional<InstanceShape> on(String server, int day) {
        InstanceShape[] types = resized.get(server);
        return types == null ? original(server) : Optional.of(types[day]);
    }

    /// The type when the futures begin.
    Optional<InstanceShape> original(String server) {
        Machine machine = machines.get(server);
        return machine == null ? Optional.empty() : machine.shape();
    }

    /// A type where the server stands; empty when it is not known there.
    Optional<InstanceShape> find(String server, String type) {
        Machine machine = machines.get(server);
        return machine == null ? Optional.empty() : shapes.find(type, machine.region());
    }

    /// True when the server is known with its type, and the new type too.
    boolean canBecome(String server, String type) {
        return original(server).isPresent() && find(server, type).isPresent();
    }

    void resize(String server, EventDays span, String type) {
        if (canBecome(server, type)) {
            InstanceShape before = original(server).orElseThrow();
            InstanceShape[] types = resized.computeIfAbsent(server, _ -> {
                InstanceShape[] same = new InstanceShape[days];
                Arrays.fill(same, before);
                return same;
            });
            Arrays.fill(types, span.first(), span.end(), find(server, type).orElseThrow());
        }
    }

    /// What a shape offers of a resource, in the unit of that resource; empty when it is not known.
    static OptionalDouble capacity(InstanceShape shape, ResourceKind kind) {
        return switch (kind) {
            case CPU -> OptionalDouble.of(shape.vcpu());
            case MEMORY -> OptionalDouble.of(shape.memoryGib());
            case DISK_IO -> shape.diskMbps();
            case NETWORK -> shape.networkMbps();
        };
    }

    OptionalDouble capacity(String server, ResourceKind kind, int day) {
        Optional<InstanceShape> shape = on(server, day);
        return shape.isEmpty() ? OptionalDouble.empty() : capacity(shape.get(), kind);
    }
}
