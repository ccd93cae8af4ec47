package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrometheusImportTest {
    private static final Step MINUTE = new Step.Physical(Duration.ofMinutes(1));
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private static String matrix(String... results) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", results)
                + "]}}";
    }

    private static String result(String labels, String... values) {
        StringBuilder text = new StringBuilder("{\"metric\":{" + labels.replace('\'', '"') + "},\"values\":[");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append('[')
                    .append(START + 60L * i)
                    .append(".5,\"")
                    .append(values[i]);
            text.append("\"]");
        }
        return text.append("]}").toString();
    }

    private FileReport load(ImportOptions options, String text) throws Exception {
        return desk.load(options, desk.file("answer.json", text));
    }

    private static ImportOptions mean() {
        return ImportOptions.none().withStatistic(Statistic.MEAN);
    }

    private TimeSeries series(String resource, String metric, Statistic statistic) {
        return desk.workspace()
                .series()
                .read(new SeriesKey(resource, metric, statistic), MINUTE)
                .orElseThrow();
    }

    @Test
    void everyResultIsASeriesOfTheServerThatItsLabelsName() throws Exception {
        FileReport report = load(
                mean(),
                matrix(
                        result("'__name__':'node_cpu_utilisation_percent','instance':'10.0.0.1:9100'", "10", "11.5"),
                        result("'__name__':'node_cpu_utilisation_percent','instance':'10.0.0.2:9100'", "20", "91")));
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.UTILIZATION);
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(series("10.0.0.1", "cpu", Statistic.MEAN).values()).containsExactly(10, 11.5);
        assertThat(series("10.0.0.2", "cpu", Statistic.MEAN).values()).containsExactly(20, 91);
    }

    @Test
    void missingValuesAreGapsAndInfiniteOnesAreRefused() throws Exception {
        FileReport report = load(
                mean().withMetric("cpu").withUnits(Map.of("cpu", "ratio")),
                matrix(result("'node':'n1'", "0.1", "NaN", "+Inf", "0.25")));
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejects()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.reason()).contains("infinite");
        });
        assertThat(report.notes()).anyMatch(note -> note.startsWith("1 values are NaN"));
        assertThat(series("n1", "cpu", Statistic.MEAN).values()).containsExactly(10, Double.NaN, Double.NaN, 25);
    }

    @Test
    void theErrorOfPrometheusIsShownInItsOwnWords() throws Exception {
        FileReport report = load(
                mean(),
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"invalid parameter \\\"query\\\": 1:5: parse"
                        + " error\"}");
        assertThat(report.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("HR-2032");
            assertThat(error.message()).contains("bad_data", "invalid parameter \"query\": 1:5: parse error");
        });
    }

    private void assertRefused(ImportOptions options, String text, String code, String words) throws Exception {
        FileReport report = load(options, text);
        assertThat(report.error()).hasValueSatisfying(error -> {
            assertThat(error.message()).contains(words).endsWith(".");
            assertThat(error.code()).isEqualTo(code);
        });
        assertThat(desk.workspace().series().catalog()).isEmpty();
    }

    @Test
    void whatNothingSaysIsAskedFor() throws Exception {
        String values = result("'instance':'a'", "10", "20");
        assertRefused(ImportOptions.none(), matrix(values), "HR-2030", "--metric cpu");
        assertRefused(ImportOptions.none().withMetric("cpu"), matrix(values), "HR-2030", "--statistic mean");
        assertRefused(mean().withMetric("cpu"), matrix(values), "HR-2030", "--unit cpu=UNIT");
        assertRefused(mean().withMetric("cpu_percent"), matrix(result("'job':'x'", "1")), "HR-2030", "--resource ID");
        assertRefused(mean().withMetric("queue"), matrix(values), "HR-2030", "--unit queue=UNIT");
    }

    @Test
    void aShareWithoutAUnitIsOnlyTakenWhereItIsCertain() throws Exception {
        ImportOptions utilisation = mean().withMetric("cpu_utilisation");
        assertRefused(utilisation, matrix(result("'instance':'a'", "0.1", "0.9")), "HR-2030", "cpu_utilisation=ratio");
        FileReport certain = load(utilisation, matrix(result("'instance':'a'", "0.1", "87")));
        assertThat(certain.notes()).anyMatch(note -> note.contains("up to 87.0 cannot be fractions"));
        FileReport suspicious =
                load(mean().withMetric("cpu_percent"), matrix(result("'instance':'b'", "0.1", "0.9", "0.3")));
        assertThat(suspicious.notes()).anyMatch(note -> note.contains("All 3 values of cpu_percent"));
    }

    @Test
    void instantQueriesCountersAndSeveralResultsOfOneServerAreRefused() throws Exception {
        assertRefused(
                mean(),
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
                "HR-2012",
                "query_range");
        assertRefused(
                mean(),
                matrix(result("'__name__':'node_network_receive_bytes_total','instance':'a'", "1")),
                "HR-2012",
                "rate(node_network_receive_bytes_total[5m])");
        assertRefused(
                mean().withMetric("cpu_percent"),
                matrix(result("'instance':'a','mode':'user'", "1"), result("'instance':'a','mode':'system'", "2")),
                "HR-2012",
                "differ in mode");
    }

    @Test
    void theDirectionsOfANetworkAreAddedAndAmountsConverted() throws Exception {
        FileReport report = load(
                mean().withUnits(Map.of("net_in", "bytes/s", "net_out", "KiB/s")),
                matrix(
                        result("'__name__':'net_in','node':'n'", "1000000", "2000000", "5"),
                        result("'__name__':'net_out','node':'n'", "1000", "2000")));
        assertThat(series("n", "network", Statistic.MEAN).values()).containsExactly(8 + 8.192, 16 + 16.384);
        assertThat(report.notes()).anyMatch(note -> note.contains("directions of network are added"));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("1 readings of one direction"));
    }

    @Test
    void amountsOfMemoryAreKeptAsAmounts() throws Exception {
        FileReport report = load(
                ImportOptions.none().withStatistic(Statistic.MAX),
                matrix(result(
                        "'__name__':'container_memory_working_set_bytes','namespace':'shop','pod':'web-0'",
                        "1048576",
                        "2")));
        assertThat(report.notes()).anyMatch(note -> note.contains("an amount and not a share of the memory"));
        assertThat(series("shop/web-0", "container_memory_working_set_bytes", Statistic.MAX)
                        .values())
                .containsExactly(1_048_576, 2);
        assertThat(desk.workspace().series().catalog().getFirst().unit()).isEqualTo(MeasureUnit.BYTES);
    }

    @Test
    void aDocumentThatIsCutOffIsRefusedWhole() throws Exception {
        String whole = matrix(result("'__name__':'cpu_percent','instance':'a'", "10", "20"));
        assertRefused(mean(), whole.substring(0, whole.length() - 4), "HR-2031", "not correct JSON");
        assertRefused(mean(), whole + "{}", "HR-2031", "after the end");
    }

    @Test
    void theSameAnswerTwiceIsADuplicateAndMayBeOneLongLine() throws Exception {
        String[] values = new String[100_000];
        Arrays.setAll(values, i -> String.valueOf(i % 97 + 3));
        String text = matrix(result("'__name__':'cpu_percent','instance':'a'", values));
        assertThat(text.length()).isGreaterThan(1 << 20);
        assertThat(load(mean(), text).accepted()).isEqualTo(100_000);
        assertThat(load(mean(), text).duplicates()).isEqualTo(100_000);
    }
}
