package dev.headroom.charts.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallLayerTest {
    private static final ValueFormat MONEY = ValueFormat.money("$");
    private static final ValueAxis Y = ValueAxis.fitted(MONEY);
    private static final Color TOTAL = Painted.THEME.color(ThemeColor.HISTORY);
    private static final Color UP = Painted.THEME.difference(2);
    private static final Color DOWN = Painted.THEME.difference(-2);

    private static WaterfallLayer bridge(double start, double... amounts) {
        List<WaterfallLayer.Step> steps = java.util.stream.IntStream.range(0, amounts.length)
                .mapToObj(i -> new WaterfallLayer.Step("Part " + (i + 1), amounts[i]))
                .toList();
        return WaterfallLayer.of("Invoice", start, steps, "Bill in workspace", MONEY);
    }

    private static Painted painted(WaterfallLayer layer) {
        return Painted.of(
                layer,
                ValueAxis.fixed(
                        ValueFormat.names(List.of()),
                        -0.5,
                        Math.max(1, layer.bars().size()) - 0.5,
                        1),
                ValueAxis.fitted(MONEY));
    }

    @Test
    void eachStepBeginsWhereTheOneBeforeEnds() {
        WaterfallLayer layer = bridge(100, 50, -30);
        Painted picture = painted(layer);

        assertThat(layer.startsAtZero()).isTrue();
        assertThat(picture.at(0, 50)).isEqualTo(TOTAL);
        assertThat(picture.at(1, 125)).isEqualTo(UP);
        assertThat(picture.at(1, 90)).isNotEqualTo(UP);
        assertThat(picture.at(2, 135)).isEqualTo(DOWN);
        assertThat(picture.at(2, 110)).isNotEqualTo(DOWN);
        assertThat(picture.at(3, 60)).isEqualTo(TOTAL);
        assertThat(picture.at(3, 130)).isNotEqualTo(TOTAL);
    }

    @Test
    void smallStepsAreShownWithCutBars() {
        WaterfallLayer layer = bridge(82_644, 198, 226, -118, 25);
        Painted picture = painted(layer);

        assertThat(layer.startsAtZero()).isFalse();
        assertThat(picture.layout().y().min()).isGreaterThan(80_000);
        assertThat(picture.at(1, 82_750)).isEqualTo(UP);
        assertThat(picture.at(3, 83_010)).isEqualTo(DOWN);
        assertThat(picture.pixel(picture.layout().px(0), picture.layout().area().getMaxY() - 3))
                .isEqualTo(TOTAL);
    }

    @Test
    void figuresHaveTheirSignsAndNamesStandBelowInTwoLines() throws Exception {
        assertThat(painted(bridge(82_644, 198, 226, -118, 25)).svgTexts())
                .contains("$82,644", "+$198", "−$118", "$82,975", "Invoice", "Part 4", "Bill in workspace");
        Pen.Letter letter = new Pen.Letter(FontFace.REGULAR, 11, Color.BLACK);
        assertThat(WaterfallLayer.wrapped("Only on invoice", letter, 500)).containsExactly("Only on invoice");
        assertThat(WaterfallLayer.wrapped("Only on invoice", letter, 40)).containsExactly("Only on", "invoice");
        assertThat(WaterfallLayer.wrapped("Unexplained", letter, 10)).containsExactly("Unexplained");
    }

    @Test
    void aTotalBelowZeroHangsFromZero() {
        Painted picture = painted(bridge(40, -100));

        assertThat(picture.at(0, 20)).isEqualTo(TOTAL);
        assertThat(picture.at(1, -30)).isEqualTo(DOWN);
        assertThat(picture.at(2, -30)).isEqualTo(TOTAL);
        assertThat(picture.at(2, 20)).isNotEqualTo(TOTAL);
    }

    @Test
    void equalTotalsWithoutStepsStartAtZero() {
        WaterfallLayer layer = bridge(500);

        assertThat(layer.startsAtZero()).isTrue();
        assertThat(layer.values(0, 1)).contains(new Extent(0, 500));
        assertThat(painted(layer).at(1, 250)).isEqualTo(TOTAL);
    }

    @Test
    void nothingIsDrawnWithoutBars() {
        WaterfallLayer none = new WaterfallLayer(List.of(), MONEY);

        assertThat(none.span()).isEmpty();
        assertThat(none.values(0, 1)).isEmpty();
        assertThat(none.nearest(0)).isEmpty();
        assertThat(none.readouts(0, Y)).isEmpty();
        assertThat(painted(none).count(TOTAL)).isZero();
    }

    @Test
    void theCrosshairReadsNameAndFigureOfABar() {
        WaterfallLayer layer = bridge(100, -12.5);

        assertThat(layer.readouts(1.2, Y).getFirst().name()).isEqualTo("Part 1");
        assertThat(layer.readouts(1.2, Y).getFirst().value()).isEqualTo("−$12.50");
        assertThat(layer.readouts(3, Y)).isEmpty();
        assertThat(layer.after(2)).hasValue(2);
        assertThat(layer.before(1)).hasValue(0);
    }
}
