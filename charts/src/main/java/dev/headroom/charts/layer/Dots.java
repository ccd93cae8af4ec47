package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;

/// What layers of single points share: what points may be, and how a dot is drawn.
final class Dots {
    private Dots() {}

    /// @throws IllegalArgumentException when positions and values are not pairs of finite numbers
    static void check(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x (%d) must be as many as y (%d).".formatted(x.length, y.length));
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("x and y must be finite. Maybe leave out pairs with a missing value.");
        }
    }

    /// @param size the radius before the scale of marks
    static void paint(PlotFrame frame, double x, double y, double size, ThemeColor color) {
        double radius = frame.mark(size);
        frame.pen()
                .fill(
                        new Ellipse2D.Double(frame.px(x) - radius, frame.py(y) - radius, 2 * radius, 2 * radius),
                        frame.color(Ink.of(color)));
    }
}
