package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class BarLayerTest {
    private static final ValueFormat PLAIN = ValueFormat.number("");
    private static final Color BAR = Painted.THEME.color(ThemeColor.BAND_50);

    private static Painted painted(BarLayer layer) {
        return Painted.of(
                layer,
                ValueAxis.fixed(PLAIN, -0.5, Math.max(1, layer.heights().length) - 0.5, 1),
                ValueAxis.withZero(PLAIN));
    }

    @Test
    void aBarReachesFromZeroToItsHeight() {
        Painted picture = painted(BarLayer.of("", 0.8, new double[] {10, 5}));

        assertThat(picture.at(0, 9.5)).isEqualTo(BAR);
        assertThat(picture.at(1, 4.5)).isEqualTo(BAR);
        assertThat(picture.at(1, 5.5)).isNotEqualTo(BAR);
        assertThat(picture.at(0.5, 3)).isNotEqualTo(BAR);
    }

    @Test
    void aNegativeBarHangsBelowZero() {
        Painted picture = painted(BarLayer.of("", 0.8, new double[] {-4, 4}));

        assertThat(picture.at(0, -3.5)).isEqualTo(BAR);
        assertThat(picture.at(0, 0.5)).isNotEqualTo(BAR);
        assertThat(picture.at(1, 3.5)).isEqualTo(BAR);
        assertThat(picture.at(1, -0.5)).isNotEqualTo(BAR);
    }

    @Test
    void gapsZerosAndInfinitiesAreNoBars() {
        BarLayer layer = BarLayer.of(
                "Mean", 0.8, new double[] {3, Double.NaN, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        Painted picture = painted(layer);

        assertThat(picture.at(0, 1.5)).isEqualTo(BAR);
        for (int gap = 1; gap < 5; gap++) {
            assertThat(picture.at(gap, 1.5)).as("gap %d", gap).isNotEqualTo(BAR);
        }
        assertThat(layer.values(0, 9)).contains(new Extent(0, 3));
        assertThat(layer.readouts(1, ValueAxis.withZero(PLAIN)).getFirst().value())
                .isEqualTo("unknown");
    }

    @Test
    void oneExtremeBarFlattensTheOthersAndLeavesNothingOut() {
        BarLayer layer = BarLayer.of("", 0.8, new double[] {1, 1e15, -1e15});
        Painted picture = painted(layer);

        assertThat(picture.at(1, 9e14)).isEqualTo(BAR);
        assertThat(picture.at(2, -9e14)).isEqualTo(BAR);
        assertThat(layer.values(0, 3)).contains(new Extent(-1e15, 1e15));
    }

    @Test
    void nothingIsDrawnWithoutBars() {
        BarLayer none = BarLayer.of("", 0.8, new double[0]);

        assertThat(none.span()).isEmpty();
        assertThat(none.values(0, 1)).isEmpty();
        assertThat(none.nearest(0)).isEmpty();
        assertThat(painted(none).count(BAR)).isZero();
        assertThat(BarLayer.of("", 0.8, new double[] {Double.NaN}).values(0, 1)).isEmpty();
    }

    @Test
    void theSvgHoldsOneShapeABarAndTheLabelsAsText() throws Exception {
        Painted picture = painted(BarLayer.of("", 0.8, new double[] {3, Double.NaN, 6}));
        String colour = "rgb(%d,%d,%d)".formatted(BAR.getRed(), BAR.getGreen(), BAR.getBlue());

        assertThat(picture.svg().split(java.util.regex.Pattern.quote(colour), -1))
                .hasSize(3);
        assertThat(picture.svgTexts()).contains("0", "6");
    }

    @Test
    void theCrosshairReadsTheBarUnderIt() {
        BarLayer layer = new BarLayer("Days", new double[] {0, 10}, new double[] {10, 20}, new double[] {4, 6});
        ValueAxis axis = ValueAxis.withZero(PLAIN);

        assertThat(layer.readouts(9.9, axis).getFirst().value()).isEqualTo("4.00");
        assertThat(layer.readouts(10, axis).getFirst().value()).isEqualTo("6.00");
        assertThat(layer.readouts(20, axis)).isEmpty();
        assertThat(layer.nearest(11)).hasValue(15);
        assertThat(layer.after(5)).hasValue(15);
        assertThat(layer.before(15)).hasValue(5);
    }

    @Test
    void edgesThatDoNotFitTheHeightsAreRefused() {
        assertThatThrownBy(() -> new BarLayer("", new double[1], new double[1], new double[2]))
                .hasMessageContaining("edges (1, 1) must fit the heights (2)");
    }
}
