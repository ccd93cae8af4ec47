package dev.headroom.charts.data;

/// One bin of a reliability diagram: what was shown, how often it came true, and how sure that is.
///
/// All values are shares between 0 and 1; `lower` and `upper` are the ends of an interval around `observed`.
public record ReliabilityBin(double shown, double observed, double lower, double upper, long count) {
    /// The two-sided 90 % quantile of the standard normal distribution.
    private static final double Z_90 = 1.6448536269514722;

    public ReliabilityBin {
        if (!(shown >= 0 && shown <= 1 && lower >= 0 && lower <= observed && observed <= upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "shown (%s) and lower (%s) <= observed (%s) <= upper (%s) must lie between 0 and 1."
                            .formatted(shown, lower, observed, upper));
        }
    }

    /// A bin of `count` forecasts of which `hits` came true, with the 90 % Wilson score interval.
    ///
    /// Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference,
    /// doi:10.1080/01621459.1927.10502953. Departures: none.
    public static ReliabilityBin wilson(double shown, long hits, long count) {
        if (count < 1 || hits < 0 || hits > count) {
            throw new IllegalArgumentException("hits (%d) must lie between 0 and count (%d).".formatted(hits, count));
        }
        double n = count;
        double p = hits / n;
        double z2 = Z_90 * Z_90;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z_90 * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new ReliabilityBin(shown, p, Math.clamp(centre - half, 0, p), Math.clamp(centre + half, p, 1), count);
    }
}
