package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineLayerTest {
    private static final Color LINE = Painted.THEME.color(ThemeColor.TEXT);

    private static Painted painted(boolean[]... marked) {
        return Painted.of(
                new OutlineLayer(marked),
                ValueAxis.fixed(ValueFormat.number(""), -0.5, marked[0].length - 0.5, 1),
                ValueAxis.fixed(ValueFormat.names(List.of("b", "a")), -0.5, marked.length - 0.5, 1));
    }

    @Test
    void theLineRunsAroundCellsThatTouchAndNotBetweenThem() {
        Painted picture = painted(new boolean[] {false, true, true, false}, new boolean[] {false, false, false, false});

        assertThat(picture.at(0.5, 1)).as("left edge").isEqualTo(LINE);
        assertThat(picture.at(2.5, 1)).as("right edge").isEqualTo(LINE);
        assertThat(picture.at(1.2, 0.5)).as("lower edge").isEqualTo(LINE);
        assertThat(picture.at(1.5, 1)).as("between").isNotEqualTo(LINE);
        assertThat(picture.at(3.2, 0.5)).as("below a cell that is not marked").isNotEqualTo(LINE);
    }

    @Test
    void withoutMarksNothingIsDrawn() {
        assertThat(painted(new boolean[2], new boolean[2]).count(LINE)).isZero();
    }
}
