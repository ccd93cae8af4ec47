package dev.headroom.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupFiguresTest {
    private static SeriesFigures figures(Step step, double... values) {
        return SeriesFigures.of(new TimeSeries(
                new SeriesKey("db-1", "cpu", Statistic.P95),
                TimeGrid.utc(Instant.parse("2026-01-01T00:00:00Z"), step, values.length),
                values));
    }

    @Test
    void aSeriesIsToldInFourNumbers() {
        SeriesFigures known = figures(Step.DAY, 10, 12, Double.NaN, 16, 18);

        assertThat(known.mean()).isEqualTo(14);
        // Squares 16 + 4 + 4 + 16 = 40 over three degrees of freedom.
        assertThat(known.variability()).isCloseTo(Math.sqrt(40 / 3.0) / 14, within(1e-12));
        assertThat(known.trend()).isCloseTo(2 * 30, within(1e-9));
        assertThat(known.p95()).isCloseTo(17.7, within(1e-9));
    }

    @Test
    void theTrendIsThatOfThirtyDaysOnEveryGrid() {
        assertThat(figures(Step.HOUR, 1, 2, 3).trend()).isCloseTo(30 * 24, within(1e-9));
        assertThat(SeriesFigures.of(new TimeSeries(
                                new SeriesKey("a", "b", Statistic.MEAN), TimeGrid.ordinal(1, 3), new double[] {1, 2, 3
                                }))
                        .trend())
                .isCloseTo(30, within(1e-9));
    }

    @Test
    void whatTooFewValuesCannotTellIsUnknown() {
        assertThat(figures(Step.DAY, Double.NaN, Double.NaN).mean()).isNaN();
        assertThat(figures(Step.DAY, 5).mean()).isEqualTo(5);
        assertThat(figures(Step.DAY, 5).trend()).isNaN();
        assertThat(figures(Step.DAY, 5, 5, 5).variability()).isZero();
        assertThat(figures(Step.DAY, 5, 5, 5).trend()).isZero();
        assertThat(figures(Step.DAY, 0, 0).variability()).isNaN();
    }

    @Test
    void aGroupIsItsMedianMember() {
        List<GroupFigures> groups = GroupFigures.of(Map.of(
                "web", List.of(figures(Step.DAY, 1, 1), figures(Step.DAY, 90, 90), figures(Step.DAY, 3, 3)),
                "api", List.of(figures(Step.DAY, Double.NaN), figures(Step.DAY, 8, 8)),
                "batch", List.of(figures(Step.DAY, Double.NaN))));

        assertThat(groups).extracting(GroupFigures::group).containsExactly("api", "batch", "web");
        assertThat(groups.get(2).middle().mean()).isEqualTo(3);
        assertThat(groups.get(0).members()).isEqualTo(2);
        assertThat(groups.get(0).middle().mean()).isEqualTo(8);
        assertThat(groups.get(1).middle().mean()).isNaN();
    }
}
