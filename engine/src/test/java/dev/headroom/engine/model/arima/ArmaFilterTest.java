package dev.headroom.engine.model.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.model.arima.ArimaOrder.Constant;
import dev.headroom.engine.numeric.Bfgs;
import dev.headroom.engine.numeric.SeededStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArmaFilterTest {
    private static ArimaOrder order(int p, int q, int seasonalP, int seasonalQ) {
        return new ArimaOrder(p, 0, q, seasonalP, 0, seasonalQ, 4, Constant.ABSENT);
    }

    private static double[] noise(int length) {
        SeededStream stream = new SeededStream(3, 1);
        return IntStream.range(0, length)
                .mapToDouble(t -> stream.nextGaussian())
                .toArray();
    }

    /// Variance 1 / (1 - .36) at first, 1 afterwards.
    @Test
    void aFirstOrderAutoregressionByHand() {
        ExactLikelihood likelihood = new ExactLikelihood(order(1, 0, 0, 0), new double[] {2, 1, 3}, new double[0][]);
        double statistic = likelihood.at(new double[] {atanh(0.6)});
        assertThat(likelihood.squares()).isCloseTo(4 * 0.64 + 0.04 + 2.4 * 2.4, within(1e-12));
        assertThat(likelihood.filter().sumOfLogs()).isCloseTo(-Math.log(0.64), within(1e-12));
        assertThat(statistic)
                .isCloseTo(
                        3 * (Math.log(2 * Math.PI) + 1 + Math.log(likelihood.squares() / 3)) - Math.log(0.64),
                        within(1e-12));
        assertThat(likelihood.filter().ahead(0, 0)).isCloseTo(1.8, within(1e-12));
    }

    /// Variances 1.25, then 1 + .25 (1 - 1 / 1.25) and so on; the first gain is .5 / 1.25.
    @Test
    void aFirstOrderMovingAverageByHand() {
        ExactLikelihood likelihood = new ExactLikelihood(order(0, 1, 0, 0), new double[] {2, 1}, new double[0][]);
        likelihood.at(new double[] {-atanh(0.5)});
        assertThat(likelihood.filter().sumOfLogs()).isCloseTo(Math.log(1.25) + Math.log(1.05), within(1e-12));
        assertThat(likelihood.squares()).isCloseTo(4 / 1.25 + (1 - 0.8) * (1 - 0.8) / 1.05, within(1e-12));
    }

    /// The likelihood of many values is that of their joint normal distribution.
    @Test
    void theLikelihoodIsThatOfTheJointDistribution() {
        ArimaOrder order = order(2, 1, 1, 1);
        double[] free = {0.4, -0.3, 0.5, 0.6, -0.7};
        double[] values = noise(30);
        ExactLikelihood likelihood = new ExactLikelihood(order, values, new double[0][]);
        likelihood.at(free);
        ArmaPolynomials arma = new ArmaPolynomials(order);
        arma.set(free);
        double[] covariance = covarianceByPsi(arma, 30);
        double[][] factor = new double[30][30];
        double[] solved = new double[30];
        double logs = 0;
        double squares = 0;
        for (int i = 0; i < 30; i++) {
            double right = values[i];
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i - j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
                right -= i == j ? 0 : factor[i][j] * solved[j];
            }
            solved[i] = right / factor[i][i];
            squares += solved[i] * solved[i];
            logs += 2 * Math.log(factor[i][i]);
        }
        assertThat(likelihood.filter().sumOfLogs()).isCloseTo(logs, within(1e-8));
        assertThat(likelihood.squares()).isCloseTo(squares, within(1e-8));
    }

    private static double[] covarianceByPsi(ArmaPolynomials arma, int lags) {
        int many = 4000;
        double[] psi = new double[many + lags];
        for (int j = 0; j < psi.length; j++) {
            psi[j] = j < arma.ma().length ? arma.ma()[j] : 0;
            for (int lag : arma.arLags()) {
                psi[j] += lag > j ? 0 : arma.ar()[lag] * psi[j - lag];
            }
        }
        double[] covariance = new double[lags];
        for (int k = 0; k < lags; k++) {
            for (int j = 0; j < many; j++) {
                covariance[k] += psi[j] * psi[j + k];
            }
        }
        return covariance;
    }

    /// A gap as a regressor gives what skipping the value gives: here the value between is simply not there.
    @Test
    void aGapIsAsIfTheValueHadNotBeenTaken() {
        double[] values = {2, 100, 3};
        ExactLikelihood gap = new ExactLikelihood(order(1, 0, 0, 0), values, new double[][] {{0, 1, 0}});
        double statistic = gap.at(new double[] {atanh(0.6)});
        // The values two steps apart have correlation .36 and variance 1 / .64.
        double squares = 4 * 0.64 + (3 - 0.72) * (3 - 0.72) / (1.36);
        double logs = -Math.log(0.64) + Math.log(1.36);
        assertThat(statistic).isCloseTo(2 * (Math.log(2 * Math.PI) + 1 + Math.log(squares / 2)) + logs, within(1e-10));
        // The best guess between 2 and 3.
        assertThat(values[1] + gap.correction(0)).isCloseTo(0.6 * 5 / 1.36, within(1e-10));
    }

    @Test
    void anyParametersGiveAStationaryAndInvertibleModel() {
        ArmaPolynomials arma = new ArmaPolynomials(order(3, 3, 0, 0));
        arma.set(new double[] {3, -4, 2, 5, 5, -5});
        double[] response = new double[20_000];
        for (int j = 0; j < response.length; j++) {
            response[j] = j == 0 ? 1 : 0;
            for (int lag : arma.arLags()) {
                response[j] += lag > j ? 0 : arma.ar()[lag] * response[j - lag];
            }
        }
        assertThat(Math.abs(response[19_999])).isLessThan(1);
        assertThat(arma.isClear()).isFalse();
        arma.set(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        assertThat(arma.isClear()).isTrue();
    }

    @Test
    void differencesAndTheWayBack() {
        Differences differences = new Differences(1, 1, 3);
        double[] values = {1, 4, 2, 8, 5, 7, 1, 9, 3};
        // (y[t] - y[t-1]) - (y[t-3] - y[t-4])
        double[] differenced = differences.of(values);
        assertThat(differenced).containsExactly(-6, 4, -12, 11, -8);
        assertThat(differences.lost()).isEqualTo(4);
        assertThat(differences.undone(differenced, new double[] {1, 4, 2, 8})).containsExactly(5, 7, 1, 9, 3);
    }

    @Test
    void theSearchFindsTheBottomOfACurvedValley() {
        double[] found = Bfgs.minimise(
                x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2), new double[] {-1.2, 1}, 500, 1e-14);
        assertThat(found).containsExactly(new double[] {1, 1}, within(2e-3));
        assertThat(Bfgs.minimise(x -> Double.NaN, new double[] {3}, 10, 1e-8)).containsExactly(3);
        assertThat(Bfgs.minimise(x -> x[0] < 1 ? Double.NaN : x[0], new double[] {3}, 50, 1e-8)[0])
                .isBetween(1.0, 1.5);
    }

    @Test
    void namesSayWhatTheModelHas() {
        assertThat(new ArimaOrder(2, 1, 1, 0, 1, 1, 12, Constant.PRESENT).shortName())
                .isEqualTo("ARIMA(2,1,1)(0,1,1)[12]");
        assertThat(new ArimaOrder(1, 0, 0, 0, 0, 0, 1, Constant.PRESENT).shortName())
                .isEqualTo("ARIMA(1,0,0) with mean");
        assertThat(new ArimaOrder(0, 1, 0, 0, 0, 0, 7, Constant.PRESENT).shortName())
                .isEqualTo("ARIMA(0,1,0) with drift");
    }

    private static double atanh(double value) {
        return 0.5 * Math.log((1 + value) / (1 - value));
    }
}
