package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;

/// How wide the errors of the combination are by step and phase: `size * k^growth * phase(t) * curve`.
///
/// Input: the residuals of the combination at the inner origins, and the series. Output: the scale at a step
/// and the distribution of errors on that scale. Errors: no residuals leave the expectations of the class.
/// Source: own; growth, size and quantiles are each drawn towards class values by the number of errors seen.
/// Departures: none.
///
/// @param phaseFactors factor by phase of the season; all 1 on grids coarser than a day
record ErrorBands(double size, double growth, double[] phaseFactors, QuantileCurve curve) {
    private static final int[] BIN_ENDS = {2, 6, 12, 24, 48, Integer.MAX_VALUE};
    private static final double PHASE_WEIGHT = 16;
    private static final double SHARE_80 = 80;
    private static final double SHARE_95 = 60;

    /// The scale at step `k` from 1, which is point `t` of the series.
    double scale(int k, int t) {
        return size * Math.pow(k, growth) * phaseFactors[t % phaseFactors.length];
    }

    static ErrorBands of(FrequencyClass frequency, double[] series, int season, InnerOrigins origins, double[][] e) {
        FrequencyClass.BandPrior prior = frequency.prior();
        int count = origins.count();
        double growth = growth(prior, e);
        boolean phased = season > 1 && manyTrials(frequency);
        double[] phases = phased ? phaseFactors(season, frequency, origins, e) : new double[] {1};
        double[] u = new double[count * origins.steps()];
        double total = 0;
        for (int j = 0, i = 0; j < count; j++) {
            for (int k = 0; k < origins.steps(); k++, i++) {
                int t = origins.origins()[j] + k;
                u[i] = e[j][k] / (Math.pow(k + 1, growth) * phases[t % phases.length]);
                total += Math.abs(u[i]);
            }
        }
        double expected = prior.size() * naiveDifference(series, season);
        double seen = count * Math.sqrt(origins.steps());
        double size = size(expected, prior.sizeWeight(), count == 0 ? 0 : total / u.length, seen);
        QuantileCurve curve = QuantileCurve.symmetric(prior.q80(), prior.q95());
        if (manyTrials(frequency) && count > 0 && size > 0) {
            curve = mixed(curve, u, size, seen);
        }
        return new ErrorBands(size, growth, phases, curve);
    }

    /// Coarser grids have too few independent trials for factors and quantiles of their own.
    private static boolean manyTrials(FrequencyClass frequency) {
        return switch (frequency) {
            case SUB_DAILY, DAILY -> true;
            case WEEKLY, MONTHLY, QUARTERLY, YEARLY -> false;
        };
    }

    private static double size(double expected, double weight, double meanError, double seen) {
        if (seen == 0) {
            return expected;
        }
        double floor = 0.01 * Math.max(expected, meanError);
        if (!(floor > 0)) {
            return 0;
        }
        double seenLog = Math.log(Math.max(meanError, floor));
        double expectedLog = Math.log(Math.max(expected, floor));
        return Math.exp((seen * seenLog + weight * expectedLog) / (seen + weight));
    }

