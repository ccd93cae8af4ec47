package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Upright bars from zero: counts of a histogram, means by month.
///
/// @param from the left edges, rising
/// @param to the right edges
/// @param heights NaN for no bar; what is not finite counts as NaN
public record BarLayer(String name, double[] from, double[] to, double[] heights) implements PlotLayer {
    public BarLayer {
        if (from.length != to.length || from.length != heights.length) {
            throw new IllegalArgumentException(
                    "edges (%d, %d) must fit the heights (%d).".formatted(from.length, to.length, heights.length));
        }
        from = from.clone();
        to = to.clone();
        heights = Arrays.stream(heights)
                .map(height -> Double.isFinite(height) ? height : Double.NaN)
                .toArray();
    }

    /// Bars of equal width that are centred on the positions 0, 1, 2 and so on.
    public static BarLayer of(String name, double width, double[] heights) {
        double[] from = IntStream.range(0, heights.length)
                .mapToDouble(i -> i - width / 2)
                .toArray();
        double[] to = Arrays.stream(from).map(left -> left + width).toArray();
        return new BarLayer(name, from, to, heights);
    }

    @Override
    public double[] from() {
        return from.clone();
    }

    @Override
    public double[] to() {
        return to.clone();
    }

    @Override
    public double[] heights() {
        return heights.clone();
    }

    @Override
    public void paint(PlotFrame frame) {
        double gap = frame.mark(0.5);
        for (int i = 0; i < heights.length; i++) {
            if (!Double.isNaN(heights[i]) && heights[i] != 0) {
                double zero = frame.py(0);
                double end = frame.py(heights[i]);
                frame.pen()
                        .box(
                                frame.px(from[i]) + gap,
                                Math.min(zero, end),
                                frame.px(to[i]) - gap,
                                Math.max(zero, end),
                                frame.color(ThemeColor.BAND_50));
            }
        }
    }

    @Override
    public Depth depth() {
        return Depth.BAND_50;
    }

    @Override
    public Optional<Extent> span() {
        return from.length == 0 ? Optional.empty() : Optional.of(new Extent(from[0], to[to.length - 1]));
    }

    @Override
    public Optional<Extent> values(double left, double right) {
        double[] known =
                Arrays.stream(heights).filter(value -> !Double.isNaN(value)).toArray();
        return known.length == 0
                ? Optional.empty()
                : Optional.of(new Extent(
                        Math.min(0, Arrays.stream(known).min().orElse(0)),
                        Math.max(0, Arrays.stream(known).max().orElse(0))));
    }

    @Override
    public List<LegendEntry> legend() {
        return name.isEmpty()
                ? List.of()
                : List.of(new LegendEntry(name, LegendEntry.Swatch.BOX, Ink.of(ThemeColor.BAND_50)));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        return IntStream.range(0, heights.length)
                .filter(i -> x >= from[i] && x < to[i])
                .mapToObj(i -> Readout.strong(name, axis.format().detail(heights[i], axis.locale())))
                .limit(1)
                .toList();
    }

    private DoubleStream centres() {
        return IntStream.range(0, from.length).mapToDouble(i -> (from[i] + to[i]) / 2);
    }

    @Override
    public OptionalDouble nearest(double x) {
        return centres().reduce((a, b) -> Math.abs(a - x) <= Math.abs(b - x) ? a : b);
    }

    @Override
    public OptionalDouble after(double x) {
        return centres().filter(centre -> centre > x).findFirst();
    }

    @Override
    public OptionalDouble before(double x) {
        return centres().filter(centre -> centre < x).reduce((first, second) -> second);
    }
}
