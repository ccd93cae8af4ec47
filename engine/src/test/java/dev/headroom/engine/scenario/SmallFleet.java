package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A baseline of three servers, `a`, `b` and `c`, of which `a` and `b` belong to the account `prod`, and a
/// cost of about 100 a day: 20 for each machine, 10 for the traffic of `a`, 10 for the disk of `a`, 20 for
/// purchases.
final class SmallFleet {
    static final LocalDate START = LocalDate.of(2027, 1, 1);
    static final int DAYS = 100;
    static final int PATHS = 40;
    private static final TimeGrid GRID = TimeGrid.utc(Instant.parse("2027-01-01T00:00:00Z"), Step.DAY, DAYS);

    private SmallFleet() {}

    static final ScopeMembers MEMBERS = new ScopeMembers() {
        @Override
        public boolean server(EventScope scope, String resource) {
            return (scope.resource().isEmpty() || scope.resource().equals(resource))
                    && (scope.account().isEmpty() || scope.account().equals(resource.equals("c") ? "test" : "prod"));
        }

        @Override
        public boolean cost(EventScope scope, CostPart part) {
            return (scope.resource().isEmpty() || scope.resource().equals(part.resource()))
                    && (scope.account().isEmpty() || scope.account().equals(part.account()));
        }
    };

    static Baseline baseline() {
        return baseline(0);
    }

    /// @param covered the share of each machine that present commitments pay
    static Baseline baseline(double covered) {
        List<Baseline.Load> loads = new ArrayList<>();
        for (String server : List.of("a", "b", "c")) {
            loads.add(new Baseline.Load(server, ResourceKind.CPU, paths(server.charAt(0), 60, 6)));
            loads.add(new Baseline.Load(server, ResourceKind.MEMORY, paths(server.charAt(0) + 7, 30, 2)));
        }
        List<CostPart> parts = List.of(
                part("prod", "a", 0.2, 0, 0, 0, 0.2 * covered),
                part("prod", "b", 0.2, 0, 0, 0, 0.2 * covered),
                part("test", "c", 0.2, 0, 0, 0, 0.2 * covered),
                part("prod", "a", 0, 0.1, 0, 0, 0),
                part("prod", "a", 0, 0, 0.1, 0, 0),
                part("prod", "", 0, 0, 0, 0.2, 0));
        return new Baseline(
                GRID,
                loads,
                List.of(machine("a"), machine("b"), machine("c")),
                Optional.of(new BaselineCost(CurrencyCode.USD, paths(99, 100, 4), parts)),
                new Provenance(START.minusDays(1), "auto", 42, "hash"));
    }

    private static Machine machine(String server) {
        return new Machine(server, "here", shapes().find("m.large", "here"));
    }

    private static CostPart part(
            String account,
            String resource,
            double compute,
            double metered,
            double kept,
            double fixed,
            double covered) {
        return new CostPart("AWS", account, "x", resource, Map.of(), compute, metered, kept, fixed, covered);
    }

    static PathBlock paths(int seed, double level, double deviation) {
        double[][] paths = new double[PATHS][DAYS];
        for (int path = 0; path < PATHS; path++) {
            SeededStream stream = new SeededStream(seed, path);
            double stays = deviation * stream.nextGaussian();
            for (int day = 0; day < DAYS; day++) {
                paths[path][day] = level + 0.05 * day + stays + 0.5 * deviation * stream.nextGaussian();
            }
        }
        return PathBlock.of(new SamplePaths(GRID, paths), 0, GRID, 1);
    }

    static ShapeCatalog shapes() {
        return new ShapeCatalog(List.of(shape("m.large", 2, 8, "0.10"), shape("m.xlarge", 4, 16, "0.20")));
    }

    private static InstanceShape shape(String type, double vcpu, double gib, String price) {
        return new InstanceShape(
                type,
                "m",
                vcpu,
                gib,
                "amd64",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                true,
                "here",
                Optional.of(Money.of(price, "USD")));
    }

    static Outcome run(Event... events) {
        return run(baseline(), events);
    }

    static Outcome run(Baseline baseline, Event... events) {
        Scenario scenario = Scenario.named("test").with(List.of(events));
        return new ScenarioRun(BaselineFigures.of(baseline, 80), MEMBERS, shapes()).run(scenario);
    }

    static LoadOutcome load(Outcome outcome, String server, ResourceKind kind) {
        return outcome.loads().stream()
                .filter(load ->
                        load.load().resource().equals(server) && load.load().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    static LocalDate day(int number) {
        return START.plusDays(number);
    }
}
