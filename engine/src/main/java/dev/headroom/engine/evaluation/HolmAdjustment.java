package dev.headroom.engine.evaluation;

import java.util.stream.IntStream;

/// P-values of several tests, raised so that the chance of even one false alarm stays below the level.
///
/// Input: p-values in any order. Output: the adjusted ones in the same order. Errors: none.
/// Source: S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics
/// 6, 65-70, https://www.jstor.org/stable/4615733. Departures: none.
public final class HolmAdjustment {
    private HolmAdjustment() {}

    public static double[] adjusted(double... pValues) {
        int count = pValues.length;
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[count];
        double before = 0;
        for (int rank = 0; rank < count; rank++) {
            before = Math.max(before, Math.min(1, (count - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = before;
        }
        return adjusted;
    }
}
