package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.storage.source.price.ShippedPrices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Looks for everything that is planted in a fleet, in its metrics.
final class MetricSimulatorTest {
    private static final FleetSpec SPEC = FleetSpec.of(48, 4, 42, LocalDate.of(2026, 11, 20));
    private static final Map<ServerPlan, ServerMetrics> FLEET = new ConcurrentHashMap<>();

    @BeforeAll
    static void simulate() {
        MetricSimulator simulator = new MetricSimulator(SPEC);
        FleetPlanner.plan(SPEC, ShippedPrices.load()).parallelStream()
                .forEach(plan -> FLEET.put(plan, simulator.simulate(plan)));
    }

    @Test
    void idleServersDoNothing() {
        List<ServerPlan> idle = plans(plan -> plan.role() == Role.IDLE);
        assertThat(idle).hasSize(3);
        for (ServerPlan plan : idle) {
            assertThat(medianMean(plan, ResourceKind.CPU)).as(plan.id()).isBetween(0.5, 3.0);
            assertThat(p95s(plan, ResourceKind.NETWORK, day -> true))
                    .as(plan.id())
                    .satisfies(values -> assertThat(Arrays.stream(values).max().orElseThrow())
                            .isLessThan(0.1));
        }
    }

    @Test
    void quarterEndLiftsDatabasesBatchAndAnalyticsOnly() {
        for (Archetype archetype : List.of(Archetype.DATABASE, Archetype.BATCH, Archetype.ANALYTICS)) {
            assertThat(quarterLift(archetype)).as(archetype.code()).isBetween(1.1, 1.6);
        }
        assertThat(quarterLift(Archetype.WEB)).isBetween(0.94, 1.1);
        assertThat(quarterLift(Archetype.DEVTEST)).isBetween(0.85, 1.1);
    }

    /// The mean p95 of the last four days of the quarters, over that of the two weeks before the closing began.
    private static double quarterLift(Archetype archetype) {
        double closing = 0;
        double calm = 0;
        for (ServerPlan plan : plans(p -> p.archetype() == archetype && busy(p))) {
            closing += mean(p95s(plan, ResourceKind.CPU, day -> weekday(day) && daysToQuarterEnd(day) < 4));
            calm += mean(p95s(plan, ResourceKind.CPU, day -> weekday(day) && calmBefore(day)));
        }
        return closing / calm;
    }

    private static boolean busy(ServerPlan plan) {
        return plan.role() != Role.IDLE && plan.role() != Role.SATURATED && !plan.resized();
    }

    private static boolean calmBefore(int day) {
        long left = daysToQuarterEnd(day);
        return left >= 11 && left < 25;
    }

    private static boolean weekday(int day) {
        return SPEC.firstDay().plusDays(day).getDayOfWeek().getValue() < 6;
    }

    private static long daysToQuarterEnd(int day) {
        LocalDate date = SPEC.firstDay().plusDays(day);
        LocalDate next = date.withDayOfMonth(1).plusMonths(3 - (date.getMonthValue() - 1) % 3);
        return ChronoUnit.DAYS.between(date, next) - 1;
    }

    @Test
    void metricsOfAServerMoveTogetherBeyondTheirDailyShape() {
        for (ServerPlan plan : plans(p -> p.archetype() == Archetype.WEB && p.role() == Role.STEADY && !p.resized())) {
            double[] cpu = weeklyChanges(plan, ResourceKind.CPU);
            assertThat(correlation(cpu, weeklyChanges(plan, ResourceKind.NETWORK)))
                    .as(plan.id())
                    .isBetween(0.4, 0.98);
            assertThat(correlation(cpu, weeklyChanges(plan, ResourceKind.DISK_IO)))
                    .as(plan.id())
                    .isBetween(0.2, 0.95);
        }
    }

    /// Hour by hour the difference to the same hour of the week before, which no seasonal shape can explain.
    private static double[] weeklyChanges(ServerPlan plan, ResourceKind kind) {
        ServerMetrics metrics = metrics(plan);
        return IntStream.range(24 * 1000, 24 * SPEC.days())
                .mapToDouble(i -> metrics.hour(kind, i) - metrics.hour(kind, i - 168))
                .toArray();
    }

    @Test
    void aboutAPercentOfTheHoursIsMissing() {
        for (ServerPlan plan : plans(p -> !p.launched().isAfter(start()))) {
            ServerMetrics metrics = metrics(plan);
            long missing = IntStream.range(0, 24 * SPEC.days())
                    .filter(i -> Double.isNaN(metrics.hour(ResourceKind.CPU, i)))
                    .count();
            assertThat((double) missing / (24 * SPEC.days())).as(plan.id()).isBetween(0.001, 0.03);
        }
    }

