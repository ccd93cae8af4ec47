package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.numeric.SeededStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command gives out does not depend on how many threads work on it.
class ThreadOptionTest {
    private static final int SERIES = 21;
    private static final int DAYS = 56;

    @TempDir
    Path folder;

    private Path input = Path.of("");

    /// Enough daily series for the automatic combination to learn from all of them; one has a gap, one is short.
    @BeforeEach
    void writeSeries() throws Exception {
        List<String> lines = new ArrayList<>(List.of("series_id,timestamp,value"));
        for (int s = 0; s < SERIES; s++) {
            SeededStream noise = new SeededStream(4, s);
            for (int t = s == 5 ? 40 : 0; t < DAYS; t++) {
                double value = (1 + s) * (20 + 6 * Math.sin(2 * Math.PI * t / 7) + 2 * noise.nextGaussian());
                if (s != 9 || t % 5 != 2) {
                    lines.add("s" + s + "," + LocalDate.of(2026, 1, 1).plusDays(t) + "," + value);
                }
            }
        }
        input = Files.write(folder.resolve("series.csv"), lines);
    }

    private byte[] written(int threads, long seed, Object... arguments) throws Exception {
        Path out = folder.resolve("out-" + threads + "-" + seed + ".csv");
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(input, "--horizon", 7, "--threads", threads, "--seed", seed, "-o", out, "--quiet"));
        CommandRun run = CommandRun.of(all.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readAllBytes(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "global", "forest(trees=20)", "tsb"})
    void aForecastIsTheSameToTheLastBit(String model) throws Exception {
        byte[] one = written(1, 42, "forecast", "--model", model);
        assertThat(Files.readAllLines(folder.resolve("out-1-42.csv"))).hasSize(1 + SERIES * 7);
        assertThat(written(8, 42, "forecast", "--model", model)).isEqualTo(one);
    }

    @Test
    void aBacktestIsTheSameToTheLastBit() throws Exception {
        Object[] arguments = {"backtest", "--origins", "2", "--model", "auto,global,theta"};
        byte[] one = written(1, 42, arguments);
        assertThat(Files.readAllLines(folder.resolve("out-1-42.csv"))).hasSizeGreaterThan(3 * SERIES);
        assertThat(written(8, 42, arguments)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"global", "forest(trees=20)", "croston"})
    void anotherSeedGivesAnotherForecast(String model) throws Exception {
        byte[] one = written(2, 42, "forecast", "--model", model);
        assertThat(written(2, 42, "forecast", "--model", model)).isEqualTo(one);
        assertThat(written(2, 43, "forecast", "--model", model)).isNotEqualTo(one);
    }

    @Test
    void aNumberOfThreadsThatMakesNoSenseIsRefused() {
        for (String command : List.of("forecast", "backtest")) {
            CommandRun run =
                    CommandRun.of(command, input, "--horizon", 7, "--threads", 0, "-o", folder.resolve("x.csv"));
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("--threads (0) must lie between 1 and 1024.");
        }
    }
}
