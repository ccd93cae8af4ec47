package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.engine.model.catalog.ModelCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    @TempDir
    Path folder;

    /// Twelve series of a season of five with some noise: the naive is far off.
    private Path seasonal() throws Exception {
        Path file = folder.resolve("seasonal.csv");
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (int s = 0; s < 12; s++) {
            for (int t = 1; t <= 60; t++) {
                int noise = (t * 31 + s * 17) % 13;
                rows.append("s").append(s).append(',').append(t).append(',');
                rows.append(20 + 10 * (t % 5) + noise / 10.0).append('\n');
            }
        }
        Files.writeString(file, rows);
        return file;
    }

    @Test
    void theLeaderboardSaysInWordsAndNumbersWhoIsWorse() throws Exception {
        Path out = folder.resolve("out.csv");
        CommandRun run = CommandRun.of(
                "backtest", seasonal(), "--horizon=5", "--season=5", "--model=naive,snaive,drift", "-o", out);
        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.getFirst()).contains("model", "rank", "rmse", "msis", "80 %", "difference to the best");
        assertThat(lines.get(1)).startsWith("snaive").contains("1.000").endsWith("the best");
        assertThat(lines.subList(2, 4))
                .allSatisfy(line -> assertThat(line)
                        .containsPattern(
                                "worse than the best \\(p = 0\\.00\\d\\)$|worse than the best \\(p < 0\\.001\\)$"));
        assertThat(lines.get(5)).startsWith("As good as the best: no difference could be shown");
        assertThat(lines.getLast()).contains("12 series, 3 models");
        assertThat(Files.readAllLines(out)).hasSize(1 + 12 * 3);
        assertThat(Files.readAllLines(out).getFirst())
                .isEqualTo("series_id,model,origins,rmse,mae,mape,smape,mase,pinball,coverage80,coverage95,wql,msis");
    }

    @Test
    void withoutAFileTheRowsAreTheResultAndTheLeaderboardAMessage() throws Exception {
        CommandRun run = CommandRun.of("backtest", seasonal(), "--horizon=5", "--model=naive,drift");
        assertThat(run.out()).startsWith("series_id,model,").doesNotContain("difference to the best");
        assertThat(run.err()).contains("difference to the best");
        CommandRun quiet = CommandRun.of("backtest", seasonal(), "--horizon=5", "--model=naive,drift", "--quiet");
        assertThat(quiet.out()).isEqualTo(run.out());
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void modelsWithParametersAreScoredBesideTheOthers() throws Exception {
        CommandRun run = CommandRun.of(
                "backtest", seasonal(), "--horizon=5", "--season=5", "--model=naive,ets(trend=N,season=A),drift");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("s0,naive,", "s0,\"ets(trend=N,season=A)\",", "s0,drift,");
        assertThat(CommandRun.of("backtest", seasonal(), "--horizon=5", "--model=ets(trend=Q)")
                        .err())
                .contains("trend (Q) must be one of auto, N, A, Ad");
    }

    @Test
    void jsonHasTheSameNamesAsTheTables() throws Exception {
        CommandRun run =
                CommandRun.of("backtest", seasonal(), "--horizon=5", "--season=5", "--model=snaive,naive", "--json");
        JsonNode tree = new ObjectMapper().readTree(run.out());
        assertThat(tree.get("results")).hasSize(24);
        JsonNode best = tree.get("leaderboard").get(0);
        assertThat(best.get("model").asText()).isEqualTo("snaive");
        assertThat(best.get("standing").asText()).isEqualTo("best");
        assertThat(best.has("p_value")).isFalse();
        JsonNode other = tree.get("leaderboard").get(1);
        assertThat(other.get("standing").asText()).isEqualTo("worse");
        assertThat(other.get("p_value").asDouble()).isLessThan(0.05);
        assertThat(other.get("forecasts").asInt()).isEqualTo(60);
        assertThat(tree.get("by_archetype")).isEmpty();
        assertThat(tree.get("by_period")).isEmpty();
    }

    @Test
    void allMeansEveryModelAndOneNameCountsOnce() throws Exception {
        Path file = folder.resolve("one.csv");
        StringBuilder rows = new StringBuilder("t,value\n");
        for (int t = 1; t <= 30; t++) {
            rows.append(t).append(',').append(t * 7 % 5).append('\n');
        }
        Files.writeString(file, rows);
        JsonNode all = new ObjectMapper()
                .readTree(CommandRun.of("backtest", file, "--horizon=2", "--model=all", "--origins=2", "--json")
                        .out());
        assertThat(all.get("leaderboard").findValuesAsText("model"))
                .containsExactlyInAnyOrderElementsOf(ModelCatalog.NAMES);
        JsonNode once = new ObjectMapper()
                .readTree(CommandRun.of("backtest", file, "--horizon=2", "--model=naive,naive", "--json")
                        .out());
        assertThat(once.get("leaderboard")).hasSize(1);
    }

    @Test
    void aSeriesTooShortIsTold() throws Exception {
        Path file = folder.resolve("short.csv");
        Files.writeString(file, "t,value\n1,5\n2,6\n");
        CommandRun run = CommandRun.of("backtest", file, "--horizon=9", "--model=naive");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("short: too short (2 points)", "HR-3040");
    }
}
