package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

    @Test
    void wrongUsageSaysWhatToDo() throws IOException {
        assertThat(CommandRun.of("explain", input()).err()).contains("--horizon N");
        CommandRun other = CommandRun.of("explain", input(), "--horizon", 3, "--series", "mail");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("The file s.csv has no series mail; its first is web.");
    }
}
