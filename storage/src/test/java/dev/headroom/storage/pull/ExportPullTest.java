package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.Password;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportPullTest {
    @SuppressWarnings("NullAway.Init")
    private BillDesk desk;

    private CostSources cur2 = new CostSources(List.of(), List.of());

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new BillDesk(folder);
        cur2 = new CostSources(List.of(S3Address.of("s3://" + Exports.BUCKET + "/exports/cur2/")), List.of());
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private void twoMonths() throws Exception {
        Exports.month(
                desk.buckets(),
                "2026-02",
                "feb-1",
                List.of(Exports.line("2026-02", 1, "i-1", "1.25"), Exports.line("2026-02", 2, "i-1", "2.5")));
        String first = Exports.dataKey("2026-03", 1);
        String second = Exports.dataKey("2026-03", 2);
        desk.buckets()
                .put(Exports.BUCKET, first, Exports.file(List.of(Exports.line("2026-03", 1, "i-1", "10.001"))))
                .putInParts(
                        Exports.BUCKET, second, Exports.file(List.of(Exports.line("2026-03", 2, "i-2", "20.0000002"))))
                .put(
                        Exports.BUCKET,
                        Exports.dataKey("2026-03", 9),
                        Exports.file(List.of(Exports.line("2026-03", 3, "i-9", "1000"))));
        Exports.manifest(desk.buckets(), "2026-03", "mar-1", List.of(first, second));
    }

    @Test
    void exactlyTheFilesOfTheManifestsAreKept() throws Exception {
        twoMonths();
        try (AwsPull pull = desk.plan(cur2, BillDesk.SINCE)) {
            assertThat(pull.missing()).isEmpty();
            assertThat(pull.expected().calls()).isEqualTo(6);
            assertThat(pull.expected().bytes()).isPositive();
            assertThat(pull.expected().usd()).isPositive();
            PullReport report = pull.run(PullListener.none());
            assertThat(report.missing()).isEmpty();
            assertThat(report.end()).isEmpty();
            assertThat(report.kept())
                    .hasSize(3)
                    .allSatisfy(kept -> assertThat(kept.format()).isEqualTo("cur-2.0"));
            assertThat(report.usage()).containsKeys("s3:GetObject", "s3:HeadObject", "s3:ListObjectsV2");
        }
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("33.7510002");
        assertThat(desk.workspace().charges().count()).isEqualTo(4);
    }

    @Test
    void aSecondPullDownloadsAndImportsNothing() throws Exception {
        twoMonths();
        desk.pull(cur2);
        long reads = desk.calls("GetObject") + desk.calls("HeadObject");
        try (AwsPull pull = desk.plan(cur2, BillDesk.SINCE)) {
            assertThat(pull.expected()).isEqualTo(Expected.NOTHING);
            assertThat(pull.run(PullListener.none()).kept()).isEmpty();
        }
        assertThat(desk.calls("GetObject") + desk.calls("HeadObject")).isEqualTo(reads);
    }

    @Test
    void aRestatedMonthReplacesWhatWasKeptOfIt() throws Exception {
        twoMonths();
        desk.pull(cur2);
        Exports.month(desk.buckets(), "2026-02", "feb-2", List.of(Exports.line("2026-02", 1, "i-1", "1.5")));
        PullReport report = desk.pull(cur2);
        assertThat(report.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.accepted()).isEqualTo(1));
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("31.5010002");
    }

    @Test
    void theMonthBeforeIsLookedAtAgainWhenItIsKept() throws Exception {
        twoMonths();
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        try (AwsPull pull = desk.plan(cur2, march)) {
            pull.run(PullListener.none());
        }
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("30.0010002");
        desk.pull(cur2);
        Exports.month(desk.buckets(), "2026-02", "feb-2", List.of(Exports.line("2026-02", 1, "i-1", "1.5")));
        try (AwsPull pull = desk.plan(cur2, march)) {
            pull.run(PullListener.none());
        }
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("31.5010002");
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(Exports.line("2026-02", 1 + i % 28, "i-" + Integer.toHexString(i * 7_919), "0.5"));
        }
        byte[] file = Exports.file(lines);
        Exports.month(desk.buckets(), "2026-02", "feb-1", lines);
        String key = Exports.dataKey("2026-02", 1);
        desk.buckets().breaking(key, file.length / 3);
        PullReport report = desk.pull(cur2);
        assertThat(report.missing()).isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("1000");
        // the manifest once, the file in four pieces
        assertThat(desk.calls("GetObject")).isEqualTo(5);
        assertThat(BillDesk.metered(report, "s3:GetObject").bytes()).isLessThan(file.length + 2_000L);
    }

    @Test
    void whatCameBeforeTheConnectionIsGoneIsUsedByTheNextPull() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(Exports.line("2026-02", 1 + i % 28, "i-" + Integer.toHexString(i * 7_919), "0.5"));
        }
        Exports.month(desk.buckets(), "2026-02", "feb-1", lines);
        String key = Exports.dataKey("2026-02", 1);
        Path part = desk.workspace().folder().resolve("downloads/s3/" + Exports.BUCKET + "/" + key);
        int half = Exports.file(lines).length / 2;
        desk.buckets().breaking(key, 0);
        assertThat(desk.pull(cur2).missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason().code()).isEqualTo("HR-4007");
            assertThat(missing.sentence()).contains("0 of ", "bytes are kept");
        });
        try (Stream<Path> beside = Files.list(part.getParent())) {
            Path kept = beside.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
            Files.write(kept, Arrays.copyOf(Exports.file(lines), half));
        }
        desk.buckets().whole(key);
        PullReport report = desk.pull(cur2);
        assertThat(report.missing()).isEmpty();
        assertThat(BillDesk.metered(report, "s3:GetObject").bytes()).isLessThan(half + 2_000L);
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("1000");
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsLost() throws Exception {
        twoMonths();
        desk.pull(cur2);
        byte[] restated = Exports.file(List.of(Exports.line("2026-02", 1, "i-1", "77")));
        desk.buckets().putDamaged(Exports.BUCKET, Exports.dataKey("2026-02", 1), restated);
        Exports.manifest(desk.buckets(), "2026-02", "feb-2", List.of(Exports.dataKey("2026-02", 1)));
        PullReport report = desk.pull(cur2);
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason().code()).isEqualTo("HR-4021");
            assertThat(missing.sentence()).contains("cur2-00001.csv.gz", "MD5", "pull again");
        });
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("33.7510002");
        desk.buckets().put(Exports.BUCKET, Exports.dataKey("2026-02", 1), restated);
        assertThat(desk.pull(cur2).missing()).isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("107.0010002");
    }

    @Test
    void aFileOfTheManifestThatIsNotThereYetIsToldAndOtherMonthsAreKept() throws Exception {
        twoMonths();
        Exports.manifest(
                desk.buckets(),
                "2026-03",
                "mar-2",
                List.of(Exports.dataKey("2026-03", 1), Exports.dataKey("2026-03", 3)));
        PullReport report = desk.pull(cur2);
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason().code()).isEqualTo("HR-4020");
            assertThat(missing.sentence()).contains("2026-03", "cur2-00003.csv.gz", "not there");
        });
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("3.75");
    }

    @Test
    void aFileThatTheImportRefusesIsMissingAndComesAgain() throws Exception {
        twoMonths();
        desk.buckets().put(Exports.BUCKET, Exports.dataKey("2026-02", 1), "this is no bill");
        PullReport report = desk.pull(cur2);
        assertThat(report.missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.reason().code()).isEqualTo("HR-4025"));
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("30.0010002");
        assertThat(desk.pull(cur2).missing()).hasSize(1);
    }

    @Test
    void legacyReportsArePulledByTheManifestOfTheMonth() throws Exception {
        Exports.legacyMonth(desk.buckets(), "20260101-20260201", "a-1", "4");
        Exports.legacyMonth(desk.buckets(), "20260201-20260301", "b-1", "6");
        Exports.legacyMonth(desk.buckets(), "20251201-20260101", "z-1", "100");
        CostSources legacy =
                new CostSources(List.of(S3Address.of("s3://" + Exports.BUCKET + "/reports/cur")), List.of());
        assertThat(desk.pull(legacy).missing()).isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("10");
        Exports.legacyMonth(desk.buckets(), "20260201-20260301", "b-2", "7.5");
        PullReport report = desk.pull(legacy);
        assertThat(report.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.format()).isEqualTo("cur-legacy"));
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("11.5");
        Path month =
                desk.workspace().folder().resolve("downloads/s3/" + Exports.BUCKET + "/reports/cur/20260201-20260301");
        assertThat(month.resolve("b-2/cur-1.csv.gz")).exists();
        assertThat(month.resolve("b-1")).doesNotExist();
    }

    @Test
    void nothingStaysInTheClearBesideAnEncryptedWorkspace(@TempDir Path other) throws Exception {
        try (BillDesk closed = new BillDesk(other, Password.of("a long enough password".toCharArray()))) {
            Exports.month(closed.buckets(), "2026-02", "feb-1", List.of(Exports.line("2026-02", 1, "i-1", "1.25")));
            closed.pull(cur2);
            assertThat(closed.total(CostBasis.BILLED)).isEqualByComparingTo("1.25");
            try (Stream<Path> left = Files.walk(closed.workspace().folder().resolve("downloads"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void downloadsAreNoPartOfABackup(@TempDir Path other) throws Exception {
        twoMonths();
        desk.pull(cur2);
        Path backup = other.resolve("backup.zip");
        desk.workspace().backup(backup, Existing.KEPT, BillDesk.NOW);
        Workspace.restore(other.resolve("restored"), backup, null, Existing.KEPT);
        try (Workspace restored = Workspace.open(other.resolve("restored"))) {
            assertThat(restored.charges().count()).isEqualTo(4);
            assertThat(restored.folder().resolve("downloads")).doesNotExist();
        }
    }

    @Test
    void aPlaceWithoutExportsIsNamedWithWhatIsThere() throws Exception {
        twoMonths();
        CostSources wrong = new CostSources(List.of(S3Address.of("s3://" + Exports.BUCKET + "/exports")), List.of());
        try (AwsPull pull = desk.plan(wrong, BillDesk.SINCE)) {
            assertThat(pull.missing()).singleElement().satisfies(missing -> {
                assertThat(missing.reason().code()).isEqualTo("HR-4020");
                assertThat(missing.sentence()).contains("its folders are cur2");
            });
        }
        desk.buckets().deny(Exports.BUCKET);
        try (AwsPull pull = desk.plan(cur2, BillDesk.SINCE)) {
            assertThat(pull.missing()).singleElement().satisfies(missing -> {
                assertThat(missing.reason().code()).isEqualTo("HR-4004");
                assertThat(missing.sentence()).contains("s3:ListBucket");
            });
        }
    }

    @Test
    void aManifestCannotNamePlacesOutsideOfTheExport() throws Exception {
        twoMonths();
        Exports.manifest(desk.buckets(), "2026-03", "mar-2", List.of("exports/cur2/../../../outside.csv"));
        assertThat(desk.pull(cur2).missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.sentence()).contains("no address in S3"));
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("3.75");
    }

    @Test
    void ofACopiedBucketTheFilesAreThoseOfTheCopy() throws Exception {
        twoMonths();
        desk.buckets()
                .put(
                        "copy",
                        "b/cur2/data/BILLING_PERIOD=2026-02/cur2-00001.csv.gz",
                        Exports.file(List.of(Exports.line("2026-02", 1, "i-1", "5"))))
                .put(
                        "copy",
                        "b/cur2/metadata/BILLING_PERIOD=2026-02/run-1/cur2-Manifest.json",
                        "{\"executionId\":\"1\",\"dataFiles\":[\"s3://" + Exports.BUCKET + "/"
                                + Exports.dataKey("2026-02", 1) + "\"]}");
        assertThat(desk.pull(new CostSources(List.of(S3Address.of("s3://copy/b/cur2")), List.of()))
                        .missing())
                .isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("5");
    }

    @Test
    void cancellingKeepsTheMonthsThatAreComplete() throws Exception {
        twoMonths();
        try (AwsPull pull = desk.plan(cur2, BillDesk.SINCE)) {
            PullReport report = pull.run(new PullListener() {
                private boolean enough;

                @Override
                public void advanced(String what, long calls, long expectedCalls) {
                    enough |= what.contains("2026-03");
                }

                @Override
                public boolean cancelled() {
                    return enough;
                }
            });
            assertThat(report.end()).isPresent();
        }
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("3.75");
        desk.pull(cur2);
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("33.7510002");
    }
}
