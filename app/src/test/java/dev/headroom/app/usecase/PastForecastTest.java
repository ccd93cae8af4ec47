package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Past forecasts and their explanation, over a small workspace whose truth is known: a line with a working week.
class PastForecastTest {
    private static final int DAYS = 300;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OneServer server;

    @BeforeEach
    void open() throws Exception {
        server = new OneServer(folder, PastForecastTest::truth);
        server.importDays(0, DAYS);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static double truth(int day) {
        boolean weekend = OneServer.FIRST.plusDays(day).getDayOfWeek().getValue() > 5;
        return Math.round(100 * (30 + 0.05 * day + (weekend ? -8 : 0) + 0.5 * Math.sin(day * 1.7))) / 100.0;
    }

    private static ForecastRequest request(int knownDays, int horizon) {
        return ForecastRequest.dailyP95("db-1", ResourceKind.CPU, horizon)
                .withAsOf(Optional.of(OneServer.FIRST
                        .plusDays(knownDays - 1L)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
    }

    @Test
    void aPastForecastKnowsNothingOfWhatCameLater() throws Exception {
        SeriesForecast past = new ForecastSeries(server.workspace(), Shapes.shipped()).run(request(250, 14));
        assertThat(past.history().length()).isEqualTo(250);
        assertThat(past.forecast().grid().start()).isEqualTo(Instant.parse("2025-09-08T00:00:00Z"));
        Hindsight hindsight = past.hindsight().orElseThrow();
        assertThat(hindsight.actual().values())
                .containsExactly(IntStream.range(250, 264)
                        .mapToDouble(PastForecastTest::truth)
                        .toArray());
        double[] point = past.forecast().point();
        double error = IntStream.range(0, 14)
                .mapToDouble(k -> Math.abs(truth(250 + k) - point[k]))
                .average()
                .orElseThrow();
        assertThat(hindsight.mae()).isCloseTo(error, within(1e-9));
        double[] low = past.forecast().quantile(0.1);
        double[] high = past.forecast().quantile(0.9);
        assertThat(hindsight.inside80()).isEqualTo((int) IntStream.range(0, 14)
                .filter(k -> low[k] <= truth(250 + k) && truth(250 + k) <= high[k])
                .count());
        assertThat(hindsight.observed()).isEqualTo(14);
        assertThat(past.latest()).isEqualTo(Instant.parse("2025-10-27T00:00:00Z"));
    }

    @Test
    void onlyWhatHasHappenedIsScored() throws Exception {
        SeriesForecast past = new ForecastSeries(server.workspace(), Shapes.shipped()).run(request(DAYS - 5, 30));
        assertThat(past.hindsight().orElseThrow().observed()).isEqualTo(5);
        assertThat(past.forecast().steps()).isEqualTo(30);
    }

    @Test
    void theLastObservationHasNoHindsight() throws Exception {
        ForecastSeries forecasts = new ForecastSeries(server.workspace(), Shapes.shipped());
        SeriesForecast named = forecasts.run(request(DAYS, 14));
        SeriesForecast open = forecasts.run(request(DAYS, 14).withAsOf(Optional.empty()));
        assertThat(named.hindsight()).isEmpty();
        assertThat(named.forecast().point()).containsExactly(open.forecast().point());
    }

    @Test
    void beforeTheFirstObservationThereIsNothingToForecastFrom() {
        assertThatThrownBy(() -> new ForecastSeries(server.workspace(), Shapes.shipped()).run(request(-10, 14)))
                .isInstanceOf(UseCaseException.class)
                .hasMessageContaining("0 observations");
    }

    @Test
    void theDriversAddUpToWhatTheExplainingModelForecasts() throws Exception {
        ForecastDrivers drivers = new ExplainForecast(server.workspace(), Shapes.shipped()).run(request(DAYS, 28));
        assertThat(drivers.basis()).isEqualTo(ForecastDrivers.Basis.FITTED_BESIDE);
        assertThat(drivers.model()).isEqualTo("additive");
        assertThat(drivers.parts())
                .extracting(ForecastDrivers.Part::name)
                .contains("trend", "weekly", "month end", "quarter end");
        for (int step = 0; step < 28; step++) {
            ForecastDrivers.At at = drivers.at(step);
            double usual = drivers.parts().stream()
                    .mapToDouble(ForecastDrivers.Part::usual)
                    .sum();
            assertThat(usual + at.change()).isCloseTo(at.explained(), within(1e-9));
        }
    }

    @Test
    void theWeekendIsDrivenByTheDayOfTheWeek() throws Exception {
        ForecastDrivers drivers = new ExplainForecast(server.workspace(), Shapes.shipped()).run(request(DAYS, 28));
        int sunday = IntStream.range(0, 7)
                .filter(step -> drivers.grid()
                                .at(step)
                                .atZone(ZoneOffset.UTC)
                                .getDayOfWeek()
                                .getValue()
                        == 7)
                .findFirst()
                .orElseThrow();
        ForecastDrivers.Driver first = drivers.at(sunday).drivers().getFirst();
        assertThat(first.name()).isEqualTo("weekly");
        // Two of seven days are 8 points lower, so a Sunday stands 8 - 16/7 points below the mean of the week.
        assertThat(first.change()).isCloseTo(-(8 - 16.0 / 7), within(1.0));
    }

    @Test
    void anAdditiveForecastExplainsItself() throws Exception {
        ForecastRequest additive = request(DAYS, 14).withSpec(new ModelSpec.Additive(SeasonLengths.of(7), ""));
        ForecastDrivers drivers = new ExplainForecast(server.workspace(), Shapes.shipped()).run(additive);
        assertThat(drivers.basis()).isEqualTo(ForecastDrivers.Basis.CHOSEN_MODEL);
        double[] explained = IntStream.range(0, 14)
                .mapToDouble(step -> drivers.at(step).explained())
                .toArray();
        double[] point = new ForecastSeries(server.workspace(), Shapes.shipped())
                .run(additive)
                .forecast()
                .point();
        assertThat(Arrays.stream(explained).map(value -> Math.rint(value * 1e6)).toArray())
                .containsExactly(Arrays.stream(point)
                        .map(value -> Math.rint(value * 1e6))
                        .toArray());
    }

    @Test
    void regionsKnowTheirCountry() {
        assertThat(RegionPlace.country("us-gov-west-1")).contains("US");
        assertThat(RegionPlace.country("eu-central-1")).contains("DE");
        assertThat(RegionPlace.country("moon-1")).isEmpty();
    }
}
