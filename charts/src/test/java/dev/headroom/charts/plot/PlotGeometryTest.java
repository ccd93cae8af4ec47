package dev.headroom.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.charts.SampleCharts;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.BandLevel;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where things lie, in numbers and in single pixels.
class PlotGeometryTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void aPositionAndAValueLieWhereTheScaleSays() {
        Plot plot = line(new double[] {0, 100}, new double[] {0, 100});
        PlotLayout layout = plot.layout(400, 300, new Viewport(0, 100));
        Rectangle2D area = layout.area();

        assertThat(layout.px(0)).isEqualTo(area.getMinX());
        assertThat(layout.px(25)).isCloseTo(area.getMinX() + area.getWidth() / 4, within(1e-9));
        assertThat(layout.py(100)).isEqualTo(area.getMinY());
        assertThat(layout.py(40)).isCloseTo(area.getMaxY() - 0.4 * area.getHeight(), within(1e-9));
        assertThat(layout.positionAt(layout.px(37))).isCloseTo(37, within(1e-9));
        assertThat(layout.valueAt(layout.py(61))).isCloseTo(61, within(1e-9));
    }

    @Test
    void theLegendAndTheFlagsLieAboveThePlotArea() {
        PlotLayout with =
                SampleCharts.forecast().layout(800, 500, SampleCharts.forecast().home());
        Plot bare = SampleCharts.forecast().withLegend(Plot.Legend.NONE);

        assertThat(with.area().getMinY()).isEqualTo(62);
        assertThat(bare.layout(800, 500, bare.home()).area().getMinY()).isEqualTo(36);
    }

    @Test
    void aSquarePlotIsSquare() {
        Rectangle2D area =
                SampleCharts.reliability().layout(420, 260, new Viewport(0, 1)).area();

        assertThat(area.getWidth()).isEqualTo(area.getHeight());
    }

    @Test
    void bandsArePaintedFromTheWidestToTheNarrowestWhateverTheOrderTheyCameIn() {
        Plot plot = SampleCharts.forecast();
        List<String> order = plot.layers().stream()
                .filter(BandLayer.class::isInstance)
                .map(layer -> ((BandLayer) layer).name())
                .toList();

        assertThat(order).containsExactly("95\u00a0%", "80\u00a0%", "50\u00a0%");
        assertThat(plot.legend().stream().map(entry -> entry.text()))
                .containsExactly("Observed", "Median", "50\u00a0%", "80\u00a0%", "95\u00a0%", "Breach P10, P50, P90");
    }

    @Test
    void theColourInTheMiddleOfEachBandIsTheOpaqueToken() {
        double[] x = {0, 100};
        Plot plot = Plot.builder(TimeAxis.in(UTC), ValueAxis.fixed(ValueFormat.percent(), 0, 100))
                .add(band(BandLevel.P50, x, 40, 60), band(BandLevel.P95, x, 10, 90), band(BandLevel.P80, x, 25, 75))
                .build();
        PlotLayout layout = plot.layout(400, 300, new Viewport(0, 100));
        BufferedImage image = paint(plot, 400, 300);

        assertThat(pixel(image, layout, 51, 50)).isEqualTo(PlotTheme.light().color(ThemeColor.BAND_50));
        assertThat(pixel(image, layout, 51, 70)).isEqualTo(PlotTheme.light().color(ThemeColor.BAND_80));
        assertThat(pixel(image, layout, 51, 85)).isEqualTo(PlotTheme.light().color(ThemeColor.BAND_95));
        assertThat(pixel(image, layout, 51, 95)).isEqualTo(PlotTheme.light().color(ThemeColor.SURFACE));
    }

    @Test
    void gridLinesAreOneWholePixel() {
        Plot plot = line(new double[] {0, 100}, new double[] {0, 0});
        Plot fixed = Plot.builder(TimeAxis.in(UTC), ValueAxis.fixed(ValueFormat.percent(), 0, 100))
                .add(plot.layers().toArray(new PlotLayer[0]))
                .build();
        BufferedImage image = paint(fixed, 400, 303);
        PlotLayout layout = fixed.layout(400, 303, fixed.home());
        Color hair = PlotTheme.light().color(ThemeColor.HAIR);
        int x = (int) layout.area().getCenterX();
        int near = (int) Math.round(layout.py(60));
        int hits = 0;
        for (int y = near - 3; y <= near + 3; y++) {
            Color color = new Color(image.getRGB(x, y));
            hits += color.equals(hair) ? 1 : 0;
            assertThat(color.equals(hair) || color.equals(Color.WHITE))
                    .as("pixel row %d", y)
                    .isTrue();
        }
        assertThat(hits).isEqualTo(1);
    }

    @Test
    void anExtremeAmongAHundredThousandPointsIsStillDrawn() {
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        Random random = new Random(4);
        for (int i = 0; i < n; i++) {
            x[i] = i * 3_600.0;
            y[i] = 40 + random.nextDouble();
        }
        y[61_237] = 95;
        Plot plot = Plot.builder(TimeAxis.in(UTC), ValueAxis.fixed(ValueFormat.percent(), 0, 100))
                .add(LineLayer.history("Observed", new LineData(x, y)))
                .build();
        BufferedImage image = paint(plot, 500, 300);
        PlotLayout layout = plot.layout(500, 300, plot.home());
        int column = (int) layout.px(x[61_237]);
        int row = (int) layout.py(94);
        boolean found = false;
        for (int dx = -2; dx <= 2; dx++) {
            Color color = new Color(image.getRGB(column + dx, row));
            found = found || color.getRed() < 160;
        }
        assertThat(found).isTrue();
    }

    @Test
    void aDenseLineKeepsItsGapsItsJumpsAndItsEnd() {
        int n = 40_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + (i >= 20_000 ? 10_000 : 0);
            y[i] = i < 20_000 ? 20 : 80;
            if (i >= 5_000 && i < 10_000) {
                y[i] = Double.NaN;
            }
        }
        Plot plot = Plot.builder(TimeAxis.in(UTC), ValueAxis.fixed(ValueFormat.percent(), 0, 100))
                .add(LineLayer.history("Observed", new LineData(x, y)))
                .span(new Viewport(0, 70_000))
                .build();
        PlotLayout layout = plot.layout(500, 300, plot.home());
        BufferedImage image = paint(plot, 500, 300);

        assertThat(darkest(image, layout, 2_500, 20)).isLessThan(120);
        assertThat(darkest(image, layout, 7_500, 20)).as("in the gap").isGreaterThan(200);
        assertThat(darkest(image, layout, 15_000, 20)).isLessThan(120);
        assertThat(darkest(image, layout, 25_000, 50)).as("halfway up the jump").isLessThan(160);
        assertThat(darkest(image, layout, 45_000, 80)).isLessThan(120);
        assertThat(darkest(image, layout, 60_000, 80)).as("after the end").isGreaterThan(200);
    }

    @Test
    void aLineIsNotDrawnThroughAGap() {
        Plot plot = line(new double[] {0, 40, 50, 60, 100}, new double[] {50, 50, Double.NaN, 50, 50});
        PlotLayout layout = plot.layout(400, 300, plot.home());
        BufferedImage image = paint(plot, 400, 300);

        assertThat(darkest(image, layout, 50, 50)).isGreaterThan(200);
        assertThat(darkest(image, layout, 20, 50)).isLessThan(120);
    }

    @Test
    void theVerticalAxisFitsWhatIsInView() {
        Plot plot = line(new double[] {0, 1, 2, 3}, new double[] {10, 20, 800, 900});

        assertThat(plot.layout(400, 300, new Viewport(0, 1)).y().max()).isLessThanOrEqualTo(1_000);
        assertThat(plot.layout(400, 300, new Viewport(2, 3)).y().min()).isGreaterThanOrEqualTo(700);
    }

    @Test
    void zoomingKeepsTheCentreAndStaysInsideTheLimits() {
        Viewport full = new Viewport(0, 1_000);
        Viewport zoomed = new Viewport(200, 600).zoomed(0.5, 300);

        assertThat(zoomed).isEqualTo(new Viewport(250, 450));
        assertThat(new Viewport(-50, 100).within(full, 10)).isEqualTo(new Viewport(0, 150));
        assertThat(new Viewport(950, 1_150).within(full, 10)).isEqualTo(new Viewport(800, 1_000));
        assertThat(new Viewport(499, 501).within(full, 10)).isEqualTo(new Viewport(495, 505));
        assertThat(new Viewport(-500, 3_000).within(full, 10)).isEqualTo(full);
    }

    @Test
    void anEmptyPlotIsPaintedWithoutData() {
        Plot plot = Plot.builder(TimeAxis.in(UTC), ValueAxis.fitted(ValueFormat.percent()))
                .add(LineLayer.history("Observed", new LineData(new double[0], new double[0])))
                .build();

        assertThat(plot.legend()).isEmpty();
        assertThat(new Color(paint(plot, 200, 120).getRGB(3, 3))).isEqualTo(Color.WHITE);
    }

    private static Plot line(double[] x, double[] y) {
        return Plot.builder(TimeAxis.in(UTC), ValueAxis.fitted(ValueFormat.number("")))
                .add(LineLayer.history("Observed", new LineData(x, y)))
                .build();
    }

    private static BandLayer band(BandLevel level, double[] x, double low, double high) {
        return BandLayer.forecast(level, new BandData(x, new double[] {low, low}, new double[] {high, high}));
    }

    private static BufferedImage paint(Plot plot, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        plot.paint(g, width, height, plot.home());
        g.dispose();
        return image;
    }

    private static Color pixel(BufferedImage image, PlotLayout layout, double x, double value) {
        return new Color(image.getRGB((int) layout.px(x), (int) layout.py(value)));
    }

    private static int darkest(BufferedImage image, PlotLayout layout, double x, double value) {
        int darkest = 255;
        for (int dy = -1; dy <= 1; dy++) {
            Color color = new Color(image.getRGB((int) layout.px(x), (int) layout.py(value) + dy));
            darkest = Math.min(darkest, color.getRed());
        }
        return darkest;
    }
}
