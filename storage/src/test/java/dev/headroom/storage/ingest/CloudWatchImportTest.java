package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.source.ImportOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CloudWatchImportTest {
    private static final Step FIVE = new Step.Physical(Duration.ofMinutes(5));
    private static final String TIMES =
            "[\"2026-01-01T00:10:00+00:00\",\"2026-01-01T00:05:00+00:00\",\"2026-01-01T00:00:00+00:00\"]";

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String result(String id, String label, String values, String status) {
        return "{\"Id\":\"%s\",\"Label\":\"%s\",\"Timestamps\":%s,\"Values\":%s,\"StatusCode\":\"%s\"}"
                .formatted(id, label, TIMES, values, status);
    }

    private static String answer(String... results) {
        return "{\"MetricDataResults\":[" + String.join(",", results) + "],\"Messages\":[]}";
    }

    private double[] values(String resource, String metric, Statistic statistic) {
        return desk.workspace()
                .series()
                .read(new SeriesKey(resource, metric, statistic), FIVE)
                .orElseThrow()
                .values();
    }

    @Test
    void labelsNameServerMetricAndStatistic() throws Exception {
        FileReport report = desk.load(desk.file(
                "answer.json",
                answer(
                        result("m1", "i-0123abcd CPUUtilization Average", "[3.5,2,10]", "Complete"),
                        result("m2", "i-0123abcd CPUUtilization Maximum", "[30,20,99]", "Complete"),
                        result("m3", "i-0123abcd CPUUtilization p95", "[13,12,50]", "Complete"),
                        result("m4", "i-0123abcd CPUUtilization p99", "[13,12,50]", "Complete"))));
        assertThat(report.error()).isEmpty();
        assertThat(report.rows()).isEqualTo(9);
        assertThat(values("i-0123abcd", "cpu", Statistic.MEAN)).containsExactly(10, 2, 3.5);
        assertThat(values("i-0123abcd", "cpu", Statistic.MAX)).containsExactly(99, 20, 30);
        assertThat(values("i-0123abcd", "cpu", Statistic.P95)).containsExactly(50, 12, 13);
        assertThat(report.notes()).anyMatch(note -> note.contains("the statistic p99 is not kept"));
    }

    @Test
    void idsNameServerAndStatisticWhereTheLabelDoesNot() throws Exception {
        FileReport report = desk.load(desk.file(
                "answer.json",
                answer(result("cpu_i_0123456789abcdef0_max", "CPUUtilization", "[3.5,2,10]", "Complete"))));
        assertThat(report.error()).isEmpty();
        assertThat(values("i-0123456789abcdef0", "cpu", Statistic.MAX)).containsExactly(10, 2, 3.5);
    }

    @Test
    void theQueriesBesideTheAnswerSayWhatItIsAbout() throws Exception {
        desk.file("answer-queries.json", """
                [{"Id":"a","MetricStat":{"Metric":{"Namespace":"AWS/EC2","MetricName":"NetworkIn",
                  "Dimensions":[{"Name":"InstanceId","Value":"i-1"}]},"Period":300,"Stat":"Sum","Unit":"Bytes"}},
                 {"Id":"b","MetricStat":{"Metric":{"Namespace":"AWS/EC2","MetricName":"NetworkOut",
                  "Dimensions":[{"Name":"InstanceId","Value":"i-1"}]},"Period":300,"Stat":"Sum"}}]""");
        Path file = desk.file(
                "answer.json",
                answer(
                        result("a", "in", "[37500000,37500000,75000000]", "Complete"),
                        result("b", "out", "[37500000,0,0]", "Complete")));
        FileReport report = desk.load(file);
        assertThat(report.error()).isEmpty();
        assertThat(values("i-1", "network", Statistic.MEAN)).containsExactly(2, 1, 2);
        assertThat(report.notes()).anyMatch(note -> note.contains("The sums of NetworkIn are divided by their period"));
        FileReport queries = desk.load(desk.file("answer-queries.json", "[{\"Id\":\"a\",\"MetricStat\":{}}]"));
        assertThat(queries.error())
                .hasValueSatisfying(
                        error -> assertThat(error.message()).contains("has the queries of get-metric-data"));
    }

    @Test
    void bytesOfAnUnknownIntervalAreAskedFor() throws Exception {
        Path file = desk.file("a.json", answer(result("m", "i-0123abcd NetworkIn Average", "[1,2,3]", "Complete")));
        assertThat(desk.load(file).error())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("--unit NetworkIn=bytes/5min"));
        FileReport told = desk.load(ImportOptions.none().withUnits(Map.of("networkin", "bytes/5min")), file);
        assertThat(told.notes()).anyMatch(note -> note.startsWith("3 readings of one direction"));
    }

    @Test
    void partialDataMessagesAndFurtherPagesAreNoted() throws Exception {
        String text = answer(result("m", "i-0123abcd CPUUtilization Average", "[3.5,2,10]", "PartialData"))
                .replace(
                        "\"Messages\":[]",
                        "\"Messages\":[{\"Code\":\"MaxMetricsExceeded\",\"Value\":\"Too many\"}],\"NextToken\":\"x\"");
        FileReport report = desk.load(desk.file("a.json", text));
        assertThat(report.notes())
                .anyMatch(note -> note.contains("is PartialData"))
                .anyMatch(note -> note.contains("MaxMetricsExceeded Too many"))
                .anyMatch(note -> note.contains("NextToken"));
    }

    @Test
    void aResultWithoutAServerOrOfUnevenLengthIsRefused() throws Exception {
        Path nobody = desk.file("a.json", answer(result("m1", "CPUUtilization Average", "[1,2,30]", "Complete")));
        assertThat(desk.load(nobody).error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("HR-2030");
            assertThat(error.message()).contains("--queries QUERIES.json").contains("--resource ID");
        });
        assertThat(desk.load(ImportOptions.none().withResource("db-1"), nobody).accepted())
                .isEqualTo(3);
        Path uneven = desk.file("b.json", answer(result("m1", "i-0123abcd CPUUtilization Average", "[1]", "Complete")));
        assertThat(desk.load(uneven).error())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("3 Timestamps and 1 Values"));
    }

    @Test
    void theStatisticsOfDatapointsAreSeriesOfTheirOwn() throws Exception {
        FileReport report = desk.load(desk.file("i-0123456789abcdef0-cpu.json", """
                {"Label":"CPUUtilization","Datapoints":[
                 {"Timestamp":"2026-01-01T00:05:00Z","Average":2,"Maximum":20,"SampleCount":5,"Unit":"Percent",
                  "ExtendedStatistics":{"p95":15,"p99":18}},
                 {"Timestamp":"2026-01-01T00:00:00Z","Average":1,"Maximum":10,"SampleCount":5,"Unit":"Percent",
                  "ExtendedStatistics":{"p95":7,"p99":8}}]}"""));
        assertThat(report.error()).isEmpty();
        assertThat(report.rows()).isEqualTo(6);
        assertThat(values("i-0123456789abcdef0", "cpu", Statistic.MEAN)).containsExactly(1, 2);
        assertThat(values("i-0123456789abcdef0", "cpu", Statistic.MAX)).containsExactly(10, 20);
        assertThat(values("i-0123456789abcdef0", "cpu", Statistic.P95)).containsExactly(7, 15);
        assertThat(desk.workspace().series().catalog())
                .extracting(SeriesInfo::key)
                .hasSize(3);
        assertThat(report.notes()).anyMatch(note -> note.contains("as the name of the file says"));
        Path anonymous = desk.file(
                "cpu.json",
                "{\"Label\":\"CPUUtilization\",\"Datapoints\":[{\"Timestamp\":\"2026-01-01T00:05:00Z\",\"Average\":2}]}");
        assertThat(desk.load(anonymous).error())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("--resource ID"));
    }

    @Test
    void anAnswerWithoutValuesIsRefused() throws Exception {
        assertThat(desk.load(desk.file("a.json", "{\"MetricDataResults\":[]}")).error())
                .hasValueSatisfying(error -> assertThat(error.message()).contains("an answer without values"));
    }
}
