package dev.headroom.engine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.model.catalog.ModelCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class FamilyBenchmarkTest {
    @Test
    void everyFamilyOfTheCatalogueIsMeasured() throws Exception {
        List<String> measured = List.of(FamilyBenchmark.class
                .getField("model")
                .getAnnotation(Param.class)
                .value());
        assertThat(measured).containsExactlyInAnyOrderElementsOf(ModelCatalog.ALONE);
    }

    @Test
    void everyFamilyForecastsTheMonthlySeriesWithBands() {
        for (String name : ModelCatalog.ALONE) {
            FamilyBenchmark benchmark = new FamilyBenchmark();
            benchmark.model = name;
            benchmark.generate();
            assertThat(benchmark.fitAndForecast()).as(name).isPositive();
        }
    }

    @Test
    void aFleetIsForecastAndBacktested() throws Exception {
        FleetBenchmark benchmark = new FleetBenchmark();
        benchmark.fleet = "20x400";
        benchmark.generate();
        assertThat(benchmark.forecast()).isPositive();
        assertThat(benchmark.backtest()).isBetween(0.1, 10.0);
        benchmark.stop();
    }
}
