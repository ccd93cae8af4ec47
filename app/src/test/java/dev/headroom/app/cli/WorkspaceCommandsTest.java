package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that work on a workspace, on a small fleet that the test generates.
class WorkspaceCommandsTest {
    @TempDir
    Path folder;

    @Test
    void aGeneratedFleetGoesThroughEveryCommand() throws Exception {
        Path fleet = folder.resolve("fleet");
        assertThat(CommandRun.of("generate", "--servers", 6, "--years", 1, "--hourly-days", 5, "-o", fleet)
                        .exitCode())
                .isZero();

        JsonNode first = importFleet(fleet);
        JsonNode second = importFleet(fleet);
        assertThat(sum(first, "rejected")).isZero();
        assertThat(sum(first, "accepted")).isEqualTo(sum(first, "rows")).isPositive();
        assertThat(sum(second, "accepted")).isZero();
        assertThat(sum(second, "duplicates")).isEqualTo(sum(first, "rows"));
        assertThat(first.findValuesAsText("USD")).isNotEmpty().isEqualTo(second.findValuesAsText("USD"));

        Path risk = folder.resolve("risk.csv");
        assertThat(workspace("risk", "-o", risk).exitCode()).isZero();
        assertThat(Files.readAllLines(risk).getFirst())
                .isEqualTo(
                        "resource,metric,horizon_days,limit_pct,p_breach,breach_p10,breach_p50,breach_p90,risk_class,"
                                + "days_remaining");
        assertThat(Files.readAllLines(risk)).hasSize(1 + 6 * 4 * 3);

        Path rightsizing = folder.resolve("rightsizing.csv");
        assertThat(workspace("rightsize", "-o", rightsizing).exitCode()).isZero();
        assertThat(Files.readAllLines(rightsizing).getFirst())
                .isEqualTo("resource,from_type,to_type,action,monthly_cost,monthly_saving_gross,monthly_saving_net,"
                        + "currency,risk,confidence,reason");
        assertThat(Files.readAllLines(rightsizing)).hasSize(1 + 6);

        Path forecasts = folder.resolve("forecasts.csv");
        assertThat(workspace("forecast", "--horizon", 14, "-o", forecasts).exitCode())
                .isZero();
        assertThat(Files.readAllLines(forecasts)).hasSize(1 + 6 * 4 * 14);

        Path again = folder.resolve("again.csv");
        assertThat(workspace("forecast", "--horizon", 14, "-o", again).exitCode())
                .isZero();
        assertThat(again).hasSameTextualContentAs(forecasts);

        CommandRun verify = workspace("verify");
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).contains("The workspace is sound.");
    }

    @Test
    void daysRemainingCountFromTheLastObservationOfEachServer() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int day = 0; day < 200; day++) {
            double load = Math.round(100 * (40 + 0.19 * day + 3 * Math.sin(day))) / 100.0;
            rows.append(LocalDate.of(2020, 1, 1).plusDays(day))
                    .append(",early,")
                    .append(load)
                    .append('\n');
            rows.append(LocalDate.of(2025, 1, 1).plusDays(day))
                    .append(",late,")
                    .append(load)
                    .append('\n');
        }
        Path file = folder.resolve("ramp.csv");
        Files.writeString(file, rows);
        assertThat(workspace("import", file).exitCode()).isZero();
        JsonNode risk = new ObjectMapper().readTree(workspace("risk", "--json").out());
        List<Integer> days = risk.findValues("days_remaining").stream()
                .map(JsonNode::asInt)
                .distinct()
                .toList();
        assertThat(days).hasSize(1).allSatisfy(count -> assertThat(count).isBetween(1, 90));
    }

    @Test
    void onlyRefusedFilesAreExitCodeThree() throws Exception {
        Path empty = folder.resolve("empty.csv");
        Files.writeString(empty, "");
        CommandRun run = workspace("import", empty, "--json");
        assertThat(run.exitCode()).isEqualTo(3);
        JsonNode file = new ObjectMapper().readTree(run.out()).get("files").get(0);
        assertThat(file.get("error").get("code").asText()).isEqualTo("HR-2003");
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        for (List<String> command : List.of(List.of("risk"), List.of("rightsize"))) {
            CommandRun run = workspace(command.toArray());
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("import");
        }
    }

    @Test
    void aLimitOutOfRangeIsWrongUsage() {
        assertThat(workspace("risk", "--limit", 0).exitCode()).isEqualTo(2);
        assertThat(workspace("risk", "--limit", 101).exitCode()).isEqualTo(2);
    }

    @Test
    void anUnknownPolicyIsWrongUsage() {
        CommandRun run = workspace("rightsize", "--policy", "boldest");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("balanced");
    }

    private JsonNode importFleet(Path fleet) throws Exception {
        CommandRun run = workspace(
                "import", "--json", fleet.resolve("inventory"), fleet.resolve("utilization"), fleet.resolve("billing"));
        assertThat(run.exitCode()).isZero();
        return new ObjectMapper().readTree(run.out()).get("files");
    }

    private static long sum(JsonNode files, String field) {
        long sum = 0;
        for (JsonNode file : files) {
            sum += file.get(field).asLong();
        }
        return sum;
    }

    private CommandRun workspace(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }
}
