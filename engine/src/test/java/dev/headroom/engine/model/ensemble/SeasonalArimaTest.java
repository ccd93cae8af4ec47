package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.feature.SeasonalProfile;
import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonalArimaTest {
    private static final double[] NOTHING = {};

    private static Window.Side side(double[] values, int season, int longSeason) {
        SeasonalProfile profile = season > 1 ? SeasonalProfile.of(values, season, longSeason) : SeasonalProfile.flat();
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> values[t] - profile.at(t));
        return new Window.Side(values, profile, adjusted);
    }

    /// An ARIMA(1,1,1)(0,1,1)[season] with ar 0.5, ma -0.4 and seasonal ma -0.6.
    private static double[] simulated(int length, int season) {
        SeededStream stream = new SeededStream(7, season);
        double[] e = new double[length];
        double[] w = new double[length];
        double[] y = new double[length];
        for (int t = 0; t < length; t++) {
            e[t] = stream.nextGaussian();
            w[t] = 0.5 * at(w, t - 1) + e[t] - 0.4 * at(e, t - 1);
            w[t] += season > 1 ? -0.6 * at(e, t - season) + 0.24 * at(e, t - season - 1) : 0;
            y[t] = w[t] + at(y, t - 1);
            y[t] += season > 1 ? at(y, t - season) - at(y, t - season - 1) : 0;
        }
        return y;
    }

    private static double at(double[] values, int t) {
        return t < 0 ? 0 : values[t];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void theForecastIsThatOfTheModelMultipliedOut(int season) {
        double[] values = simulated(90, season);
        Window.Side side = side(values, season, season);
        double[] out = new double[2 * season + 3];
        double[] found = SeasonalArima.forecast(side, NOTHING, out);

        assertThat(out).containsExactly(multipliedOut(side, season, found, out.length), within(1e-8));
    }

    /// The same forecast from the product of all lag polynomials, on levels.
    private static double[] multipliedOut(Window.Side side, int season, double[] p, int steps) {
        double[] ar = {1, -p[0] * (1 - p[1]), -p[1]};
        ar = product(ar, new double[] {1, -1});
        double[] ma = {1, p[2]};
        if (season > 1) {
            double[] difference = new double[season + 1];
            difference[0] = 1;
            difference[season] = -1;
            ar = product(ar, difference);
            double[] seasonal = new double[season + 1];
            seasonal[0] = 1;
            seasonal[season] = p[3];
            ma = product(ma, seasonal);
        }
        int n = side.length();
        int first = Math.max(4, season);
        double level = season == 1
                ? side.values()[0]
                : Arrays.stream(side.adjusted(), 0, first).sum() / first;
        int lead = ar.length;
        double[] y = new double[lead + n + steps];
        double[] e = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            int t = i - lead;
            if (t < n) {
                y[i] = t < 0 ? level + side.profile().at(t + 10 * season) : side.values()[t];
            }
            if (t >= 0) {
                double known = 0;
                for (int j = 1; j < ar.length; j++) {
                    known -= ar[j] * y[i - j];
                }
                for (int j = 1; j < ma.length; j++) {
                    known += i - j < 0 ? 0 : ma[j] * e[i - j];
                }
                e[i] = t < n ? y[i] - known : 0;
                y[i] = t < n ? y[i] : known;
            }
        }
        return Arrays.copyOfRange(y, lead + n, y.length);
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }

    @Test
    void theParametersOfALongSeriesAreFound() {
        double[] found = SeasonalArima.forecast(side(simulated(5000, 12), 12, 12), NOTHING, new double[1]);

        // The first-order part alone fixes the differences well: its errors follow ar 0.5 and ma -0.4 nearly white.
        assertThat(found[3]).isCloseTo(-0.6, within(0.05));
        double[] response = responses(found);
        assertThat(response).containsExactly(new double[] {0.1, 0.05, 0.025}, within(0.05));
    }

    /// The first weights of past errors of the part without the season.
    private static double[] responses(double[] p) {
        double phi1 = p[0] * (1 - p[1]);
        double first = phi1 + p[2];
        double second = phi1 * first + p[1];
        return new double[] {first, second, phi1 * second + p[1] * first};
    }

    @Test
    void aRepeatedSearchStartsAtTheParametersAndStaysThere() {
        Window.Side side = side(simulated(600, 4), 4, 4);
        double[] cold = SeasonalArima.forecast(side, NOTHING, new double[1]);
        double[] out = new double[8];
        double[] warm = SeasonalArima.forecast(side, cold, out);
        double[] again = new double[8];
        SeasonalArima.forecast(side, warm, again);

        assertThat(again).containsExactly(out, within(0.05));
    }

    @Test
    void aPatternOfDayAndWeekGoesOnUnchanged() {
        double[] values = new double[28 * 24];
        Arrays.setAll(values, t -> 50 + 10 * Math.sin(t * Math.TAU / 24) + (t / 24 % 7 >= 5 ? 0.5 * (t % 24) : 0));
        double[] out = new double[168];
        SeasonalArima.forecast(side(values, 24, 168), NOTHING, out);

        double[] expected = new double[168];
        Arrays.setAll(expected, k -> values[k]);
        assertThat(out).containsExactly(expected, within(0.5));
    }

    @Test
    void fewerThanFourValuesGiveTheLastOneAndAConstantStaysOne() {
        double[] out = new double[3];
        assertThat(SeasonalArima.forecast(side(new double[] {3, 1, 2}, 1, 1), NOTHING, out))
                .isEmpty();
        assertThat(out).containsExactly(2, 2, 2);

        double[] constant = new double[40];
        Arrays.fill(constant, 5);
        SeasonalArima.forecast(side(constant, 1, 1), NOTHING, out);
        assertThat(out).containsExactly(5, 5, 5);
        SeasonalArima.forecast(side(constant, 12, 12), NOTHING, out);
        assertThat(out).containsExactly(new double[] {5, 5, 5}, within(1e-12));
    }

    @Test
    void nothingAfterTheOriginIsSeen() {
        double[] values = Series.seasonal(120, 12, 4);
        double[] changed = values.clone();
        Arrays.fill(changed, 96, 120, 1e6);
        SeasonPlan plan = new SeasonPlan(12, 0);
        ComponentRunner runner = new ComponentRunner(java.util.List.of(Component.SEASONAL_ARIMA));
        ComponentRunner other = new ComponentRunner(java.util.List.of(Component.SEASONAL_ARIMA));

        assertThat(other.forecast(new Window(changed, 96, plan), 12)[0])
                .containsExactly(runner.forecast(new Window(values, 96, plan), 12)[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void unitsMakeNoDifference(double factor) {
        double[] values = Series.seasonal(120, 12, 4);
        SeasonPlan plan = new SeasonPlan(12, 0);
        for (Component component : new Component[] {Component.SEASONAL_ARIMA, Component.SEASONAL_ARIMA_LOG}) {
            double[] plain =
                    new ComponentRunner(java.util.List.of(component)).forecast(new Window(values, 120, plan), 24)[0];
            double[] scaled = new ComponentRunner(java.util.List.of(component))
                    .forecast(new Window(Series.scaled(values, factor, 0), 120, plan), 24)[0];

            assertThat(Series.scaled(scaled, 1 / factor, 0)).containsExactly(plain, within(1e-3));
        }
    }
}
