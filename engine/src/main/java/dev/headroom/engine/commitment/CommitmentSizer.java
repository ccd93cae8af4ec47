package dev.headroom.engine.commitment;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// Finds how large a commitment of one discount should be.
///
/// Input: paths of the usage that is left, a term, a discount `d`. Output: the size with the largest expected
/// saving, which is where P(usage > size) = 1 − d over the hours of all paths, and the largest size at which
/// the bad case is not a loss. Errors: none; where nothing saves, the size is 0. Source: the newsvendor
/// quantile, Arrow, Harris and Marschak (1951), doi:10.2307/1906813. Departures: found by evaluating the
/// sizes instead of by the quantile, so that the bad case comes with it; prices do not change over the term
/// and money has no interest.
public final class CommitmentSizer {
    /// The bad case is this quantile of the saving over the paths.
    public static final double BAD_CASE = 0.05;

    private static final int GRID = 200;
    private static final int FINE = 40;

    private final UsagePaths usage;
    private final int days;
    private final CoverageProfile coarse;

    /// @param days of the term, at most those of the paths
    public CommitmentSizer(UsagePaths usage, int days) {
        this.usage = usage;
        this.days = days;
        this.coarse = usage.profile(days, even(0, usage.most(days), GRID));
    }

    /// Sizes from nothing to the largest usage, evenly spaced, shared by all discounts.
    public CoverageProfile grid() {
        return coarse;
    }

    /// A size and what came out of it.
    public record Sized(CoverageProfile profile, int size, double discount) {
        public double level() {
            return profile.level(size);
        }

        public double expected() {
            return profile.expectedSaving(size, discount);
        }

        public double badCase() {
            return quantile(BAD_CASE);
        }

        public double quantile(double level) {
            double[] savings = profile.savings(size, discount);
            Arrays.sort(savings);
            return OrderStatistics.quantileOfSorted(savings, level);
        }

        public double lossProbability() {
            double[] savings = profile.savings(size, discount);
            return (double) Arrays.stream(savings).filter(saving -> saving < 0).count() / savings.length;
        }
    }

    /// The size with the largest expected saving.
    public Sized best(double discount) {
        return refined(best(coarse, discount), discount);
    }

    /// The size with the largest expected saving among those whose bad case is not a loss. The bad case falls
    /// below 0 once and stays there, because every size is worse in the bad futures than a smaller one beyond
    /// its best.
    public Sized careful(double discount) {
        Sized best = best(discount);
        if (best.badCase() >= 0) {
            return best;
        }
        double from = 0;
        double to = best.level();
        for (int round = 0; round < 3; round++) {
            CoverageProfile profile = usage.profile(days, even(from, to, FINE));
            int last = 0;
            while (last + 1 < profile.sizes() && new Sized(profile, last + 1, discount).badCase() >= 0) {
                last++;
            }
            from = profile.level(last);
            to = profile.level(Math.min(last + 1, profile.sizes() - 1));
        }
        return at(from, discount);
    }

    /// A size that is given.
    public Sized at(double level, double discount) {
        return new Sized(usage.profile(days, new double[] {level}), 0, discount);
    }

    private static int best(CoverageProfile profile, double discount) {
        int best = 0;
        for (int size = 1; size < profile.sizes(); size++) {
            if (profile.expectedSaving(size, discount) > profile.expectedSaving(best, discount)) {
                best = size;
            }
        }
        return best;
    }

    private Sized refined(int place, double discount) {
        double from = coarse.level(Math.max(0, place - 1));
        double to = coarse.level(Math.min(coarse.sizes() - 1, place + 1));
        CoverageProfile fine = usage.profile(days, even(from, to, FINE));
        return at(fine.level(best(fine, discount)), discount);
    }

    private static double[] even(double from, double to, int parts) {
        if (!(to > from)) {
            return new double[] {from};
        }
        double[] levels = new double[parts + 1];
        for (int i = 0; i <= parts; i++) {
            levels[i] = from + (to - from) * i / parts;
        }
        return levels;
    }
}
