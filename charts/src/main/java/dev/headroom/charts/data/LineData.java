package dev.headroom.charts.data;

/// A sequence of values over strictly rising positions; on a time axis a position is an epoch second.
///
/// NaN is a gap: the line is not drawn through it.
public final class LineData {
    private final Abscissa abscissa;
    private final double[] values;
    private final MinMaxPyramid pyramid;

    /// Copies both arrays.
    public LineData(double[] epochSeconds, double[] values) {
        this(new Abscissa(epochSeconds), values.clone());
    }

    private LineData(Abscissa abscissa, double[] owned) {
        if (abscissa.size() != owned.length) {
            throw new IllegalArgumentException(
                    "%d positions do not fit %d values.".formatted(abscissa.size(), owned.length));
        }
        this.abscissa = abscissa;
        this.values = owned;
        this.pyramid = new MinMaxPyramid(owned);
    }

    /// The same line with one more point in front: how a forecast starts at the last observation.
    public LineData startingAt(double epochSecond, double value) {
        double[] longer = new double[values.length + 1];
        longer[0] = value;
        System.arraycopy(values, 0, longer, 1, values.length);
        return new LineData(abscissa.prefixed(epochSecond), longer);
    }

    /// How many points there are, gaps included.
    public int size() {
        return values.length;
    }

    /// The position of a point.
    public double x(int index) {
        return abscissa.at(index);
    }

    /// The value of a point, NaN in a gap.
    public double value(int index) {
        return values[index];
    }

    /// The extremes of any index range.
    public MinMaxPyramid pyramid() {
        return pyramid;
    }

    /// The first index at or after a position; `size()` when there is none.
    public int firstAtOrAfter(double x) {
        return abscissa.firstAtOrAfter(x);
    }

    /// The index closest to a position, -1 when the line is empty.
    public int nearest(double x) {
        return abscissa.nearest(x);
    }
}
