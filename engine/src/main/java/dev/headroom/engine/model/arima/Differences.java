package dev.headroom.engine.model.arima;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Differences from step to step and from season to season, and the way back.
///
/// Input: values without gaps, more of them than [#lost]. Output: `(1 - B)^d (1 - B^m)^D` of them, shorter by
/// [#lost]. Errors: none.
final class Differences {
    private final double[] weights;
    private final int[] lags;

    /// @param seasonLength ignored without seasonal differences
    Differences(int plain, int seasonal, int seasonLength) {
        double[] polynomial = {1};
        for (int i = 0; i < plain; i++) {
            polynomial = times(polynomial, 1);
        }
        for (int i = 0; i < seasonal; i++) {
            polynomial = times(polynomial, seasonLength);
        }
        double[] back = polynomial;
        this.weights = Arrays.stream(back).map(value -> -value).toArray();
        this.lags =
                IntStream.range(1, back.length).filter(lag -> back[lag] != 0).toArray();
    }

    static Differences of(ArimaOrder order) {
        return new Differences(order.d(), order.seasonalD(), order.seasonLength());
    }

    private static double[] times(double[] polynomial, int lag) {
        double[] product = Arrays.copyOf(polynomial, polynomial.length + lag);
        for (int j = 0; j < polynomial.length; j++) {
            product[j + lag] -= polynomial[j];
        }
        return product;
    }

    int lost() {
        return weights.length - 1;
    }

    double[] of(double[] values) {
        double[] differences = new double[Math.max(0, values.length - lost())];
        for (int i = 0; i < differences.length; i++) {
            int t = i + lost();
            double value = values[t];
            for (int lag : lags) {
                value -= weights[lag] * values[t - lag];
            }
            differences[i] = value;
        }
        return differences;
    }

    /// The values whose differences are given, as the continuation of `before`.
    double[] undone(double[] differences, double[] before) {
        double[] all = Arrays.copyOf(before, before.length + differences.length);
        for (int k = 0; k < differences.length; k++) {
            int t = before.length + k;
            double value = differences[k];
            for (int lag : lags) {
                value += t < lag ? 0 : weights[lag] * all[t - lag];
            }
            all[t] = value;
        }
        return Arrays.copyOfRange(all, before.length, all.length);
    }
}
