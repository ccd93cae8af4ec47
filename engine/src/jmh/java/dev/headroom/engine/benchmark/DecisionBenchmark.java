package dev.headroom.engine.benchmark;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.ForecastPeaks;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Rightsizer;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.UsageProfile;
import dev.headroom.engine.schedule.OffHours;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.schedule.SchedulePolicy;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Time to assess a fleet once its models are fitted, on all processors: risk of four resources of each server over
/// 1,000 paths of 90 days, rightsizing over three years of days and 300 paths against 60 types, and off-hours over nine
/// weeks of hours. Servers repeat the series of the first [#DIFFERENT], nothing of the results is shared.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1800m")
public class DecisionBenchmark {
    private static final int DIFFERENT = 40;
    private static final int DAYS = 1096;
    private static final int HOURS = 9 * 168;
    private static final Horizon HORIZON = new Horizon(90);
    private static final long SEED = 42;

    @Param("10000")
    public int servers = 10_000;

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<Known> known = new ArrayList<>();
    private ShapeCatalog catalog = new ShapeCatalog(List.of());

    private record Known(
            Server server,
            Map<ResourceKind, TimeSeries> usage,
            Map<ResourceKind, FittedModel> models,
            TimeSeries hours) {}

    @Setup
    public void fit() {
        catalog = new ShapeCatalog(shapes());
        ModelSpec spec = new ModelSpec.Auto(SeriesKind.DAILY.seasons());
        for (int number = 0; number < DIFFERENT; number++) {
            Map<ResourceKind, TimeSeries> usage = new EnumMap<>(ResourceKind.class);
            Map<ResourceKind, FittedModel> models = new EnumMap<>(ResourceKind.class);
            for (ResourceKind kind : ResourceKind.values()) {
                TimeSeries series = percent(
                        SeriesKind.DAILY.series(4 * number + kind.ordinal(), DAYS), kind, 15.0 * (1 + number % 5));
                usage.put(kind, series);
                if (!(new ModelCatalog().fit(series, spec, SEED) instanceof FitOutcome.Fitted fitted)) {
                    throw new IllegalStateException(series.key() + " was not fitted.");
                }
                models.put(kind, fitted.model());
            }
            Server server = new Server(
                    "s" + number,
                    "s" + number,
                    "AWS",
                    "1",
                    "here",
                    "test",
                    "web",
                    List.of(new InstanceSpan(Instant.EPOCH, "f" + number % 10 + ".4")),
                    Map.of());
            known.add(new Known(server, usage, models, hours(number)));
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        workers.shutdownNow();
    }

    /// The number of servers that should change: to another type, or to fewer hours.
    @Benchmark
    public int assess() throws InterruptedException, ExecutionException {
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            Known one = known.get(i % DIFFERENT);
            running.add(workers.submit(() -> assess(one)));
        }
        int advised = 0;
        for (Future<Integer> one : running) {
            advised += one.get();
        }
        if (advised == 0) {
            throw new IllegalStateException("no server has advice.");
        }
        return advised;
    }

    private int assess(Known one) {
        double risk = 0;
        Map<ResourceKind, ForecastPeaks> peaks = new EnumMap<>(ResourceKind.class);
        for (Map.Entry<ResourceKind, FittedModel> entry : one.models().entrySet()) {
            FittedModel model = entry.getValue();
            risk += BreachAssessor.assess(
                            model.simulate(HORIZON, 1_000, SEED), CapacityLimit.ofPercentage(80), List.of(30, 60, 90))
                    .getLast()
                    .probability();
            peaks.put(entry.getKey(), ForecastPeaks.of(model.simulate(HORIZON, 300, SEED)));
        }
        SizingPolicy policy = SizingPolicy.standard();
        Recommendation sized = Rightsizer.recommend(
                one.server(),
                UsageProfile.of(one.server(), one.usage(), policy.lookbackDays())
                        .withForecast(peaks),
                catalog,
                policy,
                CommitmentCover.none());
        ScheduleAdvice off = OffHours.advise(
                one.server(),
                Optional.of(one.hours()),
                Optional.empty(),
                ZoneId.of("America/New_York"),
                Set.of(),
                Optional.of(Money.of("100", "USD")),
                CommitmentCover.none(),
                SchedulePolicy.usual());
        if (!(risk >= 0)) {
            throw new IllegalStateException(one.server().id() + " has no risk.");
        }
        return sized instanceof Recommendation.Resize || off instanceof ScheduleAdvice.Off ? 1 : 0;
    }

    private static TimeSeries percent(TimeSeries series, ResourceKind kind, double most) {
        double highest = Arrays.stream(series.values()).max().orElse(1);
        double[] values = Arrays.stream(series.values())
                .map(value -> Math.max(1, most * value / highest))
                .toArray();
        return new TimeSeries(
                new SeriesKey(series.key().resource(), kind.metric(), Statistic.P95), series.grid(), values);
    }

    /// Half of the servers are quiet outside office hours, the others work around the clock.
    private static TimeSeries hours(int number) {
        boolean always = number % 2 == 1;
        double[] values = new double[HOURS];
        Arrays.setAll(values, hour -> {
            boolean office = hour % 24 >= 8 && hour % 24 < 18 && hour / 24 % 7 < 5;
            return always || office ? 30 + number % 9 : 2;
        });
        TimeGrid grid = TimeGrid.utc(Instant.parse("2026-08-03T00:00:00Z"), Step.HOUR, HOURS);
        return new TimeSeries(new SeriesKey("s" + number, "cpu", Statistic.MEAN), grid, values);
    }

    private static List<InstanceShape> shapes() {
        List<InstanceShape> shapes = new ArrayList<>();
        for (int family = 0; family < 10; family++) {
            for (int size = 1; size <= 6; size++) {
                double vcpu = Math.pow(2, size);
                shapes.add(new InstanceShape(
                        "f" + family + "." + size,
                        "f" + family,
                        vcpu,
                        vcpu * (2 + family % 3 * 2),
                        "amd64",
                        OptionalDouble.of(1_000 * vcpu),
                        OptionalDouble.of(200 * vcpu),
                        false,
                        true,
                        "here",
                        Optional.of(Money.of(String.valueOf(0.04 * vcpu + 0.001 * family * vcpu), "USD"))));
            }
        }
        return shapes;
    }
}
