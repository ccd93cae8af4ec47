package dev.headroom.charts.plot;

import dev.headroom.charts.axis.AxisLabel;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.Depth;
import dev.headroom.charts.layer.EndLabel;
import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.layer.PlotFrame;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Paints one plot at one size: ground, grid, data, axes, notes.
final class PlotPainter {
    private final Plot plot;
    private final PlotTheme theme;
    private final PlotSizes sizes;
    private final PlotLayout layout;
    private final Rectangle2D area;
    private final Pen pen;
    private final PlotFrame frame;

    PlotPainter(Plot plot, PlotLayout layout, Pen pen) {
        this.plot = plot;
        this.theme = plot.theme();
        this.sizes = plot.sizes();
        this.layout = layout;
        this.area = layout.area();
        this.pen = pen;
        this.frame = new PlotFrame(pen, theme, sizes, area, plot.xAxis(), layout.x(), plot.yAxis(), layout.y());
    }

    void paint() {
        pen.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()), theme.color(ThemeColor.SURFACE));
        paintLegend();
        // The name of a marked window stands above the area, its shade must not leave it at the sides or below.
        pen.clip(new Rectangle2D.Double(area.getMinX(), 0, area.getWidth(), area.getMaxY()));
        paintLayers(layer -> layer.depth() == Depth.GROUND);
        pen.unclip();
        paintGrid();
        pen.clip(area);
        paintLayers(layer -> layer.depth() != Depth.GROUND && !layer.depth().leavesArea());
        pen.unclip();
        paintBase();
        paintLayers(layer -> layer.depth().leavesArea());
        paintEndLabels();
    }

    private void paintLayers(Predicate<PlotLayer> chosen) {
        plot.layers().stream().filter(chosen).forEach(layer -> layer.paint(frame));
    }

    private void paintLegend() {
        if (plot.legendPlace() == Plot.Legend.NONE) {
            return;
        }
        LegendPainter painter = new LegendPainter(theme, sizes);
        double height = PlotLayout.LEGEND_ROW * sizes.markScale();
        double y = height / 2 - 2;
        for (List<LegendEntry> row : painter.rows(plot.legend(), layout.width())) {
            double x = plot.legendPlace() == Plot.Legend.ABOVE_LEFT ? 0 : layout.width() - painter.width(row);
            painter.paint(pen, row, x, y);
            y += height;
        }
    }

    private void paintGrid() {
        Pen.Letter letter = frame.label(FontFace.REGULAR, ThemeColor.MUTED);
        for (AxisLabel label : layout.y().labels()) {
            double y = layout.py(label.from());
            pen.horizontal(area.getMinX(), area.getMaxX(), y, theme.color(ThemeColor.HAIR), 1);
            pen.middle(label.text(), area.getMinX() - gap(), y, Pen.Align.RIGHT, letter);
        }
        String title = plot.yAxis().title();
        if (!title.isEmpty()) {
            pen.upwards(title, sizes.axisFont() / 2 + 1, area.getCenterY(), letter);
        }
    }

    private void paintBase() {
        pen.horizontal(area.getMinX(), area.getMaxX(), area.getMaxY(), theme.color(ThemeColor.BORDER), 1);
        for (double tick : layout.x().ticks()) {
            pen.vertical(
                    layout.px(tick),
                    area.getMaxY() + 0.5,
                    area.getMaxY() + 0.5 + frame.mark(4),
                    theme.color(ThemeColor.CONTROL),
                    1);
        }
        double y = area.getMaxY() + frame.mark(8) + sizes.axisFont() / 2;
        for (PlacedLabel label : PlacedLabel.place(layout, sizes)) {
            boolean strong = label.emphasis() == AxisLabel.Emphasis.STRONG;
            Pen.Letter letter = strong
                    ? frame.label(FontFace.SEMI_BOLD, ThemeColor.TEXT)
                    : frame.label(FontFace.REGULAR, ThemeColor.MUTED);
            pen.middle(label.text(), label.left(), y, Pen.Align.LEFT, letter);
        }
        if (plot.xAxis() instanceof ValueAxis axis && !axis.title().isEmpty()) {
            double below = y + sizes.axisFont() + frame.mark(8);
            pen.middle(
                    axis.title(),
                    area.getCenterX(),
                    below,
                    Pen.Align.CENTRE,
                    frame.label(FontFace.REGULAR, ThemeColor.MUTED));
        }
    }

    /// Names at line ends, from the top down, pushed apart until none overlaps.
    private void paintEndLabels() {
        double lineHeight = sizes.axisFont() * 15 / 11;
        List<EndLabel> ends = new ArrayList<>(layout.endLabels());
        ends.sort(Comparator.comparingDouble(EndLabel::value).reversed());
        double[] ys = new double[ends.size()];
        for (int i = 0; i < ys.length; i++) {
            double wanted = Math.clamp(layout.py(ends.get(i).value()), area.getMinY(), area.getMaxY());
            ys[i] = i == 0 ? wanted : Math.max(wanted, ys[i - 1] + lineHeight);
        }
        double limit = area.getMaxY();
        for (int i = ys.length - 1; i >= 0; i--) {
            ys[i] = Math.min(ys[i], limit);
            limit = ys[i] - lineHeight;
        }
        for (int i = 0; i < ys.length; i++) {
            Ink ink = ends.get(i).ink();
            pen.middle(
                    ends.get(i).text(),
                    area.getMaxX() + gap(),
                    ys[i],
                    Pen.Align.LEFT,
                    new Pen.Letter(FontFace.MEDIUM, sizes.axisFont(), ink.in(theme)));
        }
    }

    private double gap() {
        return PlotLayout.LABEL_GAP * sizes.markScale();
    }
}
