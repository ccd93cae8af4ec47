package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `retrain` and `models` from an import to a roll back.
class ModelCommandsTest {
    private static final int KNOWN = 160;

    @TempDir
    Path folder;

    private CommandRun run(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        return CommandRun.of(all);
    }

    /// Two servers; `jump` is ten times its noise higher from the eighth day after [#KNOWN] on.
    private void importDays(int from, int to) throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (String name : new String[] {"calm", "jump"}) {
            Random noise = new Random(name.hashCode() + from);
            for (int day = from; day < to; day++) {
                double value = 40 + 6 * Math.sin(2 * Math.PI * day / 7) + noise.nextGaussian();
                rows.append(LocalDate.of(2025, 1, 1).plusDays(day))
                        .append(',')
                        .append(name)
                        .append(',')
                        .append(value + (name.equals("jump") && day >= KNOWN + 8 ? 10 : 0))
                        .append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("usage-" + from + ".csv"), rows);
        assertThat(run("import", file, "--quiet").exitCode()).isZero();
    }

    @Test
    void trainWatchRetrainPromoteRollBackAndRecompute() throws Exception {
        importDays(0, KNOWN);
        assertThat(run("models").out()).contains("No version was trained yet");
        CommandRun first = run("retrain", "--model=snaive,theta", "--origins=3", "--quiet");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out().lines()).hasSize(3);
        assertThat(first.out()).contains("calm/cpu: no version. Version 1 (", "2 series checked, 0 drifted");

        importDays(KNOWN, KNOWN + 24);
        assertThat(run("models", "promote", "jump/cpu@1", "--reason", "For the test")
                        .exitCode())
                .isZero();
        assertThat(run("models", "promote", "calm/cpu@1").exitCode()).isZero();
        CommandRun drift = run("models", "drift", "--quiet");
        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out()).startsWith("jump/cpu: drifted. Since 2025-06-").contains("Train the model again.");

        CommandRun dry = run("retrain", "--if-drifted", "--dry-run", "--json", "--quiet");
        JsonNode tree = new ObjectMapper().readTree(dry.out());
        assertThat(dry.exitCode()).isZero();
        assertThat(tree.get("would_train").asInt()).isEqualTo(1);
        assertThat(tree.get("series").get(1).get("verdict").asText()).isEqualTo("drifted");
        assertThat(tree.get("series").get(1).get("outcome").asText()).isEqualTo("would be trained");

        CommandRun again = run("retrain", "--if-drifted", "--model=theta", "--origins=3", "--quiet");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out())
                .contains("jump/cpu: drifted.", "Version 2 (theta, MASE ", "2 series checked, 1 drifted: 1 kept");
        assertThat(run("models", "promote", "jump/cpu@2").exitCode()).isZero();
        assertThat(run("models", "rollback", "jump/cpu", "--reason", "Too early")
                        .out())
                .contains("Version 2 of jump/cpu is retired; version 1 is promoted again.");
        assertThat(run("models", "log").out().lines().toList().getLast()).contains("rolled back", "Too early");
        assertThat(run("models", "list", "--series", "jump").out()).contains("promoted", "retired");
        assertThat(run("models", "show", "jump/cpu@2").out()).contains("Data hash", "Engine", "Java");
        CommandRun compared = run("models", "compare", "jump/cpu", "1", "2");
        assertThat(compared.exitCode()).isZero();
        assertThat(compared.out().lines()).hasSize(5);

        CommandRun recomputed = run("models", "recompute", "jump/cpu@2", "--quiet");
        assertThat(recomputed.exitCode()).isZero();
        assertThat(recomputed.out()).contains("version 2: identical to the last bit", "2 of 2 identical");
        assertThat(run("models", "recompute", "--quiet").exitCode()).isZero();
        assertThat(run("verify").out()).contains("3 model versions", "The workspace is sound.");
    }

    @Test
    void anUnknownVersionOrSeriesIsExitCodeThree() throws Exception {
        importDays(0, KNOWN);
        assertThat(run("models", "promote", "calm/cpu@1").exitCode()).isEqualTo(3);
        assertThat(run("models", "show", "calm/cpu").err()).contains("HR-3052", "retrain");
        assertThat(run("models", "recompute", "7").err()).contains("There is no kept forecast 7");
        assertThat(run("retrain", "--series", "nobody").err()).contains("HR-3050", "nobody");
    }

    @Test
    void anEmptyWorkspaceIsExitCodeThree() {
        assertThat(run("retrain").exitCode()).isEqualTo(3);
        assertThat(run("models").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retrain --model=magic",
                "retrain --horizon=0",
                "retrain --origins=0",
                "models promote calm/cpu",
                "models promote calm/cpu@x",
                "models compare calm/cpu 1",
                "models nothing"
            })
    void wrongUsageIsExitCodeTwo(String line) {
        assertThat(run((Object[]) line.split(" ")).exitCode()).isEqualTo(2);
    }
}
