package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an instance type offers and costs in one region.
///
/// @param vcpu virtual processors
/// @param memoryGib memory in GiB (2^30 bytes)
/// @param architecture `amd64` or `arm64`
/// @param networkMbps sustained network bandwidth in 10^6 bit/s, when known
/// @param diskMbps block storage bandwidth in 10^6 byte/s, when known
/// @param burstable true when the processor share depends on credits
/// @param currentGeneration false for types that the provider no longer recommends
/// @param onDemandHour list price an hour, when known; unknown is never 0
public record InstanceShape(
        String instanceType,
        String family,
        double vcpu,
        double memoryGib,
        String architecture,
        OptionalDouble networkMbps,
        OptionalDouble diskMbps,
        boolean burstable,
        boolean currentGeneration,
        String region,
        Optional<Money> onDemandHour) {}
