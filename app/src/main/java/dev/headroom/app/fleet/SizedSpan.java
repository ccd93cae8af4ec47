package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.time.Instant;

/// The machine behind a server from an instant on.
record SizedSpan(Instant from, InstanceShape shape) {
    /// The capacity in the unit of the resource; for the two percentages the amount behind 100 %: vCPU and GiB.
    double capacity(ResourceKind kind) {
        return switch (kind) {
            case CPU -> shape.vcpu();
            case MEMORY -> shape.memoryGib();
            case DISK_IO -> shape.diskMbps().orElseThrow();
            case NETWORK -> shape.networkMbps().orElseThrow();
        };
    }
}
