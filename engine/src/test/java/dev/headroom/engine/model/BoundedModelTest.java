package dev.headroom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedModelTest {
    private final Horizon horizon = new Horizon(30);
    private final FittedModel free = fit(ramp());
    private final FittedModel bounded = new BoundedModel(free, 0, 100);

    @Test
    void nothingLeavesTheBounds() {
        QuantileForecast forecast = bounded.forecast(horizon, 0.025, 0.5, 0.975);
        assertThat(Arrays.stream(free.forecast(horizon, 0.975).quantile(0.975))).anyMatch(value -> value > 100);
        assertThat(Arrays.stream(forecast.quantile(0.975)))
                .allMatch(value -> value <= 100)
                .contains(100.0);
        assertThat(Arrays.stream(forecast.point())).allMatch(value -> value <= 100);
        SamplePaths paths = bounded.simulate(horizon, 200, 1);
        for (int i = 0; i < paths.count(); i++) {
            assertThat(Arrays.stream(paths.path(i))).allMatch(value -> value >= 0 && value <= 100);
        }
    }

    @Test
    void aLimitInsideTheBoundsIsPassedAsOftenAsBefore() {
        assertThat(passing(bounded, 97)).isEqualTo(passing(free, 97)).isPositive();
    }

    @Test
    void boundsWithoutRoomAreRefused() {
        assertThatThrownBy(() -> new BoundedModel(free, 100, 100)).hasMessageContaining("lower (100.0)");
    }

    private long passing(FittedModel model, double limit) {
        SamplePaths paths = model.simulate(horizon, 500, 7);
        return IntStream.range(0, paths.count())
                .filter(i -> Arrays.stream(paths.path(i)).anyMatch(value -> value > limit))
                .count();
    }

    private static TimeSeries ramp() {
        double[] values = IntStream.range(0, 120)
                .mapToDouble(i -> Math.min(100, 60 + 0.32 * i + 4 * Math.sin(i * 1.7)))
                .toArray();
        return new TimeSeries(
                new SeriesKey("server", "cpu", Statistic.P95), TimeGrid.ordinal(0, values.length), values);
    }

    private static FittedModel fit(TimeSeries series) {
        FitOutcome outcome = new ModelCatalog().fit(series, new ModelSpec.Auto(SeasonLengths.of(7)), 1);
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return ((FitOutcome.Fitted) outcome).model();
    }
}
