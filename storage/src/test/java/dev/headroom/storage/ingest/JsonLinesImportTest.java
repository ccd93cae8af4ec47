package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonLinesImportTest {
    private static final String ROW = "{\"BilledCost\": %s, \"BillingCurrency\": \"USD\", \"ChargePeriodStart\":"
            + " \"2024-09-01T00:00:00Z\", \"ChargePeriodEnd\": \"2024-09-01T01:00:00Z\", \"ChargeCategory\": \"Usage\","
            + " \"ServiceName\": \"EC2\", \"Tags\": {\"team\": \"shop\"}%s}";

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

    private static String row(String cost) {
        return ROW.formatted(cost, "");
    }

    @Test
    void everyLineIsARowAndNumbersKeepEveryDigit() throws Exception {
        FileReport report = desk.load(
                row("0.1000000000000000000000000000001"), "", row("1.2532180E-11"), "  " + row("29684") + " ");
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.FOCUS_1_0);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.billed().get(CurrencyCode.USD))
                .isEqualTo(
                        new BigDecimal("29684.1000000000000000000000000000001").add(new BigDecimal("1.2532180E-11")));
    }

    @Test
    void brokenLinesAreRefusedOneByOneWithTheirNumberAndReason() throws Exception {
        String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
        FileReport report = desk.load(
                row("1"),
                "{\"BilledCost\": 2,",
                "[1, 2]",
                "not json",
                row("3") + " {}",
                deep,
                "{\"a\": 1, \"a\": 2}",
                "",
                row("4"),
                row("\"" + "9".repeat(1 << 20) + "\""));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 10L);
        assertThat(report.rejects().getFirst().reason())
                .startsWith("Not a complete JSON object")
                .endsWith(".");
        assertThat(report.rejects().getFirst().value()).isEqualTo("{\"BilledCost\": 2,");
        assertThat(report.rejects().get(1).reason()).isEqualTo("Not a JSON object; every line must be one.");
        assertThat(report.rejects().getLast().reason()).contains("more than 1048576 characters");
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("5")));
    }

    @Test
    void aRowIsTheSameWhateverFieldsOtherRowsHaveAndInWhateverOrder() throws Exception {
        desk.load(row("1"));
        String turned = "{\"ServiceName\":\"EC2\",\"x\":null,\"Tags\":{\"team\":\"shop\"},\"ChargeCategory\":\"Usage\","
                + "\"ChargePeriodEnd\":\"2024-09-01T01:00:00Z\",\"ChargePeriodStart\":\"2024-09-01T00:00:00Z\","
                + "\"BillingCurrency\":\"USD\",\"BilledCost\":1}";
        byte[] content = (ROW.formatted("2", ", \"other\": {\"deep\": {\"er\": 5}}") + "\r\n" + turned + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        FileReport report = desk.load(desk.file("turned", Desk.gzip(content)));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void objectsWithinObjectsBecomeDottedNamesAndListsStayText() throws Exception {
        Path file = desk.file(
                "nested.jsonl",
                "{\"BilledCost\":1,\"ChargeCategory\":\"Usage\",\"a\":{\"b\":{\"c\":true}},\"l\":[1.50]}");
        String refusal = desk.load(file).error().orElseThrow().message();
        assertThat(refusal).contains("The column ChargePeriodStart is missing");
        Files.writeString(
                file, ROW.formatted("1", ",\"a\":{\"b\":{\"c\":true}},\"l\":[1.50,{\"x\":null}],\"e\":{}") + "\n");
        FilePreview preview = desk.workspace().ingest().preview(file);
        assertThat(preview.delimiter()).isEqualTo("line (JSON)");
        assertThat(preview.header())
                .contains("BilledCost", "Tags", "a.b.c", "l")
                .doesNotContain("a", "e");
        assertThat(preview.rows().getFirst()).contains("true", "[1.50,{\"x\":null}]");
    }

    @Test
    void linesOfNoKnownFormatAreRefusedWithTheirFields() throws Exception {
        FileReport report = desk.load("{\"recipe\": \"cake\", \"flour\": {\"grams\": 5}}");
        assertThat(report.error().orElseThrow().code()).isEqualTo("HR-2006");
        assertThat(report.error().orElseThrow().message()).contains("recipe, flour.grams");
        String many = IntStream.range(0, 2_001)
                .mapToObj(i -> "\"f" + i + "\": 1")
                .collect(Collectors.joining(", ", "{\"BilledCost\": 1, ", "}"));
        assertThat(desk.load(many).error().orElseThrow().message()).contains("more than 2000 different fields");
    }

    @Test
    void anyFormatMayComeAsLinesOfJson() throws Exception {
        FileReport report = desk.load(
                "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"resource\":\"web\",\"cpu_mean\":12.5}",
                "{\"timestamp\":\"2026-01-01T01:00:00Z\",\"resource\":\"web\",\"cpu_mean\":\"x\"}",
                "{\"timestamp\":\"2026-01-01T02:00:00Z\",\"resource\":\"web\",\"cpu_",
                "{\"timestamp\":\"2026-01-01T03:00:00Z\",\"resource\":\"web\",\"cpu_mean\":14}");
        assertThat(report.format()).isEqualTo(SourceFormat.UTILIZATION);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(2L, 3L);
    }

    @Test
    void aFolderGivesItsJsonLinesFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bill.jsonl"), row("1") + "\n");
        Files.writeString(folder.resolve("bill.ndjson"), row("2").replace("EC2", "S3") + "\n");
        Files.writeString(folder.resolve("notes.txt"), "no data");
        IngestReport report = desk.workspace().ingest().importPaths(List.of(folder), IngestProgress.none(), Desk.NOW);
        assertThat(report.files()).extracting(FileReport::accepted).containsExactly(1L, 1L);
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        assertThat(charges)
                .hasSize(2)
                .allSatisfy(charge -> assertThat(charge.line().tags()).containsExactly(Map.entry("team", "shop")));
    }
}
