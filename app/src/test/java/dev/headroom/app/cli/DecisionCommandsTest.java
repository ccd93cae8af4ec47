package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions about recommendations on the command line, on a small fleet that the test generates.
class DecisionCommandsTest {
    @TempDir
    static Path folder;

    private static final List<String> RESOURCES = new ArrayList<>();

    @BeforeAll
    static void fill() throws Exception {
        Path fleet = folder.resolve("fleet");
        assertThat(CommandRun.of("generate", "--servers", 12, "--years", 1, "--hourly-days", 2, "-o", fleet)
                        .exitCode())
                .isZero();
        assertThat(run("import", fleet.resolve("inventory"), fleet.resolve("utilization"))
                        .exitCode())
                .isZero();
        JsonNode rows = new ObjectMapper().readTree(run("rightsize", "--json").out());
        for (JsonNode row : rows) {
            if (row.get("action").asText().matches("resize|stop")) {
                RESOURCES.add(row.get("resource").asText());
            }
        }
        assertThat(RESOURCES).hasSizeGreaterThanOrEqualTo(3);
    }

    private static CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    @Test
    void decisionsAreWrittenListedAndVerified() throws Exception {
        String open = RESOURCES.get(0);
        CommandRun accepted = run("rightsize", "--accept", open);
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.out()).contains("accepted: " + open).contains("accepted 1");
        CommandRun dismissed = run("rightsize", "--dismiss", RESOURCES.get(1), "--reason", "Licence", "--json");
        assertThat(dismissed.exitCode()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(dismissed.out())
                        .get(0)
                        .get("reason")
                        .asText())
                .isEqualTo("Licence");
        assertThat(run("rightsize", "--snooze", RESOURCES.get(2), "--until", "2999-01-31")
                        .out())
                .contains("open %d, accepted 1, dismissed 1, snoozed 1".formatted(RESOURCES.size() - 3));
        assertThat(run("rightsize", "--reopen", open).exitCode()).isZero();

        JsonNode log = new ObjectMapper()
                .readTree(run("rightsize", "--decisions", "--json").out());
        assertThat(log.findValuesAsText("decision")).containsExactly("accepted", "dismissed", "snoozed", "reopened");
        assertThat(log.get(2).get("until").asText()).isEqualTo("2999-01-31");
        assertThat(log.get(0).get("monthly_saving_gross").isTextual()).isTrue();
        Path file = folder.resolve("decisions.csv");
        assertThat(run("rightsize", "--decisions", "-o", file).out()).contains("4 decisions");
        assertThat(Files.readAllLines(file).getFirst())
                .isEqualTo("number,decided_at,resource,from_type,to_type,decision,until,monthly_saving_gross,"
                        + "currency,reason,hash,kind");
        assertThat(run("verify").out()).contains("4 decisions").contains("sound");
        assertThat(run("rightsize").out().lines().findFirst().orElseThrow())
                .as("the table keeps its columns")
                .isEqualTo("resource,from_type,to_type,action,monthly_cost,monthly_saving_gross,monthly_saving_net,"
                        + "currency,risk,confidence,reason");
    }

    @Test
    void whatIsMissingOrContradictsItselfIsWrongUsage() {
        String one = RESOURCES.getFirst();
        assertThat(run("rightsize", "--dismiss", one).err()).contains("needs --reason");
        for (Object[] wrong : List.of(
                new Object[] {"rightsize", "--dismiss", one, "--reason", " "},
                new Object[] {"rightsize", "--snooze", one},
                new Object[] {"rightsize", "--snooze", one, "--until", "soon"},
                new Object[] {"rightsize", "--snooze", one, "--until", "2020-01-31"},
                new Object[] {"rightsize", "--accept", one, "--reason", "why"},
                new Object[] {"rightsize", "--until", "2999-01-31"},
                new Object[] {"rightsize", "--accept", one, "--done", one})) {
            assertThat(run(wrong).exitCode()).as(List.of(wrong).toString()).isEqualTo(2);
        }
    }

    @Test
    void anUnknownServerIsRefusedInput() {
        CommandRun run = run("rightsize", "--accept", "nowhere");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nowhere").contains("HR-3033");
    }
}
