package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateCommandTest {
    @TempDir
    Path folder;

    /// A line that climbs by one a step: the naive misses by 1, 2, 3 and the drift not at all.
    private Path climbing() throws Exception {
        Path file = folder.resolve("climbing.csv");
        Files.writeString(
                file,
                "t,value\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(t -> t + "," + t)
                                .collect(Collectors.joining("\n")));
        return file;
    }

    /// Two series whose drift and naive forecasts miss in turn.
    private Path mixed() throws Exception {
        Path file = folder.resolve("mixed.csv");
        Files.writeString(
                file,
                "series_id,t,value\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(
                                        t -> "up," + t + "," + (3 * t + t * 7 % 5) + "\nflat," + t + "," + (t * 7 % 5))
                                .collect(Collectors.joining("\n")));
        return file;
    }

    @Test
    void aBetterModelPassesInOneLine() throws Exception {
        CommandRun run = CommandRun.of(
                "gate", "--max-rmse-ratio", 0.9, climbing(), "--horizon", 3, "--model", "drift", "--quiet");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("PASS: the RMSE of drift is 0.0100 times that of naive (geometric mean over 1 of 1 series")
                .contains("at most 0.9 is allowed");
    }

    @Test
    void aWorseModelFailsWithExitCodeOne() throws Exception {
        CommandRun run = CommandRun.of(
                "gate", "--max-rmse-ratio", 1.5, climbing(), "--horizon", 3, "--model=naive", "--baseline=drift");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("FAIL: the RMSE of naive is 100.0000 times that of drift");
    }

    @Test
    void aModelIsAsGoodAsItself() throws Exception {
        Object[] same = {"gate", mixed(), "--horizon", 4, "--model=theta", "--baseline=theta", "--max-rmse-ratio"};
        Object[] one = Arrays.copyOf(same, same.length + 1);
        one[same.length] = "1";
        assertThat(CommandRun.of(one).exitCode()).isZero();
        one[same.length] = "0.999";
        assertThat(CommandRun.of(one).exitCode()).isEqualTo(1);
    }

    @Test
    void theJsonHoldsTheGeometricMeanOfTheSeries() throws Exception {
        CommandRun run = CommandRun.of(
                "gate", "--max-rmse-ratio=1", mixed(), "--horizon=4", "--origins=3", "--model=drift", "--json");
        JsonNode tree = new ObjectMapper().readTree(run.out());
        assertThat(tree.get("series")).hasSize(2);
        double product = 1;
        for (JsonNode series : tree.get("series")) {
            double ratio = series.get("model_rmse").asDouble()
                    / series.get("baseline_rmse").asDouble();
            assertThat(series.get("rmse_ratio").asDouble()).isCloseTo(ratio, within(1e-12));
            assertThat(series.get("origins").asInt()).isEqualTo(3);
            product *= ratio;
        }
        assertThat(tree.get("rmse_ratio").asDouble()).isCloseTo(Math.sqrt(product), within(1e-12));
        assertThat(tree.get("passed").asBoolean()).isEqualTo(run.exitCode() == 0);
        assertThat(tree.get("baseline").get("name").asText()).isEqualTo("naive");
        assertThat(tree.get("model").fieldNames()).toIterable().contains("rmse", "mae", "mase", "coverage80");
    }

    @Test
    void theSeasonalNaiveIsTheBaselineWhereThereIsASeason() throws Exception {
        CommandRun run = CommandRun.of("gate", "--max-rmse-ratio=9", mixed(), "--horizon=4", "--season=5");
        assertThat(run.out()).contains("that of snaive");
    }

    @Test
    void nothingScoredNeverPasses() throws Exception {
        CommandRun run = CommandRun.of("gate", "--max-rmse-ratio=99", climbing(), "--horizon=500");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing to judge", "climbing", "--horizon", "HR-3041");
    }

    @Test
    void aSeriesThatIsTooShortIsToldAndNotCounted() throws Exception {
        Path file = folder.resolve("short.csv");
        Files.writeString(
                file,
                "series_id,t,value\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(t -> "long," + t + "," + t * 7 % 5)
                                .collect(Collectors.joining("\n"))
                        + "\nbrief,1,5\nbrief,2,6\n");
        CommandRun run = CommandRun.of("gate", "--max-rmse-ratio=99", file, "--horizon=4", "--model=drift");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("over 1 of 2 series");
        assertThat(run.err()).contains("not scored: brief: too short (2 points)");
    }

    @Test
    void refusedInputIsExitCodeThree() {
        CommandRun run = CommandRun.of("gate", "--max-rmse-ratio=1", folder.resolve("no.csv"), "--horizon=1");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("HR-2001");
    }

    @Test
    void anEmptyWorkspaceIsExitCodeThree() {
        CommandRun run = CommandRun.of("gate", "--max-rmse-ratio=1", "--workspace", folder.resolve("empty"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--max-rmse-ratio=NaN --horizon=3",
                "--max-rmse-ratio=0 --horizon=3",
                "--max-rmse-ratio=-1 --horizon=3",
                "--max-rmse-ratio=Infinity --horizon=3",
                "--max-rmse-ratio=x --horizon=3",
                "--max-rmse-ratio=1",
                "--max-rmse-ratio=1 --horizon=0",
                "--max-rmse-ratio=1 --horizon=3 --origins=0",
                "--max-rmse-ratio=1 --horizon=3 --season=0",
                "--max-rmse-ratio=1 --horizon=3 --model=best",
                "--max-rmse-ratio=1 --horizon=3 --baseline=worst",
                "--horizon=3"
            })
    void wrongUsageIsExitCodeTwo(String options) throws Exception {
        Object[] arguments = ("gate " + climbing() + " " + options).split(" ", -1);
        assertThat(CommandRun.of(arguments).exitCode()).isEqualTo(2);
    }

    @Test
    void theWorkspaceIsJudgedAndSplitByArchetypeAndTimeOfTheQuarter() throws Exception {
        Path workspace = folder.resolve("workspace");
        Path usage = folder.resolve("usage.csv");
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.isBefore(LocalDate.of(2025, 8, 10)); day = day.plusDays(1)) {
            boolean end = day.getMonthValue() % 3 == 0 && day.getDayOfMonth() > 25;
            int t = day.getDayOfYear();
            rows.append(day)
                    .append(",web-1,")
                    .append(20 + t % 7 + t * 5 % 3 + (end ? 30 : 0))
                    .append('\n');
            rows.append(day).append(",db-1,").append(30 + t % 7 + t * 7 % 4).append('\n');
        }
        Files.writeString(usage, rows);
        Path inventory = folder.resolve("inventory.csv");
        Files.writeString(
                inventory,
                "resource,name,provider,account,region,environment,archetype,instance_type,from,tags\n"
                        + "web-1,web-1,AWS,a,us-east-1,production,web,c6i.large,2024-10-12T16:00:00Z,\n"
                        + "db-1,db-1,AWS,a,us-east-1,production,,c6i.large,2024-10-12T16:00:00Z,role=database\n");
        assertThat(CommandRun.of("import", inventory, usage, "--workspace", workspace)
                        .exitCode())
                .isZero();

        CommandRun gate = CommandRun.of("gate", "--max-rmse-ratio=50", "--model=theta", "--workspace", workspace);
        assertThat(gate.out()).startsWith("PASS").contains("2 of 2 series", "30 steps", "snaive");

        Path board = folder.resolve("board.csv");
        CommandRun run = CommandRun.of(
                "backtest", "--model=theta,snaive", "--workspace", workspace, "--json", "--leaderboard", board);
        assertThat(run.exitCode()).isZero();
        JsonNode tree = new ObjectMapper().readTree(run.out());
        assertThat(tree.get("results")).hasSize(4);
        assertThat(tree.get("leaderboard").findValuesAsText("model")).containsExactlyInAnyOrder("theta", "snaive");
        assertThat(tree.get("by_archetype").findValuesAsText("part"))
                .containsExactly("database", "database", "web", "web");
        JsonNode periods = tree.get("by_period");
        assertThat(periods.findValuesAsText("part"))
                .containsExactly("quarter-end weeks", "quarter-end weeks", "other weeks", "other weeks");
        assertThat(rmse(periods, "quarter-end weeks")).isGreaterThan(2 * rmse(periods, "other weeks"));
        assertThat(Files.readAllLines(board)).hasSize(1 + 2 + 4 + 4);
        assertThat(Files.readAllLines(board).getFirst())
                .isEqualTo("split,part,model,rank,series,forecasts,rmse,mae,mape,smape,mase,pinball,wql,msis,"
                        + "coverage80,coverage95,seconds,standing,p_value");
    }

    private static double rmse(JsonNode rows, String part) {
        for (JsonNode row : rows) {
            if (row.get("part").asText().equals(part)
                    && row.get("model").asText().equals("snaive")) {
                return row.get("rmse").asDouble();
            }
        }
        throw new AssertionError(part);
    }
}
