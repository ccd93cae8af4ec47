package dev.headroom.engine.rightsizing;

import static dev.headroom.engine.rightsizing.Fixture.CATALOG;
import static dev.headroom.engine.rightsizing.Fixture.daily;
import static dev.headroom.engine.rightsizing.Fixture.flat;
import static dev.headroom.engine.rightsizing.Fixture.recommend;
import static dev.headroom.engine.rightsizing.Fixture.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.Recommendation.Cause;
import dev.headroom.engine.rightsizing.Recommendation.Keep;
import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.rightsizing.Recommendation.Stop;
import dev.headroom.engine.rightsizing.Recommendation.Undecided;
import dev.headroom.engine.rightsizing.Rejection.Bottleneck;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RightsizerTest {
    @Test
    void halfTheMachineIsEnoughWhenHalfOfItFits() {
        // 20 % CPU and 25 % memory of 16 processors and 64 GiB: 40 % and 50 % of half of them.
        Recommendation recommendation = recommend("m5.4xlarge", flat(20, 25));
        assertThat(recommendation).isInstanceOf(Resize.class);
        assertThat(recommendation.action()).isEqualTo("resize");
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        assertThat(recommendation.monthlyCost().orElseThrow()).isEqualByComparingTo(Money.of("560.64", "USD"));
        assertThat(recommendation.newMonthlyCost().orElseThrow()).isEqualByComparingTo(Money.of("280.32", "USD"));
        assertThat(recommendation.monthlySavingGross().orElseThrow()).isEqualByComparingTo(Money.of("280.32", "USD"));
        assertThat(recommendation.monthlySavingNet()).as("cover unknown").isEmpty();
        assertThat(recommendation.risk().orElseThrow().level()).isEqualTo(SizingRisk.Level.LOW);
        assertThat(recommendation.reason())
                .contains("CPU P99.5 is 20 %", "memory P99.5 is 25 %", "of m5.4xlarge")
                .contains("365 daily p95 readings, 2025-11-20 to 2026-11-19")
                .contains("m5.2xlarge would run at CPU 40 % of at most 70 %")
                .contains("memory 50 % of at most 90 %")
                .contains("headroom above 75 %, or load +46 % (CPU)");
    }

    @Test
    void usageAndReplayScaleWithTheCapacity() {
        Assessment evidence = recommend("m5.4xlarge", flat(20, 25)).assessment().orElseThrow();
        UsageChange cpu = evidence.usage().getFirst();
        assertThat(cpu.kind()).isEqualTo(ResourceKind.CPU);
        assertThat(cpu.p95BeforePercent()).isCloseTo(20, within(1e-9));
        assertThat(cpu.p95AfterPercent()).isCloseTo(40, within(1e-9));
        Replay network = evidence.replays().stream()
                .filter(replay -> replay.kind() == ResourceKind.NETWORK)
                .findFirst()
                .orElseThrow();
        // 100 Mbit/s of 5,000 and of 2,500.
        assertThat(network.before().value(7)).isCloseTo(2, within(1e-9));
        assertThat(network.after().value(7)).isCloseTo(4, within(1e-9));
    }

    @Test
    void withoutMemoryReadingsTheMemoryStays() {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(10, 25));
        series.remove(ResourceKind.MEMORY);
        Recommendation recommendation = recommend("m5.4xlarge", series);
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("r6a.2xlarge");
        assertThat(recommendation.to().orElseThrow().memoryGib()).isEqualTo(64);
        assertThat(recommendation.reason()).contains("Memory is not measured, so it stays at 64 GiB");
        Rejection half = of(recommendation.rejections(), "m5.2xlarge");
        assertThat(half.bottleneck()).isEqualTo(Bottleneck.MEMORY);
        assertThat(half.words()).contains("has 32 GiB; memory is not measured");
        assertThat(recommendation.confidence())
                .isLessThan(recommend("m5.4xlarge", flat(10, 25)).confidence());
    }

    @Test
    void aServerThatIsTooSmallGetsMoreAndSavesLess() {
        Recommendation recommendation = recommend("m5.large", flat(85, 80));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.xlarge");
        assertThat(recommendation.monthlySavingGross().orElseThrow()).isEqualByComparingTo(Money.of("-70.08", "USD"));
        assertThat(((Resize) recommendation).relievesShortage()).isTrue();
        assertThat(recommendation.reason())
                .contains("CPU P99.5 of the last year is 85 %, above 80 %.")
                .contains("m5.xlarge would run at CPU 43 %");
    }

    @Test
    void roomForTodayButNotForGrowthKeepsTheType() {
        Recommendation recommendation = recommend("m5.xlarge", flat(65, 40));
        assertThat(recommendation).isInstanceOf(Keep.class);
        assertThat(recommendation.reason()).contains("large enough today, but not for 20 % growth");
        assertThat(recommendation.monthlySavingGross()).isEmpty();
        assertThat(recommendation.newMonthlyCost()).isEqualTo(recommendation.monthlyCost());
        FlipPoint flip = recommendation.assessment().orElseThrow().flip().orElseThrow();
        assertThat(flip.bottleneck()).isEqualTo(ResourceKind.CPU);
        assertThat(flip.largestHeadroomPercent()).isCloseTo(100 * (70 / 65.0 - 1), within(1e-9));
        assertThat(flip.largestGrowthPercent()).isNegative();
    }

    @Test
    void aPeakAboveTheCeilingIsNoShortageYet() {
        Recommendation recommendation = recommend("m5.xlarge", flat(75, 40));
        assertThat(recommendation).isInstanceOf(Keep.class);
        assertThat(recommendation.reason()).contains("passes its ceiling at times (CPU)", "its forecast decides");
        assertThat(recommendation.risk().orElseThrow().level()).isEqualTo(SizingRisk.Level.HIGH);
    }

    @Test
    void aShortageThatIsLongPastAsksForNothing() {
        double[] cpu = new double[800];
        Arrays.fill(cpu, 0, 400, 95);
        Arrays.fill(cpu, 400, 800, 30);
        TimeSeries declining = daily(ResourceKind.CPU, cpu);
        Recommendation recommendation = recommend("m5.xlarge", Map.of(ResourceKind.CPU, declining));
        assertThat(recommendation).isInstanceOf(Keep.class);
        Recommendation then = recommend("m5.xlarge", Map.of(ResourceKind.CPU, declining.slice(0, 400)));
        assertThat(((Resize) then).shortages()).containsExactly(ResourceKind.CPU);
    }

    @Test
    void aServerThatNobodyUsesIsStopped() {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(2, 10));
        series.put(ResourceKind.NETWORK, flat(ResourceKind.NETWORK, 0.02));
        Recommendation recommendation = recommend("m5.xlarge", series);
        assertThat(recommendation).isInstanceOf(Stop.class);
        assertThat(recommendation.monthlySavingGross()).isEqualTo(recommendation.monthlyCost());
        assertThat(recommendation.newMonthlyCost().orElseThrow().amount()).isZero();
        assertThat(recommendation.risk().orElseThrow().level()).as("production").isEqualTo(SizingRisk.Level.MEDIUM);
        assertThat(recommendation.reason()).contains("last 35 observed days is 2.0 %", "0.020 Mbit/s");
    }

    @Test
    void withoutNetworkReadingsNobodyIsCalledIdle() {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(2, 10));
        series.remove(ResourceKind.NETWORK);
        Recommendation recommendation = recommend("m5.xlarge", series);
        assertThat(recommendation).isInstanceOf(Resize.class);
        assertThat(recommendation.reason()).contains("Network was not compared, for lack of readings");
        assertThat(recommendation.risk().orElseThrow().grades().get(ResourceKind.NETWORK))
                .as("bandwidth shrinks unmeasured")
                .isEqualTo(2);
    }

    @Test
    void aBusyMonthEndAmongTheLastDaysIsNotIdle() {
        double[] cpu = new double[365];
        Arrays.fill(cpu, 2);
        cpu[340] = 35;
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(2, 10));
        series.put(ResourceKind.CPU, daily(ResourceKind.CPU, cpu));
        series.put(ResourceKind.NETWORK, flat(ResourceKind.NETWORK, 0.02));
        assertThat(recommend("m5.xlarge", series)).isNotInstanceOf(Stop.class);
    }

    @Test
    void whatIsNotKnownIsSaidAndNotGuessed() {
        Recommendation type = recommend("x9.large", flat(20, 20));
        assertThat(((Undecided) type).cause()).isEqualTo(Cause.UNKNOWN_TYPE);
        assertThat(type.reason()).contains("x9.large").contains("us-east-1");
        Server nameless = server(List.of(), "prod");
        assertThat(Rightsizer.recommend(nameless, flat(20, 20), CATALOG, SizingPolicy.standard())
                        .reason())
                .isEqualTo("The inventory names no instance type.");

        ShapeCatalog unpriced = new ShapeCatalog(List.of(Fixture.shape("m5.large", 2, 8, "amd64", 750, true, "")));
        Recommendation price =
                Rightsizer.recommend(server("m5.large"), flat(20, 20), unpriced, SizingPolicy.standard());
        assertThat(((Undecided) price).cause()).isEqualTo(Cause.UNKNOWN_PRICE);
        assertThat(price.monthlyCost()).isEmpty();
        assertThat(price.from()).isPresent();
        assertThat(price.confidence()).isZero();
    }

    @Test
    void missingAndShortHistoriesGiveNoRecommendation() {
        Recommendation none = recommend("m5.large", Map.of());
        assertThat(((Undecided) none).cause()).isEqualTo(Cause.NO_CPU_READINGS);
        Recommendation missing = recommend("m5.large", flat(Double.NaN, 30));
        assertThat(((Undecided) missing).cause()).isEqualTo(Cause.NO_CPU_READINGS);
        Recommendation day = recommend("m5.large", Map.of(ResourceKind.CPU, daily(ResourceKind.CPU, 12)));
        assertThat(((Undecided) day).cause()).isEqualTo(Cause.SHORT_HISTORY);
        assertThat(day.reason()).isEqualTo("Only 1.0 days of CPU readings; 14 are needed.");
    }

    @Test
    void historyBeforeTheLastResizeIsLeftOut() {
        double[] cpu = new double[365];
        Arrays.fill(cpu, 0, 200, 95);
        Arrays.fill(cpu, 200, 365, 20);
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(20, 25));
        series.put(ResourceKind.CPU, daily(ResourceKind.CPU, cpu));
        Instant resized = Fixture.START.plusSeconds(200L * 86_400);
        Server grown = server(
                List.of(new InstanceSpan(Fixture.START, "m5.xlarge"), new InstanceSpan(resized, "m5.4xlarge")), "prod");
        Recommendation recommendation = Rightsizer.recommend(grown, series, CATALOG, SizingPolicy.standard());
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        assertThat(recommendation.reason())
                .contains("165 daily p95 readings")
                .contains("History before the resize on 2026-06-08 is left out.");

        Instant late = Fixture.START.plusSeconds(360L * 86_400 + 3600);
        Server fresh = server(
                List.of(new InstanceSpan(Fixture.START, "m5.xlarge"), new InstanceSpan(late, "m5.4xlarge")), "prod");
        Recommendation tooEarly = Rightsizer.recommend(fresh, series, CATALOG, SizingPolicy.standard());
        assertThat(tooEarly.reason())
                .as("the day of the resize is mixed and does not count")
                .isEqualTo("Only 4.0 days of CPU readings since the resize on 2026-11-15; 14 are needed.");
    }

    @Test
    void theLookbackCutsHistory() {
        double[] cpu = new double[365];
        Arrays.fill(cpu, 20);
        cpu[10] = 60;
        cpu[11] = 60;
        cpu[12] = 60;
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(20, 25));
        series.put(ResourceKind.CPU, daily(ResourceKind.CPU, cpu));
        SizingPolicy all = SizingPolicy.standard();
        assertThat(Rightsizer.recommend(server("m5.4xlarge"), series, CATALOG, all))
                .isInstanceOf(Keep.class);
        assertThat(Rightsizer.recommend(server("m5.4xlarge"), series, CATALOG, all.withLookbackDays(93)))
                .isInstanceOf(Resize.class);
    }

    @Test
    void whatACommitmentMakesWorthlessIsTakenOffTheSaving() {
        Money present = Money.of("560.64", "USD");
        assertThat(net(CommitmentCover.none())).isEqualByComparingTo(Money.of("280.32", "USD"));
        // 80 % of 560.64 is 448.512 committed; 280.32 of it is still used, 168.192 is stranded.
        assertThat(net(CommitmentCover.covering(0.8, CommitmentCover.Reach.ANY_FAMILY)))
                .isEqualByComparingTo(Money.of("112.128", "USD"));
        assertThat(net(CommitmentCover.covering(1, CommitmentCover.Reach.SAME_FAMILY))
                        .amount())
                .isZero();
        CommitmentCover bound = CommitmentCover.covering(0.5, CommitmentCover.Reach.SAME_FAMILY);
        assertThat(bound.stranded(present, Money.of("280", "USD"), CommitmentCover.FamilyChange.OTHER_FAMILY)
                        .orElseThrow())
                .isEqualByComparingTo(Money.of("280.32", "USD"));
        assertThat(CommitmentCover.unknown().stranded(present, present, CommitmentCover.FamilyChange.SAME_FAMILY))
                .isEmpty();
    }

    @Test
    void aCommitmentCostsNothingExtraWhenTheServerGrows() {
        Recommendation recommendation = Rightsizer.recommend(
                server("m5.large"),
                flat(85, 60),
                CATALOG,
                SizingPolicy.standard(),
                CommitmentCover.covering(1, CommitmentCover.Reach.ANY_FAMILY));
        assertThat(recommendation.monthlySavingNet().orElseThrow())
                .isEqualByComparingTo(recommendation.monthlySavingGross().orElseThrow());
    }

    @Test
    void hourlyReadingsAreSizedByTheHourAndReplayedByTheDay() {
        double[] hours = new double[24 * 60];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i % 24 == 12 ? 30 : 10;
        }
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : List.of(ResourceKind.CPU, ResourceKind.MEMORY)) {
            series.put(
                    kind,
                    new TimeSeries(
                            new SeriesKey("i-1", kind.metric(), Statistic.P95),
                            TimeGrid.utc(Fixture.START, Step.HOUR, hours.length),
                            hours));
        }
        Recommendation recommendation = recommend("m5.4xlarge", series);
        // P99.5 of the hours is 30 %: half the processors would be at 60 %, too much with headroom.
        assertThat(recommendation.reason()).contains("CPU P99.5 is 30 %", "1,440 hourly p95 readings");
        assertThat(of(recommendation.rejections(), "m5.2xlarge").words()).contains("0 of 60 days");
        assertThat(of(recommendation.rejections(), "m5.xlarge").words()).contains("60 of 60 days");
        Replay replay = recommendation.assessment().orElseThrow().replays().getFirst();
        assertThat(replay.days()).isEqualTo(60);
        assertThat(replay.before().value(3)).as("the highest hour of the day").isEqualTo(30);
    }

    @Test
    void aServerThatDoesNothingMeasurableStillGetsAnAnswer() {
        Recommendation recommendation = recommend("m5.xlarge", flat(0, 0));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("c6a.large");
        assertThat(recommendation
                        .assessment()
                        .orElseThrow()
                        .flip()
                        .orElseThrow()
                        .bottleneck())
                .isEqualTo(ResourceKind.NETWORK);
    }

    @Test
    void aProcessorAtItsLimitHidesItsNeed() {
        Recommendation recommendation = recommend("m5.large", flat(100, 60));
        assertThat(recommendation.reason()).contains("CPU reached 100 %, so the real need may be higher.");
        assertThat(recommendation.confidence())
                .isCloseTo(0.8 * recommend("m5.large", flat(85, 60)).confidence(), within(1e-12));
    }

    @Test
    void confidenceGrowsWithTheHistory() {
        double year = recommend("m5.4xlarge", flat(20, 25)).confidence();
        assertThat(year).isCloseTo(365 / 395.0, within(1e-12));
        Map<ResourceKind, TimeSeries> month = new EnumMap<>(ResourceKind.class);
        flat(20, 25).forEach((kind, series) -> month.put(kind, series.slice(335, 365)));
        assertThat(recommend("m5.4xlarge", month).confidence()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void moreHeadroomAHigherPercentileAndMoreLoadNeverGiveASmallerMachine() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] cpu = new double[200];
            double[] memory = new double[200];
            for (int i = 0; i < cpu.length; i++) {
                cpu[i] = Math.clamp(25 * Math.exp(0.5 * random.nextGaussian()), 0, 60);
                memory[i] = Math.clamp(30 + 8 * random.nextGaussian(), 0, 80);
            }
            double last = 0;
            for (double headroom : new double[] {0, 10, 20, 40, 80}) {
                double cost = cost(cpu, memory, new SizingPolicy(95, headroom, 365));
                assertThat(cost).isGreaterThanOrEqualTo(last);
                last = cost;
            }
            last = 0;
            for (double percentile : new double[] {50, 90, 95, 99.5, 100}) {
                double cost = cost(cpu, memory, new SizingPolicy(percentile, 20, 365));
                assertThat(cost).isGreaterThanOrEqualTo(last);
                last = cost;
            }
        }
    }

    /// Only one family, so that the effort of moving to another one does not come between price and size.
    private static double cost(double[] cpu, double[] memory, SizingPolicy policy) {
        ShapeCatalog family = new ShapeCatalog(CATALOG.family("m5", Fixture.REGION));
        Recommendation recommendation = Rightsizer.recommend(
                server("m5.4xlarge"),
                Map.of(
                        ResourceKind.CPU, daily(ResourceKind.CPU, cpu),
                        ResourceKind.MEMORY, daily(ResourceKind.MEMORY, memory)),
                family,
                policy);
        return recommendation.newMonthlyCost().orElseThrow().amount().doubleValue();
    }

    private static Money net(CommitmentCover cover) {
        return Rightsizer.recommend(server("m5.4xlarge"), flat(20, 25), CATALOG, SizingPolicy.standard(), cover)
                .monthlySavingNet()
                .orElseThrow();
    }

    private static Rejection of(List<Rejection> rejections, String type) {
        Optional<Rejection> found = rejections.stream()
                .filter(rejection -> rejection.shape().instanceType().equals(type))
                .findFirst();
        assertThat(found).as("rejection of %s in %s", type, rejections).isPresent();
        return found.orElseThrow();
    }
}
