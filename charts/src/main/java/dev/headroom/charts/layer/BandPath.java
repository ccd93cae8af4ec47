package dev.headroom.charts.layer;

import dev.headroom.charts.data.BandData;
import java.awt.geom.Path2D;

/// Turns a band into one closed polygon a stretch without gaps, thinned to pixel columns when it is dense.
final class BandPath {
    private static final int POINTS_PER_COLUMN = 2;

    private final BandData data;
    private final PlotFrame frame;
    private final Path2D path = new Path2D.Double();
    private final double[] xs;
    private final double[] lows;
    private int count;

    private BandPath(BandData data, PlotFrame frame, int capacity) {
        this.data = data;
        this.frame = frame;
        this.xs = new double[capacity];
        this.lows = new double[capacity];
    }

    static Path2D of(BandData data, PlotFrame frame) {
        int first = Math.max(0, data.firstAtOrAfter(frame.from()) - 1);
        int end = Math.min(data.size(), data.firstAtOrAfter(frame.to()) + 1);
        double device = frame.pen().deviceScale();
        int columns = (int) Math.ceil((frame.right() - frame.left()) * device);
        int points = Math.max(0, end - first);
        if (points <= (long) POINTS_PER_COLUMN * columns) {
            BandPath builder = new BandPath(data, frame, points);
            for (int i = first; i < end; i++) {
                builder.point(frame.px(data.x(i)), data.lower(i), data.upper(i));
            }
            return builder.close();
        }
        return new BandPath(data, frame, columns + 1).thin(first, end, columns, device);
    }

    private Path2D thin(int first, int end, int columns, double device) {
        int from = first;
        for (int column = 0; column <= columns && from < end; column++) {
            double limit = frame.positionAt(frame.left() + (column + 1) / device);
            int to = column == columns ? end : Math.clamp(data.firstAtOrAfter(limit), from, end);
            if (to > from) {
                point(
                        frame.left() + (column + 0.5) / device,
                        data.lows().min(from, to),
                        data.highs().max(from, to));
                from = to;
            }
        }
        return close();
    }

    private void point(double x, double lower, double upper) {
        if (Double.isNaN(lower)) {
            close();
            return;
        }
        if (count == 0) {
            path.moveTo(x, frame.py(upper));
        } else {
            path.lineTo(x, frame.py(upper));
        }
        xs[count] = x;
        lows[count] = frame.py(lower);
        count++;
    }

    private Path2D close() {
        if (count > 0) {
            for (int i = count - 1; i >= 0; i--) {
                path.lineTo(xs[i], lows[i]);
            }
            path.closePath();
            count = 0;
        }
        return path;
    }
}
