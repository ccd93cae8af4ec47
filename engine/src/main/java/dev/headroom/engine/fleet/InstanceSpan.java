package dev.headroom.engine.fleet;

import java.time.Instant;
import java.util.Objects;

/// The instance type of a server from an instant on, until the next span begins.
public record InstanceSpan(Instant from, String instanceType) {
    public InstanceSpan {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(instanceType, "instanceType");
    }
}
