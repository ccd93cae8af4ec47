package dev.headroom.app.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.quantity.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
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
        assertThat(model.scoresProperty().get().known())
                .hasValueSatisfying(scores -> assertThat(scores).hasSize(4));
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
    void aChartIsExportedInTheFormatOfItsName() throws InterruptedException, IOException {
        parts.fleet().load();
        parts.settle();
        Plot plot = Objects.requireNonNull(model.plotProperty().get());
        for (String name : new String[] {"chart.png", "chart.svg", "chart.pdf"}) {
            model.export(plot, plot.home(), folder.resolve(name));
        }
        parts.settle();
        assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readString(folder.resolve("chart.svg")))
                .contains("<svg")
                .contains("passes 80");
        assertThat(Files.readAllBytes(folder.resolve("chart.pdf"))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void horizonsInMonthsFollowTheCalendar() {
        Instant february = Instant.parse("2028-02-01T00:00:00Z");
        assertThat(Span.MONTHS_3.days(february, ZoneOffset.UTC)).isEqualTo(29 + 31 + 30);
        assertThat(Span.DAYS_7.days(february, ZoneOffset.UTC)).isEqualTo(7);
    }

    private dev.headroom.app.usecase.SeriesForecast result() {
        return Objects.requireNonNull(model.resultProperty().get());
    }
}
