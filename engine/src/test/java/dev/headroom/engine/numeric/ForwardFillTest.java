package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForwardFillTest {
    @Test
    void gapsTakeTheLastValueAndLeadingOnesAreDropped() {
        double nan = Double.NaN;

        assertThat(ForwardFill.of(new double[] {nan, 1, nan, nan, 2, nan})).containsExactly(1, 1, 1, 2, 2);
        assertThat(ForwardFill.of(new double[] {nan, nan})).isEmpty();
        assertThat(ForwardFill.of(new double[0])).isEmpty();
    }
}
