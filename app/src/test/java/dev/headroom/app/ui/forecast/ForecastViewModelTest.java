package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final ForecastViewModel model =
            new ForecastViewModel(parts.fleet(), parts.shell(), parts.runner(), parts.formats());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theServerOfTheScopeIsForecast() throws InterruptedException {
        parts.shell().selectionProperty().set("ca-eu-02");
        parts.fleet().load();
        parts.settle();
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.titleProperty().get()).isEqualTo("ca-eu-02");
        assertThat(result().request().key().resource()).isEqualTo("ca-eu-02");
        assertThat(model.comparison().scoresProperty().get().known())
                .hasValueSatisfying(scores -> assertThat(scores).hasSize(5));
    }

    @Test
    void anotherHorizonKeepsTheOldChartUntilTheNewOneIsThere() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        Plot before = model.plotProperty().get();
        model.spanProperty().set(Span.MONTHS_6);
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.plotProperty().get()).isSameAs(before);
        parts.settle();
        assertThat(result().forecast().steps()).isEqualTo(181);
    }

    @Test
    void anotherMetricIsAnotherSeries() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        model.metricProperty().set(ResourceKind.MEMORY);
        parts.settle();
        assertThat(result().request().key().metric()).isEqualTo("memory");
        assertThat(model.answer(result()).headline()).startsWith("Memory passes 80\u00a0% around");
    }

    @Test
    void pseudonymsReachTitleAndCaptionWithoutAnotherForecast() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        String real = model.titleProperty().get();
        SeriesForecast before = result();
        parts.shell().pseudonymsProperty().set(true);
        assertThat(parts.runner().running()).isEmpty();
        assertThat(model.titleProperty().get()).isNotEqualTo(real).matches("[a-z]+-\\d{3}");
        assertThat(Objects.requireNonNull(model.plotProperty().get())
                        .caption()
                        .orElseThrow()
                        .title())
                .startsWith(model.titleProperty().get())
                .doesNotContain(real);
        assertThat(result()).isSameAs(before);
    }

    @Test
    void upToFourModelsAreComparedAndTheFifthIsRefused() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        ModelComparison comparison = model.comparison();
        assertThat(comparison.tick("auto")).isTrue();
        assertThat(comparison.tick("theta")).isTrue();
        assertThat(comparison.tick("ets")).isTrue();
        assertThat(comparison.tick("snaive")).isTrue();
        parts.settle();
        assertThat(comparison.tick("drift")).isFalse();
        assertThat(comparison.hintProperty().get()).contains("up to 4 models").contains("Untick");
        assertThat(legend())
                .containsExactly(
                        "Observed",
                        "Combination",
                        "Theta",
                        "Smoothing",
                        "Seasonal naive",
                        "80\u00a0%",
                        "Breach P10, P50, P90");

        comparison.untick("ets");
        assertThat(comparison.hintProperty().get()).isEmpty();
        assertThat(comparison.tick("drift")).isTrue();
        parts.settle();
        assertThat(comparison.tickedProperty().get()).containsEntry("drift", 2);
        assertThat(legend()).contains("Drift").doesNotContain("Smoothing");
    }

    @Test
    void modelsBesideFollowToAnotherHorizon() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        model.comparison().tick("theta");
        model.spanProperty().set(Span.DAYS_30);
        parts.settle();
        assertThat(model.comparison().overlaysProperty().get())
                .singleElement()
                .satisfies(overlay ->
                        assertThat(overlay.forecast().forecast().steps()).isEqualTo(30));
    }

    @Test
    void aPastDayForecastsWithWhatWasKnownThenAndSaysHowThatWent() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        model.spanProperty().set(Span.DAYS_30);
        parts.settle();
        assertThat(model.past().verdictProperty().get()).isEmpty();
        model.past().choose(LocalDate.of(2026, 11, 5));
        parts.settle();
        assertThat(result().asOf()).isEqualTo(Instant.parse("2026-11-05T00:00:00Z"));
        assertThat(model.past().verdictProperty().get())
                .isEqualTo("13 of 14 days so far inside the 80\u00a0% band, MAE 1.3\u00a0points");
        assertThat(legend()).contains("What happened");
        assertThat(caption())
                .contains("As known on 5 Nov 2026, while data reach to 19 Nov 2026")
                .contains("13 of 14 days");

        model.past().latest();
        parts.settle();
        assertThat(result().hindsight()).isEmpty();
        assertThat(legend()).doesNotContain("What happened");
        assertThat(caption()).contains("As of 19 Nov 2026");
    }

    @Test
    void thePastViewStaysInsideTheDataAndIsLeftWithTheSeries() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        model.past().choose(LocalDate.of(1999, 1, 1));
        parts.settle();
        assertThat(result().history().length()).isEqualTo(PastView.LEAST_KNOWN_DAYS);
        model.past().choose(LocalDate.of(2030, 1, 1));
        assertThat(model.past().dayProperty().get()).isEmpty();
        model.past().choose(LocalDate.of(2026, 3, 1));
        parts.settle();
        model.metricProperty().set(ResourceKind.MEMORY);
        parts.settle();
        assertThat(model.past().dayProperty().get()).isEmpty();
        assertThat(result().hindsight()).isEmpty();
    }

    @Test
    void theDriversExplainTheBreachAndThenThePickedDay() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
        DriverWords words = words();
        assertThat(words.title()).matches("Drivers of the (rise|fall) to \\d+ \\w+");
        assertThat(words.bars()).extracting(DriverWords.Bar::name).containsExactlyInAnyOrder("Trend", "Quarter end");
        assertThat(words.bars()).anySatisfy(bar -> {
            assertThat(bar.figure()).isEqualTo("\u22121.5\u00a0pp");
            assertThat(bar.share()).isNegative();
        });
        assertThat(words.sentence())
                .contains("quarter end takes 1.5\u00a0points against the mean of the last 28 known days.")
                .endsWith("Without effect: holidays, US.");
        assertThat(words.source())
                .startsWith("Explained with the additive model, which forecasts ")
                .endsWith(" of the chosen model (combination).");

        model.drivers().pick(Instant.parse("2026-12-30T00:00:00Z"));
        assertThat(words().title()).endsWith(" 30 Dec");
        model.drivers().pick(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(words().title()).endsWith(" 30 Dec");
    }

    @Test
    void theTableNamesItsAsOfDateAndItsModels() throws Exception {
        parts.fleet().load();
        parts.settle();
        model.spanProperty().set(Span.DAYS_7);
        model.comparison().tick("theta");
        model.past().choose(LocalDate.of(2026, 11, 16));
        parts.settle();
        Path table = folder.resolve("forecast.csv");
        model.sheet().to(table, "Scope: all accounts.");
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(1)).startsWith("# As known on 16 Nov 2026");
        assertThat(lines.get(2)).startsWith("# Model auto compared with theta, seed 42");
        assertThat(lines.get(3)).isEqualTo("# Scope: all accounts.");
        assertThat(lines.get(4)).isEqualTo("day,unit,median,lo50,hi50,lo80,hi80,lo95,hi95,happened,median_theta");
        assertThat(lines).hasSize(5 + 7);
        assertThat(lines.get(5)).startsWith("2026-11-17,%,").doesNotContain(",,");
        assertThat(lines.getLast()).startsWith("2026-11-23,%,").contains(",,");
    }

    @Test
    void horizonsInMonthsFollowTheCalendar() {
        Instant february = Instant.parse("2028-02-01T00:00:00Z");
        assertThat(Span.MONTHS_3.days(february, ZoneOffset.UTC)).isEqualTo(29 + 31 + 30);
        assertThat(Span.DAYS_7.days(february, ZoneOffset.UTC)).isEqualTo(7);
    }

    private List<String> legend() {
        return Objects.requireNonNull(model.plotProperty().get()).legend().stream()
                .map(LegendEntry::text)
                .filter(text -> !text.startsWith("Q"))
                .toList();
    }

    private String caption() {
        Plot plot = Objects.requireNonNull(model.plotProperty().get());
        return String.join("\n", plot.caption().orElseThrow().provenance());
    }

    private DriverWords words() {
        return model.drivers().wordsProperty().get().known().orElseThrow();
    }

    private SeriesForecast result() {
        return Objects.requireNonNull(model.resultProperty().get());
    }
}
