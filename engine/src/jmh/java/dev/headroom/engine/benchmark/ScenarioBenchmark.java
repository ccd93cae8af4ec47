package dev.headroom.engine.benchmark;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.scenario.Baseline;
import dev.headroom.engine.scenario.BaselineCost;
import dev.headroom.engine.scenario.BaselineFigures;
import dev.headroom.engine.scenario.Change;
import dev.headroom.engine.scenario.CostPart;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.LoadReach;
import dev.headroom.engine.scenario.Machine;
import dev.headroom.engine.scenario.Outcome;
import dev.headroom.engine.scenario.PathBand;
import dev.headroom.engine.scenario.PathBlock;
import dev.headroom.engine.scenario.Provenance;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.engine.scenario.ScenarioRun;
import dev.headroom.engine.scenario.ScopeMembers;
import dev.headroom.engine.scenario.WeekHours;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Time of one change of a scenario of five events, six months ahead, with everything that the panel shows:
/// risks and peaks of all resources, cost by month, and the bands of one resource and of the cost.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1800m")
public class ScenarioBenchmark {
    private static final int DAYS = 182;
    private static final int COST_PATHS = 1_000;
    private static final TimeGrid GRID = TimeGrid.utc(Instant.parse("2027-01-01T00:00:00Z"), Step.DAY, DAYS);
    private static final LocalDate START = LocalDate.of(2027, 1, 1);

    /// Servers with four metrics each, and paths a metric.
    @Param({"1x1000", "48x400", "120x200"})
    public String fleet = "1x1000";

    private ScenarioRun runs = run(1, 1);
    private Scenario scenario = Scenario.named("benchmark");

    @Setup
    public void generate() {
        String[] parts = fleet.split("x", 2);
        runs = run(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        scenario = Scenario.named("benchmark")
                .with(List.of(
                        event(20, new Change.Growth(20, Change.Pace.YEARLY, LoadReach.USUAL)),
                        event(30, new Change.Launch(new Change.Step.Points(5), Optional.empty(), LoadReach.USUAL)),
                        Event.of("", EventScope.resource("s0"), START.plusDays(40), new Change.Resize("m.xlarge")),
                        event(50, new Change.Schedule(WeekHours.parse(List.of("Sat-Sun 0-24")), ZoneOffset.UTC)),
                        event(60, new Change.Commitment(Money.of("1.50", "USD"), 28, 12))));
    }

    private static Event event(int day, Change change) {
        return Event.of("", EventScope.ALL, START.plusDays(day), change);
    }

    private static ScenarioRun run(int servers, int paths) {
        List<Baseline.Load> loads = new ArrayList<>();
        List<Machine> machines = new ArrayList<>();
        List<CostPart> parts = new ArrayList<>();
        ShapeCatalog shapes = new ShapeCatalog(List.of(shape("m.large", 2), shape("m.xlarge", 4)));
        for (int i = 0; i < servers; i++) {
            String server = "s" + i;
            machines.add(new Machine(server, "here", shapes.find("m.large", "here")));
            parts.add(new CostPart("aws", "", "", server, Map.of(), 0.7 / servers, 0.2 / servers, 0.1 / servers, 0, 0));
            for (ResourceKind kind : ResourceKind.values()) {
                loads.add(new Baseline.Load(server, kind, paths(4 * i + kind.ordinal(), paths, 65)));
            }
        }
        Baseline baseline = new Baseline(
                GRID,
                loads,
                machines,
                Optional.of(new BaselineCost(CurrencyCode.USD, paths(-1, COST_PATHS, 40.0 * servers), parts)),
                new Provenance(START.minusDays(1), "generated", 42, ""));
        return new ScenarioRun(BaselineFigures.of(baseline, 80), members(), shapes);
    }

    private static ScopeMembers members() {
        return new ScopeMembers() {
            @Override
            public boolean server(EventScope scope, String resource) {
                return scope.resource().isEmpty() || scope.resource().equals(resource);
            }

            @Override
            public boolean cost(EventScope scope, CostPart part) {
                return scope.resource().isEmpty() || scope.resource().equals(part.resource());
            }
        };
    }

    private static InstanceShape shape(String type, double vcpu) {
        return new InstanceShape(
                type,
                "m",
                vcpu,
                4 * vcpu,
                "amd64",
                OptionalDouble.of(1_000 * vcpu),
                OptionalDouble.of(100 * vcpu),
                false,
                true,
                "here",
                Optional.of(Money.of("0.05", "USD")));
    }

    private static PathBlock paths(int seed, int count, double level) {
        double[][] paths = new double[count][DAYS];
        for (int path = 0; path < count; path++) {
            SeededStream stream = new SeededStream(seed, path);
            double stays = 5 * stream.nextGaussian();
            for (int day = 0; day < DAYS; day++) {
                paths[path][day] = level + 0.05 * day + stays + 2 * stream.nextGaussian();
            }
        }
        return PathBlock.of(new SamplePaths(GRID, paths), 0, GRID, 1);
    }

    /// The width of both bands at the end.
    @Benchmark
    public double change() {
        Outcome outcome = runs.run(scenario);
        var load = PathBand.of(outcome.loads().getFirst().futures());
        var cost = PathBand.of(outcome.cost().orElseThrow().scenario());
        if (!(outcome.loads().getFirst().scenario().longest().probability() > 0)) {
            throw new IllegalStateException("the scenario must be able to breach.");
        }
        return load.quantile(0.9)[DAYS - 1] - load.quantile(0.1)[DAYS - 1] + cost.quantile(0.9)[DAYS - 1];
    }
}
