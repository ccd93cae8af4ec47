package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.LeastSquaresLine;
import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// Additive exponential smoothing with a damped trend, and with a season where there is one.
///
/// Input: a window side. Output: parameters (level, trend, season, damping) and forecasts on the scale of the
/// side. Errors: none; fewer than four values give a flat forecast. Source: E. S. Gardner and E. McKenzie
/// (1985), Forecasting trends in time series, doi:10.1287/mnsc.31.10.1237; P. R. Winters (1960),
/// doi:10.1287/mnsc.6.3.324. Departures: error correction form; the season starts at the seasonal
/// profile; the errors are linear in first level and trend, which are solved for at every set of weights, the
/// trend drawn towards that of the first points.
final class HoltWinters {
    private static final double[] LOWER = {0.0001, 0, 0, 0.8};
    private static final double[] UPPER = {0.99, 0.9, 0.9, 0.98};
    private static final int FIRST = 10;
    /// How strongly the first trend is held, in squared units of the side; windows have a mean size of 1.
    private static final double TREND_PENALTY = 1;

    private final double[] y;
    private final double[] seasonStart;
    private final double[] season;
    private final double[] seasonByLevel;
    private final double[] seasonByTrend;
    private final double levelStart;
    private final double trendStart;
    private double level;
    private double trend;

    private HoltWinters(double[] y, double[] adjusted, double[] seasonStart) {
        this.y = y;
        this.seasonStart = seasonStart;
        this.season = new double[seasonStart.length];
        this.seasonByLevel = new double[seasonStart.length];
        this.seasonByTrend = new double[seasonStart.length];
        LeastSquaresLine line = LeastSquaresLine.through(adjusted, Math.min(FIRST, adjusted.length));
        this.trendStart = line.slope();
        this.levelStart = line.at(-1);
    }

    /// Damped trend on the adjusted values, the profile added afterwards.
    static double[] damped(Window.Side side, double[] start, double[] out) {
        double[] best = new HoltWinters(side.adjusted(), side.adjusted(), new double[1]).run(start, out);
        for (int k = 0; k < out.length; k++) {
            out[k] += side.profile().at(side.length() + k);
        }
        return best;
    }

    /// Damped trend and season on the values themselves.
    static double[] seasonal(Window.Side side, double[] start, double[] out) {
        double[] shortPart = side.profile().shortPart();
        return new HoltWinters(side.values(), side.adjusted(), shortPart).run(start, out);
    }

    private double[] run(double[] start, double[] out) {
        if (y.length < 4) {
            Arrays.fill(out, y[y.length - 1]);
            return new double[0];
        }
        boolean warm = start.length == 4;
        boolean withSeason = season.length > 1;
        double[] from = warm ? start.clone() : new double[] {0.3, 0.05, 0.05, 0.9};
        from[2] = withSeason ? from[2] : 0;
        double step = warm ? 0.05 : 0.15;
        double[] edge = {step, warm ? 0.03 : 0.1, withSeason ? step : 0, warm ? 0.02 : 0.05};
        double[] best = NelderMead.minimise(
                withSeason ? this::smooth : this::smoothPlain,
                from,
                new NelderMead.Search(LOWER, UPPER, edge, warm ? 100 : 250, 1e-6));
        smooth(best);
        extend(best[3], out);
        return best;
    }

