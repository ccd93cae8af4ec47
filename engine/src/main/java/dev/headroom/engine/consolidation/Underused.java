package dev.headroom.engine.consolidation;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Objects;

/// A server that uses little of its processors, with what it used lately.
///
/// @param daily the daily p95 of each measured resource over the same last days, in the unit of the resource (percent
/// for
///     processor and memory); NaN = missing. The processor is among them
/// @param meanCpuPercent the mean of its daily means over these days
public record Underused(
        Server server, InstanceShape shape, Map<ResourceKind, TimeSeries> daily, double meanCpuPercent) {
    private static final double LEAST = 0.1;

    public Underused {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(shape, "shape");
        daily = Map.copyOf(daily);
        if (!daily.containsKey(ResourceKind.CPU)) {
            throw new IllegalArgumentException("daily of " + server.id() + " must hold the processor.");
        }
    }

    /// The mean of the daily p95 of the memory, in percent; NaN when it is not measured.
    double memoryPercent() {
        TimeSeries memory = daily.get(ResourceKind.MEMORY);
        return memory == null ? Double.NaN : mean(memory, true, true);
    }

    /// How far busy hours stand out: the mean daily p95 of the processor over its mean, 1 or more for most.
    double burst() {
        return mean(cpu(), true, true) / Math.max(LEAST, meanCpuPercent);
    }

    /// The p95 of the processor at weekends over that of weekdays; 1 when one of the two was not observed.
    double weekendShare() {
        double share = mean(cpu(), false, true) / Math.max(LEAST, mean(cpu(), true, false));
        return Double.isNaN(share) ? 1 : share;
    }

    private TimeSeries cpu() {
        return Objects.requireNonNull(daily.get(ResourceKind.CPU));
    }

    private static double mean(TimeSeries series, boolean weekdays, boolean weekends) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < series.length(); i++) {
            DayOfWeek day = series.grid().at(i).atZone(series.grid().zone()).getDayOfWeek();
            boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            if (!Double.isNaN(series.value(i)) && (weekend ? weekends : weekdays)) {
                sum += series.value(i);
                count++;
            }
        }
        return sum / count;
    }
}
