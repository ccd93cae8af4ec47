package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.ReservedPrice;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulledPricesTest {
    private static final Instant PULLED = Instant.parse("2026-11-20T10:00:00Z");
    private static final String REGION = "us-east-1";
    private static final String OTHER = "us-gov-west-1";

    @TempDir
    Path folder;

    /// All shipped shapes of the region at half their price; m5 reserved for a year at 60 % of it; gp2 and gp3.
    private static PriceList half() {
        List<InstanceShape> shapes = Shapes.shipped().in(REGION).stream()
                .filter(shape -> shape.onDemandHour().isPresent())
                .map(PulledPricesTest::half)
                .toList();
        List<ReservedPrice> reservations = shapes.stream()
                .filter(shape -> shape.family().equals("m5"))
                .map(shape -> new ReservedPrice(
                        shape.instanceType(),
                        CommitmentTerm.ONE_YEAR,
                        Payment.NO_UPFRONT,
                        BigDecimal.ZERO,
                        shape.onDemandHour().orElseThrow().amount().multiply(new BigDecimal("0.6"))))
                .toList();
        return PriceList.machines(
                "AWS",
                REGION,
                CurrencyCode.USD,
                AwsPrices.SOURCE,
                Optional.empty(),
                shapes,
                reservations,
                Map.of(
                        PriceItem.VOLUME_GP2_GIB, new BigDecimal("1.00"),
                        PriceItem.VOLUME_GP3_GIB, new BigDecimal("0.50")));
    }

    private static InstanceShape half(InstanceShape shape) {
        return new InstanceShape(
                shape.instanceType(),
                shape.family(),
                shape.vcpu(),
                shape.memoryGib(),
                shape.architecture(),
                shape.networkMbps(),
                shape.diskMbps(),
                shape.burstable(),
                shape.currentGeneration(),
                shape.region(),
                shape.onDemandHour().map(price -> price.times(new BigDecimal("0.5"))));
    }

    private OpenWorkspace filled() throws Exception {
        OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"));
        Path inventory = Files.writeString(folder.resolve("inventory.csv"), """
                resource,kind,account,region,type,size_gib,attached_to
                web-1,server,1,us-east-1,m5.2xlarge,,
                web-2,server,1,us-gov-west-1,m5.2xlarge,,
                vol-1,volume,1,us-east-1,gp2,500,web-1
                """);
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95,memory_p95,iops_p95\n");
        for (int i = 0; i < 120; i++) {
            LocalDate day = LocalDate.of(2026, 6, 1).plusDays(i);
            rows.append(day).append(",web-1,10,10,\n");
            rows.append(day).append(",web-2,10,10,\n");
            rows.append(day).append(",vol-1,,,400\n");
        }
        Path usage = Files.writeString(folder.resolve("use.csv"), rows);
        new ImportData(workspace, clock()).run(List.of(inventory, usage), Progress.NONE);
        return workspace;
    }

    private static Clock clock() {
        return Clock.fixed(PULLED, ZoneOffset.UTC);
    }

    @Test
    void whatWasPulledGoesBeforeWhatShips() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            ShapeCatalog shipped = Shapes.shipped();
            workspace.storage().prices().put(half(), PULLED);
            ShapeCatalog known = Shapes.known(workspace);
            Money before = shipped.find("m5.large", REGION)
                    .orElseThrow()
                    .onDemandHour()
                    .orElseThrow();
            Money after =
                    known.find("m5.large", REGION).orElseThrow().onDemandHour().orElseThrow();
            assertThat(after.times(BigDecimal.TWO).compareTo(before)).isZero();
            assertThat(known.origin("m5.large", REGION).orElseThrow().source()).isEqualTo("AWS Price List");
            assertThat(known.find("m5.large", OTHER)).isEqualTo(shipped.find("m5.large", OTHER));
            assertThat(known.origin("m5.large", OTHER).orElseThrow().date()).isEqualTo(Shapes.priceDate());
        }
    }

    @Test
    void rightsizingCountsWithThePulledPriceAndSaysSo() throws Exception {
        try (OpenWorkspace workspace = filled()) {
            FleetRightsizing shipped =
                    new RightsizeFleet(workspace, Shapes.known(workspace), clock()).run(Progress.NONE);
            assertThat(shipped.prices().words(LocalDate::toString)).isEqualTo("list prices of " + Shapes.priceDate());
            workspace.storage().prices().put(half(), PULLED);
            FleetRightsizing pulled =
                    new RightsizeFleet(workspace, Shapes.known(workspace), clock()).run(Progress.NONE);
            assertThat(gross(pulled, "web-1").times(BigDecimal.TWO).rounded(2))
                    .isEqualTo(gross(shipped, "web-1").rounded(2));
            assertThat(gross(pulled, "web-2")).isEqualTo(gross(shipped, "web-2"));
            assertThat(pulled.prices().source("web-1")).contains("AWS Price List us-east-1 2026-11-20");
            assertThat(pulled.prices().source("web-2")).contains("shipped list " + Shapes.priceDate());
            assertThat(RightsizingTable.detailed(pulled).rows())
                    .filteredOn("resource", "web-1")
                    .extracting("price_source")
                    .containsExactly("AWS Price List us-east-1 2026-11-20");
            assertThat(new RightsizingTable(pulled).csv()).doesNotContain("price_source");
            assertThat(pulled.prices().words(LocalDate::toString))
                    .isEqualTo("list prices of 2026-11-20 (AWS Price List, us-east-1) and " + Shapes.priceDate()
                            + " (shipped, us-gov-west-1)");
        }
    }

    private static Money gross(FleetRightsizing result, String server) {
        return result.recommendations().stream()
                .filter(one -> one.server().id().equals(server))
                .findFirst()
                .flatMap(Recommendation::saving)
                .orElseThrow()
                .gross();
    }

    @Test
    void volumesCountWithThePulledPrice() throws Exception {
        try (OpenWorkspace workspace = filled()) {
            workspace.storage().prices().put(half(), PULLED);
            AssetAdvice advice = new AdviseAssets(workspace, clock())
                    .run(Set.of(AssetKind.VOLUME), SizingPolicy.standard(), AdviseAssets.USUAL_SNAPSHOT_DAYS);
            Advice volume = advice.advice().getFirst();
            assertThat(volume.month().orElseThrow().rounded(2)).isEqualTo(Money.of("500.00", "USD"));
            assertThat(advice.sentence()).endsWith("at list prices of 2026-11-20 (AWS Price List, us-east-1)");
        }
    }
}
