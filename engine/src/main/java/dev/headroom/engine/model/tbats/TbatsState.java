package dev.headroom.engine.model.tbats;

import java.util.Arrays;

/// The states of one model at one time, moved on step by step on the transformed scale.
///
/// Source: A. M. De Livera, R. J. Hyndman and R. D. Snyder (2011), Forecasting time series with complex
/// seasonal patterns using exponential smoothing, doi:10.1198/jasa.2011.tm09771, equations 3 and 4.
/// Departures: none.
final class TbatsState {
    private final double alpha;
    private final double beta;
    private final double phi;
    private final double[] turnCos;
    private final double[] turnSin;
    private final double[] gammaReal;
    private final double[] gammaTurned;
    private final double[] ar;
    private final double[] ma;
    private double level;
    private double slope;
    private final double[] wave;
    private final double[] turned;
    private final double[] disturbances;
    private final double[] errors;

    private TbatsState(TbatsState like, double level, double slope, double[] wave, double[] turned) {
        this.alpha = like.alpha;
        this.beta = like.beta;
        this.phi = like.phi;
        this.turnCos = like.turnCos;
        this.turnSin = like.turnSin;
        this.gammaReal = like.gammaReal;
        this.gammaTurned = like.gammaTurned;
        this.ar = like.ar;
        this.ma = like.ma;
        this.level = level;
        this.slope = slope;
        this.wave = wave;
        this.turned = turned;
        this.disturbances = new double[ar.length];
        this.errors = new double[ma.length];
    }

    /// States of 0.
    ///
    /// @param weights in the order of [TbatsForm]
    TbatsState(TbatsForm form, double[] weights) {
        int next = 0;
        alpha = weights[next++];
        boolean damped = form.trend() == TbatsForm.Trend.DAMPED;
        beta = damped ? weights[next++] : 0;
        phi = damped ? weights[next++] : 0;
        int waves = form.waves();
        turnCos = new double[waves];
        turnSin = new double[waves];
        gammaReal = new double[waves];
        gammaTurned = new double[waves];
        int w = 0;
        for (TbatsForm.Season season : form.seasons()) {
            for (int often : season.waves()) {
                double angle = 2 * Math.PI * often / season.period();
                turnCos[w] = Math.cos(angle);
                turnSin[w] = Math.sin(angle);
                gammaReal[w] = weights[next];
                gammaTurned[w++] = weights[next + 1];
            }
            next += 2;
        }
        ar = Arrays.copyOfRange(weights, next, next + form.ar());
        ma = Arrays.copyOfRange(weights, next + form.ar(), next + form.ar() + form.ma());
        wave = new double[waves];
        turned = new double[waves];
        disturbances = new double[form.ar()];
        errors = new double[form.ma()];
    }

    /// The same model with given first states: level, slope where there is one, then each wave and its
    /// turned partner.
    TbatsState startingAt(double[] states) {
        TbatsState start = withoutValues();
        int next = 0;
        start.level = states[next++];
        if (states.length > 1 + 2 * wave.length) {
            start.slope = states[next++];
        }
        for (int w = 0; w < wave.length; w++) {
            start.wave[w] = states[next++];
            start.turned[w] = states[next++];
        }
        return start;
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    double phi() {
        return phi;
    }

    int waves() {
        return wave.length;
    }

    double turnCos(int w) {
        return turnCos[w];
    }

    double turnSin(int w) {
        return turnSin[w];
    }

    double gammaReal(int w) {
        return gammaReal[w];
    }

    double gammaTurned(int w) {
        return gammaTurned[w];
    }

    double[] ar() {
        return ar;
    }

    double[] ma() {
        return ma;
    }

    TbatsState withoutValues() {
        return new TbatsState(this, 0, 0, new double[wave.length], new double[wave.length]);
    }

    TbatsState copy() {
        TbatsState copy = new TbatsState(this, level, slope, wave.clone(), turned.clone());
        System.arraycopy(disturbances, 0, copy.disturbances, 0, disturbances.length);
        System.arraycopy(errors, 0, copy.errors, 0, errors.length);
        return copy;
    }

    /// The expectation of the next value.
    double mean() {
        double mean = level + phi * slope + expectedDisturbance();
        for (double one : wave) {
            mean += one;
        }
        return mean;
    }

    private double expectedDisturbance() {
        double sum = 0;
        for (int i = 0; i < ar.length; i++) {
            sum += ar[i] * disturbances[i];
        }
        for (int i = 0; i < ma.length; i++) {
            sum += ma[i] * errors[i];
        }
        return sum;
    }

    /// @param error observed less [#mean], 0 for a missing value
    void step(double error) {
        double disturbance = expectedDisturbance() + error;
        double damped = phi * slope;
        level += damped + alpha * disturbance;
        slope = damped + beta * disturbance;
        for (int w = 0; w < wave.length; w++) {
            double real = wave[w];
            double partner = turned[w];
            wave[w] = real * turnCos[w] + partner * turnSin[w] + gammaReal[w] * disturbance;
            turned[w] = partner * turnCos[w] - real * turnSin[w] + gammaTurned[w] * disturbance;
        }
        push(disturbances, disturbance);
        push(errors, error);
    }

    private static void push(double[] lags, double newest) {
        for (int i = lags.length - 1; i > 0; i--) {
            lags[i] = lags[i - 1];
        }
        if (lags.length > 0) {
            lags[0] = newest;
        }
    }
}
