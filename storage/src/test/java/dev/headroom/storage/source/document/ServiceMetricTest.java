package dev.headroom.storage.source.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.UsageMetric;
import dev.headroom.storage.source.document.MetricName.Direction;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServiceMetricTest {
    private static UsageTerms.Term term(String metric, String statistic, String unit) throws SourceException {
        return new UsageTerms(ImportOptions.none())
                .resolve(new UsageTerms.Said(metric, Optional.of(statistic), Optional.of(unit), OptionalLong.of(300)));
    }

    @Test
    void namesOfCloudWatchAreThoseThatAdviceReads() throws Exception {
        assertThat(term("DatabaseConnections", "Maximum", "Count").metric())
                .isEqualTo(new UsageMetric("connections", Statistic.MAX, MeasureUnit.COUNT));
        assertThat(term("FreeableMemory", "Minimum", "Bytes").metric())
                .isEqualTo(new UsageMetric("freeable_memory", Statistic.MIN, MeasureUnit.BYTES));
        UsageTerms.Term reads = term("ReadIOPS", "p95", "Count/Second");
        assertThat(reads.metric()).isEqualTo(new UsageMetric("iops", Statistic.P95, MeasureUnit.PER_SECOND));
        assertThat(reads.direction()).isEqualTo(Direction.IN);
        assertThat(term("WriteIOPS", "p95", "Count/Second").direction()).isEqualTo(Direction.OUT);
    }

    @Test
    void sumsOfVolumesBecomeRates() throws Exception {
        UsageTerms.Term operations = term("VolumeReadOps", "Sum", "Count");
        assertThat(operations.metric()).isEqualTo(new UsageMetric("iops", Statistic.MEAN, MeasureUnit.PER_SECOND));
        assertThat(operations.factor().doubleValue() * 600).isEqualTo(2);
        UsageTerms.Term bytes = term("VolumeWriteBytes", "Sum", "Bytes");
        assertThat(bytes.metric())
                .isEqualTo(new UsageMetric("disk_io", Statistic.MEAN, MeasureUnit.MEGABYTES_PER_SECOND));
        assertThat(bytes.factor().doubleValue() * 3e8).isEqualTo(1);
    }

    @Test
    void whatTellsNoAmountKeepsItsName() throws Exception {
        assertThat(term("VolumeReadOps", "Average", "Count").metric())
                .isEqualTo(new UsageMetric("VolumeReadOps", Statistic.MEAN, MeasureUnit.COUNT));
        assertThat(term("FreeableMemory", "Average", "Percent").metric().metric())
                .isEqualTo("FreeableMemory");
    }

    @Test
    void durationsAreMilliseconds() throws Exception {
        assertThat(term("Duration", "Average", "Milliseconds").metric())
                .isEqualTo(new UsageMetric("duration", Statistic.MEAN, MeasureUnit.MILLISECONDS));
        assertThat(term("Duration", "Average", "Seconds").factor().doubleValue())
                .isEqualTo(1_000);
    }
}
