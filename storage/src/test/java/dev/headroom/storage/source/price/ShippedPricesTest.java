package dev.headroom.storage.source.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedPricesTest {
    private final List<InstanceShape> shapes = ShippedPrices.load();

    @Test
    void theListSaysOfWhichDayItIs() {
        assertThat(ShippedPrices.priceDate()).isEqualTo(LocalDate.of(2026, 7, 20));
    }

    @Test
    void theWellKnownGeneralPurposeTypeHasItsPublishedPriceAndShape() {
        InstanceShape shape =
                new ShapeCatalog(shapes).find("m5.large", "us-east-1").orElseThrow();
        assertThat(shape.onDemandHour()).contains(Money.of("0.096", "USD"));
        assertThat(shape.vcpu()).isEqualTo(2);
        assertThat(shape.memoryGib()).isEqualTo(8);
        assertThat(shape.architecture()).isEqualTo("amd64");
        assertThat(shape.burstable()).isFalse();
        // 4,750 Mbit/s of block storage bandwidth is 593.75 MB/s.
        assertThat(shape.diskMbps().orElseThrow()).isEqualTo(593.75);
        assertThat(shape.networkMbps().orElseThrow()).isEqualTo(750);
    }

    @Test
    void everyFamilyOfTheFleetIsPricedInTheCommercialRegion() {
        assertThat(shapes.stream()
                        .filter(shape -> shape.region().equals("us-east-1"))
                        .map(InstanceShape::family)
                        .collect(Collectors.toSet()))
                .contains(
                        "t3", "t3a", "t4g", "m5", "m5a", "m6i", "m6a", "m6g", "m7i", "m7g", "c5", "c5a", "c6i", "c6g",
                        "c7i", "c7g", "r5", "r5a", "r6i", "r6g", "r7i", "r7g");
        assertThat(shapes).allMatch(shape -> shape.onDemandHour().isPresent());
        assertThat(new ShapeCatalog(shapes).regions()).containsExactly("us-east-1", "us-gov-west-1");
    }

    @Test
    void aBiggerSizeOfAFamilyIsNeverCheaperAndNeverNarrower() {
        ShapeCatalog catalog = new ShapeCatalog(shapes);
        for (InstanceShape shape : shapes) {
            List<InstanceShape> sizes = catalog.family(shape.family(), shape.region());
            for (int i = 1; i < sizes.size(); i++) {
                InstanceShape small = sizes.get(i - 1);
                InstanceShape large = sizes.get(i);
                assertThat(large.onDemandHour().orElseThrow())
                        .isGreaterThan(small.onDemandHour().orElseThrow());
                assertThat(large.memoryGib()).isGreaterThan(small.memoryGib());
                assertThat(large.diskMbps().orElseThrow())
                        .as("%s against %s", large.instanceType(), small.instanceType())
                        .isGreaterThanOrEqualTo(small.diskMbps().orElseThrow());
                assertThat(large.networkMbps().orElseThrow())
                        .as("%s against %s", large.instanceType(), small.instanceType())
                        .isGreaterThanOrEqualTo(small.networkMbps().orElseThrow());
            }
        }
    }

    @Test
    void diskBandwidthIsPlausibleInMegabytes() {
        // Between 0.2 and 8 GB/s: a figure in megabit would be eight times as large.
        assertThat(shapes)
                .allSatisfy(shape -> assertThat(shape.diskMbps().orElseThrow()).isBetween(200.0, 8_000.0));
    }
}
