package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastCommandTest {
    @TempDir
    Path folder;

    @Test
    void aFileOfSeriesBecomesOneRowASeriesAndStep() throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of("forecast", weekly(), "--horizon", 3, "--season", 7, "-o", out);
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(1 + 2 * 3);
        assertThat(lines.getFirst()).isEqualTo("series_id,h,timestamp,mean,lo80,hi80,lo95,hi95,model");
        assertThat(lines.get(1)).startsWith("a,1,71,").endsWith(",auto");
        assertThat(lines.get(4)).startsWith("b,1,71,");
    }

    @Test
    void endsOfMonthsAreFollowedByEndsOfMonths() throws Exception {
        String rows = IntStream.range(0, 37)
                .mapToObj(i -> LocalDate.of(2023, 1, 1).plusMonths(i + 1).minusDays(1) + "," + (50 + i % 12))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("months.csv"), "timestamp,value\n" + rows + "\n");
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of("forecast", file, "--horizon", 3, "-o", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out).stream().skip(1).map(line -> line.split(",", -1)[2]))
                .containsExactly("2026-02-28", "2026-03-31", "2026-04-30");
    }

    /// What can be forecast is, whatever stands beside it in the file.
    @ParameterizedTest
    @ValueSource(strings = {"auto", "global", "ets"})
    void seriesThatCannotBeForecastAreNamedAndLeaveTheOthersAlone(String model) throws Exception {
        StringBuilder rows = new StringBuilder("series_id,timestamp,value\n");
        for (int t = 0; t < 60; t++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(t);
            for (int s = 0; s < 4; s++) {
                rows.append("s")
                        .append(s)
                        .append(',')
                        .append(day)
                        .append(',')
                        .append(10 + s + t % 7)
                        .append('\n');
            }
            rows.append("empty,").append(day).append(",\n");
            rows.append("huge,").append(day).append(",1e").append(200 + t % 7).append('\n');
            rows.append("zeros,").append(day).append(",0\n");
        }
        Path file = Files.writeString(folder.resolve("mixed.csv"), rows);
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of("forecast", file, "--horizon", 2, "--model", model, "-o", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(1 + 5 * 2);
        assertThat(run.err())
                .contains("Series empty was not forecast: 0 observations, " + model + " needs")
                .contains("Series huge was not forecast: Its largest value has the size 1.0E206, which is too large");
    }

    @Test
    void boundsOfTheLevelsSurroundEachOther() throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun.of("forecast", weekly(), "--horizon", 3, "--season", 7, "--levels", "50,90", "-o", out);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).contains("lo50,hi50,lo90,hi90");
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Arrays.stream(line.split(",", -1))
                    .skip(3)
                    .limit(5)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(cells[3]).isLessThanOrEqualTo(cells[1]);
            assertThat(cells[4]).isGreaterThanOrEqualTo(cells[2]);
            assertThat(cells[0]).isBetween(cells[1], cells[2]);
        }
    }

    @Test
    void theSameSeedGivesTheSameFile() throws Exception {
        Path first = folder.resolve("1.csv");
        Path second = folder.resolve("2.csv");
        CommandRun.of("forecast", weekly(), "--horizon", 5, "--seed", 7, "-o", first);
        CommandRun.of("forecast", weekly(), "--horizon", 5, "--seed", 7, "-o", second);
        assertThat(first).hasSameTextualContentAs(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto",
                "naive",
                "snaive",
                "drift",
                "ets",
                "arima",
                "theta",
                "additive",
                "forest",
                "boosting",
                "linear",
                "ensemble"
            })
    void everyModelForecasts(String model) throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun run =
                CommandRun.of("forecast", weekly(), "--horizon", 3, "--season", 7, "--model", model, "-o", out);
        assertThat(run.err()).doesNotContain("bug");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s,1,5", "s,1,5\ns,2,6", "s,1,4\ns,2,4\ns,3,4\ns,4,4\ns,5,4"})
    void shortAndConstantSeriesAreForecast(String rows) throws Exception {
        Path in = folder.resolve("short.csv");
        Files.writeString(in, "series_id,t,value\n" + rows + "\n");
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of("forecast", in, "--horizon", 2, "-o", out);
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(3);
    }

    @Test
    void dailyDatesComeBackAsDates() throws Exception {
        Path in = folder.resolve("daily.csv");
        Files.writeString(in, "ds,y\n2026-02-26,1\n2026-02-27,2\n");
        Path out = folder.resolve("f.csv");
        CommandRun.of("forecast", in, "--horizon", 3, "-o", out);
        assertThat(Files.readAllLines(out).get(2)).startsWith("daily,2,2026-03-01,");
    }

    @Test
    void theAdditiveModelTakesTheHolidaysOfACountry() throws Exception {
        Path in = folder.resolve("days.csv");
        StringBuilder rows = new StringBuilder("ds,y\n");
        for (LocalDate day = LocalDate.of(2023, 1, 1);
                day.isBefore(LocalDate.of(2025, 12, 20));
                day = day.plusDays(1)) {
            boolean christmas = day.getMonthValue() == 12 && day.getDayOfMonth() == 25;
            rows.append(day).append(',').append(christmas ? 10 : 100).append('\n');
        }
        Files.writeString(in, rows);
        Path with = folder.resolve("with.csv");
        assertThat(CommandRun.of("forecast", in, "--horizon", 10, "--model", "additive:US", "-o", with)
                        .exitCode())
                .isZero();
        List<String> lines = Files.readAllLines(with);
        assertThat(mean(lines.get(6))).isLessThan(mean(lines.get(2)) - 20);
        assertThat(CommandRun.of("forecast", in, "--horizon", 1, "--model", "additive:XX", "-o", with)
                        .exitCode())
                .isEqualTo(2);
    }

    private static double mean(String row) {
        return Double.parseDouble(row.split(",", -1)[3]);
    }

    @Test
    void rejectedRowsAreToldAndTheRestIsForecast() throws Exception {
        Path in = folder.resolve("bad.csv");
        Files.writeString(in, "t,value\n1,5\n2,six\n3,7\n");
        CommandRun run = CommandRun.of("forecast", in, "--horizon", 1, "-o", folder.resolve("f.csv"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 rows rejected");
        assertThat(run.err()).contains("line 3, value \"six\": Not a finite number");
    }

    @Test
    void aFormulaAsANameStaysText() throws Exception {
        Path in = folder.resolve("formula.csv");
        Files.writeString(in, "series_id,t,value\n=cmd(),1,5\n=cmd(),2,6\n");
        Path out = folder.resolve("f.csv");
        CommandRun.of("forecast", in, "--horizon", 1, "-o", out);
        assertThat(Files.readAllLines(out).get(1)).startsWith("'=cmd(),1,");
    }

    @Test
    void refusedInputIsExitCodeThreeWithACode() {
        CommandRun run = CommandRun.of("forecast", folder.resolve("no.csv"), "--horizon", 1, "-o", folder.resolve("f"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("HR-2001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--horizon=0", "--horizon=x", "--levels=0", "--season=0", "--model=nonsense", "--nonsense"})
    void wrongOptionsAreExitCodeTwo(String option) throws Exception {
        CommandRun run = CommandRun.of("forecast", weekly(), option, "-o", folder.resolve("f.csv"));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingHorizonIsWrongUsage() throws Exception {
        CommandRun run = CommandRun.of("forecast", weekly(), "-o", folder.resolve("f.csv"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--horizon");
    }

    private Path weekly() throws Exception {
        Path file = folder.resolve("weekly.csv");
        String rows = IntStream.rangeClosed(1, 70)
                .mapToObj(t -> "a," + t + "," + (10 + t % 7 + t / 20.0) + "\nb," + t + "," + (5 + (t * 37 % 11)))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, "series_id,t,value\n" + rows + "\n");
        return file;
    }
}
