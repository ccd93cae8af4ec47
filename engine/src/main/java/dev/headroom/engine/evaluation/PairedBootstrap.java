package dev.headroom.engine.evaluation;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.Optional;

/// Whether two models are equally good over many series.
///
/// Input: one difference of losses for each independent thing (a series, or a server with all its series), and a seed.
/// Output: the two-sided p-value: how often the mean of a sample drawn with replacement from the differences, moved to
/// mean 0, is at least as far from 0 as the mean that was seen. The same arguments give the same number. Errors: empty
/// with fewer than two differences.
/// Source: B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, section 16.4,
/// doi:10.1201/9780429246593. Departures: the sample that was seen counts as one draw, so that no p-value is 0; and
/// none
/// is below `2 / 2^n`, the least that the signs of n differences can say, because samples of very few differences vary
/// too little.
public final class PairedBootstrap {
    private static final int DRAWS = 9_999;

    private PairedBootstrap() {}

    public static Optional<LossDifference> test(double[] differences, long seed) {
        int n = differences.length;
        if (n < 2) {
            return Optional.empty();
        }
        double mean = Arrays.stream(differences).sum() / n;
        double[] centred = Arrays.stream(differences).map(value -> value - mean).toArray();
        SeededStream random = new SeededStream(seed, n);
        // Rounding must not tell equal means apart.
        double far = Math.abs(mean) * (1 - 1e-12);
        int atLeast = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += centred[(int) (random.nextDouble() * n)];
            }
            if (Math.abs(sum / n) >= far) {
                atLeast++;
            }
        }
        double least = Math.min(1, Math.scalb(2.0, -n));
        return Optional.of(new LossDifference(mean, Math.max(least, atLeast / (DRAWS + 1.0))));
    }
}
