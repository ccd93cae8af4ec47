package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The best set of actions on the command line, on a small fleet that the test generates.
class ActionsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @BeforeAll
    static void fill() {
        Path fleet = folder.resolve("fleet");
        assertThat(CommandRun.of("generate", "--servers", 12, "--years", 1, "--hourly-days", 2, "-o", fleet)
                        .exitCode())
                .isZero();
        assertThat(run("import", fleet.resolve("inventory"), fleet.resolve("utilization"), fleet.resolve("billing"))
                        .exitCode())
                .isZero();
    }

    private static CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    private static List<JsonNode> rows(String choice, Object... more) throws Exception {
        Object[] all = new Object[more.length + 2];
        all[0] = "actions";
        all[1] = "--json";
        System.arraycopy(more, 0, all, 2, more.length);
        CommandRun run = run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : JSON.readTree(run.out())) {
            if (row.get("choice").asText().equals(choice)) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void theSetSavesLessThanItsPartsAloneAndComesWithABound() throws Exception {
        List<JsonNode> chosen = rows("chosen");
        JsonNode whole = rows("whole set").getFirst();
        assertThat(chosen).hasSizeGreaterThan(1);
        assertThat(chosen).filteredOn(row -> row.has("risk_grade")).allSatisfy(row -> {
            assertThat(row.get("risk_grade").asInt())
                    .as("medium is the default")
                    .isLessThanOrEqualTo(2);
            assertThat(row.get("saving_alone").asDouble())
                    .isLessThanOrEqualTo(row.get("gross_saving").asDouble() + 0.01);
        });
        double marginals = chosen.stream()
                .mapToDouble(row -> row.get("marginal_saving").asDouble())
                .sum();
        double saving = whole.get("marginal_saving").asDouble();
        assertThat(marginals).isLessThanOrEqualTo(saving + 1);
        assertThat(whole.get("bound").asDouble()).isGreaterThanOrEqualTo(saving);
        assertThat(whole.get("gap_percent").asDouble()).isLessThan(0.2);
        assertThat(chosen.stream()
                        .map(row -> Optional.ofNullable(row.get("resource")).map(JsonNode::asText))
                        .flatMap(Optional::stream))
                .doesNotHaveDuplicates();
    }

    @Test
    void limitsAreKeptAndWhatIsLeftOutHasAReason() throws Exception {
        JsonNode whole =
                rows("whole set", "--max-restarts", 1, "--max-effort", 3).getFirst();
        assertThat(whole.get("restart").asInt()).isLessThanOrEqualTo(1);
        assertThat(whole.get("effort_points").asInt()).isLessThanOrEqualTo(3);
        assertThat(whole.get("marginal_saving").asDouble())
                .isLessThan(rows("whole set").getFirst().get("marginal_saving").asDouble());
        assertThat(rows("left out", "--max-restarts", 1, "--max-effort", 3))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("reason").asText()).isNotBlank());
    }

    @Test
    void whatWasDismissedIsNotPlanned() throws Exception {
        String resource = rows("chosen").getFirst().get("resource").asText();
        assertThat(run("rightsize", "--dismiss", resource, "--reason", "Licence")
                        .exitCode())
                .isZero();
        assertThat(rows("chosen"))
                .noneMatch(row ->
                        row.has("resource") && row.get("resource").asText().equals(resource));
        assertThat(run("rightsize", "--reopen", resource).exitCode()).isZero();
    }

    @Test
    void anActionThatIsDismissedIsLeftOutUntilItIsReopened() throws Exception {
        JsonNode first = rows("chosen").getLast();
        JsonNode action = first.has("resource") ? first : rows("chosen").getFirst();
        String resource = action.get("resource").asText();
        String what = action.get("what").asText();
        assertThat(run("actions", "--dismiss", resource, "--reason", "Not this one")
                        .exitCode())
                .isZero();
        assertThat(rows("chosen"))
                .noneMatch(row -> row.has("resource")
                        && row.get("resource").asText().equals(resource)
                        && row.get("what").asText().equals(what));
        assertThat(new ObjectMapper()
                        .readTree(run("actions", "--decisions", "--json").out())
                        .findValuesAsText("kind"))
                .containsOnly("action");
        assertThat(run("actions", "--reopen", resource).exitCode()).isZero();
    }

    @Test
    void wrongLimitsAreWrongUsage() {
        assertThat(run("actions", "--max-effort", "-1").exitCode()).isEqualTo(2);
        CommandRun freeze = run("actions", "--freeze", "2027-01-05..2026-12-15");
        assertThat(freeze.exitCode()).isEqualTo(2);
        assertThat(freeze.err()).contains("2026-12-15..2027-01-05");
        assertThat(run("actions", "--term", "5y").exitCode()).isEqualTo(2);
    }
}
