package dev.headroom.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.asset.Advice.Change;
import dev.headroom.engine.asset.Advice.Keep;
import dev.headroom.engine.asset.Advice.Remove;
import dev.headroom.engine.asset.Advice.Undecided;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DatabaseAdvisorTest {
    private static final double GIB = 1 << 30;

    private static Asset database(String type, String... more) {
        List<String> facts = new ArrayList<>(List.of("engine", "mysql", "size_gib", "100", "storage_type", "gp2"));
        facts.addAll(List.of(more));
        return Assets.of(AssetKind.DATABASE, "db-1", type, facts.toArray(String[]::new));
    }

    private static DatabaseClass of(String name, double vcpu, double memoryGib, String architecture, String hour) {
        String family = name.split("\\.")[1];
        Money price = Assets.usd(hour);
        return new DatabaseClass(
                name,
                family,
                vcpu,
                memoryGib,
                architecture,
                family.startsWith("t"),
                true,
                "mysql",
                "here",
                price,
                Optional.of(price.times(BigDecimal.TWO)));
    }

    private static PriceSheet prices() {
        return Assets.prices(
                of("db.t3.large", 2, 8, "amd64", "0.136"),
                of("db.m4.large", 2, 8, "amd64", "0.10"),
                of("db.m5.large", 2, 8, "amd64", "0.20"),
                of("db.m5.xlarge", 4, 16, "amd64", "0.40"),
                of("db.m5.2xlarge", 8, 32, "amd64", "0.80"),
                of("db.r5.large", 2, 16, "amd64", "0.25"),
                of("db.m6g.large", 2, 8, "arm64", "0.16"),
                of("db.m6g.xlarge", 4, 16, "arm64", "0.30"));
    }

    private static Advice advise(AssetUsage usage) {
        return DatabaseAdvisor.advise(usage, prices(), SizingPolicy.standard());
    }

    private static TimeSeries cpu(Asset database, double percent) {
        return Assets.daily(database, "cpu", Statistic.P95, 400, percent);
    }

    private static TimeSeries freeable(Asset database, double gib) {
        return Assets.daily(database, "freeable_memory", Statistic.MIN, 400, gib * GIB);
    }

    @Test
    void theCheapestClassOnWhichTheLoadFitsIsTaken() {
        Asset database = database("db.m5.xlarge");
        // CPU 10 % x 2 x 1.2 = 24 of 70; memory 4 of 16 GiB in use, 25 % x 2 x 1.2 = 60 of 90.
        Change change = (Change) advise(Assets.usage(database, cpu(database, 10), freeable(database, 12)));
        assertThat(change.from()).isEqualTo("db.m5.xlarge, gp2 100 GiB");
        // m6g.large saves 29.20 more, and the effort of other processors counts 30.35.
        assertThat(change.to()).isEqualTo("db.m5.large, gp2 100 GiB");
        assertThat(change.saving().currentMonth().amount()).isEqualByComparingTo("303.50");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("146");
        assertThat(change.evidence().effort()).isEqualTo(MigrationEffort.LOW);
        assertThat(change.evidence().risk().grades()).containsEntry(Dimension.MEMORY, 1);
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.alternative() + refusal.words())
                        .contains("db.m6g.large", "does not outweigh the effort"));
        assertThat(change.reason())
                .contains(
                        "CPU P99.5 of 400 daily p95 readings",
                        "is 10 %",
                        "headroom 12 %",
                        "Memory in use P99.5 is 25 %")
                .contains("gp3 would cost the same");
        assertThat(change.evidence().rejected())
                .noneMatch(refusal -> refusal.alternative().contains("t3"));
        assertThat(change.evidence().rejected())
                .noneMatch(refusal -> refusal.alternative().contains("m4"));
    }

    @Test
    void withoutMemoryReadingsMemoryStaysAndConfidenceIsLower() {
        Asset database = database("db.m5.xlarge");
        Change change = (Change) advise(Assets.usage(database, cpu(database, 10)));
        // r5.large has as much memory for 182.50, and is another line; m6g.xlarge costs 219.
        assertThat(change.to()).isEqualTo("db.r5.large, gp2 100 GiB");
        assertThat(change.evidence().effort()).isEqualTo(MigrationEffort.MEDIUM);
        assertThat(change.evidence().confidence()).isCloseTo(0.7 * 400 / 430, within(1e-12));
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("it stays at 16 GiB"));
    }

    @Test
    void otherProcessorsAreTakenWhenTheySaveMoreThanTheEffort() {
        Asset database = database("db.m5.xlarge");
        // CPU 40 % x 2 x 1.2 = 96: two processors are too few; m6g.xlarge saves 73 of 303.50.
        Change change = (Change) advise(Assets.usage(database, cpu(database, 40), freeable(database, 2)));
        assertThat(change.to()).isEqualTo("db.m6g.xlarge, gp2 100 GiB");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("73");
        assertThat(change.reason()).contains("a version of the engine that runs on them");
    }

    @Test
    void aStandbyInAnotherZoneStaysAndCostsTwice() {
        Asset database = database("db.m5.xlarge", "multi_az", "true");
        Change change = (Change) advise(Assets.usage(database, cpu(database, 10), freeable(database, 12)));
        assertThat(change.to()).isEqualTo("db.m5.large, gp2 100 GiB, two zones");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("292");
        assertThat(change.evidence().effortWords()).contains("failover");
    }

    @Test
    void whatTwoZonesCostIsTakenFromTheListAndNothingElseIsAdvisedThere() {
        Asset database = database("db.m5.xlarge", "multi_az", "true");
        DatabaseClass smaller = of("db.m5.large", 2, 8, "amd64", "0.20");
        PriceSheet prices = Assets.prices(
                standby(of("db.m5.xlarge", 4, 16, "amd64", "0.40"), Optional.of(Assets.usd("0.70"))),
                standby(smaller, Optional.empty()));
        AssetUsage usage = Assets.usage(database, cpu(database, 10), freeable(database, 12));
        Keep keep = (Keep) DatabaseAdvisor.advise(usage, prices, SizingPolicy.standard());
        // 0.70 x 730 and storage twice, 2 x 11.50.
        assertThat(keep.cost().orElseThrow().amount()).isEqualByComparingTo("534");
        assertThat(keep.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).isEqualTo("Its price is not known."));
        assertThat(DatabaseAdvisor.advise(
                        Assets.usage(database("db.m5.large", "multi_az", "true")), prices, SizingPolicy.standard()))
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.reason())
                                .isEqualTo(
                                        "The class db.m5.large for mysql in two zones is not in the price list of here."));
    }

    @Test
    void aClassOfAPastGenerationIsNotAdvised() {
        Asset database = database("db.m5.xlarge");
        DatabaseClass past = of("db.r6x.large", 2, 16, "amd64", "0.05");
        AssetUsage usage = Assets.usage(database, cpu(database, 10), freeable(database, 12));
        PriceSheet current = Assets.prices(of("db.m5.xlarge", 4, 16, "amd64", "0.40"), past);
        PriceSheet gone = Assets.prices(of("db.m5.xlarge", 4, 16, "amd64", "0.40"), past(past));
        Advice newer = DatabaseAdvisor.advise(usage, current, SizingPolicy.standard());
        assertThat(newer.target()).contains("db.r6x.large, gp2 100 GiB");
        assertThat(newer.reason()).contains("A newer class needs a version of the engine that runs on it.");
        assertThat(DatabaseAdvisor.advise(usage, gone, SizingPolicy.standard())).isInstanceOf(Keep.class);
    }

    private static DatabaseClass standby(DatabaseClass one, Optional<Money> hour) {
        return changed(one, true, hour);
    }

    private static DatabaseClass past(DatabaseClass one) {
        return changed(one, false, one.twoZonesHour());
    }

    private static DatabaseClass changed(DatabaseClass one, boolean current, Optional<Money> twoZonesHour) {
        return new DatabaseClass(
                one.name(),
                one.family(),
                one.vcpu(),
                one.memoryGib(),
                one.architecture(),
                one.burstable(),
                current,
                one.engine(),
                one.region(),
                one.hour(),
                twoZonesHour);
    }

    @Test
    void theConnectionsOfASmallerClassMustDo() {
        Asset database = database("db.m5.xlarge");
        // 8 GiB / 12,582,880 = 682 connections; 500 x 1.2 = 600 are above 80 % of them.
        TimeSeries many = Assets.daily(database, "connections", Statistic.MAX, 400, 500);
        Change change = (Change) advise(Assets.usage(database, cpu(database, 10), freeable(database, 12), many));
        assertThat(change.to()).startsWith("db.r5.large");
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words())
                        .isEqualTo("It takes 682 connections by its usual parameters, and up to 600 are needed."));
        // With a number set by hand the class does not matter.
        Asset byHand = database("db.m5.xlarge", "max_connections", "2000");
        assertThat(advise(Assets.usage(byHand, cpu(byHand, 10), freeable(byHand, 12), many))
                        .target())
                .contains("db.m5.large, gp2 100 GiB");
    }

    @Test
    void provisionedStorageBecomesGp3WhenTheOperationsFit() {
        Asset database = Assets.of(
                AssetKind.DATABASE,
                "db-1",
                "db.m5.large",
                "engine",
                "mysql",
                "size_gib",
                "500",
                "storage_type",
                "io1",
                "iops",
                "20000");
        TimeSeries iops = Assets.daily(database, "iops", Statistic.P95, 400, 4_000);
        // 62.50 + 2,000 against 57.50; 4,000 x 1.5 are less than the 12,000 that are included from 400 GiB
        // on.
        Change change = (Change) advise(Assets.usage(database, cpu(database, 60), freeable(database, 2), iops));
        assertThat(change.to()).isEqualTo("db.m5.large, gp3 500 GiB");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("2005");
        assertThat(change.evidence().risk().level()).isEqualTo(SizingRisk.Level.LOW);
        assertThat(change.evidence().effortWords()).isEqualTo("changed while it runs");
    }

    @Test
    void aDatabaseWithTooLittleCpuGetsALargerClass() {
        Asset database = database("db.m5.xlarge");
        Change change = (Change) advise(Assets.usage(database, cpu(database, 90), freeable(database, 8)));
        assertThat(change.relievesShortage()).isTrue();
        // 90 x 1.2 = 108 of 70 asks for more than 6 processors.
        assertThat(change.to()).isEqualTo("db.m5.2xlarge, gp2 100 GiB");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("-292");
    }

    @Test
    void aDatabaseToWhichNobodyConnectsIsToBeDeleted() {
        Asset database = database("db.m5.large");
        Remove remove = (Remove) advise(
                Assets.usage(database, Assets.daily(database, "connections", Statistic.MAX, 40, 0), cpu(database, 3)));
        assertThat(remove.idleness()).isEqualTo(Idleness.IDLE_DATABASE);
        assertThat(remove.gross().orElseThrow().amount()).isEqualByComparingTo("157.50");
        assertThat(advise(Assets.usage(
                        database, Assets.daily(database, "connections", Statistic.MAX, 40, day -> day == 20 ? 1 : 0))))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void aDatabaseThatIsRightStays() {
        Asset database = database("db.m6g.large");
        assertThat(advise(Assets.usage(database, cpu(database, 50), freeable(database, 2))))
                .isInstanceOf(Keep.class)
                .extracting(Advice::reason)
                .asString()
                .contains("Nothing cheaper fits");
    }

    @Test
    void whatIsNotInThePriceListIsSaid() {
        Asset oracle = Assets.of(AssetKind.DATABASE, "db-1", "db.m5.large", "engine", "oracle-se2");
        assertThat(advise(Assets.usage(oracle)).reason())
                .isEqualTo("The price list has no classes for oracle-se2 in here.");
        assertThat(advise(Assets.usage(database("db.x9.large"))).reason())
                .isEqualTo("The class db.x9.large for mysql is not in the price list of here.");
        assertThat(advise(Assets.usage(database("db.m5.large"))).reason()).contains("CPU is not measured for 14 days");
        assertThat(advise(Assets.usage(database("db.m5.large", "state", "stopped")))
                        .reason())
                .contains("only its storage costs");
    }
}
