package dev.headroom.charts.layer;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.OptionalDouble;

/// When a limit is passed: a bar from P10 to P90 on the limit line, a diamond at P50 and a call-out.
///
/// A date that lies beyond the horizon is empty: the bar then ends in an arrow head and the call-out says "later".
/// Without a P10 there is nothing to mark and nothing is painted. `asOf` is the day "in 38 days" counts from.
public record BreachMarkerLayer(
        double limit, OptionalDouble p10, OptionalDouble p50, OptionalDouble p90, double horizonEnd, double asOf)
        implements PlotLayer {
    public BreachMarkerLayer {
        ordered(p10, p50);
        ordered(p50, p90);
    }

    private static void ordered(OptionalDouble earlier, OptionalDouble later) {
        boolean wrong = later.isPresent() && (earlier.isEmpty() || earlier.getAsDouble() > later.getAsDouble());
        if (wrong) {
            throw new IllegalArgumentException(
                    "P10 <= P50 <= P90 must hold, but %s comes before %s.".formatted(later, earlier));
        }
    }

    @Override
    public void paint(PlotFrame frame) {
        if (p10.isEmpty() || p10.getAsDouble() > frame.to()) {
            return;
        }
        Color danger = frame.color(ThemeColor.DANGER);
        double y = frame.pen().crisp(frame.py(limit), 1);
        paintBar(frame, y, danger);
        double anchor = p50.orElse(p10.getAsDouble());
        if (anchor < frame.from() || anchor > frame.to()) {
            return;
        }
        double x = frame.px(anchor);
        frame.pen()
                .stroke(
                        new Line2D.Double(x, y, x, frame.bottom()),
                        danger,
                        Pen.dashed(frame.mark(1.25), frame.mark(1.5), frame.mark(2.5)));
        boolean above = y - frame.top() > frame.mark(64);
        paintCallOut(frame, x, y, above ? frame.top() + frame.mark(32) : y + frame.mark(40), danger);
        if (p50.isPresent()) {
            Path2D diamond = diamond(x, y, frame.mark(6.5));
            frame.pen().fill(diamond, danger);
            frame.pen().stroke(diamond, frame.color(ThemeColor.SURFACE), Pen.solid(frame.mark(1.5)));
        }
    }

    private void paintBar(PlotFrame frame, double y, Color danger) {
        double left = Math.max(frame.left(), frame.px(p10.orElseThrow()));
        double end = Math.min(p90.orElse(horizonEnd), frame.to());
        double right = Math.max(left, frame.px(end));
        double half = frame.mark(2.5);
        double cap = frame.mark(5);
        frame.pen().box(left, y - half, right, y + half, danger);
        if (p10.getAsDouble() >= frame.from()) {
            frame.pen().vertical(left, y - cap, y + cap, danger, frame.mark(1.5));
        }
        if (p90.isEmpty()) {
            frame.pen().fill(arrowHead(right, y, frame.mark(7)), danger);
        } else if (p90.getAsDouble() <= frame.to()) {
            frame.pen().vertical(right, y - cap, y + cap, danger, frame.mark(1.5));
        }
    }

    private void paintCallOut(PlotFrame frame, double x, double y, double textY, Color danger) {
        Pen.Letter loud = new Pen.Letter(FontFace.SEMI_BOLD, frame.sizes().calloutFont(), danger);
        Pen.Letter quiet = new Pen.Letter(FontFace.REGULAR, frame.sizes().detailFont(), frame.color(ThemeColor.MUTED));
        String headline = headline(frame.timeAxis());
        String detail = detail(frame.timeAxis());
        double width = Math.max(loud.width(headline), quiet.width(detail));
        double arm = frame.mark(24);
        double gap = frame.mark(6);
        boolean rightwards = x + arm + gap + width <= frame.right();
        double tip = rightwards ? x + arm : x - arm;
        Path2D leader = new Path2D.Double();
        double column = frame.pen().crisp(x, frame.mark(1.25));
        double row = frame.pen().crisp(textY, frame.mark(1.25));
        leader.moveTo(column, y);
        leader.lineTo(column, row);
        leader.lineTo(tip, row);
        frame.pen().stroke(leader, danger, Pen.solid(frame.mark(1.25)));
        Pen.Align align = rightwards ? Pen.Align.LEFT : Pen.Align.RIGHT;
        double textX = rightwards ? tip + gap : tip - gap;
        Color ground = frame.color(ThemeColor.SURFACE);
        double detailY = textY + 1.35 * frame.sizes().calloutFont();
        frame.pen().halo(headline, textX, textY, align, loud, ground);
        frame.pen().halo(detail, textX, detailY, align, quiet, ground);
        frame.pen().middle(headline, textX, textY, align, loud);
        frame.pen().middle(detail, textX, detailY, align, quiet);
    }

    /// The loud line: `P50 28 Dec 2026, in 38 days`.
    String headline(TimeAxis axis) {
        if (p50.isEmpty()) {
            return "P10 " + axis.date(p10.orElseThrow()) + inDays(p10.getAsDouble());
        }
        return "P50 " + axis.date(p50.getAsDouble()) + inDays(p50.getAsDouble());
    }

    /// The quiet line: `P10 22 Dec, P90 30 Mar`.
    String detail(TimeAxis axis) {
        String last = p90.isPresent() ? axis.dayAndMonth(p90.getAsDouble()) : "later";
        return p50.isEmpty() ? "P50 and P90 later" : "P10 " + axis.dayAndMonth(p10.orElseThrow()) + ", P90 " + last;
    }

    private String inDays(double position) {
        long days = Math.round((position - asOf) / 86_400);
        return days == 1 ? ", in 1 day" : ", in " + days + " days";
    }

    private static Path2D diamond(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.lineTo(x - radius, y);
        path.closePath();
        return path;
    }

    private static Path2D arrowHead(double x, double y, double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x - size, y - size * 0.8);
        path.lineTo(x - size, y + size * 0.8);
        path.closePath();
        return path;
    }

    @Override
    public Depth depth() {
        return Depth.MARKER;
    }

    @Override
    public List<LegendEntry> legend() {
        return p10.isEmpty()
                ? List.of()
                : List.of(
                        new LegendEntry("Breach P10, P50, P90", LegendEntry.Swatch.BREACH, Ink.of(ThemeColor.DANGER)));
    }
}
