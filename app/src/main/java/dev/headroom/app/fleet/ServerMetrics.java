package dev.headroom.app.fleet;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.EnumMap;
import java.util.Map;

/// The hourly metrics of one generated server, in the units of [ResourceKind], rounded to two decimals; NaN = missing.
/// They go on for some days after the end of the history: that future is never written, only judged.
final class ServerMetrics {
    private final Map<ResourceKind, double[]> hourly;
    private final int days;
    private final int allDays;

    /// @param hourly one array a resource, each 24 times `allDays` long
    /// @param days days of history
    ServerMetrics(Map<ResourceKind, double[]> hourly, int days, int allDays) {
        this.hourly = new EnumMap<>(hourly);
        this.days = days;
        this.allDays = allDays;
    }

    int days() {
        return days;
    }

    double hour(ResourceKind kind, int hour) {
        return values(kind)[hour];
    }

    double mean(ResourceKind kind, int day) {
        return DailyReduction.mean(values(kind), day);
    }

    double p95(ResourceKind kind, int day) {
        return DailyReduction.p95(values(kind), day);
    }

    /// Days from the end of the history to the first later day whose p95 passes a limit; 0 when none does.
    int daysToBreach(ResourceKind kind, double limit) {
        for (int day = days; day < allDays; day++) {
            if (p95(kind, day) > limit) {
                return day - days + 1;
            }
        }
        return 0;
    }

    private double[] values(ResourceKind kind) {
        double[] values = hourly.get(kind);
        if (values == null) {
            throw new IllegalStateException("No values of " + kind + ".");
        }
        return values;
    }
}
