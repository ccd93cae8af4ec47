package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is gained against what it costs in risk: a line through single actions, and a ring where the policy stands
/// with dotted lines to both axes and its label below right, above where the axis is near.
public record FrontierLayer(
        String name, LineData data, OptionalInt current, String headline, String detail, String endLabel)
        implements LineShaped {
    @Override
    public void paint(PlotFrame frame) {
        Color accent = frame.color(ThemeColor.ACCENT);
        LineStyle style = LineStyle.solid(Ink.of(ThemeColor.ACCENT), 1.6);
        new LineLayer(name, data, style, LineLayer.Naming.NONE).paint(frame);
        for (int i = 0; i < data.size(); i++) {
            if (!Double.isNaN(data.value(i))) {
                frame.pen().fill(dot(frame.px(data.x(i)), frame.py(data.value(i)), frame.mark(2.5)), accent);
            }
        }
        paintEnd(frame);
        current.ifPresent(index -> paintCurrent(frame, index, accent));
    }

    private void paintEnd(PlotFrame frame) {
        int last = data.size() - 1;
        if (last >= 0 && !endLabel.isEmpty()) {
            frame.pen()
                    .middle(
                            endLabel,
                            frame.px(data.x(last)),
                            frame.py(data.value(last)) - frame.mark(13),
                            Pen.Align.RIGHT,
                            frame.label(FontFace.REGULAR, ThemeColor.MUTED));
        }
    }

    private void paintCurrent(PlotFrame frame, int index, Color accent) {
        double x = frame.px(data.x(index));
        double y = frame.py(data.value(index));
        Color guide = frame.color(ThemeColor.CONTROL);
        double width = frame.mark(1);
        frame.pen().stroke(new Line2D.Double(frame.left(), y, x, y), guide, Pen.dashed(width, 2, 3));
        frame.pen().stroke(new Line2D.Double(x, y, x, frame.bottom()), guide, Pen.dashed(width, 2, 3));
        double radius = frame.mark(6);
        frame.pen().fill(dot(x, y, radius), accent);
        frame.pen().fill(dot(x, y, radius - frame.mark(2)), frame.color(ThemeColor.SURFACE));
        Pen.Letter loud = frame.label(FontFace.SEMI_BOLD, ThemeColor.TEXT);
        Pen.Letter quiet = frame.label(FontFace.REGULAR, ThemeColor.MUTED);
        double room = frame.right() - x - frame.mark(12);
        boolean rightwards = Math.max(loud.width(headline), quiet.width(detail)) <= room;
        Pen.Align align = rightwards ? Pen.Align.LEFT : Pen.Align.RIGHT;
        double textX = rightwards ? x + frame.mark(12) : x - frame.mark(12);
        boolean below = y + frame.mark(38) <= frame.bottom();
        frame.pen().middle(headline, textX, y + frame.mark(below ? 15 : -30), align, loud);
        frame.pen().middle(detail, textX, y + frame.mark(below ? 30 : -15), align, quiet);
    }

    private static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public Depth depth() {
        return Depth.MARKER;
    }

    @Override
    public Optional<Extent> span() {
        return data.size() == 0
                ? Optional.empty()
                : Optional.of(new Extent(Math.min(0, data.x(0)), data.x(data.size() - 1)));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        double max = data.pyramid().max(0, data.size());
        return Double.isNaN(max)
                ? Optional.empty()
                : Optional.of(new Extent(Math.min(0, data.pyramid().min(0, data.size())), max));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int index = data.nearest(x);
        return index < 0 || data.x(index) != x
                ? List.of()
                : List.of(Readout.strong(name, axis.format().detail(data.value(index), axis.locale())));
    }

    @Override
    public Optional<FocusPoint> focus(double x) {
        int index = data.nearest(x);
        return index < 0 || data.x(index) != x || Double.isNaN(data.value(index))
                ? Optional.empty()
                : Optional.of(new FocusPoint(x, data.value(index), Ink.of(ThemeColor.ACCENT)));
    }
}
