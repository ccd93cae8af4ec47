package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own, because a process is what Ctrl-C stops.
class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send another process a signal there.")
    void aStoppedForecastSaysSoAndLeavesNothingBehind() throws Exception {
        Path input = Files.writeString(folder.resolve("many.csv"), manySeries());
        Path results = Files.createDirectory(folder.resolve("results"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        "dev.headroom.app.Main",
                        "forecast",
                        input.toString(),
                        "--horizon",
                        "28",
                        "--model",
                        "ets",
                        "-o",
                        results.resolve("forecasts.csv").toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (line.startsWith("Forecasting")) {
                    process.toHandle().destroy();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(lines).anyMatch(line -> line.startsWith("Forecasting"));
        assertThat(lines.getLast()).isEqualTo("Stopped on request. (HR-3001)");
        try (Stream<Path> left = Files.list(results)) {
            assertThat(left).isEmpty();
        }
    }

    /// More series than are forecast before the signal arrives.
    private static String manySeries() {
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (int i = 0; i < 3_000; i++) {
            for (int t = 0; t < 60; t++) {
                rows.append("s").append(i).append(',').append(t).append(',');
                rows.append(50 + t % 7 + (t * 37 + i * 11) % 13).append('\n');
            }
        }
        return rows.toString();
    }
}
