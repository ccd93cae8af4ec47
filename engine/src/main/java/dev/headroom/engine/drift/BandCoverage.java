package dev.headroom.engine.drift;

import java.util.List;

/// Whether fewer values lie within the 80 % band than were promised.
///
/// Input: which values lay inside, in time order, and the promise of the backtest. Output: the share inside
/// and the one-sided p-value: how likely so few are when the promise is kept. Errors:
/// IllegalArgumentException without a value. Source: the test of unconditional coverage of P. F.
/// Christoffersen (1998), Evaluating interval forecasts, doi:10.2307/2527341, with the exact binomial
/// distribution; effective number of autocorrelated observations n (1 - r) / (1 + r) after G. V. Bayley and
/// J. M. Hammersley (1946), The "effective" number of independent observations in an autocorrelated time
/// series, doi:10.2307/2983560. Departures: one-sided, because a band that is too wide is no reason to train
/// again; the promised share is the smaller of 80 % and that of the backtest; r is the larger of the
/// persistence in the backtest and in the values themselves.
///
/// @param values how many
/// @param effective how many independent ones they count as
/// @param inside the share inside, 0..1
/// @param promised the share that was promised
/// @param pValue in (0, 1]
public record BandCoverage(int values, double effective, double inside, double promised, double pValue) {
    static final double NOMINAL = 0.8;

    public static BandCoverage of(boolean[] inside, ErrorPromise promise) {
        if (inside.length == 0) {
            throw new IllegalArgumentException("inside (0) must hold one value or more.");
        }
        double promised = Math.min(NOMINAL, promise.coverage80());
        double[] centred = new double[inside.length];
        int hits = 0;
        for (int i = 0; i < inside.length; i++) {
            hits += inside[i] ? 1 : 0;
        }
        double share = (double) hits / inside.length;
        for (int i = 0; i < inside.length; i++) {
            centred[i] = (inside[i] ? 1 : 0) - share;
        }
        double persistence = Math.max(promise.coveragePersistence(), ErrorPromise.lagOne(List.of(centred)));
        double effective = Math.max(1, inside.length * (1 - persistence) / (1 + persistence));
        int count = (int) Math.round(effective);
        return new BandCoverage(
                inside.length, effective, share, promised, atMost((int) Math.round(share * count), count, promised));
    }

    /// The probability of at most `hits` successes in `count` trials.
    static double atMost(int hits, int count, double chance) {
        if (chance <= 0) {
            return 1;
        }
        double sum = 0;
        double logFactor = 0;
        for (int k = 0; k <= hits; k++) {
            if (k > 0) {
                logFactor += Math.log((double) (count - k + 1) / k);
            }
            sum += chance >= 1
                    ? (k == count ? 1 : 0)
                    : Math.exp(logFactor + k * Math.log(chance) + (count - k) * Math.log1p(-chance));
        }
        return Math.clamp(sum, Double.MIN_NORMAL, 1);
    }
}
