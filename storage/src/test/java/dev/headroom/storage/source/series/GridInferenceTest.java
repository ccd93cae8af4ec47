package dev.headroom.storage.source.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GridInferenceTest {
    @Test
    void indexesMakeAnOrdinalGridWithGaps() {
        GridInference grid = grid("3", "4", "7").orElseThrow();
        assertThat(grid.grid().isOrdinal()).isTrue();
        assertThat(grid.grid().length()).isEqualTo(5);
        assertThat(grid.position(2)).isEqualTo(4);
    }

    @Test
    void hoursAreFoundUnderAGap() {
        GridInference grid = grid("2026-03-28T22:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T03:00:00Z")
                .orElseThrow();
        assertThat(grid.grid().step()).isEqualTo(new Step.Physical(Duration.ofHours(1)));
        assertThat(grid.grid().length()).isEqualTo(6);
    }

    @Test
    void localMidnightsAcrossSummerTimeAreDays() {
        GridInference grid = grid("2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")
                .orElseThrow();
        assertThat(grid.grid().step()).isEqualTo(Step.DAY);
        assertThat(grid.grid().length()).isEqualTo(3);
    }

    @Test
    void monthEndsAreMonths() {
        GridInference grid =
                grid("2026-01-31", "2026-02-28", "2026-03-31", "2026-05-31").orElseThrow();
        assertThat(grid.grid().step()).isEqualTo(new Step.MonthEnd(Period.ofMonths(1)));
        assertThat(grid.grid().length()).isEqualTo(5);
        assertThat(grid.grid().at(1)).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(grid.grid().next(3).at(2)).isEqualTo(Instant.parse("2026-08-31T00:00:00Z"));
    }

    @Test
    void endsOfQuartersStayEndsOfQuarters() {
        TimeGrid grid = grid("2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31")
                .orElseThrow()
                .grid();
        assertThat(grid.step()).isEqualTo(new Step.MonthEnd(Period.ofMonths(3)));
        assertThat(grid.at(2)).isEqualTo(Instant.parse("2025-12-31T00:00:00Z"));
        assertThat(grid.next(2).at(1)).isEqualTo(Instant.parse("2026-09-30T00:00:00Z"));
    }

    /// A day that every month has is not the end of a month because February ends with it.
    @Test
    void theSameDayOfEveryMonthStaysThatDay() {
        TimeGrid grid =
                grid("2026-02-28", "2026-03-28", "2026-04-28").orElseThrow().grid();
        assertThat(grid.step()).isEqualTo(Step.MONTH);
        assertThat(grid.next(1).at(0)).isEqualTo(Instant.parse("2026-05-28T00:00:00Z"));
    }

    @Test
    void quartersAndYearsAreToldFromMonths() {
        assertThat(grid("2025-01-01", "2025-04-01", "2026-01-01")
                        .orElseThrow()
                        .grid()
                        .step())
                .isEqualTo(Step.QUARTER);
        assertThat(grid("2023-01-01", "2024-01-01", "2026-01-01")
                        .orElseThrow()
                        .grid()
                        .step())
                .isEqualTo(Step.YEAR);
    }

    @Test
    void weeksAreToldFromDays() {
        assertThat(grid("2026-01-05", "2026-01-12", "2026-01-26")
                        .orElseThrow()
                        .grid()
                        .step())
                .isEqualTo(Step.WEEK);
    }

    @Test
    void oneStampIsAGridOfOneDay() {
        assertThat(grid("2026-01-05").orElseThrow().grid().length()).isEqualTo(1);
    }

    @Test
    void aStrayStampFarAwayIsNoGrid() {
        assertThat(grid("1", "2", "99999999")).isEmpty();
    }

    private static Optional<GridInference> grid(String... stamps) {
        return GridInference.of(
                Stream.of(stamps).map(text -> Stamp.parse(text).orElseThrow()).toList());
    }
}
