package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class DotLayerTest {
    private static final ValueFormat PLAIN = ValueFormat.number("");
    private static final Color DOT = Painted.THEME.color(ThemeColor.ACCENT);

    private static Painted painted(double[] x, double[] y) {
        return Painted.of(new DotLayer(x, y), ValueAxis.fitted(PLAIN), ValueAxis.fitted(PLAIN));
    }

    @Test
    void eachPairIsADotAlsoBelowZero() {
        Painted picture = painted(new double[] {-10, 0, 10}, new double[] {4, -4, 0});

        assertThat(picture.at(-10, 4)).isEqualTo(DOT);
        assertThat(picture.at(0, -4)).isEqualTo(DOT);
        assertThat(picture.at(10, 0)).isEqualTo(DOT);
        assertThat(picture.at(5, 3)).isNotEqualTo(DOT);
    }

    @Test
    void theOutermostDotsHaveRoomAround() {
        DotLayer layer = new DotLayer(new double[] {0, 100}, new double[] {1, 2});

        assertThat(layer.span()).contains(new Extent(-2, 102));
        assertThat(layer.values(0, 1)).contains(new Extent(0.98, 2.02));
    }

    @Test
    void oneDotAndEqualDotsAreInsideThePlot() {
        Painted one = painted(new double[] {7}, new double[] {7});
        Painted equal = painted(new double[] {7, 7}, new double[] {7, 7});

        assertThat(one.count(DOT)).isPositive();
        assertThat(equal.count(DOT)).isGreaterThanOrEqualTo(one.count(DOT));
    }

    @Test
    void extremeValuesAreStillDrawn() {
        Painted picture = painted(new double[] {-1e12, 1e12}, new double[] {1e-9, 2e-9});

        assertThat(picture.at(-1e12, 1e-9)).isEqualTo(DOT);
        assertThat(picture.at(1e12, 2e-9)).isEqualTo(DOT);
    }

    @Test
    void nothingIsDrawnWithoutPairs() {
        assertThat(painted(new double[0], new double[0]).count(DOT)).isZero();
        assertThat(new DotLayer(new double[0], new double[0]).span()).isEmpty();
    }

    @Test
    void theSvgHasOneShapeADot() throws Exception {
        Painted picture = painted(new double[] {1, 2, 3}, new double[] {3, 2, 1});
        String colour = "rgb(%d,%d,%d)".formatted(DOT.getRed(), DOT.getGreen(), DOT.getBlue());

        assertThat(picture.svg().split(java.util.regex.Pattern.quote(colour), -1))
                .hasSize(4);
        assertThat(picture.svgTexts()).contains("1.0", "3.0");
    }

    @Test
    void aMissingValueIsRefusedBecauseItHasNoPlace() {
        assertThatThrownBy(() -> new DotLayer(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new DotLayer(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new DotLayer(new double[1], new double[2]))
                .hasMessageContaining("x (1) must be as many as y (2)");
    }
}
