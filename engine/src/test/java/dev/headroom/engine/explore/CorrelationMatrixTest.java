package dev.headroom.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationMatrixTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static TimeSeries series(Instant start, double... values) {
        return new TimeSeries(
                new SeriesKey("db-1", "cpu", Statistic.MEAN), TimeGrid.utc(start, Step.DAY, values.length), values);
    }

    private static CorrelationMatrix.Pair pair(TimeSeries a, TimeSeries b) {
        return CorrelationMatrix.of(List.of("a", "b"), List.of(a, b)).pair(0, 1);
    }

    @Test
    void bothCoefficientsMatchAComputationByHand() {
        // Anscombe's first set: r = 0.81642; the rank differences squared sum to 40, so rho = 1 - 6*40/(11*120).
        TimeSeries x = series(START, 10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
        TimeSeries y = series(START, 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);

        CorrelationMatrix.Pair pair = pair(x, y);

        assertThat(pair.pearson()).isCloseTo(0.81642, within(5e-6));
        assertThat(pair.spearman()).isCloseTo(1 - 6 * 40 / (11.0 * 120), within(1e-12));
        assertThat(pair.observations()).isEqualTo(11);
    }

    @Test
    void ranksSeeThroughABentLineAndTiesShareTheirRank() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        TimeSeries bent = series(START, Arrays.stream(x).map(Math::exp).toArray());
        TimeSeries tied = series(START, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);

        assertThat(pair(series(START, x), bent).spearman()).isEqualTo(1);
        assertThat(pair(series(START, x), bent).pearson()).isLessThan(0.8);
        // Ranks 1.5 1.5 3.5 3.5 ... against 1 to 10: 80 / sqrt(82.5 * 80).
        assertThat(pair(series(START, x), tied).spearman()).isCloseTo(80 / Math.sqrt(82.5 * 80), within(1e-12));
    }

    @Test
    void onlyInstantsWithBothValuesCount() {
        double[] rising = new double[14];
        Arrays.setAll(rising, t -> t);
        double[] falling = new double[14];
        Arrays.setAll(falling, t -> t == 3 ? Double.NaN : -t);
        TimeSeries later = series(START.plusSeconds(2 * 86_400), falling);

        CorrelationMatrix.Pair pair = pair(series(START, rising), later);

        assertThat(pair.observations()).isEqualTo(11);
        assertThat(pair.pearson()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void tooFewConstantAndMissingValuesAreUnknown() {
        double[] enough = new double[CorrelationMatrix.FEWEST];
        Arrays.setAll(enough, t -> t);
        double[] constant = new double[enough.length];
        Arrays.fill(constant, 0.1);
        double[] missing = new double[enough.length];
        Arrays.fill(missing, Double.NaN);
        TimeSeries known = series(START, enough);

        assertThat(pair(known, series(START, constant)).pearson()).isNaN();
        assertThat(pair(known, series(START, constant)).observations()).isEqualTo(enough.length);
        assertThat(pair(known, series(START, missing)).spearman()).isNaN();
        assertThat(pair(known, series(START, missing)).observations()).isZero();
        assertThat(pair(known, series(START, Arrays.copyOf(enough, enough.length - 1)))
                        .pearson())
                .isNaN();
    }

    @Test
    void theMatrixIsSymmetricWithOnesOnItsDiagonal() {
        double[] a = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double[] b = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8};
        CorrelationMatrix matrix = CorrelationMatrix.of(List.of("a", "b"), List.of(series(START, a), series(START, b)));

        assertThat(matrix.pair(0, 1)).isEqualTo(matrix.pair(1, 0));
        assertThat(matrix.pair(0, 0).pearson()).isCloseTo(1, within(1e-12));
        assertThat(CorrelationMatrix.of(List.of(), List.of()).pairs()).isEmpty();
        assertThatThrownBy(() -> CorrelationMatrix.of(List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
