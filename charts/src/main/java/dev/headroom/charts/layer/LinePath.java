package dev.headroom.charts.layer;

import dev.headroom.charts.data.LineData;
import dev.headroom.charts.data.MinMaxPyramid;
import java.awt.geom.Path2D;

/// Turns a line into a path with at most four points a pixel column, without losing an extreme or a gap.
final class LinePath {
    /// More points than this a column are worth thinning out.
    private static final int POINTS_PER_COLUMN = 4;

    private final LineData data;
    private final PlotFrame frame;
    private final LineStyle.Shape shape;
    private final Path2D path = new Path2D.Double();
    private boolean penDown;
    private double lastY;

    private LinePath(LineData data, PlotFrame frame, LineStyle.Shape shape) {
        this.data = data;
        this.frame = frame;
        this.shape = shape;
    }

    static Path2D of(LineData data, PlotFrame frame, LineStyle.Shape shape) {
        return new LinePath(data, frame, shape).build();
    }

    private Path2D build() {
        int first = Math.max(0, data.firstAtOrAfter(frame.from()) - 1);
        int end = Math.min(data.size(), data.firstAtOrAfter(frame.to()) + 1);
        double device = frame.pen().deviceScale();
        int columns = (int) Math.ceil((frame.right() - frame.left()) * device);
        if (end - first <= (long) POINTS_PER_COLUMN * columns) {
            for (int i = first; i < end; i++) {
                point(frame.px(data.x(i)), data.value(i));
            }
            if (shape == LineStyle.Shape.STEP && penDown && end == data.size()) {
                path.lineTo(frame.px(data.x(end - 1)), lastY);
            }
        } else {
            thin(first, end, columns, device);
        }
        return path;
    }

    private void thin(int first, int end, int columns, double device) {
        MinMaxPyramid pyramid = data.pyramid();
        int from = first;
        for (int column = 0; column <= columns && from < end; column++) {
            double centre = frame.left() + (column + 0.5) / device;
            double limit = frame.positionAt(frame.left() + (column + 1) / device);
            int to = column == columns ? end : Math.clamp(data.firstAtOrAfter(limit), from, end);
            if (to == from) {
                continue;
            }
            double low = pyramid.min(from, to);
            double high = pyramid.max(from, to);
            if (Double.isNaN(low)) {
                penDown = false;
            } else {
                double entry = data.value(from);
                double exit = data.value(to - 1);
                boolean rising = !(exit < entry);
                penDown = penDown && !Double.isNaN(entry);
                point(centre, Double.isNaN(entry) ? low : entry);
                point(centre, rising ? low : high);
                point(centre, rising ? high : low);
                point(centre, exit);
            }
            from = to;
        }
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
