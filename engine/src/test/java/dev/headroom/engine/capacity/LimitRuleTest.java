package dev.headroom.engine.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LimitRuleTest {
    private static final LimitRule RULE = new LimitRule.BySize(80);

    @Test
    void smallMachinesKeepMoreOfTheirProcessorsFree() {
        assertThat(cpu(4)).isCloseTo(100 - 38.3, within(0.1));
        assertThat(cpu(16)).isCloseTo(100 - 20.6, within(0.1));
        assertThat(cpu(64)).isCloseTo(100 - 11.0, within(0.1));
        assertThat(cpu(0.25)).as("a part of a processor is taken as one").isEqualTo(cpu(1));
    }

    @Test
    void otherResourcesAndUnknownMachinesHaveTheFlatLimit() {
        assertThat(RULE.percent(ResourceKind.MEMORY, OptionalDouble.of(4))).isEqualTo(80);
        assertThat(RULE.percent(ResourceKind.CPU, OptionalDouble.empty())).isEqualTo(80);
        assertThat(new LimitRule.Flat(70).percent(ResourceKind.CPU, OptionalDouble.of(4)))
                .isEqualTo(70);
    }

    @Test
    void aLimitLiesWithinTheCapacity() {
        assertThatThrownBy(() -> new LimitRule.Flat(0)).hasMessageContaining("flatPercent (0.0)");
        assertThatThrownBy(() -> new LimitRule.BySize(101)).hasMessageContaining("flatPercent (101.0)");
    }

    private static double cpu(double vcpu) {
        return RULE.percent(ResourceKind.CPU, OptionalDouble.of(vcpu));
    }
}
