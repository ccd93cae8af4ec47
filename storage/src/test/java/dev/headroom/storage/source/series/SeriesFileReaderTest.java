package dev.headroom.storage.source.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileReaderTest {
    @TempDir
    Path folder;

    @Test
    void seriesAreReadInTheOrderOfTheirFirstRow() throws Exception {
        SeriesFile file = read("series_id,t,value\nb,1,10\na,1,1\nb,2,20\n");
        assertThat(file.series()).extracting(series -> series.key().resource()).containsExactly("b", "a");
        assertThat(file.series().getFirst().values()).containsExactly(10, 20);
    }

    @Test
    void oneSeriesNeedsNoNameAndRowsNeedNoOrder() throws Exception {
        SeriesFile file = read("ds,y\n2026-01-03,3\n2026-01-01,1\n");
        TimeSeries series = file.series().getFirst();
        assertThat(series.key().resource()).isEqualTo("series");
        assertThat(series.grid().step()).isEqualTo(Step.DAY);
        assertThat(series.values()).containsExactly(1, Double.NaN, 3);
        assertThat(file.dates()).isTrue();
    }

    @Test
    void anEmptyValueIsMissing() throws Exception {
        SeriesFile file = read("t,value\n1,1\n2,\n3,NA\n4,4\n");
        assertThat(file.series().getFirst().missing()).isEqualTo(2);
        assertThat(file.rejects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'1,abc', value, Not a finite number",
        "'1,NaN', value, Not a finite number",
        "'1,Infinity', value, Not a finite number",
        "'1,1d', value, Not a finite number",
        "'yesterday,1', timestamp, Neither an integer nor an ISO 8601 date or time",
        "'2026-01-01,1', timestamp, Written differently from the time stamps before it",
        "'7,2', timestamp, Duplicate of line 2 with another value",
        "'1', '', 1 fields; at least 2 are needed",
    })
    void aBadRowIsRejectedWithItsLineAndTheRestIsKept(String row, String field, String reason) throws Exception {
        SeriesFile file = read("t,value\n7,5\n" + row + "\n8,6\n");
        assertThat(file.series().getFirst().values()).containsExactly(5, 6);
        assertThat(file.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.line()).isEqualTo(3);
            assertThat(reject.field()).isEqualTo(field);
            assertThat(reject.reason()).isEqualTo(reason);
        });
    }

    @Test
    void theSameRowTwiceIsNoError() throws Exception {
        SeriesFile file = read("t,value\n1,5\n1,5\n2,6\n");
        assertThat(file.rejects()).isEmpty();
        assertThat(file.series().getFirst().length()).isEqualTo(2);
    }

    @Test
    void duplicatesAreFoundWhereverTheyStand() throws Exception {
        SeriesFile file = read("t,value\n3,30\n4,40\n1,10\n4,41\n3,30\n2,20\n1,11\n");
        assertThat(file.series().getFirst().values()).containsExactly(10, 20, 30, 40);
        assertThat(file.rejects())
                .extracting(SeriesFile.Reject::line, SeriesFile.Reject::reason)
                .containsExactly(
                        tuple(5L, "Duplicate of line 3 with another value"),
                        tuple(8L, "Duplicate of line 4 with another value"));
    }

    @Test
    void manyRowsOfManySeriesMayAlternate() throws Exception {
        StringBuilder text = new StringBuilder("series_id,t,value\n");
        for (int t = 0; t < 500; t++) {
            for (int i = 0; i < 3; i++) {
                text.append("s")
                        .append(i)
                        .append(',')
                        .append(t)
                        .append(',')
                        .append(1000 * i + t)
                        .append('\n');
            }
        }
        SeriesFile file = read(text.toString());
        assertThat(file.series()).hasSize(3);
        assertThat(file.series().get(2).length()).isEqualTo(500);
        assertThat(file.series().get(2).value(499)).isEqualTo(2499);
    }

    @Test
    void mixedOffsetsMeetOnTheTimeLine() throws Exception {
        SeriesFile file = read("timestamp,value\n2026-01-01T01:00:00+01:00,1\n2026-01-01T01:00:00Z,2\n"
                + "2026-01-01T02:30:00+00:30,3\n");
        assertThat(file.series().getFirst().values()).containsExactly(1, 2, 3);
    }

    @Test
    void theHourThatIsLeftOutInSpringIsNoGapInInstants() throws Exception {
        SeriesFile file = read("timestamp,value\n2026-03-29T01:00:00+01:00,1\n2026-03-29T03:00:00+02:00,2\n"
                + "2026-03-29T04:00:00+02:00,3\n");
        assertThat(file.series().getFirst().values()).containsExactly(1, 2, 3);
    }

    @Test
    void aSeriesOfOneRowIsRead() throws Exception {
        assertThat(read("t,value\n1,5\n").series().getFirst().values()).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void otherDelimitersAreFound(String delimiter) throws Exception {
        SeriesFile file = read("series_id,t,value\na,1,5\n".replace(",", delimiter));
        assertThat(file.series()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aByteOrderMarkTellsTheEncoding(String name) throws Exception {
        Path file = folder.resolve("marked.csv");
        Files.writeString(file, "\uFEFFt,value\n1,5\n", Charset.forName(name));
        assertThat(SeriesFileReader.read(file).series()).hasSize(1);
    }

    @Test
    void gzipIsReadWhateverItsName() throws Exception {
        Path file = folder.resolve("plain.csv");
        gzip(file, "t,value\n1,5\n");
        assertThat(SeriesFileReader.read(file).series()).hasSize(1);
    }

    @Test
    void aTruncatedGzipIsRefused() throws Exception {
        Path file = folder.resolve("cut.csv.gz");
        gzip(file, "t,value\n" + "1,5\n2,6\n".repeat(1000));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused(file, "HR-2009");
    }

    @ParameterizedTest
    @CsvSource({"'',HR-2003", "'t,value\n',HR-2004", "'no columns here\n1\n',HR-2005", "'a,b\n1,2\n',HR-2007"})
    void aFileWithoutSeriesIsRefusedWithItsReason(String text, String code) throws Exception {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, text);
        refused(file, code);
    }

    @Test
    void aMissingFileIsRefused() {
        refused(folder.resolve("nowhere.csv"), "HR-2001");
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> SeriesFileReader.read(file))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private SeriesFile read(String text) throws IOException, SourceException {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, text);
        return SeriesFileReader.read(file);
    }

    private static void gzip(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
