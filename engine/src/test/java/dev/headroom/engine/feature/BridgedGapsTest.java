package dev.headroom.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BridgedGapsTest {
    private static final double NAN = Double.NaN;

    @Test
    void withoutSeasonsAGapIsAStraightLine() {
        double[] line = BridgedGaps.of(new double[] {NAN, 2, NAN, NAN, 8, NAN}, List.of());

        assertThat(line).containsExactly(new double[] {2, 2, 4, 6, 8, 8}, within(1e-12));
    }

    @Test
    void valuesWithoutGapsStayAsTheyAre() {
        assertThat(BridgedGaps.of(new double[] {1, 5, 2}, List.of(7))).containsExactly(1, 5, 2);
    }
}
