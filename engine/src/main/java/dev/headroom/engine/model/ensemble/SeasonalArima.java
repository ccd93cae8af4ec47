package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.NelderMead;
import java.util.Arrays;

/// A seasonal ARIMA model of one fixed order, ARIMA(2,1,1)(0,1,1)[m], by its conditional sum of squares; without a
/// season ARIMA(2,1,1).
///
/// Input: a window side. Output: parameters (the two partial autocorrelations, the moving average, the seasonal moving
/// average) and forecasts on the scale of the side. Errors: none; fewer than four values give a flat forecast. Source:
/// G. E. P. Box and G. M. Jenkins (1976), Time series analysis, chapters 7 and 9. Departures: before the first value
/// lies the seasonal profile at the level of the first season, so that the differences use up no values; errors before
/// it are 0; the parameters are drawn towards those of a slowly changing season with the weight of normal priors; the
/// part of the profile that belongs to a longer season is taken off first and added again.
final class SeasonalArima {
    private static final double[] LOWER = {-0.99, -0.9, -0.95, -0.98};
    private static final double[] UPPER = {0.99, 0.9, 0.95, 0.5};
    /// What the parameters are drawn to.
    private static final double[] USUAL = {0, 0, 0, -0.7};
    /// One over the variance of the priors.
    private static final double DRAWN = 4;

    private final Window.Side side;
    private final int n;
    private final int season;
    private final int lead;
    private final double[] y;
    private final double[] w;
    private final double[] errors;

    private SeasonalArima(Window.Side side, int steps) {
        this.side = side;
        double[] shortPart = side.profile().shortPart();
        double[] longPart = side.profile().longPart();
        n = side.length();
        season = shortPart.length;
        lead = season + 2;
        y = new double[lead + n + steps];
        w = new double[y.length];
        errors = new double[y.length];
        double level = firstLevel();
        for (int i = 0; i < lead; i++) {
            y[i] = level + shortPart[Math.floorMod(i - lead, season)];
        }
        for (int t = 0; t < n; t++) {
            y[lead + t] = side.values()[t] - longPart[t % longPart.length];
        }
        for (int i = lead; i < lead + n; i++) {
            w[i] = y[i] - before(i);
        }
        w[lead] = season > 1 ? w[lead] : 0;
    }

    private double firstLevel() {
        int first = Math.min(n, Math.max(4, season));
        double sum = 0;
        for (int t = 0; t < first; t++) {
            sum += side.adjusted()[t];
        }
        return sum / first;
    }

    /// What the differences take off a value.
    private double before(int i) {
        return season > 1 ? y[i - 1] + y[i - season] - y[i - season - 1] : y[i - 1];
    }

    /// @param start parameters of a similar window to start the search at, or empty
    static double[] forecast(Window.Side side, double[] start, double[] out) {
        if (side.length() < 4) {
            Arrays.fill(out, side.values()[side.length() - 1]);
            return new double[0];
        }
        SeasonalArima run = new SeasonalArima(side, out.length);
        boolean warm = start.length == USUAL.length;
        double[] from = (warm ? start : USUAL).clone();
        from[3] = run.season > 1 ? from[3] : 0;
        double step = warm ? 0.05 : 0.15;
        double[] edge = {step, step, step, run.season > 1 ? step : 0};
        NelderMead.Search search = new NelderMead.Search(LOWER, UPPER, edge, warm ? 60 : 200, 1e-6);
        double[] best = NelderMead.minimise(run.season > 1 ? run::squares : run::squaresPlain, from, search);
        run.squares(best);
        run.extend(best, out);
        return best;
    }

    /// Fills the errors of all values and returns the sum of their squares, larger the less usual the parameters are.
    private double squares(double[] point) {
        double phi1 = point[0] * (1 - point[1]);
        double phi2 = point[1];
        double theta = point[2];
        double seasonal = point[3];
        double product = theta * seasonal;
        double last = 0;
        double sum = 0;
        for (int i = lead; i < lead + n; i++) {
            double known = w[i] - phi1 * w[i - 1] - phi2 * w[i - 2];
            known -= seasonal * errors[i - season] + product * errors[i - season - 1];
            last = known - theta * last;
            errors[i] = last;
            sum += last * last;
        }
        return sum * (1 + distance(point) * DRAWN / n);
    }

    /// The same without a season.
    private double squaresPlain(double[] point) {
        double phi1 = point[0] * (1 - point[1]);
        double phi2 = point[1];
        double last = 0;
        double sum = 0;
        for (int i = lead; i < lead + n; i++) {
            last = w[i] - phi1 * w[i - 1] - phi2 * w[i - 2] - point[2] * last;
            sum += last * last;
        }
        return sum * (1 + distance(point) * DRAWN / n);
    }

    private double distance(double[] point) {
        double sum = 0;
        for (int i = 0; i < (season > 1 ? 4 : 3); i++) {
            sum += (point[i] - USUAL[i]) * (point[i] - USUAL[i]);
        }
        return sum;
    }

    private void extend(double[] point, double[] out) {
        double[] longPart = side.profile().longPart();
        double phi1 = point[0] * (1 - point[1]);
        for (int k = 0; k < out.length; k++) {
            int i = lead + n + k;
            w[i] = phi1 * w[i - 1]
                    + point[1] * w[i - 2]
                    + point[2] * errors[i - 1]
                    + point[3] * (errors[i - season] + point[2] * errors[i - season - 1]);
            y[i] = w[i] + before(i);
            out[k] = y[i] + longPart[(n + k) % longPart.length];
        }
    }
}
