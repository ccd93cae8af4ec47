package dev.headroom.engine.rightsizing;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A small price list and servers to size with it.
final class Fixture {
    static final Instant START = Instant.parse("2025-11-20T00:00:00Z");
    static final String REGION = "us-east-1";
    static final ShapeCatalog CATALOG = new ShapeCatalog(List.of(
            shape("m5.large", 2, 8, "amd64", 750, true, "0.096"),
            shape("m5.xlarge", 4, 16, "amd64", 1250, true, "0.192"),
            shape("m5.2xlarge", 8, 32, "amd64", 2500, true, "0.384"),
            shape("m5.4xlarge", 16, 64, "amd64", 5000, true, "0.768"),
            shape("c6a.large", 2, 4, "amd64", 781, true, "0.0765"),
            shape("c6a.xlarge", 4, 8, "amd64", 1562, true, "0.153"),
            shape("c6a.2xlarge", 8, 16, "amd64", 3125, true, "0.306"),
            shape("c6a.4xlarge", 16, 32, "amd64", 6250, true, "0.612"),
            shape("r6a.large", 2, 16, "amd64", 781, true, "0.1134"),
            shape("r6a.xlarge", 4, 32, "amd64", 1562, true, "0.2268"),
            shape("r6a.2xlarge", 8, 64, "amd64", 3125, true, "0.4536"),
            shape("m4.2xlarge", 8, 32, "amd64", 1000, true, "0.10"),
            shape("m3.2xlarge", 8, 30, "amd64", 1000, false, "0.01"),
            shape("m6g.2xlarge", 8, 32, "arm64", 2500, true, "0.308"),
            shape("t3.medium", 2, 4, "amd64", 256, true, "0.0416"),
            shape("t3.large", 2, 8, "amd64", 512, true, "0.0832"),
            shape("t3.xlarge", 4, 16, "amd64", 1024, true, "0.1664")));

    private Fixture() {}

    static InstanceShape shape(
            String type,
            double vcpu,
            double memory,
            String architecture,
            double network,
            boolean current,
            String price) {
        return new InstanceShape(
                type,
                type.substring(0, type.indexOf('.')),
                vcpu,
                memory,
                architecture,
                OptionalDouble.of(network),
                OptionalDouble.of(600),
                type.startsWith("t"),
                current,
                REGION,
                price.isEmpty() ? Optional.empty() : Optional.of(Money.of(price, "USD")));
    }

    static InstanceShape find(String type) {
        return CATALOG.find(type, REGION).orElseThrow();
    }

    static Server server(String type) {
        return server(List.of(new InstanceSpan(Instant.parse("2020-01-01T00:00:00Z"), type)), "prod");
    }

    static Server server(List<InstanceSpan> spans, String environment) {
        return new Server("i-1", "web-1", "AWS", "1", REGION, environment, "web", new ArrayList<>(spans), Map.of());
    }

    static TimeSeries daily(ResourceKind kind, double... values) {
        return new TimeSeries(
                new SeriesKey("i-1", kind.metric(), Statistic.P95),
                TimeGrid.utc(START, Step.DAY, values.length),
                values);
    }

    /// A year of the same value.
    static TimeSeries flat(ResourceKind kind, double value) {
        double[] values = new double[365];
        Arrays.fill(values, value);
        return daily(kind, values);
    }

    static Map<ResourceKind, TimeSeries> flat(double cpu, double memory) {
        return Map.of(
                ResourceKind.CPU, flat(ResourceKind.CPU, cpu),
                ResourceKind.MEMORY, flat(ResourceKind.MEMORY, memory),
                ResourceKind.DISK_IO, flat(ResourceKind.DISK_IO, 20),
                ResourceKind.NETWORK, flat(ResourceKind.NETWORK, 100));
    }

    static Recommendation recommend(String type, Map<ResourceKind, TimeSeries> series) {
        return Rightsizer.recommend(server(type), series, CATALOG, SizingPolicy.standard());
    }
}
