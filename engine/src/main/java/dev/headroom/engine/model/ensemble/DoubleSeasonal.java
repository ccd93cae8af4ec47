package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.NelderMead;

/// Additive exponential smoothing with two nested seasons and an autoregressive error, without a trend.
///
/// Input: a window side. Output: parameters (level, short season, long season, error) and forecasts on the
/// scale of the side. Errors: none. Source: J. W. Taylor (2003), Short-term electricity demand forecasting
/// using double seasonal exponential smoothing, doi:10.1057/palgrave.jors.2601589. Departures: additive, no
/// trend, both seasons start at the seasonal profile; without a long season it is ordinary seasonal
/// smoothing, without any season level smoothing.
final class DoubleSeasonal {
    private static final double[] LOWER = {0.0001, 0, 0, 0};
    private static final double[] UPPER = {0.99, 0.9, 0.9, 0.99};

    private final double[] y;
    private final double[] shortStart;
    private final double[] longStart;
    private final double[] shortSeason;
    private final double[] longSeason;
    private final double levelStart;
    private double level;
    private double error;

    private DoubleSeasonal(Window.Side side, SeasonPlan seasons) {
        y = side.values();
        shortStart = side.profile().shortPart();
        longStart = side.profile().longPart();
        shortSeason = new double[shortStart.length];
        longSeason = new double[longStart.length];
        int first = Math.min(y.length, Math.max(4, seasons.longest()));
        double sum = 0;
        for (int t = 0; t < first; t++) {
            sum += side.adjusted()[t];
        }
        levelStart = sum / first;
    }

    /// @param start parameters of a similar window to start the search at, or empty
    static double[] forecast(Window.Side side, SeasonPlan seasons, double[] start, double[] out) {
        DoubleSeasonal run = new DoubleSeasonal(side, seasons);
        boolean warm = start.length == 4;
        double step = warm ? 0.03 : 0.1;
        double[] from = warm ? start : new double[] {0.1, 0.05, 0.05, 0.5};
        double[] edge = {
            step, run.shortStart.length > 1 ? step : 0, run.longStart.length > 1 ? step : 0, warm ? 0.05 : 0.2
        };
        NelderMead.Search search = new NelderMead.Search(LOWER, UPPER, edge, warm ? 80 : 160, 1e-5);
        if (run.shortStart.length == 1) {
            from = new double[] {from[0], 0, 0, from[3]};
        } else if (run.longStart.length == 1) {
            from = new double[] {from[0], from[1], 0, from[3]};
        }
        double[] best = NelderMead.minimise(run::smooth, from, search);
        run.smooth(best);
        run.extend(best[3], out);
        return best;
    }

    private double smooth(double[] point) {
        double alpha = point[0];
        double delta = point[1];
        double omega = point[2];
        double phi = point[3];
        System.arraycopy(shortStart, 0, shortSeason, 0, shortStart.length);
        System.arraycopy(longStart, 0, longSeason, 0, longStart.length);
        double lev = levelStart;
        double last = 0;
        double sum = 0;
        int i = 0;
        int j = 0;
        for (double value : y) {
            double miss = value - lev - shortSeason[i] - longSeason[j];
            double step = miss - phi * last;
            sum += step * step;
            lev += alpha * miss;
            shortSeason[i] += delta * miss;
            longSeason[j] += omega * miss;
            last = miss;
            i = i + 1 == shortSeason.length ? 0 : i + 1;
            j = j + 1 == longSeason.length ? 0 : j + 1;
        }
        level = lev;
        error = last;
        return sum;
    }

    private void extend(double phi, double[] out) {
        double carried = error;
        for (int k = 0; k < out.length; k++) {
            carried *= phi;
            int t = y.length + k;
            out[k] = level + shortSeason[t % shortSeason.length] + longSeason[t % longSeason.length] + carried;
        }
    }
}
