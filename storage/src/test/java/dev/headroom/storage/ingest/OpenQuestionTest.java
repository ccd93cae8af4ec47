package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.OpenQuestion.Kind;
import dev.headroom.storage.source.SourceException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A preview asks for what a file leaves open, and is content with the answer.
class OpenQuestionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OpenQuestion asked(Path file, ImportOptions options) {
        SourceException refused = catchThrowableOfType(
                SourceException.class, () -> desk.workspace().ingest().preview(file, options));
        assertThat(refused.code()).isEqualTo("HR-2030");
        return refused.question().orElseThrow();
    }

    private FilePreview preview(Path file, ImportOptions options) throws SourceException {
        return desk.workspace().ingest().preview(file, options);
    }

    @Test
    void theUnitOfAColumnIsAskedForColumnByColumn() throws Exception {
        Path file = desk.file("n.csv", "timestamp,resource,net_in,net_out", "2026-01-01T00:00:00Z,a,1000,500");
        OpenQuestion first = asked(file, ImportOptions.none());
        assertThat(first.kind()).isEqualTo(Kind.UNIT);
        assertThat(first.about()).isEqualTo("net_in");
        assertThat(first.answers()).contains("KiB/s");
        ImportOptions half = ImportOptions.none().withUnits(Map.of("net_in", "KiB/s"));
        assertThat(asked(file, half).about()).isEqualTo("net_out");
        assertThat(preview(file, ImportOptions.none().withUnits(Map.of("net_in", "KiB/s", "net_out", "KiB/s")))
                        .recognised())
                .contains("net_in", "net_out");
    }

    @Test
    void aStatisticThatIsAssumedIsSaidUntilItIsTold() throws Exception {
        Path file = desk.file("c.csv", "timestamp,resource,cpu", "2026-01-01T00:00:00Z,a,10");
        assertThat(preview(file, ImportOptions.none()).assumed()).containsExactly(OpenQuestion.statistic());
        assertThat(preview(file, ImportOptions.none().withStatistic(Statistic.MAX))
                        .assumed())
                .isEmpty();
        Path said = desk.file("s.csv", "timestamp,resource,cpu_max", "2026-01-01T00:00:00Z,a,10");
        assertThat(preview(said, ImportOptions.none()).assumed()).isEmpty();
    }

    @Test
    void aDocumentIsReadToItsEndForWhatItsValuesLeaveOpen() throws Exception {
        Path file = desk.file(
                "p.json",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"instance\":\"a\"},"
                        + "\"values\":[[1767225600,\"0.1\"],[1767225660,\"0.9\"]]}]}}");
        assertThat(asked(file, ImportOptions.none()).kind()).isEqualTo(Kind.METRIC);
        ImportOptions metric = ImportOptions.none().withMetric("cpu_utilisation");
        assertThat(asked(file, metric).kind()).isEqualTo(Kind.STATISTIC);
        ImportOptions statistic = metric.withStatistic(Statistic.MEAN);
        OpenQuestion unit = asked(file, statistic);
        assertThat(unit).isEqualTo(OpenQuestion.unit("cpu_utilisation", "percent", "ratio"));
        ImportOptions all = statistic.withUnits(Map.of("cpu_utilisation", "ratio"));
        assertThat(preview(file, all).format().code()).isEqualTo("utilization");
        assertThat(desk.workspace().series().catalog()).isEmpty();
        assertThat(desk.load(all, file).error()).isEmpty();
    }

    @Test
    void timesAndValuesAreAskedForMetricAndServer() throws Exception {
        Path file = desk.file("plain.csv", "timestamp,value", "2026-01-01T00:00:00Z,10");
        assertThat(asked(file, ImportOptions.none()).kind()).isEqualTo(Kind.METRIC);
        SourceException server = catchThrowableOfType(
                SourceException.class,
                () -> desk.workspace()
                        .ingest()
                        .preview(file, ImportOptions.none().withMetric("cpu")));
        assertThat(server.code()).isEqualTo("HR-2007");
        assertThat(server.question()).contains(OpenQuestion.resource());
        assertThat(preview(file, ImportOptions.none().withMetric("cpu").withResource("a"))
                        .format()
                        .code())
                .isEqualTo("utilization");
    }

    @Test
    void aMistakeThatNoAnswerHealsAsksNothing() throws Exception {
        Path file = desk.file("x.csv", "a,b", "1,2");
        SourceException refused = catchThrowableOfType(
                SourceException.class, () -> desk.workspace().ingest().preview(file));
        assertThat(refused.question()).isEmpty();
    }

    @Test
    void theCurrencyOfAllocationsIsAskedFor() throws Exception {
        Path file = desk.file(
                "allocation.json",
                "{\"code\":200,\"data\":[{\"a\":{\"name\":\"a\",\"properties\":{\"cluster\":\"c\",\"namespace\":\"n\"},"
                        + "\"window\":{\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-01-02T00:00:00Z\"},"
                        + "\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-01-02T00:00:00Z\",\"minutes\":1440,"
                        + "\"cpuCost\":1.5,\"totalCost\":1.5}}]}");
        assertThat(asked(file, ImportOptions.none())).isEqualTo(OpenQuestion.currency());
        assertThat(preview(file, ImportOptions.none().withCurrency("EUR"))
                        .format()
                        .code())
                .isEqualTo("opencost");
    }
}
