package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kept forecasts are scored when their days have come; until then a backtest stands in.
class CheckAccuracyTest {
    private static final int KNOWN = 200;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OneServer server;

    @BeforeEach
    void open() throws Exception {
        server = new OneServer(folder, CheckAccuracyTest::truth);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static double truth(int day) {
        return Math.round(100 * (40 + 0.03 * day + 4 * Math.sin(2 * Math.PI * day / 7) + Math.sin(day * 1.3))) / 100.0;
    }

    private ForecastAccuracy accuracy() throws UseCaseException {
        return new CheckAccuracy(server.workspace(), Shapes.shipped())
                .run(Progress.NONE)
                .orElseThrow();
    }

    @Test
    void aShownForecastIsScoredOnceItsDaysHaveCome() throws Exception {
        server.importDays(0, KNOWN);
        ForecastRequest request = ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 14);
        ForecastSeries forecasts = new ForecastSeries(server.workspace(), Shapes.shipped());
        SeriesForecast made = forecasts.run(request);
        assertThat(accuracy().source()).isEqualTo(ForecastAccuracy.Source.BACKTEST);

        server.importDays(KNOWN, KNOWN + 10);
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
        server.importDays(0, KNOWN);
        ForecastSeries forecasts = new ForecastSeries(server.workspace(), Shapes.shipped());
        forecasts.run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 7));
        forecasts.run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 30));
        server.importDays(KNOWN, KNOWN + 10);
        assertThat(accuracy().forecasts()).isEqualTo(1);
    }

    @Test
    void aPastViewIsNotKept() throws Exception {
        server.importDays(0, KNOWN);
        new ForecastSeries(server.workspace(), Shapes.shipped())
                .run(ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 7)
                        .withAsOf(Optional.of(Instant.parse("2025-06-01T00:00:00Z"))));
        assertThat(server.workspace().storage().forecasts().count()).isZero();
        assertThat(accuracy().source()).isEqualTo(ForecastAccuracy.Source.BACKTEST);
    }

    @Test
    void aShortSeriesHasNothingToScore() throws Exception {
        server.importDays(0, 60);
        assertThat(new CheckAccuracy(server.workspace(), Shapes.shipped()).run(Progress.NONE))
                .isEmpty();
    }
}
