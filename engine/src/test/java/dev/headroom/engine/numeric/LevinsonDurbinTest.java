package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevinsonDurbinTest {
    @Test
    void anAlternatingSeriesIsAFirstOrderAutoregression() {
        double[] values = new double[20];
        for (int t = 0; t < values.length; t++) {
            values[t] = t % 2 == 0 ? 1 : -1;
        }

        LevinsonDurbin.AutoRegression fit = LevinsonDurbin.fit(values, 20, 5);

        // By hand: the autocorrelation at lag 1 is -19/20, the innovation variance 1 - 0.95^2.
        assertThat(fit.mean()).isCloseTo(0, within(1e-12));
        assertThat(fit.coefficients()).containsExactly(new double[] {-0.95}, within(1e-12));
        assertThat(fit.variance()).isCloseTo(0.0975, within(1e-12));
    }

    @Test
    void theCoefficientsSolveTheYuleWalkerEquations() {
        SeededStream stream = new SeededStream(5, 0);
        double[] values = new double[400];
        for (int t = 2; t < values.length; t++) {
            values[t] = 0.5 * values[t - 1] - 0.6 * values[t - 2] + stream.nextGaussian();
        }
        LevinsonDurbin.AutoRegression fit = LevinsonDurbin.fit(values, 400, 8);
        int p = fit.order();
        double[] covariance = new double[p + 1];
        for (int lag = 0; lag <= p; lag++) {
            for (int t = lag; t < 400; t++) {
                covariance[lag] += (values[t] - fit.mean()) * (values[t - lag] - fit.mean());
            }
        }
        double[] matrix = new double[p * p];
        double[] right = new double[p];
        for (int i = 0; i < p; i++) {
            right[i] = covariance[i + 1];
            for (int j = 0; j < p; j++) {
                matrix[i * p + j] = covariance[Math.abs(i - j)];
            }
        }

        assertThat(p).isGreaterThanOrEqualTo(2);
        assertThat(Cholesky.solve(matrix, right, p)).isTrue();
        assertThat(fit.coefficients()).containsExactly(right, within(1e-9));
    }

    @Test
    void aConstantAndAnEmptySeriesHaveOrderZero() {
        assertThat(LevinsonDurbin.fit(new double[] {3, 3, 3, 3, 3, 3}, 6, 2).order())
                .isZero();
        assertThat(LevinsonDurbin.fit(new double[0], 0, 2).order()).isZero();
        assertThat(LevinsonDurbin.fit(new double[] {3}, 1, 2).mean()).isEqualTo(3);
    }
}
