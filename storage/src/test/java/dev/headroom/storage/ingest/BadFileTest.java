package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.cache.Batch;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadFileTest {
    private static final String HEADER = "timestamp,resource,cpu_mean";

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
        assertThat(report.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.message()).contains(words).endsWith(".");
        });
        assertThat(report.rows()).isZero();
        assertThat(desk.workspace().series().catalog()).isEmpty();
        assertThat(desk.workspace().charges().count()).isZero();
        Batch noted = desk.workspace().batches().batches().getLast();
        assertThat(noted.files()).singleElement().satisfies(kept -> {
            assertThat(kept.error()).isEqualTo(report.error());
            assertThat(kept.path()).isEqualTo(file);
        });
    }

    private static String rows(int count) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < count; i++) {
            text.append("2026-01-%02dT%02d:00:00Z".formatted(1 + i / 24 % 28, i % 24));
            text.append(",r")
                    .append(i / (24 * 28))
                    .append(',')
                    .append(random.nextInt(10_000) / 100.0)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(Path.of("/no/such/file.csv"), "HR-2001", "There is no file");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(desk.file("empty.csv", new byte[0]), "HR-2003", "is empty");
        assertRefused(desk.file("blank.csv", " \n\n"), "HR-2003", "is empty");
        assertRefused(desk.file("empty.gz", Desk.gzip(new byte[0])), "HR-2003", "is empty");
    }

    @Test
    void aFileWithNothingButAHeaderIsRefused() throws IOException {
        assertRefused(desk.file("header.csv", HEADER), "HR-2004", "a header and no rows");
    }

    @Test
    void aFileThatNoDelimiterDividesIsRefused() throws IOException {
        assertRefused(
                desk.file("colon.csv", HEADER.replace(',', ':'), "a:b:1"),
                "HR-2005",
                "commas, semicolons, tabs or pipes");
        assertRefused(desk.file("one.csv", "cpu", "1"), "HR-2005", "save it as CSV");
    }

    @Test
    void aTableOfAnotherKindIsRefusedWithItsColumns() throws IOException {
        assertRefused(desk.file("other.csv", "recipe,flour,sugar", "cake,1,2"), "HR-2006", "recipe, flour, sugar");
    }

    @Test
    void aKnownFormatWithoutARequiredColumnIsRefused() throws IOException {
        assertRefused(
                desk.file("focus.csv", "BilledCost,ChargePeriodStart,ChargePeriodEnd,BillingCurrency", "1,2,3,4"),
                "HR-2007",
                "The column ChargeCategory is missing");
        assertRefused(desk.file("usage.csv", "timestamp,cpu_mean", "2026-01-01,1"), "HR-2007", "which server");
        assertRefused(desk.file("mem.csv", "timestamp,vm,mem_used_mb", "2026-01-01,a,1"), "HR-2007", "capacity");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] latin = (HEADER + "\n2026-01-01,w\u00e9b,1\n").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(desk.file("latin.csv", latin), "HR-2008", "save it as UTF-8");
        byte[] unmarked = (HEADER + "\n2026-01-01,web,1\n").getBytes(StandardCharsets.UTF_16LE);
        assertRefused(desk.file("utf16.csv", unmarked), "HR-2008", "byte order mark");
        byte[] late = (rows(40_000) + "2026-01-01,w\u00e9b,1\n").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(desk.file("late.csv", late), "HR-2008", "Nothing of it was imported");
    }

    @Test
    void aTruncatedGzipFileIsRefusedAndNothingOfItIsKept() throws IOException {
        byte[] whole = Desk.gzip(rows(60_000).getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {whole.length - 1, whole.length - 9, whole.length / 2, 12, 3}) {
            assertRefused(desk.file("cut.csv.gz", Arrays.copyOf(whole, length)), "HR-2009", "cut off");
        }
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1;
        assertRefused(desk.file("flipped.csv.gz", flipped), "HR-2009", "damaged");
        assertThat(desk.load(desk.file("whole.csv.gz", whole)).accepted()).isEqualTo(60_000);
    }

    @Test
    void aLineOfTwoHundredMegabytesIsRefusedInBoundedMemory() throws IOException {
        Path first = desk.file("first.csv", "");
        Path later = desk.file("later.csv", "");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream one = Files.newOutputStream(first);
                OutputStream two = Files.newOutputStream(later)) {
            two.write((rows(100_000)).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                one.write(block);
                two.write(block);
            }
        }
        long before = used();
        assertRefused(first, "HR-2010", "a row of more than");
        assertRefused(later, "HR-2010", "longer than any table row");
        assertThat(used() - before).isLessThan(150L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aQuoteThatDoesNotEndIsRefused() throws IOException {
        assertRefused(
                desk.file("quote.csv", HEADER, "2026-01-01,a,1", "2026-01-02,\"a,2", "2026-01-03,a,3"),
                "HR-2013",
                "does not end");
    }

    @Test
    void archivesAreRefusedWithWhatToDo() throws IOException {
        assertRefused(desk.file("bills.zip", "PK\u0003\u0004more"), "HR-2009", "damaged");
        assertRefused(desk.file("bills.parquet", "PAR1more"), "HR-2002", "incomplete or damaged");
    }

    @Test
    void aGoodFileAmongBadOnesIsKept(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1-empty.csv"), "");
        Files.write(folder.resolve("2-good.csv"), rows(48).getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("3-other.csv"), "a,b\n1,2\n");
        Files.createDirectory(folder.resolve("sub"));
        Files.write(folder.resolve("sub/again.csv.gz"), Desk.gzip(rows(48).getBytes(StandardCharsets.UTF_8)));
        Files.writeString(folder.resolve("README.md"), "not data");
        IngestReport report = desk.workspace().ingest().importPaths(List.of(folder), IngestProgress.none(), Desk.NOW);
        assertThat(report.files()).extracting(FileReport::accepted).containsExactly(0L, 48L, 0L, 0L);
        assertThat(report.files().getLast().duplicates()).isEqualTo(48);
        assertThat(report.batch()).isEqualTo("20261121T080000Z-1");
    }

    @Test
    void aCancelledFileIsTakenBackAndEarlierFilesStay() throws IOException {
        Path first = desk.file("first.csv", rows(24).getBytes(StandardCharsets.UTF_8));
        Path second = desk.file("second.csv", rows(60_000).getBytes(StandardCharsets.UTF_8));
        Path third = desk.file("third.csv", rows(48).getBytes(StandardCharsets.UTF_8));
        IngestProgress afterTenThousand = new IngestProgress() {
            private long rows;

            @Override
            public void advanced(Path file, long count, double fraction) {
                assertThat(fraction).isBetween(0.0, 1.0);
                rows = count;
            }

            @Override
            public boolean cancelled() {
                return rows >= 10_000;
            }
        };
        IngestReport report =
                desk.workspace().ingest().importPaths(List.of(first, second, third), afterTenThousand, Desk.NOW);
        assertThat(report.files()).hasSize(2);
        assertThat(report.files().get(1).error().orElseThrow().code()).isEqualTo("HR-2011");
        assertThat(desk.workspace().series().catalog())
                .singleElement()
                .satisfies(info -> assertThat(info.observations()).isEqualTo(24));
    }

    @Test
    void aPreviewShowsWhatWouldBeReadAndWritesNothing() throws Exception {
        Path file = desk.file(
                "preview",
                Desk.gzip(
                        "time;host;cpu_pct;weather\n2026-01-01T00:00:00Z;a;1;rain\n".getBytes(StandardCharsets.UTF_8)));
        FilePreview preview = desk.workspace().ingest().preview(file);
        assertThat(preview.format()).isEqualTo(SourceFormat.UTILIZATION);
        assertThat(preview.delimiter()).isEqualTo("semicolon");
        assertThat(preview.encoding()).isEqualTo("UTF-8, gzip");
        assertThat(preview.recognised()).containsExactly("time", "host", "cpu_pct");
        assertThat(preview.ignored()).containsExactly("weather");
        assertThat(preview.rows()).containsExactly(List.of("2026-01-01T00:00:00Z", "a", "1", "rain"));
        assertThat(desk.workspace().batches().batches()).isEmpty();
        assertThatThrownBy(() -> desk.workspace().ingest().preview(Path.of("none.csv")))
                .isInstanceOf(SourceException.class);
    }
}
