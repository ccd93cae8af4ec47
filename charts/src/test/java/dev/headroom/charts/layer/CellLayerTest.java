package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellLayerTest {
    private static final ValueFormat PLAIN = ValueFormat.number("");
    private static final ValueAxis Y = ValueAxis.fitted(PLAIN);
    private static final Color EMPTY = Painted.THEME.color(ThemeColor.SUNKEN);

    private static Painted painted(CellLayer layer) {
        int columns = layer.rows().isEmpty() ? 0 : layer.values()[0].length;
        return Painted.of(
                layer,
                ValueAxis.fixed(PLAIN, -0.5, Math.max(1, columns) - 0.5, 1),
                ValueAxis.fixed(
                        ValueFormat.names(layer.rows().reversed()),
                        -0.5,
                        Math.max(1, layer.rows().size()) - 0.5,
                        1));
    }

    private static CellLayer correlation(double... values) {
        return new CellLayer(List.of("a"), new double[][] {values}, PLAIN, CellLayer.Shading.CORRELATION);
    }

    /// Beside the figure in the middle of the cell.
    private static Color cell(Painted picture, int column, double row) {
        return picture.at(column - 0.4, row + 0.3);
    }

    @Test
    void theLowestValueIsPalestAndTheHighestDarkest() {
        Painted picture =
                painted(new CellLayer(List.of("a", "b"), new double[][] {{-100, 0, 100}, {50, 50, 50}}, PLAIN));

        assertThat(cell(picture, 0, 1)).isEqualTo(Painted.THEME.mix(ThemeColor.ACCENT, 0.06, ThemeColor.SURFACE));
        assertThat(cell(picture, 2, 1)).isEqualTo(Painted.THEME.mix(ThemeColor.ACCENT, 0.8, ThemeColor.SURFACE));
        assertThat(cell(picture, 1, 1)).isNotIn(cell(picture, 0, 1), cell(picture, 2, 1));
    }

    @Test
    void theFirstRowLiesAtTheTop() {
        Painted picture = painted(new CellLayer(List.of("a", "b"), new double[][] {{Double.NaN}, {1}}, PLAIN));

        assertThat(cell(picture, 0, 1)).isEqualTo(EMPTY);
        assertThat(cell(picture, 0, 0)).isNotEqualTo(EMPTY);
    }

    @Test
    void aCellWithoutAValueIsEmptyWithADash() throws Exception {
        CellLayer layer = new CellLayer(List.of("a"), new double[][] {{1, Double.NaN, 3}}, PLAIN);

        assertThat(cell(painted(layer), 1, 0)).isEqualTo(EMPTY);
        assertThat(painted(layer).svgTexts()).contains("–", "1", "3");
        assertThat(layer.readouts(1, Y).getFirst().value()).isEqualTo("unknown");
    }

    @Test
    void anInfiniteValueIsUnknownAndDoesNotSpoilTheShadesOfTheOthers() {
        Painted picture = painted(new CellLayer(
                List.of("a"), new double[][] {{0, Double.POSITIVE_INFINITY, 10, -1e308, 1e308}}, PLAIN));

        assertThat(cell(picture, 1, 0)).isEqualTo(EMPTY);
        assertThat(painted(new CellLayer(List.of("a"), new double[][] {{0, Double.NEGATIVE_INFINITY, 10}}, PLAIN))
                        .at(1.6, 0.3))
                .isEqualTo(Painted.THEME.mix(ThemeColor.ACCENT, 0.8, ThemeColor.SURFACE));
    }

    @Test
    void equalValuesAreAllPale() {
        Painted picture = painted(new CellLayer(List.of("a"), new double[][] {{7, 7}}, PLAIN));

        assertThat(cell(picture, 0, 0))
                .isEqualTo(cell(picture, 1, 0))
                .isEqualTo(Painted.THEME.mix(ThemeColor.ACCENT, 0.06, ThemeColor.SURFACE));
    }

    @Test
    void nothingIsDrawnWithoutRows() throws Exception {
        CellLayer none = new CellLayer(List.of(), new double[0][], PLAIN);

        assertThat(none.span()).isEmpty();
        assertThat(none.values(0, 1)).isEmpty();
        assertThat(none.nearest(3)).isEmpty();
        assertThat(none.readouts(0, Y)).isEmpty();
        assertThat(painted(none).count(EMPTY)).isZero();
        assertThat(painted(none).svgTexts()).doesNotContain("–");
    }

    @Test
    void correlationsAreBlueBelowZeroAndOrangeAbove() throws Exception {
        CellLayer layer = correlation(-1, -0.3, 0.1, 0.59, 0.6, 1, Double.NaN);
        Painted picture = painted(layer);
        int[] steps = {-2, -1, 0, 1, 2, 2};

        for (int i = 0; i < steps.length; i++) {
            assertThat(cell(picture, i, 0)).as("column %d", i).isEqualTo(Painted.THEME.difference(steps[i]));
        }
        assertThat(cell(picture, 6, 0)).isEqualTo(EMPTY);
        assertThat(picture.svgTexts()).contains("−1.00", "−0.30", "0.59", "1.00", "–");
    }

    @Test
    void theSvgHasTheNamesOfTheRowsAndOneBoxACell() throws Exception {
        CellLayer layer = new CellLayer(List.of("Mon & <Tue>", "Wed"), new double[][] {{1, 2}, {3, 4}}, PLAIN);
        String svg = painted(layer).svg();

        assertThat(painted(layer).svgTexts()).contains("Mon & <Tue>", "Wed", "1", "2", "3", "4");
        assertThat(svg).contains(rgb(Painted.THEME.mix(ThemeColor.ACCENT, 0.8, ThemeColor.SURFACE)));
    }

    private static String rgb(Color color) {
        return "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
    }

    @Test
    void theCrosshairStaysInsideTheColumns() {
        CellLayer layer = new CellLayer(List.of("a"), new double[][] {{1, 2, 3}}, PLAIN);

        assertThat(layer.nearest(9)).hasValue(2);
        assertThat(layer.nearest(-9)).hasValue(0);
        assertThat(layer.after(1)).hasValue(2);
        assertThat(layer.after(2)).hasValue(2);
        assertThat(layer.before(0)).hasValue(0);
        assertThat(layer.readouts(3, Y)).isEmpty();
        assertThat(layer.readouts(-1, Y)).isEmpty();
    }

    @Test
    void rowsWithoutNamesAreRefused() {
        assertThatThrownBy(() -> new CellLayer(List.of("a"), new double[][] {{1}, {2}}, PLAIN))
                .hasMessageContaining("values (2) must have a row for each name (1)");
    }
}
