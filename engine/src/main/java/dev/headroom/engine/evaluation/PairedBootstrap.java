package dev.headroom.engine.evaluation;

import dev.headroom.engine.numeric.SeededStream;
import java.util.Arrays;
import java.util.Optional;

/// Whether two models are equally good over many series.
///
/// Input: one difference of losses for each independent thing (a series, or a server with all its series),
/// and a seed. Output: the two-sided p-value: how often the mean of a sample drawn with replacement from the
/// differences, moved to mean 0, is at least as many of its standard errors from 0 as the mean that was seen.
/// The same arguments give the same number. Errors: empty with fewer than two differences. Source: B. Efron
/// and R. J. Tibshirani (1993), An Introduction to the Bootstrap, section 16.4, doi:10.1201/9780429246593.
/// Departures: the sample that was seen counts as one draw, so that no p-value is 0; and none is below `2 /
/// 2^n`, the least that the signs of n differences can say, because samples of very few differences vary too
/// little.
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
        double[] draw = new double[n];
        SeededStream random = new SeededStream(seed, n);
        // Rounding must not tell equal samples apart.
        double far = Math.abs(studentised(differences)) * (1 - 1e-12);
        int atLeast = 1;
        for (int i = 0; i < DRAWS; i++) {
            for (int k = 0; k < n; k++) {
                draw[k] = centred[(int) (random.nextDouble() * n)];
            }
            if (Math.abs(studentised(draw)) >= far) {
                atLeast++;
            }
        }
        double least = Math.min(1, Math.scalb(2.0, -n));
        return Optional.of(new LossDifference(mean, Math.max(least, atLeast / (DRAWS + 1.0))));
    }

    /// The mean in units of its standard error: infinite for equal values, 0 when these are 0.
    private static double studentised(double[] values) {
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return mean == 0 ? 0 : mean / Math.sqrt(squares / (n - 1) / n);
    }
}
