package dev.headroom.engine.model.arima;

/// How often a series has to be differenced: once from season to season where the season is strong, then from step to
/// step until a test no longer finds a unit root.
///
/// Input: values without gaps. Output: at most one seasonal and at most two plain differences. Errors: none.
/// Source: R. J. Hyndman and Y. Khandakar (2008), Automatic time series forecasting, doi:10.18637/jss.v027.i03; the
/// limit of the seasonal strength is that of R's `forecast::nsdiffs` since version 8.3. Departures: none.
///
/// @param plain differences from step to step
/// @param seasonal differences from season to season
record DifferenceChoice(int plain, int seasonal) {
    private static final double STRONG = 0.64;
    private static final int MOST = 2;

    static DifferenceChoice of(double[] values, int seasonLength) {
        int seasonal = 0;
        double[] rest = values;
        if (isConstant(values)) {
            return new DifferenceChoice(0, 0);
        }
        if (seasonLength > 1
                && values.length > 2 * seasonLength
                && SeasonalStrength.of(values, seasonLength) > STRONG) {
            seasonal = 1;
            rest = new Differences(0, 1, seasonLength).of(values);
        }
        int plain = 0;
        while (plain < MOST && rest.length > 2 && !isConstant(rest) && KpssTest.rejectsStationarity(rest)) {
            plain++;
            rest = new Differences(1, 0, 1).of(rest);
        }
        return new DifferenceChoice(plain, seasonal);
    }

    /// Whether all values are equal but for rounding.
    static boolean isConstant(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return !(high - low > 1e-11 * Math.max(Math.abs(low), Math.abs(high)));
    }
}
