package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// A grid of values as shaded cells: column `c` is centred on position `c`, the first row lies at the top. A cell
/// without a value is empty with a dash. Values that are not finite count as unknown.
///
/// @param rows the names of the rows from the top
/// @param values by row and column, NaN when unknown
/// @param format how the crosshair writes a value
public record CellLayer(List<String> rows, double[][] values, ValueFormat format, Shading shading)
        implements PlotLayer {
    /// What a shade means.
    public enum Shading {
        /// Five steps from the lowest to the highest value; the figures are whole numbers.
        RANGE,
        /// Correlations from −1 (blue) over 0 to 1 (orange), changing at 0.2 and 0.6; the figures have two decimals.
        CORRELATION
    }

    private static final double WEAK = 0.2;
    private static final double STRONG = 0.6;
    private static final double[] SHADES = {0.06, 0.18, 0.34, 0.55, 0.8};
    private static final double LEAST_ROOM = 30;

    public CellLayer {
        rows = List.copyOf(rows);
        values = Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .map(value -> Double.isFinite(value) ? value : Double.NaN)
                        .toArray())
                .toArray(double[][]::new);
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(
                    "values (%d) must have a row for each name (%d).".formatted(values.length, rows.size()));
        }
    }

    /// Cells shaded over the range of the values.
    public CellLayer(List<String> rows, double[][] values, ValueFormat format) {
        this(rows, values, format, Shading.RANGE);
    }

    @Override
    public double[][] values() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    private int columns() {
        return values.length == 0 ? 0 : values[0].length;
    }

    @Override
    public void paint(PlotFrame frame) {
        double low = known().min().orElse(0);
        double range = known().max().orElse(0) - low;
        double gap = frame.mark(0.5);
        boolean roomy = frame.px(1) - frame.px(0) >= frame.mark(LEAST_ROOM);
        for (int row = 0; row < values.length; row++) {
            double middle = frame.py(values.length - 1.0 - row);
            double half = (frame.py(0) - frame.py(1)) / 2;
            for (int column = 0; column < values[row].length; column++) {
                double value = values[row][column];
                double left = frame.px(column - 0.5) + gap;
                double right = frame.px(column + 0.5) - gap;
                Color shade = Double.isNaN(value) ? frame.color(ThemeColor.SUNKEN) : shade(frame, value, low, range);
                frame.pen().box(left, middle - half + gap, right, middle + half - gap, shade);
                if (roomy) {
                    frame.pen()
                            .middle(
                                    Double.isNaN(value) ? "–" : figure(value, frame.yAxis()),
                                    (left + right) / 2,
                                    middle,
                                    Pen.Align.CENTRE,
                                    frame.label(FontFace.REGULAR, letter(frame, shade)));
                }
            }
        }
    }

    private DoubleStream known() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value));
    }

    private Color shade(PlotFrame frame, double value, double low, double range) {
        return switch (shading) {
            case RANGE -> frame.theme().mix(ThemeColor.ACCENT, SHADES[step(value, low, range)], ThemeColor.SURFACE);
            case CORRELATION -> frame.theme().difference(side(value));
        };
    }

    private static int side(double value) {
        double size = Math.abs(value);
        int steps = size < WEAK ? 0 : size < STRONG ? 1 : 2;
        return value < 0 ? -steps : steps;
    }

    private String figure(double value, ValueAxis axis) {
        return switch (shading) {
            case RANGE -> String.valueOf(Math.round(value));
            case CORRELATION -> format.detail(value, axis.locale());
        };
    }

    private static int step(double value, double low, double range) {
        return range > 0 ? (int) Math.min(SHADES.length - 1.0, Math.floor((value - low) / range * SHADES.length)) : 0;
    }

    /// The text colour that stands out more.
    private static ThemeColor letter(PlotFrame frame, Color ground) {
        double normal = contrast(frame.color(ThemeColor.TEXT), ground);
        return normal >= contrast(frame.color(ThemeColor.ON_ACCENT), ground) ? ThemeColor.TEXT : ThemeColor.ON_ACCENT;
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public Depth depth() {
        return Depth.LINE;
    }

    @Override
    public Optional<Extent> span() {
        return columns() == 0 ? Optional.empty() : Optional.of(new Extent(-0.5, columns() - 0.5));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Extent(-0.5, rows.size() - 0.5));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int column = (int) Math.rint(x);
        List<Readout> read = new ArrayList<>();
        for (int row = 0; column >= 0 && column < columns() && row < values.length; row++) {
            read.add(Readout.strong(rows.get(row), format.detail(values[row][column], axis.locale())));
        }
        return read;
    }

    @Override
    public OptionalDouble nearest(double x) {
        return columns() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp(Math.rint(x), 0, columns() - 1));
    }

    @Override
    public OptionalDouble after(double x) {
        return columns() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(Math.floor(x) + 1, 0, columns() - 1));
    }

    @Override
    public OptionalDouble before(double x) {
        return columns() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(Math.ceil(x) - 1, 0, columns() - 1));
    }
}
