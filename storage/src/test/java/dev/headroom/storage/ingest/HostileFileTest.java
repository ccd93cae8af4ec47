package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileFileTest {
    private static final String HEADER = "timestamp,resource,cpu_mean\n";
    private static final String FIRST = "2026-01-01T00:00:00Z,web,1\n";
    private static final String SECOND = "2026-01-01T01:00:00Z,web,2\n";

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

    private void assertRefused(Path file, String code, String words) {
        FileReport report = desk.load(file);
        assertThat(report.error()).as(file.toString()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).contains(words).endsWith(".");
        });
        assertThat(desk.workspace().series().catalog()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndContents[i]));
                out.write(bytes(namesAndContents[i + 1]));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void everyMemberOfAGzipFileIsRead() throws Exception {
        byte[] file = joined(Desk.gzip(bytes(HEADER + FIRST)), Desk.gzip(new byte[0]), Desk.gzip(bytes(SECOND)));
        assertThat(desk.load(desk.file("two.csv.gz", file)).rows()).isEqualTo(2);
        assertThat(desk.load(desk.file("padded.csv.gz", Arrays.copyOf(file, file.length + 512)))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void aSecondMemberThatIsCutOffOrNoGzipIsRefused() throws Exception {
        byte[] first = Desk.gzip(bytes(HEADER + FIRST));
        byte[] second = Desk.gzip(bytes(SECOND));
        for (int length = 1; length < second.length; length++) {
            assertRefused(desk.file("cut.csv.gz", joined(first, Arrays.copyOf(second, length))), "HR-2009", "cut off");
        }
        assertRefused(desk.file("rest.csv.gz", joined(first, bytes("more"))), "HR-2009", "damaged");
    }

    @Test
    void aFileThatInflatesBeyondMeasureIsRefusedInLittleTime() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blank = new byte[900_000];
        Arrays.fill(blank, (byte) ' ');
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(bytes("timestamp,resource,cpu_mean,note\n"));
            for (int i = 0; i < 200; i++) {
                out.write(bytes("2026-01-01T00:00:00Z,web,1,"));
                out.write(blank);
                out.write('\n');
            }
        }
        assertRefused(desk.file("bomb.csv.gz", bytes.toByteArray()), "HR-2020", "more than 200 times its size");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(archive)) {
            out.putNextEntry(new ZipEntry("bomb.csv"));
            out.write(bytes("timestamp,resource,cpu_mean,note\n"));
            for (int i = 0; i < 200; i++) {
                out.write(bytes("2026-01-01T00:00:00Z,web,1,"));
                out.write(blank);
                out.write('\n');
            }
        }
        assertRefused(desk.file("bomb.zip", archive.toByteArray()), "HR-2020", "more than 200 times its size");
    }

    @Test
    void aZipArchiveOfOneFileIsReadLikeTheFile() throws Exception {
        Path file =
                desk.file("one.csv.zip", zip("__MACOSX/._usage.csv", "x", "folder/usage.csv", HEADER + FIRST + SECOND));
        FileReport report = desk.load(file);
        assertThat(report.error()).isEmpty();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(desk.workspace().ingest().preview(file).encoding()).isEqualTo("UTF-8, ZIP");
        assertThat(desk.load(HEADER.strip(), FIRST.strip(), SECOND.strip()).duplicates())
                .isEqualTo(2);
    }

    @Test
    void aZipArchiveOfAnythingElseIsRefused() throws Exception {
        String good = HEADER + FIRST;
        assertRefused(desk.file("two.zip", zip("a.csv", good, "b.csv", good)), "HR-2012", "several files");
        assertRefused(desk.file("none.zip", zip("folder/", "")), "HR-2012", "empty ZIP archive");
        assertRefused(desk.file("nested.zip", zip("a.csv.gz", "x")), "HR-2012", "another archive");
        assertRefused(
                desk.file("hidden.zip", zip("a.csv", "PK\u0003\u0004more")), "HR-2012", "archive of another archive");
        byte[] whole = zip("a.csv", good);
        assertRefused(desk.file("cut.zip", Arrays.copyOf(whole, whole.length - 30)), "HR-2009", "damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "/etc/a.csv", "a/../../b.csv", "..\\a.csv", "C:a.csv"})
    void aNameInAnArchiveThatLeadsOutIsRefused(String name) throws Exception {
        assertRefused(desk.file("out.zip", zip(name, HEADER + FIRST)), "HR-2012", "leads out of its folder");
    }

    @Test
    void aTableWithTooManyColumnsIsRefused() throws Exception {
        String wide = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertRefused(desk.file("wide.csv", wide, wide), "HR-2021", "more than 16384 columns");
        assertRefused(
                desk.file("row.csv", HEADER.strip(), FIRST.strip(), ",".repeat(1_000_000)),
                "HR-2021",
                "more than 16384 columns");
    }

    @Test
    void longAndStrangeColumnNamesAreCarriedAlong() throws Exception {
        String strange = "\u202e\u001b[31mname";
        FileReport report =
                desk.load(HEADER.strip() + "," + "x".repeat(50_000) + "," + strange, FIRST.strip() + ",1,2");
        assertThat(report.error()).isEmpty();
        assertThat(report.accepted()).isEqualTo(1);
        FileReport other = desk.load(desk.file("other.csv", "a,b" + strange + "," + "y".repeat(50_000), "1,2,3"));
        assertThat(other.error().orElseThrow().message()).hasSizeLessThan(400);
    }

    @Test
    void aRowWithANulIsRefusedAndTheOthersKept() throws Exception {
        String filler = IntStream.range(0, 60_000)
                .mapToObj(i -> "2026-01-01T00:00:00Z,r" + i + ",1\n")
                .collect(Collectors.joining());
        FileReport report =
                desk.load(desk.file("nul.csv", bytes(HEADER + filler + "2026-01-01T00:00:00Z,we\0b,1\n" + FIRST)));
        assertThat(report.accepted()).isEqualTo(60_001);
        assertThat(report.rejects())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("NUL character"));
    }

    @Test
    void quotesWithinAFieldAreText() throws Exception {
        FileReport report = desk.load(
                HEADER.strip(), "2026-01-01T00:00:00Z,a 5\" disk,1", "2026-01-01T00:00:00Z,\"b \"\"x\"\"\",1");
        assertThat(report.accepted()).isEqualTo(2);
    }
}
