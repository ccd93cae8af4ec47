package dev.headroom.engine.anomaly;

import java.util.Collections;
import java.util.List;

/// How surprising an event must be to be told when many series are watched at once.
///
/// A series alone alerts from the threshold of its sensitivity. With more than [#ALONE] series the threshold
/// rises by the logarithm of their number, so that a fleet has about as many false alerts in all as ten
/// series have (a Bonferroni correction). Series that move in one event are counted together by the largest
/// of j times the j-th probability (Simes 1986, doi:10.1093/biomet/73.3.751): ten that are each a little
/// unusual outweigh one that is.
///
/// @param series how many are watched
public record FleetBar(Sensitivity sensitivity, int series) {
    private static final double ALONE = 10;

    /// The surprise from which on one series is told, as −log10 of a probability.
    public double least() {
        return sensitivity.threshold() + Math.log10(Math.max(1, series / ALONE));
    }

    /// @param surprises of the series of one event, at least one
    public boolean passedBy(List<Double> surprises) {
        List<Double> sorted =
                surprises.stream().sorted(Collections.reverseOrder()).toList();
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i) + Math.log10(i + 1.0) >= least()) {
                return true;
            }
        }
        return false;
    }
}
