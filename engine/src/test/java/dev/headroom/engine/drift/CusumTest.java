package dev.headroom.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CusumTest {
    private static final int DAYS = 30;

    private static ErrorPromise promise(double persistence, int degrees) {
        double[] deviations = new double[DAYS];
        Arrays.fill(deviations, 1);
        return new ErrorPromise(deviations, persistence, 0.8, 0, degrees);
    }

    private static boolean[] oneForecast(int length) {
        boolean[] starts = new boolean[length];
        starts[0] = true;
        return starts;
    }

    @Test
    void theSumsAreThoseWorkedByHand() {
        // Up: 0.5, 2, 0.5, 2, 4.5. Down: 0, 0, 0.5, 0, 0.
        Cusum test = Cusum.test(new double[] {1, 2, -1, 2, 3}, oneForecast(5), promise(0, 60), 5, 1);
        assertThat(test.statistic()).isCloseTo(4.5, within(1e-12));
        assertThat(test.onset()).isZero();
        assertThat(test.mean()).isCloseTo(7.0 / 5, within(1e-12));
        Cusum down = Cusum.test(new double[] {0.2, 0.4, -2, -3}, oneForecast(4), promise(0, 60), 4, 1);
        assertThat(down.statistic()).isCloseTo(4, within(1e-12));
        assertThat(down.onset()).isEqualTo(2);
        assertThat(down.mean()).isCloseTo(-2.5, within(1e-12));
    }

    /// Independent simulations, with the errors of one forecast hanging together and the size of the errors
    /// only known from a few: the share of alarms must be the level, within the noise of 600 runs.
    @ParameterizedTest
    @CsvSource({"0, 60", "0.5, 60", "0.9, 60", "0.5, 8", "0.9, 3"})
    void falseAlarmsAreAsRareAsTheLevelSays(double persistence, int degrees) {
        int runs = 600;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            SeededStream random = new SeededStream(77, run);
            double squares = 0;
            for (int i = 0; i < degrees; i++) {
                squares += Math.pow(random.nextGaussian(), 2);
            }
            double size = Math.sqrt(degrees / squares);
            double[] errors = autoregression(random, persistence, value -> Math.clamp(size * value, -4, 4));
            alarms += Cusum.test(errors, oneForecast(DAYS), promise(persistence, degrees), DAYS, 5)
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
        }
        // Three standard errors of a share of 5 %.
        assertThat(alarms / (double) runs).isBetween(0.05 - 0.027, 0.05 + 0.027);
    }

    @Test
    void aShiftOfTwoDeviationsIsFoundWithItsDayAndSign() {
        int found = 0;
        for (int run = 0; run < 100; run++) {
            double[] errors = autoregression(new SeededStream(3, run), 0.3, value -> value);
            for (int t = 12; t < DAYS; t++) {
                errors[t] += 2;
            }
            Cusum test = Cusum.test(errors, oneForecast(DAYS), promise(0.3, 60), DAYS, 5);
            if (test.pValue() < 0.01 && test.mean() > 0 && Math.abs(test.onset() - 12) <= 6) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(80);
    }

    @Test
    void theSameArgumentsGiveTheSameNumbers() {
        double[] errors = autoregression(new SeededStream(3, 1), 0.3, value -> value);
        assertThat(Cusum.test(errors, oneForecast(DAYS), promise(0.3, 9), 60, 5))
                .isEqualTo(Cusum.test(errors, oneForecast(DAYS), promise(0.3, 9), 60, 5));
    }

    static double[] autoregression(SeededStream random, double persistence, DoubleUnaryOperator scale) {
        double[] errors = new double[DAYS];
        double state = 0;
        for (int t = 0; t < DAYS; t++) {
            double normal = random.nextGaussian();
            state = t == 0 ? normal : persistence * state + Math.sqrt(1 - persistence * persistence) * normal;
            errors[t] = scale.applyAsDouble(state);
        }
        return errors;
    }
}
