package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hourly and daily series made of shorter steps: each statistic from its own.
class FineSeriesTest {
    @TempDir
    Path folder;

    private FleetSeries imported(OpenWorkspace workspace, String header, int minutes, int readings) throws Exception {
        StringBuilder rows = new StringBuilder(header).append('\n');
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        int columns = header.split(",").length - 2;
        for (int i = 0; i < readings; i++) {
            rows.append(start.plusSeconds(60L * minutes * i)).append(",vm");
            for (int column = 0; column < columns; column++) {
                rows.append(',').append(i * minutes % 60 + 10 * column);
            }
            rows.append('\n');
        }
        Path file = Files.writeString(folder.resolve("fine.csv"), rows);
        Clock clock = Clock.fixed(start, ZoneOffset.UTC);
        new ImportData(workspace, clock).run(List.of(file), Progress.NONE);
        return new FleetSeries(workspace, Shapes.shipped());
    }

    private static FleetSeries.Daily daily(FleetSeries fleet, Statistic statistic) {
        return fleet.daily("vm", ResourceKind.CPU, statistic).orElseThrow();
    }

    @Test
    void meanMaxAndP95OfADayAreMadeOfTheirOwnReadings() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            FleetSeries fleet = imported(workspace, "timestamp,resource,cpu_mean,cpu_max", 5, 2 * 288 + 12);
            // The third day has one hour of 24: it is missing, not a day.
            assertThat(daily(fleet, Statistic.MEAN).series().values()).containsExactly(27.5, 27.5, Double.NaN);
            assertThat(daily(fleet, Statistic.MAX).series().values()).containsExactly(65, 65, Double.NaN);
            assertThat(daily(fleet, Statistic.P95).series().values()).containsExactly(55, 55, Double.NaN);
            assertThat(daily(fleet, Statistic.P95).note()).isEmpty();
            SeriesKey max = new SeriesKey("vm", "cpu", Statistic.MAX);
            assertThat(fleet.atStep(max, Step.HOUR).orElseThrow().series().values())
                    .hasSize(49)
                    .containsOnly(65);
        }
    }

    @Test
    void aMaximumIsNeverMadeOfMeans() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            FleetSeries fleet = imported(workspace, "timestamp,resource,cpu_mean", 5, 288);
            assertThat(fleet.daily("vm", ResourceKind.CPU, Statistic.MAX)).isEmpty();
        }
    }

    @Test
    void aP95OfLongMeansSaysThatItHidesPeaks() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            FleetSeries fleet = imported(workspace, "timestamp,resource,cpu_mean", 60, 48);
            assertThat(daily(fleet, Statistic.P95).note())
                    .contains("the p95 is made of means of PT1H, which hide shorter peaks");
        }
    }

    @Test
    void hourlyP95ValuesGoBeforeHourlyMeans() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            FleetSeries fleet = imported(workspace, "timestamp,resource,cpu_mean,cpu_p95", 60, 48);
            assertThat(daily(fleet, Statistic.P95).series().value(0)).isEqualTo(10);
            assertThat(daily(fleet, Statistic.P95).note()).contains("the p95 is made of the p95 values of PT1H steps");
        }
    }
}
