package dev.headroom.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.feature.Stl;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DecompositionTest {
    private static final double[] WEEK = {0, 1, 2, 3, 2, -4, -4};

    private static TimeSeries days(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return new TimeSeries(
                new SeriesKey("db-1", "cpu", Statistic.P95),
                TimeGrid.utc(Instant.parse("2026-01-05T00:00:00Z"), Step.DAY, length),
                values);
    }

    @Test
    void aLineAndAWeekAreToldApart() {
        TimeSeries series = days(70, t -> 50 + 0.1 * t + WEEK[t % 7]);
        Decomposition parts =
                Decomposition.of(series, List.of(7, 365), Stl.Weighting.EQUAL).orElseThrow();

        assertThat(parts.seasons()).hasSize(1);
        Decomposition.Season week = parts.seasons().getFirst();
        assertThat(week.name()).isEqualTo("weekly");
        assertThat(week.strength()).isGreaterThan(0.99);
        assertThat(week.part().values()[35]).isCloseTo(0, within(0.2));
        assertThat(week.part().values()[40]).isCloseTo(-4, within(0.2));
        assertThat(parts.trend().values()[35]).isCloseTo(53.5, within(0.2));
    }

    @Test
    void thePartsAddUpToTheSeriesAndAGapStaysAGap() {
        TimeSeries series = days(70, t -> t == 20 ? Double.NaN : 50 + WEEK[t % 7] + Math.sin(t));
        Decomposition parts =
                Decomposition.of(series, List.of(7), Stl.Weighting.ROBUST).orElseThrow();

        for (int t = 0; t < 70; t++) {
            double sum = parts.trend().values()[t]
                    + parts.seasons().getFirst().part().values()[t]
                    + parts.remainder().values()[t];
            if (t == 20) {
                assertThat(sum).isNaN();
            } else {
                assertThat(sum).isCloseTo(series.value(t), within(1e-9));
            }
        }
    }

    @Test
    void aConstantHasAFlatTrendAndASeasonWithoutKnownStrength() {
        Decomposition parts = Decomposition.of(days(30, t -> 4), List.of(7), Stl.Weighting.EQUAL)
                .orElseThrow();

        for (int t = 0; t < 30; t++) {
            assertThat(parts.trend().values()[t]).isCloseTo(4, within(1e-9));
            assertThat(parts.seasons().getFirst().part().values()[t]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void tooShortAndAllMissingAreEmpty() {
        assertThat(Decomposition.of(days(14, t -> t), List.of(7), Stl.Weighting.EQUAL))
                .isEmpty();
        assertThat(Decomposition.of(days(1, t -> t), List.of(7), Stl.Weighting.EQUAL))
                .isEmpty();
        assertThat(Decomposition.of(days(30, t -> Double.NaN), List.of(7), Stl.Weighting.EQUAL))
                .isEmpty();
    }
}
