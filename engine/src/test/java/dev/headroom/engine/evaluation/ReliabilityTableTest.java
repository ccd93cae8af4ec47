package dev.headroom.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTableTest {
    @Test
    void fourCasesByHand() {
        ReliabilityTable table =
                ReliabilityTable.of(new double[] {0.05, 0.72, 0.78, 1.0}, new boolean[] {false, true, false, true}, 10);
        assertThat(table.cases()).isEqualTo(4);
        assertThat(table.baseRate()).isEqualTo(0.5);
        assertThat(table.brierScore()).isCloseTo((0.05 * 0.05 + 0.28 * 0.28 + 0.78 * 0.78 + 0) / 4, within(1e-12));
        assertThat(table.bins()).hasSize(3);
        ReliabilityTable.Bin middle = table.bins().get(1);
        assertThat(middle.from()).isEqualTo(0.7);
        assertThat(middle.cases()).isEqualTo(2);
        assertThat(middle.happened()).isEqualTo(1);
        assertThat(middle.meanPredicted()).isCloseTo(0.75, within(1e-12));
        assertThat(middle.observedShare()).isEqualTo(0.5);
        assertThat(table.bins().getLast().from()).isEqualTo(0.9);
    }

    @Test
    void wilsonIntervalAgreesWithR() {
        // R: prop.test(3, 10, conf.level = .9, correct = FALSE)$conf.int, printed with eight digits.
        boolean[] happened = new boolean[10];
        happened[0] = happened[1] = happened[2] = true;
        double[] predicted = new double[10];
        java.util.Arrays.fill(predicted, 0.3);
        ReliabilityTable.Bin bin =
                ReliabilityTable.of(predicted, happened, 5).bins().getFirst();
        assertThat(bin.low()).isCloseTo(0.12687658, within(1e-8));
        assertThat(bin.high()).isCloseTo(0.55830020, within(1e-8));
    }

    @Test
    void intervalsStayWithinZeroAndOne() {
        ReliabilityTable.Bin never = ReliabilityTable.of(new double[] {0.1}, new boolean[] {false}, 2)
                .bins()
                .getFirst();
        assertThat(never.low()).isZero();
        assertThat(never.high()).isBetween(0.5, 1.0);
        ReliabilityTable.Bin always = ReliabilityTable.of(new double[] {1}, new boolean[] {true}, 2)
                .bins()
                .getFirst();
        assertThat(always.high()).isEqualTo(1);
        assertThat(always.low()).isBetween(0.0, 0.5);
    }

    @Test
    void badInputIsRefusedWithItsValue() {
        assertThatThrownBy(() -> ReliabilityTable.of(new double[] {1.2}, new boolean[] {true}, 10))
                .hasMessageContaining("predicted[0] (1.2)");
        assertThatThrownBy(() -> ReliabilityTable.of(new double[] {Double.NaN}, new boolean[] {true}, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReliabilityTable.of(new double[0], new boolean[0], 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