    @Test
    void nothingIsMeasuredBeforeTheLaunch() {
        List<ServerPlan> young = plans(p -> p.launched().isAfter(start()));
        assertThat(young).isNotEmpty();
        for (ServerPlan plan : young) {
            int launch = (int) ChronoUnit.HOURS.between(start(), plan.launched());
            ServerMetrics metrics = metrics(plan);
            assertThat(IntStream.range(0, launch).allMatch(i -> Double.isNaN(metrics.hour(ResourceKind.MEMORY, i))))
                    .isTrue();
            assertThat(IntStream.range(launch, launch + 24)
                            .anyMatch(i -> !Double.isNaN(metrics.hour(ResourceKind.MEMORY, i))))
                    .isTrue();
        }
    }

    @Test
    void aResizeChangesTheUtilizationByTheCapacityRatio() {
        List<ServerPlan> resized = plans(ServerPlan::resized);
        assertThat(resized).hasSizeBetween(3, 9);
        for (ServerPlan plan : resized) {
            int day = (int) ChronoUnit.DAYS.between(start(), plan.current().from());
            double before = mean(p95s(plan, ResourceKind.MEMORY, d -> d >= day - 14 && d < day));
            double after = mean(p95s(plan, ResourceKind.MEMORY, d -> d > day && d <= day + 14));
            double ratio = plan.current().capacity(ResourceKind.MEMORY)
                    / plan.spans().getFirst().capacity(ResourceKind.MEMORY);
            assertThat(before / after).as(plan.id()).isCloseTo(ratio, Percentage.withPercentage(20));
        }
    }

    @Test
    void theLevelAtTheEndIsThePlannedOne() {
        for (ServerPlan plan : plans(p -> p.role() != Role.SATURATED && p.role() != Role.IDLE)) {
            double reached =
                    DailyMedian.of(p95s(plan, ResourceKind.CPU, d -> d >= SPEC.days() - 60 && calendarIsCalm(d)));
            assertThat(reached).as(plan.id()).isCloseTo(plan.target(ResourceKind.CPU), Percentage.withPercentage(3));
        }
    }

    private static boolean calendarIsCalm(int day) {
        return FleetCalendar.quarterEndWeight(SPEC.firstDay().plusDays(day)) == 0;
    }

    /// A median that does not interpolate.
    private static final class DailyMedian {
        static double of(double[] values) {
            double[] sorted = Arrays.stream(values).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    @Test
    void noValueLeavesItsBounds() {
        FLEET.forEach((plan, metrics) -> {
            for (ResourceKind kind : ResourceKind.values()) {
                double most = switch (kind) {
                    case CPU, MEMORY -> 100;
                    case DISK_IO, NETWORK ->
                        plan.spans().stream()
                                .mapToDouble(span -> span.capacity(kind))
                                .max()
                                .orElseThrow();
                };
                assertThat(IntStream.range(0, 24 * SPEC.days())
                                .mapToDouble(i -> metrics.hour(kind, i))
                                .filter(value -> !Double.isNaN(value))
                                .allMatch(value -> value >= 0 && value <= most))
                        .as(plan.id() + " " + kind)
                        .isTrue();
            }
        });
    }

    @Test
    void soonFullServersReallyBreachAndIdleOnesNever() {
        long breaching = plans(p -> p.role() == Role.SOON_FULL).stream()
                .filter(plan ->
                        ServerTruth.of(plan, metrics(plan)).daysToBreach().containsKey(plan.driver()))
                .count();
        assertThat(breaching).isGreaterThanOrEqualTo(3);
        assertThat(plans(p -> p.role() == Role.IDLE || p.role() == Role.OVERSIZED))
                .allMatch(plan ->
                        ServerTruth.of(plan, metrics(plan)).daysToBreach().isEmpty());
    }

    private static Instant start() {
        return SPEC.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<ServerPlan> plans(Predicate<ServerPlan> which) {
        return FLEET.keySet().stream().filter(which).toList();
    }

    private static ServerMetrics metrics(ServerPlan plan) {
        return Objects.requireNonNull(FLEET.get(plan));
    }

    private static double[] p95s(ServerPlan plan, ResourceKind kind, IntPredicate which) {
        return IntStream.range(0, SPEC.days())
                .filter(which)
                .mapToDouble(day -> metrics(plan).p95(kind, day))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double medianMean(ServerPlan plan, ResourceKind kind) {
        return DailyMedian.of(IntStream.range(0, SPEC.days())
                .mapToDouble(day -> metrics(plan).mean(kind, day))
                .filter(value -> !Double.isNaN(value))
                .toArray());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// Pearson's correlation of the pairs without a missing value.
    private static double correlation(double[] x, double[] y) {
        double[] sums = new double[5];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                sums[0] += x[i];
                sums[1] += y[i];
                sums[2] += x[i] * x[i];
                sums[3] += y[i] * y[i];
                sums[4] += x[i] * y[i];
                n++;
            }
        }
        double covariance = sums[4] / n - sums[0] / n * sums[1] / n;
        double varianceX = sums[2] / n - sums[0] / n * sums[0] / n;
        double varianceY = sums[3] / n - sums[1] / n * sums[1] / n;
        return covariance / Math.sqrt(varianceX * varianceY);
    }
}
