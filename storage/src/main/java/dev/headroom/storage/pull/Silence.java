package dev.headroom.storage.pull;

import dev.headroom.storage.source.aws.AwsMetrics;
import dev.headroom.storage.source.aws.MetricPlan;
import dev.headroom.storage.source.aws.MetricWanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Zeros for the periods of which a service says nothing because nothing happened.
final class Silence {
    private Silence() {}

    /// The points with 0 in every period without one, from [MetricWanted#silentFrom] or the first point on,
    /// whichever is earlier.
    static AwsMetrics.Points filled(AwsMetrics.Points points, MetricWanted wanted, MetricPlan.Block block) {
        if (wanted.silentFrom().isEmpty()) {
            return points;
        }
        TreeMap<Instant, Double> values = new TreeMap<>();
        for (int i = 0; i < points.times().size(); i++) {
            values.put(points.times().get(i), points.values().get(i));
        }
        Instant from = wanted.silentFrom().get();
        Instant known = values.isEmpty() || from.isBefore(values.firstKey()) ? from : values.firstKey();
        for (Instant at = block.from(); at.isBefore(block.until()); at = at.plus(block.step())) {
            if (!at.isBefore(known)) {
                values.putIfAbsent(at, 0.0);
            }
        }
        return new AwsMetrics.Points(points.wanted(), List.copyOf(values.keySet()), new ArrayList<>(values.values()));
    }
}
