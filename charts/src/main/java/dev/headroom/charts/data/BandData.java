package dev.headroom.charts.data;

/// A lower and an upper value over strictly rising positions, such as a prediction interval over epoch seconds.
///
/// A point where either value is NaN is a gap. Lower must not exceed upper.
public final class BandData {
    private final Abscissa abscissa;
    private final double[] lower;
    private final double[] upper;
    private final MinMaxPyramid lows;
    private final MinMaxPyramid highs;

    /// Copies the arrays.
    public BandData(double[] epochSeconds, double[] lower, double[] upper) {
        this(new Abscissa(epochSeconds), lower.clone(), upper.clone());
    }

    private BandData(Abscissa abscissa, double[] lower, double[] upper) {
        if (abscissa.size() != lower.length || lower.length != upper.length) {
            throw new IllegalArgumentException("%d positions do not fit %d lower and %d upper values."
                    .formatted(abscissa.size(), lower.length, upper.length));
        }
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i]) {
                throw new IllegalArgumentException(
                        "lower %d (%s) must not exceed upper (%s).".formatted(i, lower[i], upper[i]));
            }
            if (Double.isNaN(lower[i]) || Double.isNaN(upper[i])) {
                lower[i] = Double.NaN;
                upper[i] = Double.NaN;
            }
        }
        this.abscissa = abscissa;
        this.lower = lower;
        this.upper = upper;
        this.lows = new MinMaxPyramid(lower);
        this.highs = new MinMaxPyramid(upper);
    }

    /// The same band opened from one more point in front, of no width: how it grows out of the last observation.
    public BandData startingAt(double epochSecond, double value) {
        return new BandData(abscissa.prefixed(epochSecond), prefixed(lower, value), prefixed(upper, value));
    }

    /// How many points there are, gaps included.
    public int size() {
        return lower.length;
    }

    /// The position of a point.
    public double x(int index) {
        return abscissa.at(index);
    }

    /// The lower value of a point, NaN in a gap.
    public double lower(int index) {
        return lower[index];
    }

    /// The upper value of a point, NaN in a gap.
    public double upper(int index) {
        return upper[index];
    }

    /// The extremes of the lower values.
    public MinMaxPyramid lows() {
        return lows;
    }

    /// The extremes of the upper values.
    public MinMaxPyramid highs() {
        return highs;
    }

    /// The first index at or after a position; `size()` when there is none.
    public int firstAtOrAfter(double x) {
        return abscissa.firstAtOrAfter(x);
    }

    /// The index closest to a position, -1 when the band is empty.
    public int nearest(double x) {
        return abscissa.nearest(x);
    }

    private static double[] prefixed(double[] values, double first) {
        double[] longer = new double[values.length + 1];
        longer[0] = first;
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }
}
