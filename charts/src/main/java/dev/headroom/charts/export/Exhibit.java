package dev.headroom.charts.export;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.HeatmapGeometry;
import dev.headroom.charts.plot.HeatmapLines;
import dev.headroom.charts.plot.HeatmapPainter;
import dev.headroom.charts.plot.LegendPainter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;

/// A chart ready for paper: a statement, a subtitle and a legend above it, its provenance below it.
///
/// Always the light palette on white, whatever the window shows; crosshair, brush and hover are never part of it.
public final class Exhibit {
    private static final PlotTheme THEME = PlotTheme.light();
    private static final double MARGIN = 48;
    private static final double TITLE = 28;
    private static final double TITLE_LINE = 36;
    private static final double SUBTITLE = 16;
    private static final double FOOT = 13;
    private static final double FOOT_LINE = 20;
    private static final double WIDEST_CELL = 104;

    /// What stands between legend and provenance.
    private sealed interface Body {
        /// A chart in a view.
        record Chart(Plot plot, Viewport view) implements Body {}

        /// A grid of probabilities.
        record Grid(HeatmapData data) implements Body {}
    }

    private final Body body;
    private final Caption caption;

    private Exhibit(Body body, Caption caption) {
        this.body = body;
        this.caption = caption;
    }

    /// A chart in one of its views, with the caption it carries.
    public static Exhibit of(Plot plot, Viewport view) {
        Plot printed = plot.withTheme(THEME).withSizes(PlotSizes.export()).withLegend(Plot.Legend.NONE);
        return new Exhibit(new Body.Chart(printed, view), plot.caption().orElse(Caption.titled("")));
    }

    /// A heatmap; rows below 5 % stay folded as on screen.
    public static Exhibit of(HeatmapData data, Caption caption) {
        return new Exhibit(new Body.Grid(data), caption);
    }

    /// The statement at the top, which is also the title of the file.
    public String title() {
        return caption.title();
    }

    /// Paints the page at the origin; straight lines are moved to whole device pixels.
    public void paint(Graphics2D g, double width, double height, double deviceScale) {
        Pen pen = new Pen(g, deviceScale);
        pen.fill(new Rectangle2D.Double(0, 0, width, height), THEME.color(ThemeColor.SURFACE));
        double top = paintHead(pen, width);
        double bottom = paintFoot(pen, width, height);
        double innerWidth = width - 2 * MARGIN;
        AffineTransform before = g.getTransform();
        g.translate(MARGIN, top);
        switch (body) {
            case Body.Chart(Plot plot, Viewport view) -> plot.paint(g, innerWidth, bottom - top, view, deviceScale);
            case Body.Grid(HeatmapData data) -> paintGrid(pen, data, innerWidth, bottom - top);
        }
        g.setTransform(before);
    }

    /// Draws title, subtitle and legend; answers where the chart may begin.
    private double paintHead(Pen pen, double width) {
        double y = 40;
        Pen.Letter title = new Pen.Letter(FontFace.SEMI_BOLD, TITLE, THEME.color(ThemeColor.TEXT));
        for (String line : TextLines.wrap(caption.title(), title, width - 2 * MARGIN)) {
            pen.middle(line, MARGIN, y + TITLE_LINE / 2, Pen.Align.LEFT, title);
            y += TITLE_LINE;
        }
        Pen.Letter subtitle = new Pen.Letter(FontFace.REGULAR, SUBTITLE, THEME.color(ThemeColor.MUTED));
        for (String line : TextLines.wrap(caption.subtitle(), subtitle, width - 2 * MARGIN)) {
            pen.middle(line, MARGIN, y + 18, Pen.Align.LEFT, subtitle);
            y += 24;
        }
        if (body instanceof Body.Chart(Plot plot, Viewport _)) {
            List<LegendEntry> legend = plot.legend();
            if (!legend.isEmpty()) {
                new LegendPainter(THEME, PlotSizes.export()).paint(pen, legend, MARGIN, y + 37);
                y += 40;
            }
        }
        return Math.ceil(y + 16);
    }

    /// Draws hairline, provenance and signature; answers where the chart must end.
    private double paintFoot(Pen pen, double width, double height) {
        Pen.Letter quiet = new Pen.Letter(FontFace.REGULAR, FOOT, THEME.color(ThemeColor.MUTED));
        Pen.Letter loud = new Pen.Letter(FontFace.SEMI_BOLD, FOOT, THEME.color(ThemeColor.TEXT));
        double right =
                caption.signature().stream().mapToDouble(loud::width).max().orElse(0);
        List<String> lines = caption.provenance().stream()
                .flatMap(line -> TextLines.wrap(line, quiet, width - 2 * MARGIN - right - 48).stream())
                .toList();
        int rows = Math.max(lines.size(), caption.signature().size());
        if (rows == 0) {
            return height - 32;
        }
        double hairline = height - 36 - rows * FOOT_LINE;
        pen.horizontal(MARGIN, width - MARGIN, hairline, THEME.color(ThemeColor.BORDER), 1);
        for (int i = 0; i < lines.size(); i++) {
            pen.middle(lines.get(i), MARGIN, hairline + 22 + i * FOOT_LINE, Pen.Align.LEFT, quiet);
        }
        for (int i = 0; i < caption.signature().size(); i++) {
            pen.middle(
                    caption.signature().get(i),
                    width - MARGIN,
                    hairline + 22 + i * FOOT_LINE,
                    Pen.Align.RIGHT,
                    i == 0 ? loud : quiet);
        }
        return Math.floor(hairline - 18);
    }

    /// A grid that does not fit the page is cut at a whole line, and says how many lines are missing.
    private static void paintGrid(Pen pen, HeatmapData data, double width, double height) {
        double fontScale = 1.25;
        HeatmapGeometry geometry = HeatmapGeometry.of(data, width, fontScale, WIDEST_CELL);
        double room = height - geometry.header() - 44;
        double natural = HeatmapLines.of(data, Set.of(), Set.of(), 20).height();
        double cellHeight = Math.clamp(Math.floor(20 * room / Math.max(1, natural)), 15, 26);
        HeatmapLines lines = HeatmapLines.of(data, Set.of(), Set.of(), cellHeight);
        int shown = lines.lines().size();
        while (shown > 0 && lines.top(shown) > room) {
            shown--;
        }
        HeatmapPainter painter = new HeatmapPainter(data, lines, geometry, THEME, HeatmapPainter.Medium.PAPER);
        painter.paintHeader(pen);
        // One unit short of the next line, which would otherwise count as being in view.
        double end = lines.top(shown) - 1;
        painter.paintBody(pen, geometry.header(), 0, end, Set.of());
        double legendY = geometry.header() + lines.top(shown) + 26;
        painter.paintLegend(pen, 0, legendY, width);
        int missing = lines.lines().size() - shown;
        if (missing > 0) {
            pen.middle(
                    missing + " more lines do not fit this page",
                    width,
                    legendY,
                    Pen.Align.RIGHT,
                    new Pen.Letter(FontFace.REGULAR, FOOT, THEME.color(ThemeColor.MUTED)));
        }
    }
}
