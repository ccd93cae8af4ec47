package dev.headroom.charts.layer;

import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Line2D;
import java.util.Optional;

/// A limit that must not be passed: a dashed line with its name above it at the left.
public record LimitLayer(double value, String label) implements PlotLayer {
    public LimitLayer {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value (" + value + ") must be finite.");
        }
    }

    @Override
    public void paint(PlotFrame frame) {
        double width = frame.mark(1.5);
        double y = frame.pen().crisp(frame.py(value), width);
        frame.pen()
                .stroke(
                        new Line2D.Double(frame.left(), y, frame.right(), y),
                        frame.color(ThemeColor.DANGER),
                        Pen.dashed(width, frame.mark(7), frame.mark(4)));
        frame.pen()
                .text(
                        label,
                        frame.left() + frame.mark(8),
                        y - frame.mark(6),
                        Pen.Align.LEFT,
                        frame.label(FontFace.SEMI_BOLD, ThemeColor.DANGER));
    }

    @Override
    public Depth depth() {
        return Depth.LIMIT;
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return Optional.of(new Extent(value, value));
    }
}
