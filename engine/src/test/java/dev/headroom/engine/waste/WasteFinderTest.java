package dev.headroom.engine.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WasteFinderTest {
    private final WasteFinder finder = new WasteFinder();

    @Test
    void anIdleAddressIsAllWaste() {
        charge("eip-1", "USE1-PublicIPv4:IdleAddress", "0.12", "24");
        charge("eip-2", "USE1-PublicIPv4:InUseAddress", "0.12", "24");
        assertThat(found()).singleElement().satisfies(waste -> {
            assertThat(waste.kind()).isEqualTo(WasteKind.IDLE_ADDRESS);
            assertThat(waste.resource()).isEqualTo("eip-1");
            assertThat(waste.saving()).isEqualTo(Money.of("0.12", "USD"));
            assertThat(waste.days()).isEqualTo(1);
        });
    }

    @Test
    void aLoadBalancerIsIdleWhenItCarriesNothing() {
        charge("lb-idle", "LoadBalancerUsage", "0.54", "24");
        charge("lb-idle", "LCUUsage", "0.00", "0");
        charge("lb-busy", "LoadBalancerUsage", "0.54", "24");
        charge("lb-busy", "LCUUsage", "0.01", "1.2");
        assertThat(found()).extracting(Waste::resource).containsExactly("lb-idle");
    }

    @Test
    void aGatewayIsIdleBelowOneGigabyteInAll() {
        charge("nat-idle", "NatGateway-Hours", "1.08", "24");
        charge("nat-idle", "NatGateway-Bytes", "0.01", "0.2");
        charge("nat-busy", "NatGateway-Hours", "1.08", "24");
        charge("nat-busy", "NatGateway-Bytes", "0.03", "0.6");
        charge("nat-busy", "NatGateway-Bytes", "0.03", "0.6");
        charge("nat-unknown", "NatGateway-Hours", "1.08", "24");
        charge("nat-unknown", "NatGateway-Bytes", "0.03", "");
        assertThat(found()).extracting(Waste::resource).containsExactly("nat-idle");
    }

    @Test
    void aGp2VolumeCostsAFifthTooMuch() {
        charge("vol-1", "EBS:VolumeUsage.gp2", "10.00", "100");
        charge("vol-2", "EBS:VolumeUsage.gp3", "8.00", "100");
        assertThat(found()).singleElement().satisfies(waste -> {
            assertThat(waste.kind()).isEqualTo(WasteKind.OLD_VOLUME_TYPE);
            assertThat(waste.saving().amount()).isEqualByComparingTo("2.00");
            assertThat(waste.cost().amount()).isEqualByComparingTo("10.00");
        });
    }

    @Test
    void storageOfAServerThatDoesNotRunIsToBeReviewed() {
        charge("i-gone", "EBS:VolumeUsage.gp2", "10.00", "100");
        charge("i-runs", "EBS:VolumeUsage.gp3", "8.00", "100");
        charge("i-runs", "BoxUsage:m5.large", "2.30", "24");
        charge("vol-9", "EBS:VolumeUsage.gp3", "8.00", "100");
        List<Waste> found = finder.found(Set.of("i-gone", "i-runs"));
        assertThat(found).singleElement().satisfies(waste -> {
            assertThat(waste.kind()).isEqualTo(WasteKind.STORAGE_WITHOUT_SERVER);
            assertThat(waste.resource()).isEqualTo("i-gone");
            assertThat(waste.saving().amount()).as("not counted as gp2 again").isEqualByComparingTo("10.00");
        });
    }

    @Test
    void theLargestSavingComesFirstAndNothingSavesMoreThanItCosts() {
        charge("eip-1", "ElasticIP:IdleAddress", "0.12", "24");
        charge("db-1", "ExtendedSupport:Yr1-Yr2:MySQL5.7", "4.80", "48");
        assertThat(found()).extracting(Waste::resource).containsExactly("db-1", "eip-1");
        Waste one = found().getFirst();
        assertThatThrownBy(() -> new Waste(one.kind(), "", "", "", "x", Money.of("1", "USD"), Money.of("2", "USD"), 1))
                .hasMessageContaining("saving (2 USD)");
    }

    private List<Waste> found() {
        return finder.found(Set.of());
    }

    private void charge(String resource, String usageType, String amount, String quantity) {
        ChargeLine line = ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                .provider("AWS")
                .subAccount("1")
                .resource(resource)
                .usageType(usageType)
                .build();
        finder.add(new ChargeRecord(
                line,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-02T00:00:00Z"),
                YearMonth.of(2026, 11),
                new ChargeRecord.Amounts(
                        new BigDecimal(amount),
                        Optional.empty(),
                        Optional.of(new BigDecimal(amount)),
                        Optional.empty()),
                quantity.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(quantity))));
    }
}
