package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryTest {
    private static final String BILL = "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(Files.createDirectory(temporary.resolve("desk")));
        folder = Files.createDirectory(temporary.resolve("bills"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private Path bill(String name, String cost) throws IOException {
        return write(name, BILL + cost + ",USD,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,Usage\n");
    }

    private static String legacy(String assembly, String... keys) {
        return "{\"assemblyId\":\"" + assembly + "\",\"account\":\"1\",\"reportName\":\"cur\",\"compression\":\"GZIP\","
                + "\"contentType\":\"text/csv\",\"billingPeriod\":{\"start\":\"20260301T000000.000Z\"},\"bucket\":\"b\","
                + "\"reportKeys\":[\"" + String.join("\",\"", keys) + "\"]}";
    }

    private IngestReport load() {
        return desk.workspace().ingest().importPaths(List.of(folder), IngestProgress.none(), Desk.NOW);
    }

    private void assertBilled(IngestReport report, String total) {
        assertThat(report.files().stream()
                        .map(file -> file.billed().getOrDefault(CurrencyCode.USD, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
    }

    private void assertRefused(String words) {
        IngestReport report = load();
        assertThat(report.files()).singleElement().satisfies(file -> {
            assertThat(file.error().orElseThrow().code()).isEqualTo("HR-2022");
            assertThat(file.error().orElseThrow().message()).contains(words).endsWith("Nothing of it was imported.");
        });
        assertThat(desk.workspace().charges().count()).isZero();
    }

    @Test
    void aLegacyReportIsReadByTheManifestOfItsCurrentVersion() throws Exception {
        String month = "cur/20260301-20260401/";
        bill(month + "new/cur-1.csv", "1");
        bill(month + "new/cur-2.csv", "2");
        bill(month + "new/cur-3.csv", "100");
        bill(month + "old/cur-1.csv", "200");
        String keys = "p/" + month + "new/cur-1.csv";
        String second = "p/" + month + "new/cur-2.csv";
        write(month + "cur-Manifest.json", legacy("new", keys, second));
        write(month + "new/cur-Manifest.json", legacy("new", keys, second));
        write(month + "old/cur-Manifest.json", legacy("old", "p/" + month + "old/cur-1.csv"));
        bill("other/focus.csv", "40");
        IngestReport report = load();
        assertBilled(report, "43");
        assertThat(report.files())
                .extracting(file -> folder.relativize(file.path()).toString())
                .containsExactly(month + "new/cur-1.csv", month + "new/cur-2.csv", "other/focus.csv");
        assertThat(report.files().getFirst().notes())
                .anySatisfy(note -> assertThat(note).contains("new/cur-3.csv").contains("old/cur-1.csv"));
    }

    @Test
    void versionsWithoutWordWhichIsCurrentAreRefused() throws Exception {
        bill("a/cur-1.csv", "1");
        bill("b/cur-1.csv", "2");
        write("a/cur-Manifest.json", legacy("a", "p/a/cur-1.csv"));
        write("b/cur-Manifest.json", legacy("b", "p/b/cur-1.csv"));
        assertRefused("nothing says which is current");
    }

    @Test
    void aDataExportIsReadByItsManifestInTheMetadata() throws Exception {
        bill("x/data/BILLING_PERIOD=2026-03/x-00001.csv", "1");
        bill("x/data/BILLING_PERIOD=2026-03/x-00002.csv", "2");
        bill("x/data/BILLING_PERIOD=2026-03/x-00003.csv", "100");
        bill("x/data/BILLING_PERIOD=2026-04/x-00001.csv", "4");
        String data = "\"s3://bucket/prefix/x/data/BILLING_PERIOD=2026-0";
        write(
                "x/metadata/BILLING_PERIOD=2026-03/x-Manifest.json",
                "{\"executionId\":\"1\",\"dataFiles\":[" + data + "3/x-00001.csv\"," + data + "3/x-00002.csv\"]}");
        write(
                "x/metadata/BILLING_PERIOD=2026-04/x-Manifest.json",
                "{\"executionId\":\"2\",\"dataFiles\":[" + data + "4/x-00001.csv\"]}");
        assertBilled(load(), "7");
    }

    @Test
    void ofSeveralRunsOfADataExportTheLatestIsRead() throws Exception {
        for (String run : List.of("20260401T010000Z-b", "20260402T010000Z-a")) {
            String place = "data/BILLING_PERIOD=2026-03/" + run + "/x-00001.csv";
            bill("x/" + place, run.endsWith("a") ? "1" : "100");
            write(
                    "x/metadata/BILLING_PERIOD=2026-03/" + run + "/x-Manifest.json",
                    "{\"executionId\":\"" + run + "\",\"dataFiles\":[\"s3://bucket/x/" + place + "\"]}");
        }
        assertBilled(load(), "1");
    }

    private static String azure(String submitted, String blob, long bytes) {
        return "{\"exportConfig\":{\"exportName\":\"daily\",\"type\":\"ActualCost\"},"
                + "\"deliveryConfig\":{\"compressionMode\":\"None\"},\"runInfo\":{\"submittedTime\":\"" + submitted
                + "\",\"runId\":\"" + submitted + "\",\"startDate\":\"2026-03-01\"},\"blobs\":[{\"blobName\":\"" + blob
                + "\",\"byteCount\":" + bytes + "}]}";
    }

    @Test
    void ofSeveralRunsOfAnAzureExportTheLatestIsRead() throws Exception {
        long first = Files.size(bill("daily/20260301-20260331/run1/part_0_0001.csv", "1"));
        long second = Files.size(bill("daily/20260301-20260331/run2/part_0_0001.csv", "20"));
        String place = "exports/daily/20260301-20260331/";
        write(
                "daily/20260301-20260331/run1/manifest.json",
                azure("2026-04-01T00:00:00Z", place + "run1/part_0_0001.csv", first));
        write(
                "daily/20260301-20260331/run2/manifest.json",
                azure("2026-04-02T00:00:00Z", place + "run2/part_0_0001.csv", second));
        IngestReport report = load();
        assertBilled(report, "20");
        assertThat(report.files().getFirst().notes())
                .anySatisfy(note -> assertThat(note).contains("run1/part_0_0001.csv"));
    }

    @Test
    void aFileOfAnotherSizeOrHashIsRefused() throws Exception {
        long bytes = Files.size(bill("part.csv", "1"));
        Path manifest = write("manifest.json", azure("2026-04-01T00:00:00Z", "part.csv", bytes + 1));
        assertRefused("with " + (bytes + 1) + " bytes and the file has " + bytes);
        Files.writeString(manifest, "{\"dataFiles\":[{\"key\":\"part.csv\",\"sha256\":\"" + "0".repeat(64) + "\"}]}");
        assertRefused("another hash");
    }

    @Test
    void aDeliveryWithAMissingFileIsRefusedAsAWhole() throws Exception {
        bill("cur-1.csv", "1");
        write("cur-Manifest.json", legacy("a", "p/cur-1.csv", "p/cur-2.csv"));
        assertRefused("p/cur-2.csv, which is not in the folder");
    }

    /// One bill in three files of a day each.
    private Path delivery(String name, String cost) throws IOException {
        List<String> keys = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            String file = name + "/cur-" + day + ".csv";
            write(file, BILL + cost + ",USD,2026-03-0" + day + "T00:00:00Z,2026-03-0" + day + "T01:00:00Z,Usage\n");
            keys.add("p/cur-" + day + ".csv");
        }
        return write(name + "/cur-Manifest.json", legacy(name, keys.toArray(String[]::new)));
    }

    private IngestReport load(Path path, IngestProgress progress, Instant now) {
        return desk.workspace().ingest().importPaths(List.of(path), progress, now);
    }

    private BigDecimal total() {
        return desk.workspace().charges().totals(CostBasis.BILLED).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    @Test
    void aDeliveryReplacesTheOneBeforeInOneStep() throws Exception {
        load(delivery("first", "1"), IngestProgress.none(), Desk.NOW);
        assertThat(total()).isEqualByComparingTo("3");
        Set<BigDecimal> seen = new HashSet<>();
        IngestProgress watching = new IngestProgress() {
            @Override
            public void advanced(Path file, long rows, double fraction) {
                seen.add(total());
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        IngestReport report = load(delivery("second", "2"), watching, Desk.NOW.plusSeconds(60));
        assertThat(report.files()).hasSize(3).allMatch(file -> file.error().isEmpty());
        assertThat(seen).hasSize(1).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("3"));
        assertThat(total()).isEqualByComparingTo("6");
        assertThat(report.files().getFirst().notes())
                .singleElement()
                .asString()
                .isEqualTo("Replaces the bill of 2026-03: 3 rows instead of 3, USD 6 instead of USD 3. The earlier"
                        + " version is kept.");
        assertThat(desk.workspace().verify().problems()).isEmpty();
    }

    @Test
    void theSameDeliveryAgainChangesNothingHoweverItIsDivided() throws Exception {
        Path first = delivery("first", "1");
        load(first, IngestProgress.none(), Desk.NOW);
        write("again/cur-1.csv", Files.readString(folder.resolve("first/cur-1.csv")));
        String second = Files.readString(folder.resolve("first/cur-2.csv"));
        String third = Files.readString(folder.resolve("first/cur-3.csv"));
        write("again/cur-2.csv", second + third.substring(third.indexOf('\n') + 1));
        Path divided = write("again/cur-Manifest.json", legacy("again", "p/cur-1.csv", "p/cur-2.csv"));
        for (Path path : List.of(first, divided)) {
            IngestReport report = load(path, IngestProgress.none(), Desk.NOW.plusSeconds(60));
            assertThat(report.files())
                    .allMatch(file -> file.accepted() == 0 && file.notes().isEmpty());
            assertThat(total()).isEqualByComparingTo("3");
            assertThat(desk.workspace().bills().versions())
                    .hasSize(3)
                    .allMatch(version -> version.replaced().isEmpty());
        }
        assertThat(desk.workspace().verify().problems()).isEmpty();
    }

    @Test
    void aDeliveryThatGrewAddsWhatIsNew() throws Exception {
        load(delivery("first", "1"), IngestProgress.none(), Desk.NOW);
        delivery("second", "1");
        write("second/cur-4.csv", BILL + "5,USD,2026-03-04T00:00:00Z,2026-03-04T01:00:00Z,Usage\n");
        Path grown = write(
                "second/cur-Manifest.json",
                legacy("second", "p/cur-1.csv", "p/cur-2.csv", "p/cur-3.csv", "p/cur-4.csv"));
        IngestReport report = load(grown, IngestProgress.none(), Desk.NOW.plusSeconds(60));
        assertThat(report.files()).extracting(FileReport::accepted).containsExactly(0L, 0L, 0L, 1L);
        assertThat(total()).isEqualByComparingTo("8");
        assertThat(desk.workspace().bills().versions())
                .hasSize(4)
                .allMatch(version -> version.replaced().isEmpty());
        // Without one of its files, the delivery is the whole bill all the same.
        Files.delete(folder.resolve("second/cur-2.csv"));
        Path shrunk = write("second/cur-Manifest.json", legacy("third", "p/cur-1.csv", "p/cur-3.csv", "p/cur-4.csv"));
        load(shrunk, IngestProgress.none(), Desk.NOW.plusSeconds(120));
        assertThat(total()).isEqualByComparingTo("7");
        assertThat(desk.workspace().verify().problems()).isEmpty();
    }

    /// A scan adds the rows of an hour up; of the kept ones one is gone, so the file is read again row by row.
    @Test
    void aFileOfADeliveryThatIsReadAgainIsKeptOnce() throws Exception {
        String day = ",USD,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,Usage\n";
        Path manifest = write("d/cur-Manifest.json", legacy("a", "p/cur-1.csv", "p/cur-2.csv"));
        write("d/cur-1.csv", BILL + "1" + day + "2" + day);
        write("d/cur-2.csv", BILL + "4" + day + "8" + day);
        IngestPipeline scanning = desk.workspace().ingest().scanningFrom(0);
        scanning.importPaths(List.of(manifest), IngestProgress.none(), Desk.NOW);
        assertThat(total()).isEqualByComparingTo("15");
        write("d/cur-1.csv", BILL + "1" + day + "3" + day);
        IngestReport report = scanning.importPaths(List.of(manifest), IngestProgress.none(), Desk.NOW.plusSeconds(60));
        assertThat(report.files()).extracting(FileReport::accepted).containsExactly(1L, 0L);
        assertThat(report.files()).extracting(FileReport::duplicates).containsExactly(1L, 2L);
        assertThat(total()).isEqualByComparingTo("16");
        assertThat(desk.workspace().charges().count()).isEqualTo(4);
        assertThat(desk.workspace().verify().problems()).isEmpty();
    }

    @Test
    void aDamagedFileInTheMiddleLeavesTheOldVersionWhole() throws Exception {
        load(delivery("first", "1"), IngestProgress.none(), Desk.NOW);
        Path second = delivery("second", "2");
        write("second/cur-2.csv", "no,bill\n1,2\n");
        IngestReport report = load(second, IngestProgress.none(), Desk.NOW.plusSeconds(60));
        assertThat(report.files())
                .extracting(file -> file.error().orElseThrow().code())
                .containsExactly("HR-2022", "HR-2006", "HR-2022");
        assertThat(report.files().getFirst().error().orElseThrow().message())
                .isEqualTo("The files of cur-Manifest.json are imported together or not at all, and cur-2.csv was"
                        + " refused (HR-2006); nothing of them was kept.");
        assertThat(total()).isEqualByComparingTo("3");
        assertThat(desk.workspace().bills().versions())
                .allMatch(version -> version.replaced().isEmpty());
        assertThat(desk.workspace().batches().batches().getLast().files())
                .hasSize(3)
                .allMatch(file -> file.accepted() == 0 && file.error().isPresent());
        assertThat(desk.workspace().verify().problems()).isEmpty();

        write("second/cur-2.csv", BILL);
        IngestReport empty = load(second, IngestProgress.none(), Desk.NOW.plusSeconds(120));
        assertThat(empty.files().get(1).error().orElseThrow().code()).isEqualTo("HR-2004");
        assertThat(total()).isEqualByComparingTo("4");
    }

    @Test
    void aDeliveryThatIsCancelledOrBreaksOffLeavesTheOldVersionWhole() throws Exception {
        load(delivery("first", "1"), IngestProgress.none(), Desk.NOW);
        Path second = delivery("second", "2");
        for (boolean breaks : new boolean[] {false, true}) {
            IngestProgress stopping = new IngestProgress() {
                private boolean stopped;

                @Override
                public void advanced(Path file, long rows, double fraction) {
                    stopped |= file.endsWith("cur-2.csv");
                    if (stopped && breaks) {
                        throw new IllegalStateException("broken off");
                    }
                }

                @Override
                public boolean cancelled() {
                    return stopped;
                }
            };
            if (breaks) {
                assertThatThrownBy(() -> load(second, stopping, Desk.NOW.plusSeconds(60)))
                        .hasMessage("broken off");
            } else {
                assertThat(load(second, stopping, Desk.NOW.plusSeconds(60)).files())
                        .hasSize(3)
                        .allMatch(file -> file.error().orElseThrow().code().equals("HR-2011"));
            }
            assertThat(total()).isEqualByComparingTo("3");
            assertThat(desk.workspace().bills().versions())
                    .hasSize(3)
                    .allMatch(version -> version.replaced().isEmpty());
            assertThat(desk.workspace().verify().problems()).isEmpty();
        }
        load(second, IngestProgress.none(), Desk.NOW.plusSeconds(120));
        assertThat(total()).isEqualByComparingTo("6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.csv",
                "p/../../secret.csv",
                "..\\\\secret.csv",
                "C:\\\\secret.csv",
                "file:///etc/passwd",
                "s3://bucket/../secret.csv",
                "/etc/passwd",
                ""
            })
    void aManifestCannotNameAFileOutsideItsFolder(String key) throws Exception {
        Files.writeString(temporary.resolve("secret.csv"), BILL + "9,USD,2026-03-01,2026-03-02,Usage\n");
        bill("cur-1.csv", "1");
        write("cur-Manifest.json", legacy("a", "p/cur-1.csv", key));
        assertRefused("cur-Manifest.json lists");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws Exception {
        Path secret = Files.writeString(temporary.resolve("secret.csv"), BILL + "9,USD,2026-03-01,2026-03-02,Usage\n");
        Files.createSymbolicLink(folder.resolve("cur-1.csv"), secret);
        write("cur-Manifest.json", legacy("a", "p/cur-1.csv"));
        assertRefused("a link out of the folder");
    }

    @Test
    void aManifestOnItsOwnIsADeliveryToo() throws Exception {
        bill("cur-1.csv", "1");
        bill("cur-2.csv", "100");
        Path manifest = write("cur-Manifest.json", legacy("a", "p/cur-1.csv"));
        assertBilled(desk.workspace().ingest().importPaths(List.of(manifest), IngestProgress.none(), Desk.NOW), "1");
        bill("x/data/BILLING_PERIOD=2026-03/x-00001.csv", "5");
        Path export = write(
                "x/metadata/BILLING_PERIOD=2026-03/x-Manifest.json",
                "{\"dataFiles\":[\"s3://b/x/data/BILLING_PERIOD=2026-03/x-00001.csv\"]}");
        assertBilled(desk.workspace().ingest().importPaths(List.of(export), IngestProgress.none(), Desk.NOW), "5");
    }

    @Test
    void aFolderWithAnotherJsonFileIsReadFileByFile() throws Exception {
        bill("a.csv", "1");
        bill("b.csv", "2");
        write("manifest.json", "{\"files\":[{\"name\":\"a.csv\"}]}");
        write("package-manifest.json", "no json");
        assertBilled(load(), "3");
    }
}
