package dev.headroom.charts.layer;

import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import java.awt.geom.Ellipse2D;
import java.util.Optional;

/// One remarkable point: a ring on the line and a label at its left, as for an anomaly.
public record PointLayer(double x, double value, String label, Ink ink) implements PlotLayer {
    @Override
    public void paint(PlotFrame frame) {
        if (x < frame.from() || x > frame.to()) {
            return;
        }
        double px = frame.px(x);
        double py = frame.py(value);
        double radius = frame.mark(4.5);
        frame.pen()
                .stroke(
                        new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius),
                        frame.color(ink),
                        Pen.solid(frame.mark(1.6)));
        Pen.Letter letter = new Pen.Letter(FontFace.MEDIUM, frame.sizes().axisFont(), frame.color(ink));
        double gap = radius + frame.mark(4);
        boolean leftwards = px - gap - letter.width(label) >= frame.left();
        frame.pen()
                .middle(
                        label,
                        leftwards ? px - gap : px + gap,
                        py,
                        leftwards ? Pen.Align.RIGHT : Pen.Align.LEFT,
                        letter);
    }

    @Override
    public Depth depth() {
        return Depth.MARKER;
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return x < from || x > to ? Optional.empty() : Optional.of(new Extent(value, value));
    }
}
