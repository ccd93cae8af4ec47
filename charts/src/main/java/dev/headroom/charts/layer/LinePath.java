package dev.headroom.charts.layer;

import dev.headroom.charts.data.LineData;
import dev.headroom.charts.data.MinMaxPyramid;
import java.awt.geom.Path2D;

/// Turns a line into a path without losing an extreme or a gap: the points themselves while there are few, and the
/// filled envelope of the strokes when several points fall into a pixel column.
///
/// The envelope covers what the strokes would cover, because neighbouring columns are closer than a stroke is wide,
/// and fills many times faster than thousands of joined segments.
final class LinePath {
    /// How the path is to be drawn.
    enum Drawing {
        STROKE,
        FILL
    }

    /// More points than this a column are worth thinning out.
    private static final int POINTS_PER_COLUMN = 2;

    private final LineData data;
    private final PlotFrame frame;
    private final LineStyle.Shape shape;
    private final Path2D path = new Path2D.Double();
    private boolean penDown;
    private double lastY;
    private Drawing drawing = Drawing.STROKE;

    private LinePath(LineData data, PlotFrame frame, LineStyle.Shape shape) {
        this.data = data;
        this.frame = frame;
        this.shape = shape;
    }

    static LinePath of(LineData data, PlotFrame frame, LineStyle style) {
        LinePath line = new LinePath(data, frame, style.shape());
        line.build(style);
        return line;
    }

    Path2D path() {
        return path;
    }

    Drawing drawing() {
        return drawing;
    }

    private void build(LineStyle style) {
        int first = Math.max(0, data.firstAtOrAfter(frame.from()) - 1);
        int end = Math.min(data.size(), data.firstAtOrAfter(frame.to()) + 1);
        double device = frame.pen().deviceScale();
        int columns = (int) Math.ceil((frame.right() - frame.left()) * device);
        boolean sparse = end - first <= (long) POINTS_PER_COLUMN * columns;
        if (sparse || style.pattern() == LineStyle.Pattern.DASHED) {
            for (int i = first; i < end; i++) {
                point(frame.px(data.x(i)), data.value(i));
            }
            if (shape == LineStyle.Shape.STEP && penDown && end == data.size()) {
                path.lineTo(frame.px(data.x(end - 1)), lastY);
            }
        } else {
            drawing = Drawing.FILL;
            envelope(first, end, columns, frame.mark(style.width()) / 2);
        }
    }

    private void envelope(int first, int end, int columns, double half) {
        MinMaxPyramid pyramid = data.pyramid();
        double device = frame.pen().deviceScale();
        double[] tops = new double[columns + 1];
        double[] bottoms = new double[columns + 1];
        int run = 0;
        int empty = 0;
        int from = first;
        int column = 0;
        double exit = Double.NaN;
        for (; column <= columns && from < end; column++) {
            double limit = frame.positionAt(frame.left() + (column + 1) / device);
            int to = column == columns ? end : Math.clamp(data.firstAtOrAfter(limit), from, end);
            double low = pyramid.min(from, to);
            if (to == from) {
                empty++;
                continue;
            }
            double entry = data.value(from);
            if (Double.isNaN(exit) || Double.isNaN(entry)) {
                close(tops, bottoms, column - empty - run, run, device);
                run = 0;
            } else {
                for (int k = 1; k <= empty; k++) {
                    double y = frame.py(exit + (entry - exit) * k / (empty + 1));
                    tops[run] = y - half;
                    bottoms[run++] = y + half;
                }
            }
            boolean joined = run > 0;
            if (!Double.isNaN(low)) {
                // The stroke into this column starts where the one before it ended.
                tops[run] = frame.py(larger(pyramid.max(from, to), joined ? exit : Double.NaN)) - half;
                bottoms[run++] = frame.py(smaller(low, joined ? exit : Double.NaN)) + half;
            }
            exit = data.value(to - 1);
            empty = 0;
            from = to;
        }
        close(tops, bottoms, column - empty - run, run, device);
    }

    /// Closes the envelope of a run of columns. Each column keeps its full width up to its extreme: an envelope that
    /// ran from centre to centre would taper a lone peak to nothing.
    private void close(double[] tops, double[] bottoms, int firstColumn, int run, double device) {
        if (run == 0) {
            return;
        }
        double left = frame.left() + firstColumn / device;
        path.moveTo(left, tops[0]);
        for (int i = 0; i < run; i++) {
            path.lineTo(left + i / device, tops[i]);
            path.lineTo(left + (i + 1) / device, tops[i]);
        }
        for (int i = run - 1; i >= 0; i--) {
            path.lineTo(left + (i + 1) / device, bottoms[i]);
            path.lineTo(left + i / device, bottoms[i]);
        }
        path.closePath();
    }

    private static double larger(double a, double b) {
        return Double.isNaN(b) || a > b ? a : b;
    }

    private static double smaller(double a, double b) {
        return Double.isNaN(b) || a < b ? a : b;
    }

    private void point(double x, double value) {
        if (Double.isNaN(value)) {
            penDown = false;
            return;
        }
        double y = frame.py(value);
        if (!penDown) {
            path.moveTo(x, y);
            // A point between two gaps must leave a dot: round caps paint a segment of no length.
            path.lineTo(x, y);
        } else {
            if (shape == LineStyle.Shape.STEP) {
                path.lineTo(x, lastY);
            }
            path.lineTo(x, y);
        }
        penDown = true;
        lastY = y;
    }
}
