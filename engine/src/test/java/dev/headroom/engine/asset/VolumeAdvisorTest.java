package dev.headroom.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.Advice.Change;
import dev.headroom.engine.asset.Advice.Keep;
import dev.headroom.engine.asset.Advice.Undecided;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import dev.headroom.engine.series.Statistic;
import org.junit.jupiter.api.Test;

final class VolumeAdvisorTest {
    private static final double GIB = 1 << 30;

    private static Asset volume(String type, String... facts) {
        return Assets.of(AssetKind.VOLUME, "vol-1", type, facts);
    }

    private static Advice advise(AssetUsage usage) {
        return VolumeAdvisor.advise(usage, Assets.prices(), SizingPolicy.standard());
    }

    private static Advice measured(Asset volume, double iops, double megabytes) {
        return advise(Assets.usage(
                volume,
                Assets.daily(volume, "iops", Statistic.P95, 400, iops),
                Assets.daily(volume, "disk_io", Statistic.P95, 400, megabytes)));
    }

    @Test
    void gp2BecomesAGp3ThatCanDoAtLeastAsMuchWithoutReadings() {
        // gp2 of 500 GiB can do 3,000 (with bursts) and 250 MiB/s: 50.00. gp3 with 250 MiB/s: 40 + 125 x 0.04
        // = 45.00.
        Change change = (Change) advise(Assets.usage(volume("gp2", "size_gib", "500")));
        assertThat(change.to()).isEqualTo("gp3 500 GiB, 3,000 IOPS, 250 MiB/s");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("5");
        assertThat(change.evidence().risk().maximum()).isZero();
        assertThat(change.evidence().effort()).isEqualTo(MigrationEffort.LOW);
        assertThat(change.reason()).contains("Neither operations nor throughput are measured", "at least as much");
    }

    @Test
    void gp2BecomesAGp3WithWhatIsNeededWhenItIsMeasured() {
        // 31.457 MB/s are 30 MiB/s, with headroom under the ceiling 45: the 125 that are included are enough.
        Change change = (Change) measured(volume("gp2", "size_gib", "500"), 400, 31.45728);
        assertThat(change.to()).isEqualTo("gp3 500 GiB, 3,000 IOPS, 125 MiB/s");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("10");
        assertThat(change.evidence().risk().level()).isEqualTo(SizingRisk.Level.LOW);
        assertThat(change.reason())
                .contains("IOPS P99.5 of 400 daily p95 readings", "is 400, with 20 % headroom 480 of 3,000");
        // 400 days of the scale days / (days + 30).
        assertThat(change.evidence().confidence()).isEqualTo(400 / 430.0);
    }

    @Test
    void provisionedOperationsThatAreNotUsedBecomeGp3() {
        // io1: 50 + 10,000 x 0.065 = 700. 2,000 x 1.2 / 0.8 = 3,000 are included: 400 x 0.08 = 32.
        Change change = (Change) measured(volume("io1", "size_gib", "400", "iops", "10000"), 2_000, 20);
        assertThat(change.to()).isEqualTo("gp3 400 GiB, 3,000 IOPS, 125 MiB/s");
        assertThat(change.saving().currentMonth().amount()).isEqualByComparingTo("700");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("668");
        assertThat(change.evidence().risk().grades()).containsEntry(Dimension.LATENCY, 1);
    }

