package dev.headroom.engine.model.ces;

import java.util.Arrays;

/// The weights of one form, each complex one given by its real part and by the growth of its pair a step.
///
/// The two roots of the transition of a pair are kept real, the larger one near 1: then a forecast neither runs away
/// nor falls to 0 within a few steps. The imaginary part follows from real part and root.
///
/// @param real real part of the weight of the pair without season
/// @param imaginary its imaginary part
/// @param growth the larger root of its transition: the factor a step far ahead
/// @param seasonalReal real part of the weight of the pairs by phase
/// @param seasonalImaginary its imaginary part
/// @param seasonalGrowth the larger root of their transition, a season
/// @param offset weight of the offsets by phase
record CesWeights(
        double real,
        double imaginary,
        double growth,
        double seasonalReal,
        double seasonalImaginary,
        double seasonalGrowth,
        double offset) {
    private static final double LEAST = 1e-3;
    private static final double MOST = 0.999;

    static double[] lower(CesForm form) {
        double[] lower = new double[form.weights()];
        Arrays.fill(lower, LEAST);
        for (int i = 1; i < 2 * (form.weights() / 2); i += 2) {
            lower[i] = -1;
        }
        return lower;
    }

    static double[] upper(CesForm form) {
        double[] upper = new double[form.weights()];
        Arrays.fill(upper, MOST);
        for (int i = 1; i < 2 * (form.weights() / 2); i += 2) {
            upper[i] = 1;
        }
        return upper;
    }

    /// @param point by pair the real part less 1 and the log growth in units of `reach`, then the weight of the offsets
    /// @param reach the largest log growth a step; a season of `seasonLength` steps may grow by as many
    static CesWeights of(CesForm form, int seasonLength, double[] point, double reach) {
        double real = 1;
        double growth = 1;
        double seasonalReal = 1;
        double seasonalGrowth = 1;
        int next = 0;
        if (form.hasPlainPair()) {
            real = 1 + point[next++];
            growth = Math.exp(reach * point[next++]);
        }
        if (form.hasSeasonalPairs()) {
            seasonalReal = 1 + point[next++];
            seasonalGrowth = Math.exp(reach * seasonLength * point[next++]);
        }
        double offset = form == CesForm.PARTIAL ? point[next] : 0;
        return new CesWeights(
                real,
                imaginary(real, growth),
                growth,
                seasonalReal,
                imaginary(seasonalReal, seasonalGrowth),
                seasonalGrowth,
                offset);
    }

    private static double imaginary(double real, double growth) {
        return growth * growth - (2 - real) * growth + 2 - real;
    }

    /// True when the influence of old errors fades, for both complex weights.
    boolean isStable() {
        return isStable(real, imaginary) && isStable(seasonalReal, seasonalImaginary);
    }

    /// The region of Svetunkov, Kourentzes and Ord (2022), its border included: it belongs to weights of 0 and 1.
    private static boolean isStable(double real, double imaginary) {
        double tiny = 1e-9;
        return square(real - 2.5) + square(imaginary) >= 1.25 - tiny
                && square(real - 0.5) + square(imaginary - 1) >= 0.25 - tiny
                && square(real - 1.5) + square(imaginary - 0.5) <= 1.5 + tiny;
    }

    private static double square(double value) {
        return value * value;
    }
}
