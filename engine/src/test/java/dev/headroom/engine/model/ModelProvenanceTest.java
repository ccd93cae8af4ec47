package dev.headroom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelProvenanceTest {
    private static String hashOf(long first, double... values) {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(first, values.length), values);
        return ModelProvenance.of(series, new ModelSpec.Naive(), 1, Map.of()).dataHash();
    }

    @Test
    void theHashChangesWithTheGridAndWithAnyValue() {
        assertThat(hashOf(1, 1, 2)).hasSize(64).isEqualTo(hashOf(1, 1, 2));
        assertThat(hashOf(2, 1, 2)).isNotEqualTo(hashOf(1, 1, 2));
        assertThat(hashOf(1, 1, 3)).isNotEqualTo(hashOf(1, 1, 2));
        assertThat(hashOf(1, 1, Double.NaN)).isNotEqualTo(hashOf(1, 1, 2));
    }
}
