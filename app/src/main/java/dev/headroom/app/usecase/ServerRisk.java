package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.capacity.RiskClass;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.util.List;

/// The risk of one resource of one server.
///
/// @param asOf the last observation of the resource, from which days are counted
/// @param currentPercent median of the last 30 daily p95 values, in percent of the capacity
/// @param remainingPercent what is left of the capacity before the limit at the highest predicted value within 90 days,
/// in
///     percent of the capacity; negative when the limit is passed
/// @param risks one entry each for 30, 60 and 90 days
public record ServerRisk(
        Server server,
        ResourceKind kind,
        CapacityLimit limit,
        Instant asOf,
        double currentPercent,
        double remainingPercent,
        List<BreachRisk> risks,
        RiskClass riskClass) {
    public ServerRisk {
        risks = List.copyOf(risks);
    }

    /// The probability within the longest horizon, 0..1.
    public double probability() {
        return risks.getLast().probability();
    }
}
