package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ShapeCatalogTest {
    private static final InstanceShape LARGE = shape("m5.large", "m5", 2, "amd64", true, "us-east-1");
    private static final InstanceShape XLARGE = shape("m5.xlarge", "m5", 4, "amd64", true, "us-east-1");
    private static final InstanceShape OLD = shape("m4.large", "m4", 2, "amd64", false, "us-east-1");
    private static final InstanceShape ARM = shape("m7g.large", "m7g", 2, "arm64", true, "us-east-1");
    private static final InstanceShape ELSEWHERE = shape("m5.large", "m5", 2, "amd64", true, "us-gov-west-1");
    private final ShapeCatalog catalog = new ShapeCatalog(List.of(XLARGE, LARGE, OLD, ARM, ELSEWHERE));

    @Test
    void aTypeIsFoundInItsRegionOnly() {
        assertThat(catalog.find("m5.large", "us-gov-west-1")).contains(ELSEWHERE);
        assertThat(catalog.find("m5.large", "eu-west-1")).isEmpty();
        assertThat(catalog.find("m9.large", "us-east-1")).isEmpty();
    }

    @Test
    void theSizesOfAFamilyComeSmallestFirst() {
        assertThat(catalog.family("m5", "us-east-1")).containsExactly(LARGE, XLARGE);
    }

    @Test
    void currentGenerationLeavesOutOldTypesAndOtherArchitectures() {
        assertThat(catalog.currentGeneration("amd64", "us-east-1")).containsExactly(LARGE, XLARGE);
        assertThat(catalog.currentGeneration("arm64", "us-east-1")).containsExactly(ARM);
    }

    @Test
    void aTypeGivenTwiceForOneRegionIsRefused() {
        assertThatThrownBy(() -> new ShapeCatalog(List.of(LARGE, LARGE)))
                .hasMessageContaining("m5.large")
                .hasMessageContaining("us-east-1");
    }

    @Test
    void theFamilyNameTellsTheGenerationAndTheTypeNameTheSize() {
        assertThat(LARGE.generation()).hasValue(5);
        assertThat(ARM.generation()).hasValue(7);
        assertThat(shape("custom", "custom", 1, "amd64", true, "x").generation())
                .isEmpty();
        assertThat(XLARGE.size()).isEqualTo("xlarge");
        assertThat(shape("custom", "custom", 1, "amd64", true, "x").size()).isEqualTo("custom");
    }

    @Test
    void aMonthHasSevenHundredAndThirtyHoursAndAnUnknownPriceStaysUnknown() {
        assertThat(LARGE.onDemandMonth()).contains(Money.of("73.0", "USD"));
        InstanceShape unpriced = new InstanceShape(
                "m5.large",
                "m5",
                2,
                8,
                "amd64",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                true,
                "us-east-1",
                Optional.empty());
        assertThat(unpriced.onDemandMonth()).isEmpty();
    }

    @Test
    void aShapeWithoutProcessorsIsRefused() {
        assertThatThrownBy(() -> shape("m5.none", "m5", 0, "amd64", true, "us-east-1"))
                .hasMessageContaining("vcpu (0.0)");
    }

    private static InstanceShape shape(
            String type, String family, double vcpu, String architecture, boolean current, String region) {
        return new InstanceShape(
                type,
                family,
                vcpu,
                vcpu * 4,
                architecture,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                current,
                region,
                Optional.of(Money.of("0.1", "USD")));
    }
}