    @Test
    void whatGp3CannotDoStaysProvisionedWithFewerOperations() {
        // 12,000 x 1.5 = 18,000 are more than the 16,000 of gp3.
        Change change = (Change) measured(volume("io2", "size_gib", "400", "iops", "30000"), 12_000, 50);
        assertThat(change.to()).isEqualTo("io2 400 GiB, 18,000 IOPS");
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("gp3 has at most 16,000 and 1,000"));
    }

    @Test
    void provisionedOperationsOfGp3GoDownToTheNeedAndNeverBelowWhatIsIncluded() {
        // 80 + 7,000 x 0.005 + 375 x 0.04 = 130; 3,600 IOPS and 125 MiB/s: 80 + 3 = 83.
        Change change = (Change)
                measured(volume("gp3", "size_gib", "1000", "iops", "10000", "throughput_mibps", "500"), 2_400, 40);
        assertThat(change.to()).isEqualTo("gp3 1,000 GiB, 3,600 IOPS, 125 MiB/s");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("47");
    }

    @Test
    void theHistoryIsTooShortForATightFitAndARoomierOneIsTaken() {
        Asset volume = volume("io1", "size_gib", "400", "iops", "10000");
        Change change = (Change) advise(Assets.usage(
                volume,
                Assets.daily(volume, "iops", Statistic.P95, 60, 2_400),
                Assets.daily(volume, "disk_io", Statistic.P95, 60, 20)));
        // Two months ask for more than 3,600: half as much again.
        assertThat(change.to()).isEqualTo("gp3 400 GiB, 5,400 IOPS, 125 MiB/s");
        assertThat(change.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("at high risk"));
    }

    @Test
    void aVolumeShrinksOnlyByACopyAndOnlyWhenItIsKnownWhatIsInUse() {
        Asset volume = volume("gp3", "size_gib", "1000", "iops", "3000", "throughput_mibps", "125");
        assertThat(measured(volume, 100, 5)).isInstanceOf(Keep.class);
        // 100 GiB x 1.2 / 0.8 = 150.
        Change change = (Change) advise(Assets.usage(
                volume,
                Assets.daily(volume, "iops", Statistic.P95, 400, 100),
                Assets.daily(volume, "used_storage", Statistic.MAX, 400, 100 * GIB)));
        assertThat(change.to()).isEqualTo("gp3 150 GiB, 3,000 IOPS, 125 MiB/s");
        assertThat(change.evidence().effort()).isEqualTo(MigrationEffort.HIGH);
        assertThat(change.reason()).contains("A volume cannot shrink", "At most 100 GiB");
    }

    @Test
    void aHardDiskIsTakenForLargePiecesOnlyAndNeverToStartFrom() {
        // 10 MB/s by 5 operations a second are 2 MiB each; st1 of 2 TiB does 80 MiB/s and as many operations.
        Change disk = (Change) measured(volume("gp2", "size_gib", "2048", "boot", "false"), 5, 10);
        assertThat(disk.to()).isEqualTo("sc1 2,048 GiB");
        assertThat(disk.evidence().risk().grades()).containsEntry(Dimension.LATENCY, 2);
        Change boot = (Change) measured(volume("gp2", "size_gib", "2048", "boot", "true"), 5, 10);
        assertThat(boot.to()).startsWith("gp3");
        assertThat(boot.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("No server can start"));
        Change small = (Change) measured(volume("gp2", "size_gib", "2048", "boot", "false"), 900, 10);
        assertThat(small.to()).startsWith("gp3");
        assertThat(small.evidence().rejected())
                .anySatisfy(refusal -> assertThat(refusal.words()).contains("mean operation is 11 KiB"));
    }

    @Test
    void aVolumeThatIsTooSmallGetsMoreAtExtraCost() {
        Change change = (Change)
                measured(volume("gp3", "size_gib", "500", "iops", "3000", "throughput_mibps", "125"), 2_900, 20);
        assertThat(change.relievesShortage()).isTrue();
        assertThat(change.to()).isEqualTo("gp3 500 GiB, 4,400 IOPS, 125 MiB/s");
        assertThat(change.saving().gross().amount()).isEqualByComparingTo("-7");
    }

    @Test
    void whatIsAsStrongAsNowNeedsNoRoomThatThePresentHasNotEither() {
        // 2,200 x 1.5 are more than the 3,000 that gp2 can do, and 2,200 are less than 80 % of them.
        Change change = (Change) measured(volume("gp2", "size_gib", "100"), 2_200, 20);
        assertThat(change.to()).isEqualTo("gp3 100 GiB, 3,000 IOPS, 128 MiB/s");
    }

    @Test
    void whatIsNotKnownIsSaidAndNotGuessed() {
        assertThat(advise(Assets.usage(volume("gp3", "size_gib", "100", "iops", "3000"))))
                .isInstanceOf(Undecided.class)
                .extracting(Advice::reason)
                .asString()
                .contains("throughput_mibps");
        assertThat(advise(Assets.usage(volume("standard", "size_gib", "100"))).reason())
                .contains("Volumes of the type standard are not sized");
        Asset elsewhere = new Asset(
                "vol-1",
                AssetKind.VOLUME,
                "",
                "AWS",
                "",
                "mars",
                "",
                "gp2",
                volume("gp2", "size_gib", "5").facts(),
                java.util.Map.of());
        assertThat(advise(Assets.usage(elsewhere)).reason())
                .isEqualTo("The price of gp2 in mars is not in the price list.");
    }

    @Test
    void severalServersCanShareOnlyProvisionedTypes() {
        Advice advice = measured(volume("io2", "size_gib", "400", "iops", "10000", "multi_attach", "true"), 2_000, 20);
        assertThat(((Change) advice).to()).isEqualTo("io2 400 GiB, 3,000 IOPS");
    }
}
