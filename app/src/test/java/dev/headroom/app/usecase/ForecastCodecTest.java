package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.series.TimeGrid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForecastCodecTest {
    private final TimeGrid grid = TimeGrid.ordinal(1, 2);
    private final QuantileForecast forecast = new QuantileForecast(
            grid, new double[] {1.1, 2.2}, new double[] {0.1, 0.9}, new double[][] {{0.5, 1.5}, {1.7, 1e300}});

    @Test
    void everyBitComesBack() {
        QuantileForecast back =
                ForecastCodec.decode(ForecastCodec.encode(forecast), grid).orElseThrow();
        assertThat(back.point()).containsExactly(1.1, 2.2);
        assertThat(back.levels()).containsExactly(0.1, 0.9);
        assertThat(back.quantile(0.9)).containsExactly(1.7, 1e300);
    }

    @Test
    void anotherHorizonIsNotTaken() {
        assertThat(ForecastCodec.decode(ForecastCodec.encode(forecast), TimeGrid.ordinal(1, 3)))
                .isEmpty();
    }

    @Test
    void anyCutOffContentIsRefused() {
        byte[] bytes = ForecastCodec.encode(forecast);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(ForecastCodec.decode(Arrays.copyOf(bytes, length), grid)).isEmpty();
        }
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = ForecastCodec.encode(forecast);
        bytes[0] = 2;
        assertThat(ForecastCodec.decode(bytes, grid)).isEmpty();
    }
}
