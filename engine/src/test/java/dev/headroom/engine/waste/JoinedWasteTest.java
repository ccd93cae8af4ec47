package dev.headroom.engine.waste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.Advice.Remove;
import dev.headroom.engine.asset.AssetRisk;
import dev.headroom.engine.asset.Evidence;
import dev.headroom.engine.asset.Idleness;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.MigrationEffort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JoinedWasteTest {
    private static Waste bill(WasteKind kind, String resource, String cost, String saving) {
        return new Waste(kind, "1", "here", "EC2", resource, usd(cost), usd(saving), 30);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static Remove idle(AssetKind kind, Idleness idleness, String id, Optional<String> month, String server) {
        Asset asset =
                new Asset(id, kind, id, "AWS", "1", "here", "", "gp2", Map.of(AssetFact.ATTACHED_TO, server), Map.of());
        return new Remove(
                asset,
                "it",
                idleness,
                month.map(JoinedWasteTest::usd),
                new Evidence(AssetRisk.NONE, 1, MigrationEffort.LOW, "delete", List.of()),
                "Nobody uses it.");
    }

    @Test
    void aVolumeThatHangsOnNothingIsDeletedAndNotChanged() {
        List<Waste> joined = JoinedWaste.of(
                List.of(bill(WasteKind.OLD_VOLUME_TYPE, "vol-1", "30", "6")),
                List.of(idle(AssetKind.VOLUME, Idleness.UNATTACHED_VOLUME, "vol-1", Optional.of("31"), "")),
                30);
        assertThat(joined).singleElement().satisfies(waste -> {
            assertThat(waste.kind()).isEqualTo(WasteKind.UNATTACHED_VOLUME);
            assertThat(waste.saving().amount()).isEqualByComparingTo("30");
            assertThat(waste.source()).isEqualTo(Waste.Source.BOTH);
            assertThat(waste.reason()).isEqualTo("Nobody uses it.");
        });
    }

    @Test
    void whatOnlyTheInventoryShowsIsOfAsManyDays() {
        // 36.50 a month of 365 / 12 days are 36 in 30 days.
        Waste waste = JoinedWaste.of(
                        List.of(),
                        List.of(idle(AssetKind.ADDRESS, Idleness.IDLE_ADDRESS, "eip-1", Optional.of("36.50"), "")),
                        30)
                .getFirst();
        assertThat(waste.saving().amount()).isEqualByComparingTo("36");
        assertThat(waste.source()).isEqualTo(Waste.Source.INVENTORY);
    }

    @Test
    void extendedSupportComesOnTopOfTheDatabase() {
        Waste waste = JoinedWaste.of(
                        List.of(bill(WasteKind.EXTENDED_SUPPORT, "arn:aws:rds:here:1:db:orders", "10", "10")),
                        List.of(idle(AssetKind.DATABASE, Idleness.IDLE_DATABASE, "orders", Optional.of("36.50"), "")),
                        30)
                .getFirst();
        assertThat(waste.saving().amount()).isEqualByComparingTo("46");
    }

    @Test
    void theVolumesOfAServerWithoutHoursAreToldByTheServer() {
        List<Waste> bills = List.of(bill(WasteKind.STORAGE_WITHOUT_SERVER, "i-1", "20", "20"));
        assertThat(JoinedWaste.of(
                        bills,
                        List.of(idle(AssetKind.VOLUME, Idleness.IDLE_VOLUME, "vol-1", Optional.of("20"), "i-1")),
                        30))
                .isEqualTo(bills);
    }

    @Test
    void whatHasNoPriceIsLeftOutUnlessTheBillKnowsIt() {
        Remove unpriced = idle(AssetKind.ADDRESS, Idleness.IDLE_ADDRESS, "eip-1", Optional.empty(), "");
        assertThat(JoinedWaste.of(List.of(), List.of(unpriced), 30)).isEmpty();
        assertThat(JoinedWaste.of(List.of(bill(WasteKind.IDLE_ADDRESS, "eip-1", "3", "3")), List.of(unpriced), 30))
                .singleElement()
                .satisfies(waste -> assertThat(waste.saving().amount()).isEqualByComparingTo("3"));
    }
}
