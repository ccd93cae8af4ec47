package dev.headroom.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.HeatmapGeometry;
import dev.headroom.charts.plot.HeatmapLines;
import dev.headroom.charts.plot.HeatmapPainter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The look of the charts as committed pictures; how to renew them stands in the message of a failure.
class GoldenTest {
    @Test
    void theForecastLooksAsCommittedInLight() {
        Golden.assertMatches("forecast-light", render(SampleCharts.forecast(), 640, 400));
    }

    @Test
    void theForecastLooksAsCommittedInDark() {
        Golden.assertMatches("forecast-dark", render(SampleCharts.forecast().withTheme(PlotTheme.dark()), 640, 400));
    }

    @Test
    void theReliabilityDiagramLooksAsCommitted() {
        Golden.assertMatches("reliability", render(SampleCharts.reliability(), 260, 250));
    }

    @Test
    void theFrontierLooksAsCommitted() {
        Golden.assertMatches("frontier", render(SampleCharts.frontier(), 340, 220));
    }

    @Test
    void theCostChartLooksAsCommitted() {
        Golden.assertMatches("cost", render(SampleCharts.cost(), 560, 240));
    }

    @Test
    void theHeatmapLooksAsCommitted() {
        Golden.assertMatches("heatmap", heatmap(640, PlotTheme.light()));
    }

    @Test
    void aNarrowHeatmapShowsGlyphsAsCommitted() {
        Golden.assertMatches("heatmap-narrow", heatmap(400, PlotTheme.dark()));
    }

    @Test
    void aMissingReferenceFails() {
        assertThatThrownBy(() -> Golden.assertMatches("no-such-reference", new BufferedImage(4, 4, 1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void aMovedLineFails() {
        BufferedImage image = render(SampleCharts.frontier(), 340, 220);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.drawLine(20, 100, 300, 100);
        g.dispose();

        assertThatThrownBy(() -> Golden.assertMatches("frontier", image))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differs");
    }

    @Test
    void distanceIsTheLargestChannelDifference() {
        assertThat(Golden.distance(0xff102030, 0xff152f30)).isEqualTo(15);
    }

    private static BufferedImage heatmap(int width, PlotTheme theme) {
        HeatmapData data = SampleCharts.risk();
        HeatmapGeometry geometry = HeatmapGeometry.of(data, width, 1, HeatmapGeometry.WIDEST_CELL);
        HeatmapLines lines = HeatmapLines.of(data, Set.of("Web"), Set.of(), 20);
        BufferedImage image = new BufferedImage(width, 330, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(theme.color(ThemeColor.SURFACE));
        g.fillRect(0, 0, width, 330);
        HeatmapPainter painter = new HeatmapPainter(data, lines, geometry, theme, HeatmapPainter.Medium.SCREEN);
        Pen pen = new Pen(g, 1);
        painter.paintHeader(pen);
        painter.paintBody(pen, 46, 0, 248, Set.of("db-eu-05"));
        painter.paintLegend(pen, 0, 312, width);
        g.dispose();
        return image;
    }

    private static BufferedImage render(Plot plot, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        plot.paint(g, width, height, plot.home());
        g.dispose();
        return image;
    }
}
