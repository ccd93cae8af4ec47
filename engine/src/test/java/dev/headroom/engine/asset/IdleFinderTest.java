package dev.headroom.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.Advice.Keep;
import dev.headroom.engine.asset.Advice.Remove;
import dev.headroom.engine.asset.Advice.Undecided;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleFinderTest {
    private static final String[] GP3 = {"size_gib", "100", "iops", "3000", "throughput_mibps", "125"};

    private static Asset volume(String... more) {
        String[] facts = java.util.Arrays.copyOf(GP3, GP3.length + more.length);
        System.arraycopy(more, 0, facts, GP3.length, more.length);
        return Assets.of(AssetKind.VOLUME, "vol-1", "gp3", facts);
    }

    private static Advice volume(AssetUsage usage) {
        return VolumeAdvisor.advise(usage, Assets.prices(), SizingPolicy.standard());
    }

    @Test
    void aVolumeThatHangsOnNothingForThirtyTwoDaysIsToBeDeleted() {
        Remove remove = (Remove) volume(Assets.usage(volume("attached_to", "", "unattached_since", "2026-09-30")));
        assertThat(remove.idleness()).isEqualTo(Idleness.UNATTACHED_VOLUME);
        assertThat(remove.gross().orElseThrow().amount()).isEqualByComparingTo("8");
        assertThat(remove.reason()).contains("since 2026-09-30", "snapshot before");
        assertThat(volume(Assets.usage(volume("attached_to", "", "unattached_since", "2026-10-01"))))
                .isInstanceOf(Keep.class);
        assertThat(volume(Assets.usage(volume("attached_to", "i-1")))).isInstanceOf(Keep.class);
    }

    @Test
    void whenItIsNotKnownSinceWhenConfidenceIsHalfAndReadingsCanContradict() {
        Asset volume = volume("state", "available", "created", "2025-01-01");
        Remove remove = (Remove) volume(Assets.usage(volume));
        assertThat(remove.evidence().confidence()).isEqualTo(0.5);
        assertThat(remove.reason()).contains("since when is not known");
        // Twenty days ago it was still read.
        assertThat(volume(
                        Assets.usage(volume, Assets.daily(volume, "iops", Statistic.MAX, 60, day -> day < 40 ? 5 : 0))))
                .isInstanceOf(Keep.class);
        assertThat(volume(Assets.usage(volume("state", "available", "created", "2026-10-15"))))
                .isInstanceOf(Keep.class);
    }

    @Test
    void lessThanOneOperationADayIsIdle() {
        Asset volume = volume("attached_to", "i-1");
        // 0.00001 a second are 0.864 a day.
        Advice idle = volume(Assets.usage(volume, Assets.daily(volume, "iops", Statistic.MEAN, 60, 0.00001)));
        assertThat(((Remove) idle).idleness()).isEqualTo(Idleness.IDLE_VOLUME);
        assertThat(idle.reason()).contains("0.86 times a day", "32 daily mean readings");
        assertThat(volume(Assets.usage(volume, Assets.daily(volume, "iops", Statistic.MEAN, 60, 0.00002))))
                .isInstanceOf(Keep.class);
        assertThat(volume(Assets.usage(volume, Assets.daily(volume, "iops", Statistic.MEAN, 20, 0))))
                .isInstanceOf(Keep.class);
    }

    @Test
    void aLoadBalancerWithoutRequestsIsIdleAndOneWithoutReadingsIsNotJudged() {
        Asset balancer = Assets.of(AssetKind.LOAD_BALANCER, "lb-1", "application");
        assertThat(IdleFinder.loadBalancer(Assets.usage(balancer), Assets.prices()))
                .isInstanceOf(Undecided.class);
        Advice idle = IdleFinder.loadBalancer(
                Assets.usage(balancer, Assets.daily(balancer, "requests", Statistic.SUM, 40, 0)), Assets.prices());
        assertThat(idle.gross().orElseThrow().amount()).isEqualByComparingTo("14.60");
        assertThat(IdleFinder.loadBalancer(
                        Assets.usage(
                                balancer,
                                Assets.daily(balancer, "requests", Statistic.SUM, 40, day -> day == 30 ? 1 : 0)),
                        Assets.prices()))
                .isInstanceOf(Keep.class);
    }

    @Test
    void anAddressIsIdleWhenTheInventorySaysThatItHangsOnNothing() {
        Advice idle = IdleFinder.address(
                Assets.usage(Assets.of(AssetKind.ADDRESS, "eip-1", "", "attached_to", "")), Assets.prices());
        assertThat(idle.gross().orElseThrow().amount()).isEqualByComparingTo("3.65");
        assertThat(IdleFinder.address(Assets.usage(Assets.of(AssetKind.ADDRESS, "eip-1", "")), Assets.prices()))
                .isInstanceOf(Undecided.class);
        assertThat(IdleFinder.address(
                        Assets.usage(Assets.of(AssetKind.ADDRESS, "eip-1", "", "attached_to", "i-1")), Assets.prices()))
                .isInstanceOf(Keep.class);
    }

    @Test
    void aSnapshotGoesWhenItsVolumeIsGoneAndItIsOldEnough() {
        Asset old = snapshot("source", "vol-9", "created", "2026-08-03");
        Advice gone = IdleFinder.snapshot(Assets.usage(old), List.of(volume()), Assets.prices(), 90);
        assertThat(gone).isInstanceOf(Remove.class);
        assertThat(gone.gross().orElseThrow().amount()).isEqualByComparingTo("2.50");
        assertThat(gone.reason()).contains("90 days old", "shares blocks");
        assertThat(IdleFinder.snapshot(Assets.usage(old), List.of(volume()), Assets.prices(), 91))
                .isInstanceOf(Keep.class);
        assertThat(snapshotAdvice(snapshot("source", "vol-1", "created", "2020-01-01")))
                .isInstanceOf(Keep.class);
        assertThat(snapshotAdvice(snapshot("source", "vol-9", "created", "2020-01-01", "image", "ami-1"))
                        .reason())
                .contains("ami-1 needs it");
    }

    @Test
    void withoutAnyVolumeInTheInventoryNoSnapshotIsJudged() {
        assertThat(IdleFinder.snapshot(
                        Assets.usage(snapshot("source", "vol-9", "created", "2020-01-01")),
                        List.of(),
                        Assets.prices(),
                        90))
                .isInstanceOf(Undecided.class);
    }

    private static Advice snapshotAdvice(Asset snapshot) {
        return IdleFinder.snapshot(Assets.usage(snapshot), List.of(volume()), Assets.prices(), 90);
    }

    private static Asset snapshot(String... facts) {
        String[] all = java.util.Arrays.copyOf(facts, facts.length + 2);
        all[facts.length] = "size_gib";
        all[facts.length + 1] = "50";
        return Assets.of(AssetKind.SNAPSHOT, "snap-1", "", all);
    }
}