    private static double growth(FrequencyClass.BandPrior prior, double[][] e) {
        int count = e.length;
        if (count < 6) {
            return prior.growth();
        }
        double[] x = new double[BIN_ENDS.length];
        double[] y = new double[BIN_ENDS.length];
        int bins = 0;
        int from = 0;
        int steps = e[0].length;
        for (int end : BIN_ENDS) {
            int to = Math.min(end, steps);
            if (to <= from) {
                break;
            }
            double sum = 0;
            double place = 0;
            for (int k = from; k < to; k++) {
                place += Math.log(k + 1);
                for (double[] row : e) {
                    sum += Math.abs(row[k]);
                }
            }
            if (sum > 0) {
                x[bins] = place / (to - from);
                y[bins++] = Math.log(sum / ((to - from) * (double) count));
            }
            from = to;
        }
        if (bins < 3) {
            return prior.growth();
        }
        double slope = slope(Arrays.copyOf(x, bins), Arrays.copyOf(y, bins));
        double weight = prior.growthWeight();
        return Math.clamp((count * slope + weight * prior.growth()) / (count + weight), 0.05, 0.5);
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).sum() / x.length;
        double cross = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            cross += (x[i] - meanX) * y[i];
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return cross / squares;
    }

    private static double[] phaseFactors(int season, FrequencyClass frequency, InnerOrigins origins, double[][] e) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        double mean = 0;
        for (int j = 0; j < origins.count(); j++) {
            for (int k = 0; k < origins.steps(); k++) {
                int phase = (origins.origins()[j] + k) % season;
                sums[phase] += Math.abs(e[j][k]);
                counts[phase]++;
                mean += Math.abs(e[j][k]) / ((double) origins.count() * origins.steps());
            }
        }
        double[] raw = new double[season];
        for (int i = 0; i < season; i++) {
            raw[i] = mean > 0 ? (PHASE_WEIGHT + sums[i] / mean) / (PHASE_WEIGHT + counts[i]) : 1;
        }
        return frequency == FrequencyClass.SUB_DAILY ? smoothed(raw) : raw;
    }

    /// Neighbouring hours have much in common, neighbouring weekdays do not.
    private static double[] smoothed(double[] raw) {
        int season = raw.length;
        double[] factors = new double[season];
        for (int i = 0; i < season; i++) {
            factors[i] = 0.25 * raw[(i + season - 1) % season] + 0.5 * raw[i] + 0.25 * raw[(i + 1) % season];
        }
        return factors;
    }

    /// The smaller of the mean seasonal difference and the mean change around the usual change of its phase.
    private static double naiveDifference(double[] x, int season) {
        int n = x.length;
        double best = Double.POSITIVE_INFINITY;
        if (n > season) {
            double sum = 0;
            for (int t = season; t < n; t++) {
                sum += Math.abs(x[t] - x[t - season]);
            }
            best = sum / (n - season);
        }
        if (n > 1) {
            best = Math.min(best, changeAroundPhase(x, season));
        }
        return best == Double.POSITIVE_INFINITY ? 0 : best;
    }

    private static double changeAroundPhase(double[] x, int season) {
        int n = x.length;
        double sum = 0;
        double[] same = new double[n / season + 1];
        for (int phase = 0; phase < season; phase++) {
            int count = 0;
            for (int t = phase; t < n; t += season) {
                if (t > 0) {
                    same[count++] = x[t] - x[t - 1];
                }
            }
            if (count > 0) {
                double median = OrderStatistics.medianInPlace(same, count);
                for (int i = 0; i < count; i++) {
                    sum += Math.abs(same[i] - median);
                }
            }
        }
        return sum / (n - 1);
    }

    private static QuantileCurve mixed(QuantileCurve prior, double[] u, double size, double seen) {
        double[] sorted = u.clone();
        Arrays.sort(sorted);
        double own80 = seen / (seen + SHARE_80);
        double own95 = seen / (seen + SHARE_95);
        double lower80 = mix(prior.lower80(), OrderStatistics.quantileOfSorted(sorted, 0.1) / size, own80);
        double upper80 = mix(prior.upper80(), OrderStatistics.quantileOfSorted(sorted, 0.9) / size, own80);
        double lower95 = mix(prior.lower95(), OrderStatistics.quantileOfSorted(sorted, 0.025) / size, own95);
        double upper95 = mix(prior.upper95(), OrderStatistics.quantileOfSorted(sorted, 0.975) / size, own95);
        double down = Math.min(0, lower80);
        double up = Math.max(0, upper80);
        return new QuantileCurve(Math.min(down, lower95), down, up, Math.max(up, upper95));
    }

    private static double mix(double prior, double own, double ownShare) {
        return prior + ownShare * (own - prior);
    }
}
