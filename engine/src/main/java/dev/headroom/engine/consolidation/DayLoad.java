package dev.headroom.engine.consolidation;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.OptionalDouble;

/// What servers need together on each day, in processors, GiB, MB/s and Mbit/s: the sum of their daily p95, which is at
/// least the p95 of their sum in all usual cases, so that peaks that do not coincide count as what they are.
final class DayLoad {
    private static final int KINDS = ResourceKind.values().length;

    private final double[][] byKind;

    private DayLoad(double[][] byKind) {
        this.byKind = byKind;
    }

    static DayLoad none(int days) {
        return new DayLoad(new double[KINDS][days]);
    }

    /// A missing day counts as the highest one that was observed, so that it cannot make room.
    static DayLoad of(Underused server) {
        int days = server.daily().values().stream()
                .mapToInt(TimeSeries::length)
                .max()
                .orElse(0);
        double[][] loads = new double[KINDS][days];
        server.daily().forEach((kind, series) -> {
            double factor = unit(kind, server.shape());
            double highest = Arrays.stream(series.values())
                    .filter(value -> !Double.isNaN(value))
                    .max()
                    .orElse(0);
            for (int day = 0; day < days; day++) {
                // Series end on the same day.
                int index = series.length() - days + day;
                double value = index < 0 ? Double.NaN : series.value(index);
                loads[kind.ordinal()][day] = factor * (Double.isNaN(value) ? highest : value);
            }
        });
        if (!server.daily().containsKey(ResourceKind.MEMORY)) {
            // Memory that is not measured is taken to be in use.
            Arrays.fill(loads[ResourceKind.MEMORY.ordinal()], server.shape().memoryGib());
        }
        return new DayLoad(loads);
    }

    int days() {
        return byKind[0].length;
    }

    void add(DayLoad other) {
        for (int kind = 0; kind < KINDS; kind++) {
            for (int day = 0; day < byKind[kind].length; day++) {
                byKind[kind][day] += other.byKind[kind][day];
            }
        }
    }

    double peak(ResourceKind kind) {
        return Arrays.stream(byKind[kind.ordinal()]).max().orElse(0);
    }

    /// True when this and another load stay under the ceilings of a machine with the headroom of the policy.
    boolean fitsWith(DayLoad other, InstanceShape shape, SizingPolicy policy) {
        for (ResourceKind kind : ResourceKind.values()) {
            OptionalDouble capacity = capacity(kind, shape);
            if (capacity.isPresent()) {
                double room = usable(kind, capacity.getAsDouble(), policy);
                double[] mine = byKind[kind.ordinal()];
                double[] theirs = other.byKind[kind.ordinal()];
                for (int day = 0; day < mine.length; day++) {
                    if (mine[day] + theirs[day] > room) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// The part of a machine that may be filled today, so that the headroom is left.
    static double usable(ResourceKind kind, double capacity, SizingPolicy policy) {
        return capacity * policy.ceilings().percent(kind) / 100 / (1 + policy.headroomPercent() / 100);
    }

    static OptionalDouble capacity(ResourceKind kind, InstanceShape shape) {
        return switch (kind) {
            case CPU -> OptionalDouble.of(shape.vcpu());
            case MEMORY -> OptionalDouble.of(shape.memoryGib());
            case DISK_IO -> shape.diskMbps();
            case NETWORK -> shape.networkMbps();
        };
    }

    private static double unit(ResourceKind kind, InstanceShape shape) {
        return switch (kind) {
            case CPU -> shape.vcpu() / 100;
            case MEMORY -> shape.memoryGib() / 100;
            case DISK_IO, NETWORK -> 1;
        };
    }
}
