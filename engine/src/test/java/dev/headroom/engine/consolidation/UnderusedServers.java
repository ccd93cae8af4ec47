package dev.headroom.engine.consolidation;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/// Invented servers: 28 days from a Monday on, on machines of 4 processors and 16 GiB.
final class UnderusedServers {
    static final int DAYS = 28;
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");

    private UnderusedServers() {}

    static InstanceShape shape(String type, double vcpu, double memory, String hour) {
        return new InstanceShape(
                type,
                "m5",
                vcpu,
                memory,
                "amd64",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                true,
                "us-east-1",
                Optional.of(Money.of(hour, "USD")));
    }

    static Underused server(String name, double mean, IntToDoubleFunction cpu, IntToDoubleFunction memory) {
        Server server = new Server(name, name, "AWS", "1", "us-east-1", "prod", "web", List.of(), Map.of());
        return new Underused(
                server,
                shape("m5.xlarge", 4, 16, "0.192"),
                Map.of(
                        ResourceKind.CPU, series(name, ResourceKind.CPU, cpu),
                        ResourceKind.MEMORY, series(name, ResourceKind.MEMORY, memory)),
                mean);
    }

    /// The same load every day.
    static Underused flat(String name, double cpu, double memory) {
        return server(name, cpu, day -> cpu, day -> memory);
    }

    private static TimeSeries series(String name, ResourceKind kind, IntToDoubleFunction load) {
        double[] values = new double[DAYS];
        Arrays.setAll(values, load);
        return new TimeSeries(
                new SeriesKey(name, kind.metric(), Statistic.P95), TimeGrid.utc(MONDAY, Step.DAY, DAYS), values);
    }
}
