package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.Optional;

/// Dots of pairs of values: how two quantities move together.
///
/// @param x the positions in any order, all finite
/// @param y the values, all finite
public record DotLayer(double[] x, double[] y) implements PlotLayer {
    private static final double RADIUS = 2;
    private static final double PADDING = 0.02;

    public DotLayer {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x (%d) must be as many as y (%d).".formatted(x.length, y.length));
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("x and y must be finite. Maybe leave out pairs with a missing value.");
        }
        x = x.clone();
        y = y.clone();
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    @Override
    public void paint(PlotFrame frame) {
        double radius = frame.mark(RADIUS);
        for (int i = 0; i < x.length; i++) {
            frame.pen()
                    .fill(
                            new Ellipse2D.Double(
                                    frame.px(x[i]) - radius, frame.py(y[i]) - radius, 2 * radius, 2 * radius),
                            frame.color(Ink.of(ThemeColor.ACCENT)));
        }
    }

    @Override
    public Depth depth() {
        return Depth.LINE;
    }

    @Override
    public Optional<Extent> span() {
        return extent(x).map(DotLayer::padded);
    }

    /// Room around the outermost dots, so that none is cut.
    private static Extent padded(Extent known) {
        double pad = PADDING * (known.max() - known.min());
        return new Extent(known.min() - pad, known.max() + pad);
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return extent(y).map(DotLayer::padded);
    }

    private static Optional<Extent> extent(double[] values) {
        return values.length == 0
                ? Optional.empty()
                : Optional.of(new Extent(
                        Arrays.stream(values).min().orElse(0),
                        Arrays.stream(values).max().orElse(0)));
    }
}
