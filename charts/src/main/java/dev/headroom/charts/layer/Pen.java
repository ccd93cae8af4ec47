package dev.headroom.charts.layer;

import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Drawing primitives over Graphics2D that keep straight lines crisp and text where it was measured.
///
/// `deviceScale` is how many device pixels make one unit: 2 on a high-resolution screen or for a PNG at scale 2.
public final class Pen {
    /// Which point of a text the given x is.
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final Graphics2D g;
    private final double deviceScale;

    public Pen(Graphics2D g, double deviceScale) {
        if (!(deviceScale > 0)) {
            throw new IllegalArgumentException("deviceScale (" + deviceScale + ") must be positive.");
        }
        this.g = g;
        this.deviceScale = deviceScale;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /// The graphics below.
    public Graphics2D graphics() {
        return g;
    }

    /// How many device pixels make one unit.
    public double deviceScale() {
        return deviceScale;
    }

    /// The position closest to `v` at which a straight line of this width covers whole device pixels.
    public double crisp(double v, double strokeWidth) {
        long devicePixels = Math.max(1, Math.round(strokeWidth * deviceScale));
        double offset = devicePixels % 2 == 0 ? 0 : 0.5;
        return (Math.round(v * deviceScale - offset) + offset) / deviceScale;
    }

    /// The device pixel edge closest to `v`.
    public double edge(double v) {
        return Math.round(v * deviceScale) / deviceScale;
    }

    /// A horizontal line on whole pixels.
    public void horizontal(double x1, double x2, double y, Color color, double width) {
        double at = crisp(y, width);
        stroke(new Line2D.Double(x1, at, x2, at), color, solid(width));
    }

    /// A vertical line on whole pixels.
    public void vertical(double x, double y1, double y2, Color color, double width) {
        double at = crisp(x, width);
        stroke(new Line2D.Double(at, y1, at, y2), color, solid(width));
    }

    /// Strokes a shape.
    public void stroke(Shape shape, Color color, BasicStroke stroke) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(shape);
    }

    /// Fills a shape.
    public void fill(Shape shape, Color color) {
        g.setColor(color);
        g.fill(shape);
    }

    /// Fills a rectangle whose edges are moved to whole pixels.
    public void box(double x1, double y1, double x2, double y2, Color color) {
        double left = edge(x1);
        double top = edge(y1);
        fill(new Rectangle2D.Double(left, top, edge(x2) - left, edge(y2) - top), color);
    }

    /// Fills a rectangle with round corners.
    public void roundBox(double x, double y, double width, double height, double radius, Color color) {
        fill(roundRectangle(x, y, width, height, radius), color);
    }

    /// A rectangle with round corners as a path, which every renderer fills the same way.
    public static Shape roundRectangle(double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        double k = r * 0.4477;
        Path2D path = new Path2D.Double();
        path.moveTo(x + r, y);
        path.lineTo(x + width - r, y);
        path.curveTo(x + width - k, y, x + width, y + k, x + width, y + r);
        path.lineTo(x + width, y + height - r);
        path.curveTo(x + width, y + height - k, x + width - k, y + height, x + width - r, y + height);
        path.lineTo(x + r, y + height);
        path.curveTo(x + k, y + height, x, y + height - k, x, y + height - r);
        path.lineTo(x, y + r);
        path.curveTo(x, y + k, x + k, y, x + r, y);
        path.closePath();
        return path;
    }

    /// Writes one line of text with its baseline at `y`.
    public void text(String text, double x, double y, Align align, Letter letter) {
        if (text.isEmpty()) {
            return;
        }
        g.setColor(letter.color());
        g.setFont(ChartFonts.awt(letter.face(), letter.size()));
        g.drawString(text, (float) (x - shift(text, align, letter)), (float) y);
    }

    /// Writes one line of text with its capitals centred on `y`.
    public void middle(String text, double x, double y, Align align, Letter letter) {
        text(text, x, y + ChartFonts.capHeight(letter.size()) / 2, align, letter);
    }

    /// Draws the ground around the letters of {@link #middle}, so that text over data stays legible.
    public void halo(String text, double x, double y, Align align, Letter letter, Color ground) {
        double left = x - shift(text, align, letter);
        double baseline = y + ChartFonts.capHeight(letter.size()) / 2;
        Shape outline = ChartFonts.outline(letter.face(), letter.size(), text);
        stroke(
                AffineTransform.getTranslateInstance(left, baseline).createTransformedShape(outline),
                ground,
                joined(letter.size() / 3.5));
    }

    private static double shift(String text, Align align, Letter letter) {
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> letter.width(text) / 2;
            case RIGHT -> letter.width(text);
        };
    }

    /// Writes one line of text turned a quarter to the left, centred on a point.
    public void upwards(String text, double x, double y, Letter letter) {
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        middle(text, x, y, Align.CENTRE, letter);
        g.setTransform(before);
    }

    /// Restricts drawing to a rectangle on whole pixels.
    public void clip(Rectangle2D area) {
        double left = edge(area.getMinX());
        double top = edge(area.getMinY());
        g.setClip(new Rectangle2D.Double(left, top, edge(area.getMaxX()) - left, edge(area.getMaxY()) - top));
    }

    /// Lifts the restriction.
    public void unclip() {
        g.setClip(null);
    }

    /// A plain stroke with flat ends.
    public static BasicStroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    /// A stroke for data lines: joined round, so that peaks do not grow spikes.
    public static BasicStroke joined(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// A dashed stroke.
    public static BasicStroke dashed(double width, double on, double off) {
        return new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                new float[] {(float) on, (float) off},
                0);
    }

    /// Weight, size and colour of a text.
    public record Letter(FontFace face, double size, Color color) {
        /// The width of a text in this letter.
        public double width(String text) {
            return ChartFonts.width(face, size, text);
        }
    }
}
