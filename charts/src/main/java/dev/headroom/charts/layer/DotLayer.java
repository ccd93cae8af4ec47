package dev.headroom.charts.layer;

import dev.headroom.charts.theme.ThemeColor;
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
        Dots.check(x, y);
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
        for (int i = 0; i < x.length; i++) {
            Dots.paint(frame, x[i], y[i], RADIUS, ThemeColor.ACCENT);
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
