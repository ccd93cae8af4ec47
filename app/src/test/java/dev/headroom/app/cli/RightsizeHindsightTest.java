package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers that are far too large for 370 days; one of them doubles its load for the 30 days after that.
class RightsizeHindsightTest {
    private static final int KNOWN = 370;
    private static final int UNSEEN = 30;

    @TempDir
    Path folder;

    @BeforeEach
    void importServers() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95,memory_p95\n");
        StringBuilder inventory =
                new StringBuilder("resource,name,provider,account,region,environment,archetype,instance_type,from\n");
        for (String server : new String[] {"calm", "grown"}) {
            Random random = new Random(server.length());
            inventory.append(server).append(',').append(server);
            inventory.append(",AWS,1,us-east-1,prod,web,m6a.4xlarge,2020-01-01T00:00:00Z\n");
            for (int day = 0; day < KNOWN + UNSEEN; day++) {
                double load = server.equals("grown") && day >= KNOWN ? 60 : 11;
                rows.append(LocalDate.of(2025, 1, 1).plusDays(day)).append(',').append(server);
                rows.append(String.format(
                        Locale.ROOT, ",%.2f,%.2f%n", load + random.nextDouble(), 10 + random.nextDouble()));
            }
        }
        Path file = Files.writeString(folder.resolve("days.csv"), rows);
        Path servers = Files.writeString(folder.resolve("inventory.csv"), inventory);
        assertThat(run("import", file, servers).exitCode()).isZero();
    }

    @Test
    void earlierAdviceIsHeldAgainstTheDaysSinceThen() throws Exception {
        CommandRun run = run("rightsize", "--hindsight", UNSEEN, "--json");
        assertThat(run.exitCode()).isZero();
        JsonNode rows = new ObjectMapper().readTree(run.out());
        assertThat(rows).hasSize(2);
        assertThat(row(rows, "calm").get("breached").asInt()).isZero();
        JsonNode grown = row(rows, "grown");
        assertThat(grown.get("to_type").asText())
                .as("the growth was not known")
                .isEqualTo(row(rows, "calm").get("to_type").asText());
        assertThat(grown.get("as_of").asText()).isEqualTo("2026-01-06");
        assertThat(grown.get("breached").asInt()).isEqualTo(1);
        assertThat(grown.get("days_above").asInt()).isEqualTo(UNSEEN);
        assertThat(grown.get("metric").asText()).isEqualTo("cpu");
        assertThat(run("rightsize", "--hindsight", UNSEEN).err())
                .contains("30 unseen days, 2 moves: medium risk 1 of 2 breached");
    }

    @Test
    void moreDaysThanThereAreIsSaid() {
        CommandRun run = run("rightsize", "--hindsight", 4_000);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("HR-3182").contains("fewer days than 4000");
    }

    @Test
    void todayTheGrownServerIsLeftAlone() throws Exception {
        JsonNode rows = new ObjectMapper().readTree(run("rightsize", "--json").out());
        assertThat(row(rows, "calm").get("action").asText()).isEqualTo("resize");
        assertThat(row(rows, "grown").get("to_type").asText()).contains("4xlarge");
    }

    @Test
    void optionsThatCannotGoTogetherAreNamed() {
        assertThat(run("rightsize", "--hindsight", 0).err()).contains("--hindsight (0)");
        assertThat(run("rightsize", "--max-risk", "none").err()).contains("low, medium or high");
        assertThat(run("rightsize", "--max-risk", "low").exitCode()).isZero();
    }

    private static JsonNode row(JsonNode rows, String resource) {
        for (JsonNode row : rows) {
            if (row.get("resource").asText().equals(resource)) {
                return row;
            }
        }
        throw new AssertionError(resource);
    }

    private CommandRun run(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }
}
