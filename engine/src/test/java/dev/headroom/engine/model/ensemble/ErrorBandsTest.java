package dev.headroom.engine.model.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorBandsTest {
    @Test
    void theCurveGoesThroughItsQuantilesAndBack() {
        QuantileCurve curve = new QuantileCurve(-3, -1, 2, 4);

        assertThat(curve.at(0)).isZero();
        assertThat(curve.at(1.2815515655446004)).isCloseTo(2, within(1e-12));
        assertThat(curve.at(1.959963984540054)).isCloseTo(4, within(1e-12));
        assertThat(curve.at(-1.2815515655446004)).isCloseTo(-1, within(1e-12));
        assertThat(curve.at(-1.959963984540054)).isCloseTo(-3, within(1e-12));
        for (double z = -4; z <= 4; z += 0.25) {
            assertThat(curve.score(curve.at(z))).isCloseTo(z, within(1e-9));
            assertThat(curve.at(z + 0.25)).isGreaterThan(curve.at(z));
        }
    }

    @Test
    void aSideWithoutSpreadStaysAtZero() {
        QuantileCurve curve = new QuantileCurve(-3, 0, 0, 4);

        assertThat(curve.at(-3)).isZero();
        assertThat(curve.at(3)).isZero();
    }

    @Test
    void withoutTrialsTheSizeIsTheNaiveDifferenceTimesTheClassFactor() {
        double[] series = {10, 12, 10, 12, 10, 12};
        InnerOrigins none = new InnerOrigins(new int[0], 4);

        ErrorBands bands = ErrorBands.of(FrequencyClass.DAILY, series, 1, none, new double[0][]);

        // The mean first difference is 2; around their median of 2 the changes miss by 0, 4, 0, 4, 0: 1.6 on average.
        assertThat(bands.size()).isCloseTo(1.6, within(1e-12));
        assertThat(bands.scale(1, 6)).isCloseTo(1.6, within(1e-12));
        assertThat(bands.scale(16, 6)).isCloseTo(1.6 * Math.pow(16, 0.3), within(1e-12));
    }

    @Test
    void errorsSeenMoveTheSizeFromTheExpectedOne() {
        double[] series = new double[100];
        for (int t = 0; t < 100; t++) {
            series[t] = t % 2;
        }
        InnerOrigins origins = new InnerOrigins(new int[] {90, 80, 70, 60}, 4);
        double[][] residuals = new double[4][4];
        for (double[] row : residuals) {
            for (int k = 0; k < 4; k++) {
                row[k] = (k % 2 == 0 ? 3 : -3) * Math.pow(k + 1, 0.3);
            }
        }
        ErrorBands bands = ErrorBands.of(FrequencyClass.WEEKLY, series, 2, origins, residuals);

        // The season of 2 is exact, so nothing is expected; 0.01 of the size seen is the floor, and eight errors weigh
        // against five.
        double expected = Math.exp((8 * Math.log(3) + 5 * Math.log(0.03)) / 13);
        assertThat(bands.size()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void phasesWithLargerErrorsGetWiderBands() {
        double[] series = Series.hourly(500, 1);
        int[] starts = {452, 428, 404, 380, 356, 332, 308, 284};
        double[][] residuals = new double[8][48];
        for (int j = 0; j < 8; j++) {
            for (int k = 0; k < 48; k++) {
                int hour = (starts[j] + k) % 24;
                residuals[j][k] = (hour < 12 ? 1 : 5) * (k % 2 == 0 ? 1 : -1);
            }
        }
        ErrorBands bands = ErrorBands.of(FrequencyClass.SUB_DAILY, series, 24, new InnerOrigins(starts, 48), residuals);

        assertThat(bands.phaseFactors()).hasSize(24);
        assertThat(bands.phaseFactors()[18]).isGreaterThan(1.9 * bands.phaseFactors()[6]);
    }

    @Test
    void aWeekdayWithLargerErrorsDoesNotWidenItsNeighbours() {
        double[] series = Series.seasonal(200, 7, 3);
        int[] starts = {186, 179, 172, 165, 158, 151};
        double[][] residuals = new double[6][14];
        for (int j = 0; j < 6; j++) {
            for (int k = 0; k < 14; k++) {
                residuals[j][k] = ((starts[j] + k) % 7 == 3 ? 6 : 1) * (k % 2 == 0 ? 1 : -1);
            }
        }
        double[] factors = ErrorBands.of(FrequencyClass.DAILY, series, 7, new InnerOrigins(starts, 14), residuals)
                .phaseFactors();

        assertThat(factors).hasSize(7);
        assertThat(factors[3]).isGreaterThan(1.5 * factors[2]);
        assertThat(factors[2]).isEqualTo(factors[4]).isEqualTo(factors[0]);
    }

    @Test
    void theCurveForManyScoresIsTheCurve() {
        for (QuantileCurve curve : new QuantileCurve[] {
            new QuantileCurve(-3, -1.2, 0.9, 2.5), QuantileCurve.symmetric(1, 1.2), new QuantileCurve(-2, 0, 0, 2)
        }) {
            QuantileCurve.Sides sides = curve.sides();
            for (double score = -4; score <= 4; score += 0.01) {
                assertThat(sides.at(score)).isCloseTo(curve.at(score), within(1e-8));
            }
        }
    }
}