    /// One pass: the states, and beside them how they and the error change with the first level and the first
    /// trend (`ByLevel`, `ByTrend`). Leaves the last states and returns the squared error, both for the best
    /// first states.
    private double smooth(double[] point) {
        double alpha = point[0];
        double beta = point[1] * alpha;
        double gamma = point[2];
        double phi = point[3];
        System.arraycopy(seasonStart, 0, season, 0, season.length);
        Arrays.fill(seasonByLevel, 0);
        Arrays.fill(seasonByTrend, 0);
        double lev = levelStart;
        double slope = trendStart;
        double levByLevel = 1;
        double slopeByLevel = 0;
        double levByTrend = 0;
        double slopeByTrend = 1;
        double ee = 0;
        double el = 0;
        double et = 0;
        double ll = 0;
        double lt = 0;
        double tt = TREND_PENALTY;
        int i = 0;
        for (double value : y) {
            double ahead = lev + phi * slope;
            double error = value - ahead - season[i];
            double aheadByLevel = levByLevel + phi * slopeByLevel;
            double byLevel = aheadByLevel + seasonByLevel[i];
            double aheadByTrend = levByTrend + phi * slopeByTrend;
            double byTrend = aheadByTrend + seasonByTrend[i];
            ee += error * error;
            el += error * byLevel;
            et += error * byTrend;
            ll += byLevel * byLevel;
            lt += byLevel * byTrend;
            tt += byTrend * byTrend;
            lev = ahead + alpha * error;
            slope = phi * slope + beta * error;
            season[i] += gamma * error;
            levByLevel = aheadByLevel - alpha * byLevel;
            slopeByLevel = phi * slopeByLevel - beta * byLevel;
            seasonByLevel[i] -= gamma * byLevel;
            levByTrend = aheadByTrend - alpha * byTrend;
            slopeByTrend = phi * slopeByTrend - beta * byTrend;
            seasonByTrend[i] -= gamma * byTrend;
            i = i + 1 == season.length ? 0 : i + 1;
        }
        double determinant = ll * tt - lt * lt;
        double byL = determinant > 1e-12 * ll * tt ? (el * tt - et * lt) / determinant : 0;
        double byT = determinant > 1e-12 * ll * tt ? (et * ll - el * lt) / determinant : 0;
        level = lev + byL * levByLevel + byT * levByTrend;
        trend = slope + byL * slopeByLevel + byT * slopeByTrend;
        for (int k = 0; k < season.length; k++) {
            season[k] += byL * seasonByLevel[k] + byT * seasonByTrend[k];
        }
        return ee - byL * el - byT * et;
    }

    /// The same without a season, in two thirds of the time.
    private double smoothPlain(double[] point) {
        double alpha = point[0];
        double beta = point[1] * alpha;
        double phi = point[3];
        double lev = levelStart;
        double slope = trendStart;
        double levByLevel = 1;
        double slopeByLevel = 0;
        double levByTrend = 0;
        double slopeByTrend = 1;
        double ee = 0;
        double el = 0;
        double et = 0;
        double ll = 0;
        double lt = 0;
        double tt = TREND_PENALTY;
        for (double value : y) {
            double damped = phi * slope;
            double ahead = lev + damped;
            double error = value - ahead;
            double dampedByLevel = phi * slopeByLevel;
            double byLevel = levByLevel + dampedByLevel;
            double dampedByTrend = phi * slopeByTrend;
            double byTrend = levByTrend + dampedByTrend;
            ee += error * error;
            el += error * byLevel;
            et += error * byTrend;
            ll += byLevel * byLevel;
            lt += byLevel * byTrend;
            tt += byTrend * byTrend;
            lev = ahead + alpha * error;
            slope = damped + beta * error;
            levByLevel = byLevel - alpha * byLevel;
            slopeByLevel = dampedByLevel - beta * byLevel;
            levByTrend = byTrend - alpha * byTrend;
            slopeByTrend = dampedByTrend - beta * byTrend;
        }
        double determinant = ll * tt - lt * lt;
        double byL = determinant > 1e-12 * ll * tt ? (el * tt - et * lt) / determinant : 0;
        double byT = determinant > 1e-12 * ll * tt ? (et * ll - el * lt) / determinant : 0;
        return ee - byL * el - byT * et;
    }

    private void extend(double phi, double[] out) {
        double lev = level;
        double slope = trend;
        for (int k = 0; k < out.length; k++) {
            slope *= phi;
            lev += slope;
            out[k] = lev + season[(y.length + k) % season.length];
        }
    }
}
