package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomaliesCommandTest {
    private static final int SPIKE = 24 * 20 + 5;

    @TempDir
    private Path folder;

    private static String rows(String before, boolean spike) {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder();
        for (int hour = 0; hour < 24 * 21; hour++) {
            double value = 100 + 30 * Math.sin(hour * Math.PI / 12) + random.nextGaussian();
            rows.append(before)
                    .append(LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(hour))
                    .append(',')
                    .append(spike && hour >= SPIKE && hour < SPIKE + 4 ? value + 200 : value)
                    .append('\n');
        }
        return rows.toString();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFileGetsARowForEachRow() throws IOException {
        Path input = write("load.csv", "timestamp,value\n" + rows("", true));
        Path output = folder.resolve("out/load.csv");
        CommandRun run = CommandRun.of("anomalies", input, "-o", output);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 series with 504 rows", "high  load  2026-01-21T05:00");
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).hasSize(505);
        assertThat(lines.getFirst()).isEqualTo("timestamp,value,expected,lo,hi,score,severity,alert,episode");
        assertThat(lines.get(1 + SPIKE)).startsWith("2026-01-21T05:00,").matches(".*,(low|medium|high),1,\\d+");
        assertThat(lines.get(5)).endsWith(",0,,0,");
    }

    @Test
    void aFolderKeepsItsPathsAndTellsOfFilesWithoutSeries() throws IOException {
        write("in/a/load.csv", "timestamp,value\n" + rows("", false));
        write("in/fleet.csv", "series_id,timestamp,value\n" + rows("web,", true) + rows("db,", false));
        write("in/notes.csv", "a,b\n1,2\n");
        CommandRun run = CommandRun.of("anomalies", folder.resolve("in"), "-o", folder.resolve("out"), "--json");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("\"files\" : 2", "\"series\" : 3", "\"series\" : \"web\"", "\"file\" : \"fleet.csv\"");
        assertThat(run.err()).contains("The file notes.csv needs the columns");
        assertThat(Files.readAllLines(folder.resolve("out/a/load.csv"))).hasSize(505);
        assertThat(Files.readAllLines(folder.resolve("out/fleet.csv")))
                .hasSize(1 + 2 * 504)
                .first()
                .asString()
                .startsWith("series_id,timestamp,value,");
        assertThat(folder.resolve("out/notes.csv")).doesNotExist();
    }

    @Test
    void rowsThatCannotBeReadAreNamed() throws IOException {
        Path input = write("load.csv", "timestamp,value\nyesterday,3\n" + rows("", false));
        CommandRun run = CommandRun.of("anomalies", input, "-o", folder.resolve("o.csv"), "--sensitivity", "high");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("line 2, timestamp \"yesterday\"");
    }

    @Test
    void theInputIsNeverReplaced() throws IOException {
        Path input = write("load.csv", "timestamp,value\n" + rows("", false));
        String before = Files.readString(input);
        CommandRun run = CommandRun.of("anomalies", input, "-o", folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("would replace");
        assertThat(Files.readString(input)).isEqualTo(before);
        assertThat(CommandRun.of("anomalies", input, "-o", folder.resolve("o.csv"), "--sensitivity", "most")
                        .err())
                .contains("low, standard or high");
    }
}
