package dev.headroom.engine.evaluation;

import dev.headroom.engine.numeric.WilsonInterval;
import java.util.ArrayList;
import java.util.List;

/// Predicted probabilities beside what happened: of the cases shown as 70 to 80 %, how many came true?
///
/// Source: A. H. Murphy (1973), A new vector partition of the probability score,
/// doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2; G. W. Brier (1950), Verification of forecasts
/// expressed in terms of probability; E. B. Wilson (1927), Probable inference,
/// doi:10.1080/01621459.1927.10502953. Departures: bins without a case are left out.
///
/// @param bins the bins with at least one case, lowest first
/// @param cases how many predictions were compared
/// @param brierScore mean squared difference between probability and outcome: 0 is perfect
/// @param baseRate the share of cases that came true
public record ReliabilityTable(List<Bin> bins, int cases, double brierScore, double baseRate) {
    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    /// One range of predicted probabilities.
    ///
    /// @param from lower border, included
    /// @param to upper border, excluded except for 1
    /// @param meanPredicted mean of the predicted probabilities
    /// @param observedShare `happened / cases`
    /// @param low lower end of the 90 % Wilson interval of the observed share
    /// @param high its upper end
    public record Bin(
            double from,
            double to,
            int cases,
            int happened,
            double meanPredicted,
            double observedShare,
            double low,
            double high) {}

    /// @param predicted probabilities, 0 to 1
    /// @param happened the outcome of each case, in the same order; at least one
    /// @param binCount how many bins of equal width, 1 or more
    public static ReliabilityTable of(double[] predicted, boolean[] happened, int binCount) {
        check(predicted, happened, binCount);
        int[] cases = new int[binCount];
        int[] hits = new int[binCount];
        double[] sums = new double[binCount];
        double brier = 0;
        int total = 0;
        for (int i = 0; i < predicted.length; i++) {
            int bin = Math.min(binCount - 1, (int) Math.floor(predicted[i] * binCount));
            double outcome = happened[i] ? 1 : 0;
            cases[bin]++;
            sums[bin] += predicted[i];
            hits[bin] += happened[i] ? 1 : 0;
            total += happened[i] ? 1 : 0;
            brier += (predicted[i] - outcome) * (predicted[i] - outcome);
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < binCount; b++) {
            if (cases[b] > 0) {
                bins.add(bin((double) b / binCount, (double) (b + 1) / binCount, cases[b], hits[b], sums[b]));
            }
        }
        return new ReliabilityTable(
                bins, predicted.length, brier / predicted.length, (double) total / predicted.length);
    }

    /// How much better the probabilities are than always telling the base rate: 1 is perfect, 0 no better, below 0
    /// worse. NaN when every case, or none, came true.
    public double brierSkill() {
        double climatology = baseRate * (1 - baseRate);
        return climatology > 0 ? 1 - brierScore / climatology : Double.NaN;
    }

    private static Bin bin(double from, double to, int cases, int hits, double sum) {
        WilsonInterval interval = WilsonInterval.of90(hits, cases);
        return new Bin(from, to, cases, hits, sum / cases, (double) hits / cases, interval.low(), interval.high());
    }

    private static void check(double[] predicted, boolean[] happened, int binCount) {
        if (predicted.length == 0 || predicted.length != happened.length || binCount < 1) {
            throw new IllegalArgumentException("predicted (" + predicted.length + ") and happened (" + happened.length
                    + ") must have the same length, at least 1, and binCount (" + binCount + ") must be positive.");
        }
        for (int i = 0; i < predicted.length; i++) {
            if (!(predicted[i] >= 0 && predicted[i] <= 1)) {
                throw new IllegalArgumentException("predicted[" + i + "] (" + predicted[i] + ") must be 0 to 1.");
            }
        }
    }
}
