package dev.headroom.engine.drift;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;

/// Whether errors have left 0: the cumulative sum control chart, two-sided.
///
/// Input: errors in units of their promised size, in time order, and which of them begin a new forecast.
/// Output: the largest sum that either side reached, where it began, and its p-value: how often errors that
/// keep the promise reach at least that much within the whole time between two trainings. Errors:
/// IllegalArgumentException without a value. The same arguments give the same numbers.
/// Source: E. S. Page (1954), Continuous inspection schemes, doi:10.1093/biomet/41.1-2.100; the reference
/// value of half a deviation after D. C. Montgomery (2012), Introduction to Statistical Quality Control, ISBN
/// 978-1118146811, chapter 9; simulated limits for autocorrelated errors after L. C. Alwan and H. V. Roberts
/// (1988), Time-series modeling for statistical process control, doi:10.1080/07350015.1988.10509640.
/// Departures: the limit is not taken from a table for independent errors but from 999 simulated runs: errors
/// within one forecast follow a first-order autoregression with the persistence of the backtest, each
/// forecast starts anew, and the size of a run is drawn as uncertain as the few errors of the backtest leave
/// it. Errors are cut at 4.
///
/// @param statistic the largest sum
/// @param pValue in (0, 1]
/// @param onset the index of the first error of the run that reached it
/// @param mean the mean of the errors from there on; above 0 when the forecasts are too low
public record Cusum(double statistic, double pValue, int onset, double mean) {
    static final double CLIP = 4;
    private static final double REFERENCE = 0.5;
    private static final int RUNS = 999;

    /// @param starts whether the error at an index is the first of a forecast
    /// @param planned how many errors there will be until the next training; as many as there are, or
    ///     more
    public static Cusum test(double[] errors, boolean[] starts, ErrorPromise promise, int planned, long seed) {
        if (errors.length == 0 || errors.length != starts.length) {
            throw new IllegalArgumentException("errors (" + errors.length + ") and starts (" + starts.length
                    + ") must have the same length, at least 1.");
        }
        int[] onset = new int[1];
        double statistic = largest(errors, onset);
        int length = Math.max(planned, errors.length);
        int atLeast = 1;
        double[] run = new double[length];
        for (int i = 0; i < RUNS; i++) {
            draw(new SeededStream(seed, i), run, starts, promise);
            if (largest(run, new int[1]) >= statistic) {
                atLeast++;
            }
        }
        double mean = Arrays.stream(errors, onset[0], errors.length).average().orElse(0);
        return new Cusum(statistic, atLeast / (RUNS + 1.0), onset[0], mean);
    }

    private static double largest(double[] errors, int[] onset) {
        double up = 0;
        double down = 0;
        double most = 0;
        int upSince = 0;
        int downSince = 0;
        for (int t = 0; t < errors.length; t++) {
            upSince = up == 0 ? t : upSince;
            downSince = down == 0 ? t : downSince;
            up = Math.max(0, up + errors[t] - REFERENCE);
            down = Math.max(0, down - errors[t] - REFERENCE);
            if (Math.max(up, down) > most) {
                most = Math.max(up, down);
                onset[0] = up >= down ? upSince : downSince;
            }
        }
        return most;
    }

    private static void draw(SeededStream random, double[] run, boolean[] starts, ErrorPromise promise) {
        double squares = 0;
        for (int i = 0; i < promise.degrees(); i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        double size = Math.sqrt(promise.degrees() / squares);
        double fresh = Math.sqrt(1 - promise.persistence() * promise.persistence());
        double state = 0;
        for (int t = 0; t < run.length; t++) {
            boolean start = t == 0 || t < starts.length && starts[t];
            double normal = random.nextGaussian();
            state = start ? normal : promise.persistence() * state + fresh * normal;
            run[t] = Math.clamp(size * state, -CLIP, CLIP);
        }
    }
}
