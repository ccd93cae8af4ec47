package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.EnumMap;
import java.util.Map;

/// What is known about a generated server and an analysis has to find out.
///
/// @param daysToBreach days after the end of the history until the daily p95 first passes 80 % of the capacity, by
///     resource; without an entry it does not within [MetricSimulator#FUTURE_DAYS]
record ServerTruth(ServerPlan plan, Map<ResourceKind, Integer> daysToBreach) {
    static final double LIMIT_PERCENT = 80;

    ServerTruth {
        daysToBreach = Map.copyOf(daysToBreach);
    }

    static ServerTruth of(ServerPlan plan, ServerMetrics metrics) {
        Map<ResourceKind, Integer> days = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            double full = switch (kind) {
                case CPU, MEMORY -> 100;
                case DISK_IO, NETWORK -> plan.current().capacity(kind);
            };
            int day = metrics.daysToBreach(kind, full * LIMIT_PERCENT / 100);
            if (day > 0) {
                days.put(kind, day);
            }
        }
        return new ServerTruth(plan, days);
    }
}
