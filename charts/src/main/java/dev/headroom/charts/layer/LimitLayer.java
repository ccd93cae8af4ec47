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
        Pen.Letter letter = frame.label(FontFace.SEMI_BOLD, ThemeColor.DANGER);
        double x = frame.left() + frame.mark(8);
        double middle = y - frame.mark(6) - 0.36 * letter.size();
        frame.pen().halo(label, x, middle, Pen.Align.LEFT, letter, frame.color(ThemeColor.SURFACE));
        frame.pen().middle(label, x, middle, Pen.Align.LEFT, letter);
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
