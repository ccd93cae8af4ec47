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
    void everyCheaperTypeIsRejectedWithItsBottleneckInNumbers() {
        List<Rejection> rejections = recommend("m5.4xlarge", flat(20, 25)).rejections();
        Rejection first = rejections.getFirst();
        assertThat(first.shape().instanceType()).isEqualTo("m5.xlarge");
        assertThat(first.bottleneck()).isEqualTo(Bottleneck.CPU);
        assertThat(first.words())
                .isEqualTo("m5.xlarge: CPU P99.5 would be 80 %, with 20 % headroom 96 %, of at most 70 %;"
                        + " 365 of 365 days would have been above it.");
        assertThat(of(rejections, "c6a.2xlarge").bottleneck()).isEqualTo(Bottleneck.MEMORY);
        assertThat(of(rejections, "m4.2xlarge").bottleneck()).isEqualTo(Bottleneck.GENERATION);
        assertThat(rejections)
                .extracting(rejection -> rejection.shape().instanceType())
                .as("another architecture, a retired family and burstable types are not looked at")
                .doesNotContain("m6g.2xlarge", "m3.2xlarge", "t3.large");
    }

    @Test
    void anotherFamilyMustOutweighTheEffortOfMovingThere() {
        // An eighth of the processors: c6a.xlarge costs 28.47 less than m5.xlarge, the effort is a tenth of 560.64.
        Recommendation recommendation = recommend("m5.4xlarge", flat(10, 8));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.xlarge");
        Rejection other = of(recommendation.rejections(), "c6a.xlarge");
        assertThat(other.bottleneck()).isEqualTo(Bottleneck.FAMILY_CHANGE);
        assertThat(other.words())
                .contains("28.47 USD a month less than m5.xlarge")
                .contains("does not outweigh moving to another family (effort 56.06 USD)");
    }

    @Test
    void aMuchCheaperTypeOfAnotherFamilyWins() {
        // Half the processors and little memory: c6a.2xlarge costs 56.94 less than m5.2xlarge.
        Recommendation recommendation = recommend("m5.4xlarge", flat(20, 10));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("c6a.2xlarge");
        assertThat(recommendation.rejections())
                .extracting(rejection -> rejection.shape().instanceType())
                .as("m5.2xlarge is dearer than the choice, so that nothing need speak against it")
                .doesNotContain("m5.2xlarge");
    }

    @Test
    void aCommitmentThatOnlyHoldsForTheFamilySpeaksForStaying() {
        // As above, but 40 % of the present cost is committed to m5 and would be left unused by c6a.
        Recommendation recommendation = Rightsizer.recommend(
                server("m5.4xlarge"),
                flat(20, 10),
                CATALOG,
                SizingPolicy.standard(),
                CommitmentCover.covering(0.4, CommitmentCover.Reach.SAME_FAMILY));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        assertThat(of(recommendation.rejections(), "c6a.2xlarge").words())
                .contains("effort 56.06 USD, unused commitments 224.26 USD");
    }

    @Test
    void aShortageIsRelievedByTheCheapestTypeAndNotByADearStepOfTheFamily() {
        // Only memory is short: the next m5 costs twice as much, r6a.large has the same memory for 12.70 more.
        Recommendation recommendation = recommend("m5.large", flat(20, 95));
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("r6a.large");
        assertThat(((Resize) recommendation).shortages()).containsExactly(ResourceKind.MEMORY);
        assertThat(recommendation.monthlySavingGross().orElseThrow()).isEqualByComparingTo(Money.of("-12.702", "USD"));
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
    void nothingLargerInTheCatalogLeavesItUndecided() {
        Recommendation recommendation = recommend("m5.4xlarge", flat(99, 50));
        assertThat(recommendation).isInstanceOf(Undecided.class);
        assertThat(((Undecided) recommendation).cause()).isEqualTo(Cause.NOTHING_FITS);
        assertThat(recommendation.reason()).contains("CPU P99.5 of the last year is 99 % of m5.4xlarge");
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
    void aCandidateWithoutAPriceIsRejectedForIt() {
        ShapeCatalog catalog = new ShapeCatalog(List.of(
                Fixture.shape("m5.2xlarge", 8, 32, "amd64", 2500, true, "0.384"),
                Fixture.shape("m5.xlarge", 4, 16, "amd64", 1250, true, "")));
        Recommendation recommendation =
                Rightsizer.recommend(server("m5.2xlarge"), flat(10, 20), catalog, SizingPolicy.standard());
        assertThat(recommendation).isInstanceOf(Keep.class);
        assertThat(of(recommendation.rejections(), "m5.xlarge").bottleneck()).isEqualTo(Bottleneck.PRICE);
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
    void networkCanBeTheBottleneck() {
        Map<ResourceKind, TimeSeries> series = new EnumMap<>(flat(5, 10));
        series.put(ResourceKind.NETWORK, flat(ResourceKind.NETWORK, 900));
        Recommendation recommendation = recommend("m5.4xlarge", series);
        // 900 of 1,250 Mbit/s is 72 %, with headroom 86 %; of the 1,562 of r6a.xlarge it is 58 %.
        assertThat(recommendation.to().orElseThrow().instanceType()).isEqualTo("r6a.xlarge");
        Rejection rejection = of(recommendation.rejections(), "m5.xlarge");
        assertThat(rejection.bottleneck()).isEqualTo(Bottleneck.NETWORK);
        assertThat(rejection.words()).contains("72 %", "86 %", "80 %");
    }

    @Test
    void aBurstableTypeMustLiveWithinItsCredits() {
        Recommendation heavy = recommend("t3.large", flat(25, 20));
        assertThat(of(heavy.rejections(), "t3.medium").bottleneck()).isEqualTo(Bottleneck.BURST_CREDITS);
        assertThat(of(heavy.rejections(), "t3.medium").words()).contains("average 25 % CPU", "baseline of 20 %");
        Recommendation light = recommend("t3.large", flat(15, 20));
        assertThat(light.to().orElseThrow().instanceType()).isEqualTo("t3.medium");
    }

    @Test
    void creditsCarryBusyDaysWhenQuietOnesFollow() {
        // t3.medium has a baseline of 20 % and keeps a day of it: five days at 23 % use up three quarters of that.
        double[] weeks = new double[364];
        double[] longer = new double[364];
        for (int day = 0; day < 364; day++) {
            weeks[day] = day % 7 < 5 ? 23 : 4;
            longer[day] = day % 10 < 8 ? 23 : 4;
        }
        TimeSeries week = Fixture.daily(ResourceKind.CPU, weeks);
        assertThat(BurstCredits.daysWithout(week, 1, 20)).isZero();
        assertThat(BurstCredits.daysWithout(week, 1.2, 20)).isPositive();
        assertThat(BurstCredits.daysWithout(Fixture.daily(ResourceKind.CPU, longer), 1, 20))
                .as("eight days use up more than there is: it lacks on the last two of each spell")
                .isEqualTo(72);
    }

    @Test
    void anotherArchitectureIsLookedAtOnRequest() {
        SizingPolicy any = SizingPolicy.standard().withAnyArchitecture(true);
        Map<ResourceKind, TimeSeries> usage = flat(20, 25);
        Recommendation same = Rightsizer.recommend(server("m5.4xlarge"), usage, CATALOG, SizingPolicy.standard());
        assertThat(same.to().orElseThrow().instanceType()).isEqualTo("m5.2xlarge");
        Recommendation both = Rightsizer.recommend(server("m5.4xlarge"), usage, CATALOG, any);
        assertThat(both.to().orElseThrow().instanceType())
                .as("55 USD less do not outweigh a fifth of 561")
                .isEqualTo("m5.2xlarge");
        assertThat(of(both.rejections(), "m6g.2xlarge").words()).contains("moving to another processor architecture");
        assertThat(both.reason()).contains("Effort low: another size of the family, with a restart.");
        assertThat(MigrationEffort.of(Fixture.find("m5.large"), Fixture.find("m6g.2xlarge")))
                .isEqualTo(MigrationEffort.HIGH);
    }

    @Test
    void aSmallSavingIsNotWorthAChange() {
        SizingPolicy picky =
                new SizingPolicy(99.5, 20, 365, SizingPolicy.Ceilings.USUAL, 60, 14, SizingRisk.Level.MEDIUM, false);
        Recommendation recommendation = Rightsizer.recommend(server("m5.4xlarge"), flat(20, 25), CATALOG, picky);
        assertThat(recommendation).isInstanceOf(Keep.class);
        Rejection rejection = of(recommendation.rejections(), "m5.2xlarge");
        assertThat(rejection.bottleneck()).isEqualTo(Bottleneck.PRICE);
        assertThat(rejection.words()).contains("280.32 USD a month less", "50 % is below the minimum change of 60 %");
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
