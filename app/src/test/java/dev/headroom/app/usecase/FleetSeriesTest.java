package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Daily series over readings, some of which a retention has rolled up.
class FleetSeriesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private void importDays(int from, int to) throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_mean\n");
        for (int hour = 24 * from; hour < 24 * to; hour++) {
            rows.append(START.plus(hour, ChronoUnit.HOURS))
                    .append(",web-1,")
                    .append(20 + (hour * 7) % 61)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("cpu.csv"), rows);
        try (OpenWorkspace open = OpenWorkspace.at(workspace())) {
            new ImportData(open, CLOCK).run(List.of(file), new Silence());
        }
    }

    private TimeSeries daily(Statistic statistic) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(workspace())) {
            return new FleetSeries(open, Shapes.shipped())
                    .daily("web-1", ResourceKind.CPU, statistic)
                    .orElseThrow()
                    .series();
        }
    }

    private void retain(int days) throws Exception {
        new RetainData(workspace(), Passwords.none())
                .run("hourly=" + days + "d", RetainData.RollUp.DAILY, CLOCK.instant(), RetainData.Mode.REMOVE);
    }

    @Test
    void rolledUpDaysAndLaterReadingsAreTheSameSeriesAsTheReadingsWere() throws Exception {
        importDays(0, 60);
        List<Statistic> statistics = List.of(Statistic.MEAN, Statistic.P95);
        List<TimeSeries> before = List.of(daily(statistics.get(0)), daily(statistics.get(1)));
        retain(20);
        for (int i = 0; i < statistics.size(); i++) {
            assertThat(daily(statistics.get(i))).isEqualTo(before.get(i));
        }
        importDays(60, 65);
        assertThat(daily(Statistic.P95).length()).isEqualTo(65);
        assertThat(daily(Statistic.P95).slice(0, 60)).isEqualTo(before.get(1));
    }

    private static final class Silence implements Progress {
        @Override
        public void report(String what, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
