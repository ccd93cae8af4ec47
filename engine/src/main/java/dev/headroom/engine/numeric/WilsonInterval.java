package dev.headroom.engine.numeric;

/// Between which shares the true one lies, when some of a number of cases came true.
///
/// Source: E. B. Wilson (1927), Probable inference, doi:10.1080/01621459.1927.10502953. At the ends it reaches
/// 0 and 1 exactly.
///
/// @param low lower end, 0..1
/// @param high upper end, 0..1
public record WilsonInterval(double low, double high) {
    private static final double Z_90 = 1.6448536269514722;

    /// With a confidence of 90 %.
    ///
    /// @param hits 0 to `cases`
    /// @param cases positive
    public static WilsonInterval of90(int hits, int cases) {
        if (cases < 1 || hits < 0 || hits > cases) {
            throw new IllegalArgumentException(
                    "hits (" + hits + ") must be 0 to cases (" + cases + "), which is 1 or more.");
        }
        double share = (double) hits / cases;
        double z2 = Z_90 * Z_90;
        double centre = (share + z2 / (2 * cases)) / (1 + z2 / cases);
        double half = Z_90 * Math.sqrt(share * (1 - share) / cases + z2 / (4.0 * cases * cases)) / (1 + z2 / cases);
        return new WilsonInterval(
                hits == 0 ? 0 : Math.max(0, centre - half), hits == cases ? 1 : Math.min(1, centre + half));
    }
}
