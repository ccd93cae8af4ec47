package dev.headroom.charts.layer;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;

/// Harvey discs: a ring filled by quarters, clockwise from the top.
public final class Discs {
    private Discs() {}

    /// Draws a disc with `quarters` of four filled.
    public static void paint(Pen pen, double x, double y, double radius, int quarters, Color color) {
        if (quarters < 0 || quarters > 4) {
            throw new IllegalArgumentException("quarters (" + quarters + ") must lie between 0 and 4.");
        }
        double line = Math.max(1, radius * 0.24);
        double ring = radius - line / 2;
        if (quarters == 4) {
            pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
            return;
        }
        pen.stroke(new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring), color, Pen.solid(line));
        if (quarters > 0) {
            double fill = ring;
            pen.fill(new Arc2D.Double(x - fill, y - fill, 2 * fill, 2 * fill, 90, -90.0 * quarters, Arc2D.PIE), color);
        }
    }
}
