package dev.headroom.engine.model.tbats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The structure of a model: which parts it has.
///
/// @param lambda power of the Box-Cox transformation in `[0, 1]`; 1 for none
/// @param trend whether there is a slope
/// @param seasons shortest first
/// @param ar how many earlier errors enter by autoregression
/// @param ma how many by a moving average
record TbatsForm(double lambda, Trend trend, List<Season> seasons, int ar, int ma) {
    enum Trend {
        NONE,
        DAMPED
    }

    /// A season of any length as a sum of waves.
    ///
    /// @param period in steps
    /// @param waves how often each wave goes round in a period, increasing
    record Season(double period, List<Integer> waves) {
        Season {
            waves = List.copyOf(waves);
        }
    }

    TbatsForm {
        seasons = List.copyOf(seasons);
    }

    TbatsForm withLambda(double other) {
        return new TbatsForm(other, trend, seasons, ar, ma);
    }

    TbatsForm withTrend(Trend other) {
        return new TbatsForm(lambda, other, seasons, ar, ma);
    }

    TbatsForm withSeasons(List<Season> other) {
        return new TbatsForm(lambda, trend, other, ar, ma);
    }

    TbatsForm withErrors(int otherAr, int otherMa) {
        return new TbatsForm(lambda, trend, seasons, otherAr, otherMa);
    }

    int waves() {
        return seasons.stream().mapToInt(season -> season.waves().size()).sum();
    }

    /// How many states are estimated before the first value.
    int states() {
        return 1 + (trend == Trend.DAMPED ? 1 : 0) + 2 * waves();
    }

    /// Smoothing weights, damping and the coefficients of the errors.
    int weights() {
        return 1 + (trend == Trend.DAMPED ? 2 : 0) + 2 * seasons.size() + ar + ma;
    }

    /// Everything that is estimated, as R counts it: weights, states, the power and the variance.
    int parameterCount() {
        return weights() + states() + (lambda == 1 ? 0 : 1);
    }

    /// The usual name, such as `TBATS(0.5, {1,0}, damped, {<24,5>, <168,6>})`.
    String shortName() {
        String season = seasons.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "<%s,%d>",
                        number(one.period()),
                        one.waves().size()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "TBATS(%s, {%d,%d}, %s, {%s})",
                number(lambda),
                ar,
                ma,
                trend == Trend.DAMPED ? "damped" : "-",
                season);
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.2f", value);
    }

    double[] lower() {
        double[] lower = new double[weights()];
        Arrays.fill(lower, -0.98);
        lower[0] = 1e-4;
        int next = 1;
        if (trend == Trend.DAMPED) {
            lower[next++] = 0;
            lower[next++] = 0.8;
        }
        Arrays.fill(lower, next, next + 2 * seasons.size(), -0.3);
        return lower;
    }

    double[] upper() {
        double[] upper = new double[weights()];
        Arrays.fill(upper, 0.98);
        upper[0] = 1.2;
        int next = 1;
        if (trend == Trend.DAMPED) {
            upper[next++] = 0.5;
            upper[next++] = 0.995;
        }
        Arrays.fill(upper, next, next + 2 * seasons.size(), 0.3);
        return upper;
    }

    double[] edges() {
        double[] edges = new double[weights()];
        Arrays.fill(edges, 0.1);
        int next = 1;
        if (trend == Trend.DAMPED) {
            edges[next++] = 0.03;
            edges[next++] = 0.04;
        }
        Arrays.fill(edges, next, next + 2 * seasons.size(), 0.004);
        return edges;
    }

    double[] start() {
        double[] start = new double[weights()];
        start[0] = 0.2;
        int next = 1;
        if (trend == Trend.DAMPED) {
            start[next++] = 0.02;
            start[next++] = 0.95;
        }
        Arrays.fill(start, next, next + 2 * seasons.size(), 0.001);
        return start;
    }

    /// The weights of a form with the same seasons or fewer parts, where this one has them; new parts
    /// start small.
    double[] from(TbatsForm other, double[] known) {
        double[] start = start();
        start[0] = known[0];
        int own = 1;
        int theirs = 1;
        if (other.trend == Trend.DAMPED) {
            if (trend == Trend.DAMPED) {
                System.arraycopy(known, 1, start, 1, 2);
            }
            theirs += 2;
        }
        own += trend == Trend.DAMPED ? 2 : 0;
        int gammas = 2 * Math.min(seasons.size(), other.seasons.size());
        System.arraycopy(known, theirs, start, own, gammas);
        own += 2 * seasons.size();
        theirs += 2 * other.seasons.size();
        System.arraycopy(known, theirs, start, own, Math.min(ar, other.ar));
        System.arraycopy(known, theirs + other.ar, start, own + ar, Math.min(ma, other.ma));
        return start;
    }
}
