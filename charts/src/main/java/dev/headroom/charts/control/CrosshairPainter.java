package dev.headroom.charts.control;

import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.PlotLayout;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/// Draws the crosshair of a plot: line, dot, date pill on the axis and the card with the values.
record CrosshairPainter(Plot plot, PlotLayout layout) {
    /// The card for a position.
    HoverCard card(double x) {
        return new HoverCard(plot.describe(x), plot.readouts(x), "");
    }

    /// Draws everything at a position; the card keeps off the height of the cursor.
    void paint(Pen pen, double x, double cursorY) {
        Rectangle2D area = layout.area();
        PlotTheme theme = plot.theme();
        double px = layout.px(x);
        if (px < area.getMinX() - 0.5 || px > area.getMaxX() + 0.5) {
            return;
        }
        pen.vertical(px, area.getMinY(), area.getMaxY(), theme.color(ThemeColor.CONTROL), 1);
        plot.focus(x).ifPresent(point -> {
            double cx = layout.px(point.x());
            double cy = layout.py(point.value());
            double radius = 4.5 * plot.sizes().markScale();
            pen.fill(dot(cx, cy, radius + 1.5), theme.color(ThemeColor.SURFACE));
            pen.fill(dot(cx, cy, radius - 0.5), point.ink().in(theme));
        });
        paintPill(pen, px, plot.xAxis().describe(x));
        card(x).paint(pen, theme, px, cursorY, area);
    }

    private static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /// The pill hides the axis labels it touches, whole words at a time.
    private void paintPill(Pen pen, double px, String text) {
        Rectangle2D area = layout.area();
        PlotSizes sizes = plot.sizes();
        PlotTheme theme = plot.theme();
        Pen.Letter letter = new Pen.Letter(FontFace.MEDIUM, sizes.axisFont(), theme.color(ThemeColor.SURFACE));
        double width = letter.width(text) + 18 * sizes.markScale();
        double height = sizes.axisFont() + 8 * sizes.markScale();
        double left =
                Math.clamp(px - width / 2, area.getMinX() - 20, Math.max(area.getMinX() - 20, layout.width() - width));
        double top = area.getMaxY() + 3 * sizes.markScale();
        layout.labelSpans(sizes).stream()
                .filter(span -> span.max() > left - 4 && span.min() < left + width + 4)
                .forEach(span -> pen.box(
                        span.min() - 2, top + 2, span.max() + 2, top + height + 2, theme.color(ThemeColor.SURFACE)));
        pen.roundBox(left, top, width, height, 4, theme.color(ThemeColor.TEXT));
        pen.middle(text, left + width / 2, top + height / 2, Pen.Align.CENTRE, letter);
    }
}
