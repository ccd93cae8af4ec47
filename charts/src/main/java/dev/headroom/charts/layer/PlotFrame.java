package dev.headroom.charts.layer;

import dev.headroom.charts.axis.AxisMarks;
import dev.headroom.charts.axis.HorizontalAxis;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;

/// The plot area while it is painted: where a position and a value lie in pixels, and with what look.
public final class PlotFrame {
    private final Pen pen;
    private final PlotTheme theme;
    private final PlotSizes sizes;
    private final Rectangle2D area;
    private final HorizontalAxis xAxis;
    private final AxisMarks x;
    private final ValueAxis yAxis;
    private final AxisMarks y;

    public PlotFrame(
            Pen pen,
            PlotTheme theme,
            PlotSizes sizes,
            Rectangle2D area,
            HorizontalAxis xAxis,
            AxisMarks x,
            ValueAxis yAxis,
            AxisMarks y) {
        this.pen = pen;
        this.theme = theme;
        this.sizes = sizes;
        this.area = (Rectangle2D) area.clone();
        this.xAxis = xAxis;
        this.x = x;
        this.yAxis = yAxis;
        this.y = y;
    }

    public Pen pen() {
        return pen;
    }

    public PlotTheme theme() {
        return theme;
    }

    public PlotSizes sizes() {
        return sizes;
    }

    public double left() {
        return area.getMinX();
    }

    public double right() {
        return area.getMaxX();
    }

    public double top() {
        return area.getMinY();
    }

    public double bottom() {
        return area.getMaxY();
    }

    /// The first position in view.
    public double from() {
        return x.min();
    }

    /// The last position in view.
    public double to() {
        return x.max();
    }

    /// The pixel of a position.
    public double px(double position) {
        return area.getMinX() + (position - x.min()) / (x.max() - x.min()) * area.getWidth();
    }

    /// The pixel of a value.
    public double py(double value) {
        return area.getMaxY() - (value - y.min()) / (y.max() - y.min()) * area.getHeight();
    }

    /// The position under a pixel.
    public double positionAt(double px) {
        return x.min() + (px - area.getMinX()) / area.getWidth() * (x.max() - x.min());
    }

    /// The vertical axis, for writing values.
    public ValueAxis yAxis() {
        return yAxis;
    }

    /// The axis that writes dates; plots without a time axis write them in UTC.
    public TimeAxis timeAxis() {
        return xAxis instanceof TimeAxis time ? time : TimeAxis.in(ZoneId.of("UTC"));
    }

    /// A length in marks: multiplied by the scale of the medium.
    public double mark(double length) {
        return length * sizes.markScale();
    }

    public Color color(ThemeColor token) {
        return theme.color(token);
    }

    public Color color(Ink ink) {
        return ink.in(theme);
    }

    /// The letter of axis, event and limit labels.
    public Pen.Letter label(FontFace face, ThemeColor token) {
        return new Pen.Letter(face, sizes.axisFont(), theme.color(token));
    }
}
