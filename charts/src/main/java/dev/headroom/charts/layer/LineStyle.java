package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.BasicStroke;

/// How a line is drawn: its colour by meaning, its width at screen size, its pattern and its shape.
public record LineStyle(Ink ink, double width, Pattern pattern, Shape shape) {
    public LineStyle {
        if (!(width > 0)) {
            throw new IllegalArgumentException("width (" + width + ") must be positive.");
        }
    }

    /// Whether a line is whole or broken.
    public enum Pattern {
        SOLID,
        DASHED
    }

    /// How two points are joined.
    public enum Shape {
        STRAIGHT,
        /// Level until the next point, as a monthly budget is.
        STEP
    }

    /// Observed values: neutral, 1.4 px.
    public static LineStyle history() {
        return solid(Ink.of(ThemeColor.HISTORY), 1.4);
    }

    /// The median of a forecast: accent, 2 px.
    public static LineStyle median() {
        return solid(Ink.of(ThemeColor.ACCENT), 2);
    }

    /// The median of the baseline that a scenario is compared with: neutral, dashed.
    public static LineStyle baseline() {
        return new LineStyle(Ink.of(ThemeColor.MUTED), 1.6, Pattern.DASHED, Shape.STRAIGHT);
    }

    /// A budget: level steps, dashed.
    public static LineStyle budget() {
        return new LineStyle(Ink.of(ThemeColor.TEXT), 1.4, Pattern.DASHED, Shape.STEP);
    }

    /// One of several series or models.
    public static LineStyle category(int index) {
        return solid(Ink.category(index), 1.6);
    }

    /// A whole, straight line.
    public static LineStyle solid(Ink ink, double width) {
        return new LineStyle(ink, width, Pattern.SOLID, Shape.STRAIGHT);
    }

    BasicStroke stroke(PlotFrame frame) {
        double scaled = frame.mark(width);
        return switch (pattern) {
            case SOLID -> Pen.joined(scaled);
            case DASHED -> Pen.dashed(scaled, frame.mark(4), frame.mark(3));
        };
    }
}
