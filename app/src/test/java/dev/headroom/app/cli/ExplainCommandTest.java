package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Path input() throws IOException {
        StringBuilder rows = new StringBuilder("series_id,ds,y\n");
        for (int t = 0; t < 200; t++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(t);
            rows.append("web,")
                    .append(day)
                    .append(',')
                    .append(20 + 0.1 * t + t % 7)
                    .append('\n');
            rows.append("db,").append(day).append(',').append(50 + t % 7).append('\n');
        }
        return Files.writeString(folder.resolve("s.csv"), rows.append("none,2025-01-01,\n"));
    }

    @Test
    void everySeriesHasAParagraph() throws IOException {
        CommandRun run = CommandRun.of("explain", input(), "--horizon", 14);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("web: 200 observations from 1 Jan 2025 to 19 Jul 2025 are known. The level is now ")
                .contains("rises by 3.", "db: 200 observations", "shows no clear trend");
        assertThat(run.err()).contains("Series none was not explained: 0 observations");
    }

    @Test
    void oneSeriesAsJson() throws IOException {
        CommandRun run =
                CommandRun.of("explain", input(), "--horizon", 14, "--series", "web", "--model", "additive", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\"series\" : \"web\"", "\"trend_period\" : \"month\"", "\"not_known\"", "\"drivers\"")
                .doesNotContain("\"db\"");
    }

    /// In a file of many series they learn from each other, also where one of them is explained.
    @Test
    void theForecastThatIsExplainedIsTheOneThatForecastGives() throws IOException {
        StringBuilder rows = new StringBuilder("series_id,ds,y\n");
        for (int i = 0; i < 24; i++) {
            for (int t = 0; t < 120; t++) {
                rows.append("s%d,%s,%d\n"
                        .formatted(
                                i,
                                LocalDate.of(2025, 1, 1).plusDays(t),
                                50 + i + 3 * (t % 7) + (t * 37 + i * 11) % 13));
            }
        }
        Path file = Files.writeString(folder.resolve("many.csv"), rows);
        Path out = folder.resolve("out.csv");
        assertThat(CommandRun.of("forecast", file, "--horizon", 7, "--model", "global", "-o", out)
                        .exitCode())
                .isZero();
        String last = Files.readAllLines(out).stream()
                .filter(line -> line.startsWith("s3,7,"))
                .findFirst()
                .orElseThrow()
                .split(",")[3];
        CommandRun run =
                CommandRun.of("explain", file, "--horizon", 7, "--series", "s3", "--model", "global", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Matcher value =
                Pattern.compile("\"forecast\" : \\{\\s*\"value\" : ([0-9.]+)").matcher(run.out());
        assertThat(value.find()).as(run.out()).isTrue();
        assertThat(Double.parseDouble(value.group(1))).isCloseTo(Double.parseDouble(last), within(1e-6));
    }

    @Test
    void wrongUsageSaysWhatToDo() throws IOException {
        assertThat(CommandRun.of("explain", input()).err()).contains("--horizon N");
        CommandRun other = CommandRun.of("explain", input(), "--horizon", 3, "--series", "mail");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("The file s.csv has no series mail; its first is web.");
    }
}
