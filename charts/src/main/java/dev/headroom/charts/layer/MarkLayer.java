package dev.headroom.charts.layer;

import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.util.List;
import java.util.Optional;

/// Single points of a line that stand out: dots with a rim of the ground on top of the lines.
///
/// @param name in the legend
/// @param x the positions in rising order, all finite
/// @param y the values, all finite
public record MarkLayer(String name, double[] x, double[] y, ThemeColor color) implements PlotLayer {
    private static final double RADIUS = 3.5;
    private static final double RIM = 1.5;

    public MarkLayer {
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
            Dots.paint(frame, x[i], y[i], RADIUS + RIM, ThemeColor.SURFACE);
            Dots.paint(frame, x[i], y[i], RADIUS, color);
        }
    }

    @Override
    public Depth depth() {
        return Depth.LIMIT;
    }

    @Override
    public Optional<Extent> span() {
        return x.length == 0 ? Optional.empty() : Optional.of(new Extent(x[0], x[x.length - 1]));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return Optional.empty();
    }

    @Override
    public List<LegendEntry> legend() {
        return x.length == 0 ? List.of() : List.of(new LegendEntry(name, LegendEntry.Swatch.DOT, Ink.of(color)));
    }
}
