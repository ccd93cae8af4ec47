package dev.headroom.engine.scenario;

import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.Objects;
import java.util.Optional;

/// A server as it is when the futures begin.
///
/// @param shape what it offers and costs; empty when its type is unknown
public record Machine(String resource, String region, Optional<InstanceShape> shape) {
    public Machine {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(shape, "shape");
    }
}
