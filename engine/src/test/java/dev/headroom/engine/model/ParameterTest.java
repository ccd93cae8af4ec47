package dev.headroom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTest {
    private static final List<Parameter> ALL = List.of(
            new Parameter.Whole("depth", 2, 12),
            new Parameter.Real("share", 0.1, 1),
            new Parameter.LogReal("rate", 0.005, 0.5),
            new Parameter.Choice("trend", List.of("N", "A", "Ad")));

    @Test
    void everyPlaceGivesAValueOfTheRange() {
        for (Parameter parameter : ALL) {
            for (double place : new double[] {0, 0.1, 0.37, 0.5, 0.999, 1}) {
                String value = parameter.at(place);
                assertThat(parameter.canonical(value)).isEqualTo(value);
                assertThat(parameter.at(parameter.place(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void wholeNumbersShareTheRangeEvenly() {
        Parameter.Whole depth = new Parameter.Whole("depth", 2, 5);
        int[] counts = new int[6];
        for (int i = 0; i < 1000; i++) {
            counts[Integer.parseInt(depth.at(i / 1000.0))]++;
        }
        assertThat(counts).containsExactly(0, 0, 250, 250, 250, 250);
    }

    @Test
    void theMiddleOfALogarithmicRangeIsItsGeometricMean() {
        assertThat(Double.parseDouble(new Parameter.LogReal("rate", 0.01, 1).at(0.5)))
                .isCloseTo(0.1, within(1e-9));
    }

    @Test
    void gridsHoldBothEnds() {
        assertThat(new Parameter.Whole("depth", 2, 12).grid(3)).containsExactly("2", "7", "12");
        assertThat(new Parameter.Whole("depth", 2, 3).grid(5)).containsExactly("2", "3");
        assertThat(new Parameter.LogReal("rate", 0.01, 1).grid(3)).containsExactly("0.01", "0.1", "1");
        assertThat(new Parameter.Choice("trend", List.of("N", "A", "Ad")).grid(2))
                .hasSize(3);
    }

    @Test
    void emptyRangesAreRefused() {
        assertThatThrownBy(() -> new Parameter.Whole("depth", 3, 3)).hasMessageContaining("low (3.0) must be below");
        assertThatThrownBy(() -> new Parameter.LogReal("rate", 0, 1)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> new Parameter.Choice("trend", List.of("N"))).hasMessageContaining("two or more");
    }
}
