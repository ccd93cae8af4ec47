package dev.headroom.charts.control;

import dev.headroom.charts.axis.AxisLabel;
import dev.headroom.charts.axis.AxisMarks;
import dev.headroom.charts.layer.BandLayer;
import dev.headroom.charts.layer.Extent;
import dev.headroom.charts.layer.LimitLayer;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.layer.PlotFrame;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/// Draws the overview strip: everything there is on sunken ground, the window in view on surface with two grips.
record BrushPainter(Plot plot, Rectangle2D strip) {
    static final double GRIP_WIDTH = 8;
    static final double GRIP_HEIGHT = 20;

    /// The pixel of a position.
    double px(double position) {
        Viewport full = plot.full();
        return strip.getMinX() + (position - full.from()) / full.span() * strip.getWidth();
    }

    /// The position under a pixel.
    double positionAt(double px) {
        Viewport full = plot.full();
        return full.from() + (px - strip.getMinX()) / strip.getWidth() * full.span();
    }

    void paint(Pen pen, Viewport view) {
        PlotTheme theme = plot.theme();
        pen.box(strip.getMinX(), strip.getMinY(), strip.getMaxX(), strip.getMaxY(), theme.color(ThemeColor.SUNKEN));
        double left = pen.edge(px(view.from()));
        double right = pen.edge(px(view.to()));
        pen.box(left, strip.getMinY(), right, strip.getMaxY(), theme.color(ThemeColor.SURFACE));
        paintData(pen);
        Color accent = theme.color(ThemeColor.ACCENT);
        Rectangle2D window = new Rectangle2D.Double(
                left + 0.75, strip.getMinY() + 0.75, Math.max(1, right - left - 1.5), strip.getHeight() - 1.5);
        pen.stroke(window, accent, Pen.solid(1.5));
        grip(pen, left, accent);
        grip(pen, right, accent);
    }

    private void grip(Pen pen, double x, Color accent) {
        double top = strip.getCenterY() - GRIP_HEIGHT / 2;
        double left = x - GRIP_WIDTH / 2;
        pen.roundBox(left, top, GRIP_WIDTH, GRIP_HEIGHT, 3, accent);
        pen.roundBox(
                left + 1.5,
                top + 1.5,
                GRIP_WIDTH - 3,
                GRIP_HEIGHT - 3,
                2,
                plot.theme().color(ThemeColor.SURFACE));
        for (double offset : new double[] {-1, 1}) {
            pen.stroke(
                    new Line2D.Double(x + offset, strip.getCenterY() - 4, x + offset, strip.getCenterY() + 4),
                    accent,
                    Pen.solid(1));
        }
    }

    private void paintData(Pen pen) {
        Viewport full = plot.full();
        Optional<Extent> values = plot.layers().stream()
                .flatMap(layer -> layer.values(full.from(), full.to()).stream())
                .reduce(Extent::union);
        if (values.isEmpty()) {
            return;
        }
        double pad = Math.max(1e-9, (values.get().max() - values.get().min()) * 0.08);
        AxisMarks y = new AxisMarks(values.get().min() - pad, values.get().max() + pad, new double[0], List.of());
        AxisMarks x = new AxisMarks(full.from(), full.to(), new double[0], List.of());
        PlotFrame frame = new PlotFrame(pen, plot.theme(), PlotSizes.screen(), strip, plot.xAxis(), x, plot.yAxis(), y);
        pen.clip(strip);
        for (PlotLayer layer : plot.layers()) {
            switch (layer) {
                case LineLayer line -> thin(line).paint(frame);
                case BandLayer band -> band.paint(frame);
                case LimitLayer limit -> paintLimit(pen, frame, limit.value());
                default -> {
                    // Names, flags and markers have no room in an overview.
                }
            }
        }
        pen.unclip();
    }

    private static LineLayer thin(LineLayer line) {
        LineStyle style = line.style();
        LineStyle thin = new LineStyle(style.ink(), style.width() * 0.7, style.pattern(), style.shape());
        return new LineLayer(line.name(), line.data(), thin, LineLayer.Naming.NONE);
    }

    private void paintLimit(Pen pen, PlotFrame frame, double value) {
        double y = pen.crisp(frame.py(value), 1);
        pen.stroke(
                new Line2D.Double(strip.getMinX(), y, strip.getMaxX(), y),
                plot.theme().color(ThemeColor.DANGER),
                Pen.dashed(1, 4, 3));
    }

    /// The years or months below the strip.
    void paintLabels(Pen pen) {
        Viewport full = plot.full();
        Pen.Letter letter = new Pen.Letter(FontFace.REGULAR, 11, plot.theme().color(ThemeColor.MUTED));
        // Twice the type size asks the axis for half as many labels: an overview needs few.
        AxisMarks marks = plot.xAxis().marks(full.from(), full.to(), strip.getWidth(), 22);
        double end = strip.getMinX() - 1;
        for (AxisLabel label : marks.labels()) {
            double width = letter.width(label.text());
            double x = Math.max(px(label.from()), strip.getMinX());
            if (x > end && x + width <= strip.getMaxX()) {
                pen.middle(label.text(), x, strip.getMaxY() + 11, Pen.Align.LEFT, letter);
                end = x + width + 12;
            }
        }
    }
}
