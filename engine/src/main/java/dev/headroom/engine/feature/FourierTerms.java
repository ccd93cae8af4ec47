package dev.headroom.engine.feature;

/// Sines and cosines of a cycle: a smooth seasonal shape with few numbers.
///
/// Source: A. C. Harvey and N. Shephard (1993), Structural time series models, in the use of S. J. Taylor and B. Letham
/// (2018), Forecasting at scale, doi:10.1080/00031305.2017.1380080.
///
/// @param order how many harmonics, 1 or more
public record FourierTerms(int order) {
    public FourierTerms {
        if (order < 1) {
            throw new IllegalArgumentException("order (" + order + ") must be 1 or more.");
        }
    }

    /// The most harmonics that points of a cycle of `seasonLength` steps can tell apart, at most `wanted`; 0 for a
    /// cycle of fewer than three steps.
    public static int distinctOrder(int seasonLength, int wanted) {
        return Math.min(wanted, (seasonLength - 1) / 2);
    }

    public int columns() {
        return 2 * order;
    }

    /// Writes sine and cosine of each harmonic into `row` from `offset` on.
    ///
    /// @param fraction the passed share of the cycle
    public void fill(double fraction, double[] row, int offset) {
        for (int j = 1; j <= order; j++) {
            double angle = 2 * Math.PI * j * fraction;
            row[offset + 2 * (j - 1)] = Math.sin(angle);
            row[offset + 2 * (j - 1) + 1] = Math.cos(angle);
        }
    }
}
