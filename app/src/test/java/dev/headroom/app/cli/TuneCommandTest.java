package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuneCommandTest {
    @TempDir
    Path folder;

    /// Two series that bend often.
    private Path bending() throws Exception {
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (String id : List.of("a", "b")) {
            for (int t = 1; t <= 120; t++) {
                double bend = 10 * Math.abs((t + id.charAt(0)) % 40 - 20) / 10.0;
                rows.append(id)
                        .append(',')
                        .append(t)
                        .append(',')
                        .append(30 + bend + (t * 37 % 7) / 5.0)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("bending.csv"), rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "bayes", "random"})
    void theBestSettingsCanBeGivenToModel(String search) throws Exception {
        Path trials = folder.resolve("trials.csv");
        CommandRun run = CommandRun.of(
                "tune",
                bending(),
                "--model=additive",
                "--search",
                search,
                "--trials=12",
                "--folds=3",
                "--horizon=5",
                "-o",
                trials);
        assertThat(run.exitCode()).as(run.err()).isZero();
        String best = run.out().strip();
        assertThat(run.err()).contains("mase ", "without settings", "trials on 2 series, ended because");
        List<String> lines = Files.readAllLines(trials);
        assertThat(lines.getFirst()).isEqualTo("trial,model,score,state,fold1,fold2,fold3");
        assertThat(lines.get(1)).startsWith("1,additive,").contains(",complete,");
        assertThat(lines).hasSizeBetween(5, 13);
        assertThat(best).startsWith("additive").isEqualTo(bestOf(lines));
        assertThat(CommandRun.of("forecast", bending(), "--horizon=5", "--model", best, "-o", folder.resolve("f.csv"))
                        .exitCode())
                .isZero();
    }

    /// The model of the complete trial with the smallest score.
    private static String bestOf(List<String> trials) {
        Pattern row = Pattern.compile("\\d+,(\"[^\"]*\"|[^,]*),([^,]+),complete,.*");
        return trials.stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .min(Comparator.comparingDouble(trial -> Double.parseDouble(trial.group(2))))
                .orElseThrow()
                .group(1)
                .replace("\"", "");
    }

    @Test
    void theSameSeedGivesTheSameFile() throws Exception {
        Path first = folder.resolve("1.csv");
        Path second = folder.resolve("2.csv");
        for (Path out : List.of(first, second)) {
            CommandRun.of("tune", bending(), "--model=linear", "--trials=8", "--horizon=5", "--seed=3", "-o", out);
        }
        assertThat(first).hasSameTextualContentAs(second);
    }

    @Test
    void jsonHoldsEveryTrial() throws Exception {
        CommandRun run = CommandRun.of(
                "tune", bending(), "--model=theta", "--trials=5", "--horizon=5", "--metric=pinball", "--json");
        JsonNode tree = new ObjectMapper().readTree(run.out());
        assertThat(tree.get("best").asText()).startsWith("theta");
        assertThat(tree.get("metric").asText()).isEqualTo("pinball");
        assertThat(tree.get("score").asDouble())
                .isLessThanOrEqualTo(tree.get("score_without_settings").asDouble());
        assertThat(tree.get("trials").size()).isBetween(2, 5);
        assertThat(tree.get("trials").get(0).get("fold1").isNumber()).isTrue();
    }

    @Test
    void aBudgetOfNothingTriesNothing() throws Exception {
        CommandRun run = CommandRun.of("tune", bending(), "--model=linear", "--budget=0s", "--horizon=5");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No trial was complete; 0 trials").contains("the time was up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "--model=naive # 2 # has no parameters to tune",
                "--model=nonsense # 2 # must be one of auto",
                "--model=linear(penalty=1) # 2 # must be a name without parameters",
                "--model=linear --budget=1d # 2 # must be a whole number with s, m or h",
                "--model=linear --metric=coverage80 # 2 # --metric (coverage80) must be one of rmse, mae",
                "--model=linear --trials=0 # 2 # --trials (0) must lie between",
                "--model=linear --search=guess # 2 # --search",
                "--model=linear --folds=100 # 3 # No series of",
            })
    void wrongRequestsAreToldApart(String options, int code, String message) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("tune", bending(), "--horizon=5"));
        arguments.addAll(List.of((Object[]) options.split(" ", -1)));
        CommandRun run = CommandRun.of(arguments.toArray());
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }
}
