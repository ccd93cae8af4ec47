package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// History at changes of the machine: a server that ran at 60 % of an m5.large and runs at 30 % of an m5.xlarge.
class MachineHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private final MachineHistory machines = new MachineHistory(Shapes.shipped());

    private static Instant day(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Server server(String before, String after, int changed) {
        return new Server(
                "db-1",
                "db-1",
                "aws",
                "1",
                "us-east-1",
                "prod",
                "database",
                List.of(new InstanceSpan(Instant.EPOCH, before), new InstanceSpan(day(changed), after)),
                Map.of());
    }

    private static FleetSeries.Daily series(int length, int changed, MeasureUnit unit) {
        double[] values = new double[length];
        Arrays.setAll(values, day -> (day < changed ? 60 : 30) + day % 7);
        SeriesKey key = new SeriesKey("db-1", "cpu", Statistic.P95);
        return new FleetSeries.Daily(new TimeSeries(key, TimeGrid.utc(day(0), Step.DAY, length), values), unit);
    }

    private FleetSeries.Daily seen(Server server, int length, int changed) {
        FleetSeries.Daily whole = series(length, changed, MeasureUnit.PERCENT);
        return machines.of(server, ResourceKind.CPU, whole, length);
    }

    @Test
    void onlyTheHistorySinceTheChangeIsUsedAndItSaysSo() {
        FleetSeries.Daily seen = seen(server("m5.large", "m5.xlarge", 100), 200, 100);
        assertThat(seen.series().length()).isEqualTo(100);
        assertThat(seen.series().grid().start()).isEqualTo(day(100));
        assertThat(seen.note()).contains("history since 2025-04-11, when the type changed from m5.large to m5.xlarge");
    }

    @Test
    void aShortHistoryIsRescaledWithinTheFamily() {
        FleetSeries.Daily seen = seen(server("m5.large", "m5.xlarge", 100), 110, 100);
        assertThat(seen.series().length()).isEqualTo(110);
        assertThat(seen.series().value(0)).isCloseTo(30, within(1e-9));
        assertThat(seen.series().value(101)).isEqualTo(33);
        assertThat(seen.note().orElseThrow())
                .contains("is rescaled from 2 to 4 vCPU")
                .contains("only 10 days");
    }

    @Test
    void whatCannotBeRescaledIsCutHoweverLittleIsLeft() {
        FleetSeries.Daily other = seen(server("m5.large", "c5.xlarge", 100), 110, 100);
        assertThat(other.series().length()).isEqualTo(10);
        assertThat(other.note().orElseThrow()).endsWith("only 10 days");
        FleetSeries.Daily whole = series(110, 100, MeasureUnit.PERCENT);
        double[] full = whole.series().values();
        full[50] = 99;
        TimeSeries saturated =
                new TimeSeries(whole.series().key(), whole.series().grid(), full);
        assertThat(machines.of(
                                server("m5.large", "m5.xlarge", 100),
                                ResourceKind.CPU,
                                new FleetSeries.Daily(saturated, MeasureUnit.PERCENT),
                                110)
                        .series()
                        .length())
                .isEqualTo(10);
    }

    @Test
    void withNothingSinceTheChangeTheFormerHistoryIsNamed() {
        FleetSeries.Daily seen = seen(server("m5.large", "c5.xlarge", 120), 110, 120);
        assertThat(seen.series().length()).isEqualTo(110);
        assertThat(seen.note().orElseThrow()).startsWith("no history yet since 2025-05-01");
    }

    @Test
    void amountsAndSpansThatRepeatTheTypeAreNotCut() {
        FleetSeries.Daily amounts = series(200, 100, MeasureUnit.MEGABITS_PER_SECOND);
        assertThat(machines.of(server("m5.large", "m5.xlarge", 100), ResourceKind.NETWORK, amounts, 200))
                .isEqualTo(amounts);
        FleetSeries.Daily same = seen(server("m5.large", "m5.large", 100), 200, 100);
        assertThat(same.series().length()).isEqualTo(200);
        assertThat(same.note()).isEmpty();
    }

    @Test
    void forecastAndRiskUseTheHistorySinceTheChange(@TempDir Path folder) throws Exception {
        try (OneServer one = new OneServer(folder, day -> (day < 150 ? 75 : 30) + day % 7)) {
            one.importDays(0, 300);
            Path inventory = Files.writeString(
                    folder.resolve("inventory.csv"),
                    "resource,region,instance_type,from\ndb-1,us-east-1,m5.large,2024-01-01\ndb-1,us-east-1,m5.xlarge,"
                            + FIRST.plusDays(150) + "\n");
            Clock clock = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
            new ImportData(one.workspace(), clock).run(List.of(inventory), Progress.NONE);
            ForecastRequest request = ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 30);
            SeriesForecast forecast = new ForecastSeries(one.workspace(), Shapes.shipped()).run(request);
            assertThat(forecast.history().length()).isEqualTo(150);
            assertThat(forecast.explanation())
                    .contains("history since 2025-05-31, when the type changed from m5.large to m5.xlarge");
            SeriesForecast past =
                    new ForecastSeries(one.workspace(), Shapes.shipped()).run(request.withAsOf(Optional.of(day(149))));
            assertThat(past.history().length()).isEqualTo(150);
            assertThat(past.history().grid().start()).isEqualTo(day(0));
            FleetRisk risk = new AssessRisk(one.workspace(), Shapes.shipped()).run(80, Progress.NONE);
            assertThat(risk.notes())
                    .singleElement()
                    .satisfies(note -> assertThat(note.words()).startsWith("history since 2025-05-31"));
            assertThat(risk.risks().getFirst().probability()).isLessThan(0.05);
        }
    }
}
