package dev.headroom.engine.model.baseline;

/// A random walk from season to season, one for each phase.
///
/// @param next the expected values of the season that follows the grid; finite
/// @param lags for each of them how many seasons its source lies back beyond the last season, 0 or more
/// @param sigma standard deviation of a change over one season
/// @param residuals how many changes were observed
record SeasonalWalk(double[] next, int[] lags, double sigma, int residuals) implements Walk {
    static SeasonalWalk of(double[] values, int season) {
        int n = values.length;
        double[] next = new double[season];
        int[] lags = new int[season];
        double lastSeen = Double.NaN;
        for (int t = n - 1; t >= 0 && Double.isNaN(lastSeen); t--) {
            lastSeen = values[t];
        }
        for (int i = 0; i < season; i++) {
            int t = n - season + i;
            while (t >= 0 && Double.isNaN(values[t])) {
                t -= season;
                lags[i]++;
            }
            // A phase never observed takes the last observation of any phase.
            next[i] = t >= 0 ? values[t] : lastSeen;
            lags[i] = t >= 0 ? lags[i] : 0;
        }
        double squares = 0;
        int count = 0;
        for (int phase = 0; phase < season; phase++) {
            int previous = -1;
            for (int t = phase; t < n; t += season) {
                if (Double.isNaN(values[t])) {
                    continue;
                }
                if (previous >= 0) {
                    double error = values[t] - values[previous];
                    squares += error * error * season / (t - previous);
                    count++;
                }
                previous = t;
            }
        }
        return new SeasonalWalk(next, lags, Math.sqrt(squares / Math.max(1, count)), count);
    }

    @Override
    public double centre(int step) {
        return next[(step - 1) % next.length];
    }

    @Override
    public double deviation(int step) {
        int phase = (step - 1) % next.length;
        int seasons = (step - 1) / next.length + 1 + lags[phase];
        return sigma * Math.sqrt(seasons);
    }

    @Override
    public void draw(double[] shocks, double[] path) {
        int season = next.length;
        for (int k = 0; k < path.length; k++) {
            path[k] = k < season
                    ? next[k] + shocks[k] * sigma * Math.sqrt(1.0 + lags[k])
                    : path[k - season] + shocks[k] * sigma;
        }
    }
}
