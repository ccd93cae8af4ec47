package dev.headroom.charts.data;

/// Values over stretches, such as the cost of each month; a stretch reaches from `from` to `to`.
///
/// NaN is a missing bar.
public final class BarData {
    private final double[] from;
    private final double[] to;
    private final double[] values;

    /// Copies the arrays.
    public BarData(double[] from, double[] to, double[] values) {
        if (from.length != to.length || to.length != values.length) {
            throw new IllegalArgumentException(
                    "%d, %d and %d numbers do not fit.".formatted(from.length, to.length, values.length));
        }
        for (int i = 0; i < from.length; i++) {
            if (!(from[i] < to[i]) || (i > 0 && from[i] < to[i - 1])) {
                throw new IllegalArgumentException(
                        "stretch %d (%s to %s) must be rising and not overlap the one before."
                                .formatted(i, from[i], to[i]));
            }
        }
        this.from = from.clone();
        this.to = to.clone();
        this.values = values.clone();
    }

    public int size() {
        return values.length;
    }

    public double from(int index) {
        return from[index];
    }

    public double to(int index) {
        return to[index];
    }

    /// The value of a bar, NaN when missing.
    public double value(int index) {
        return values[index];
    }
}
