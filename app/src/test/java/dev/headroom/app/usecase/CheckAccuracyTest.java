package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kept forecasts are scored when their days have come; until then a backtest stands in.
class CheckAccuracyTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int KNOWN = 200;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static double truth(int day) {
        return Math.round(100 * (40 + 0.03 * day + 4 * Math.sin(2 * Math.PI * day / 7) + Math.sin(day * 1.3))) / 100.0;
    }

    private void importDays(int from, int to) throws UseCaseException, IOException {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int day = from; day < to; day++) {
            rows.append(FIRST.plusDays(day)).append(",db-1,").append(truth(day)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("usage-" + from + ".csv"), rows);
        Clock clock = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
        new ImportData(workspace, clock).run(List.of(file), Progress.NONE);
    }

    private ForecastAccuracy accuracy() throws UseCaseException {
        return new CheckAccuracy(workspace, Shapes.shipped()).run(Progress.NONE).orElseThrow();
    }

    @Test
    void aShownForecastIsScoredOnceItsDaysHaveCome() throws Exception {
        importDays(0, KNOWN);
        ForecastRequest request = ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 14);
        ForecastSeries forecasts = new ForecastSeries(workspace, Shapes.shipped());
        SeriesForecast made = forecasts.run(request);
        assertThat(accuracy().source()).isEqualTo(ForecastAccuracy.Source.BACKTEST);

        importDays(KNOWN, KNOWN + 10);
        ForecastAccuracy scored = accuracy();
        assertThat(scored.source()).isEqualTo(ForecastAccuracy.Source.LEDGER);
        assertThat(scored.forecasts()).isEqualTo(1);
        double[] low = made.forecast().quantile(0.1);
        double[] high = made.forecast().quantile(0.9);
        double inside = IntStream.range(0, 10)
                .filter(k -> low[k] <= truth(KNOWN + k) && truth(KNOWN + k) <= high[k])
                .count();
        assertThat(scored.coverage80()).isCloseTo(inside / 10, within(1e-12));
        double naive = IntStream.range(7, KNOWN)
                .mapToDouble(day -> Math.abs(truth(day) - truth(day - 7)))
                .average()
                .orElseThrow();
        double[] point = made.forecast().point();
        double error = IntStream.range(0, 10)
                .mapToDouble(k -> Math.abs(truth(KNOWN + k) - point[k]))
                .average()
                .orElseThrow();
        assertThat(scored.mase()).isCloseTo(error / naive, within(1e-9));
    }

    @Test
    void ofTwoHorizonsFromOneDayOnlyTheLongerCounts() throws Exception {
        importDays(0, KNOWN);
        ForecastSeries forecasts = new ForecastSeries(workspace, Shapes.shipped());
        forecasts.run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 7));
        forecasts.run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 30));
        importDays(KNOWN, KNOWN + 10);
        assertThat(accuracy().forecasts()).isEqualTo(1);
    }

    @Test
    void aPastViewIsNotKept() throws Exception {
        importDays(0, KNOWN);
        new ForecastSeries(workspace, Shapes.shipped())
                .run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 7)
                        .withAsOf(java.util.Optional.of(Instant.parse("2025-06-01T00:00:00Z"))));
        assertThat(workspace.storage().forecasts().count()).isZero();
        assertThat(accuracy().source()).isEqualTo(ForecastAccuracy.Source.BACKTEST);
    }

    @Test
    void aShortSeriesHasNothingToScore() throws Exception {
        importDays(0, 60);
        assertThat(new CheckAccuracy(workspace, Shapes.shipped()).run(Progress.NONE))
                .isEmpty();
    }
}
