package dev.headroom.engine.scenario;

import java.util.Map;
import java.util.Objects;

/// A part of the cost of a scope: what one resource, or the charges without one, have of the total, by how it is paid.
///
/// All shares are of the total cost of the scope in recent bills; negative ones are credits.
///
/// @param resource the id; empty for charges without one
/// @param compute paid by the hour of a machine
/// @param metered paid by use, such as data transfer: it follows the load
/// @param kept paid whether the machine runs or not, such as storage
/// @param fixed paid whatever happens, such as purchases and what commitments cost unused
/// @param covered the part of `compute` that commitments which are already there pay
public record CostPart(
        String provider,
        String account,
        String service,
        String resource,
        Map<String, String> tags,
        double compute,
        double metered,
        double kept,
        double fixed,
        double covered) {
    public CostPart {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(resource, "resource");
        tags = Map.copyOf(tags);
    }
}
