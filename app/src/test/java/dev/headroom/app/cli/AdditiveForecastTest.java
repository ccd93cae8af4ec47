package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditiveForecastTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @TempDir
    private Path folder;

    private static boolean campaign(int day) {
        return day % 17 < 2;
    }

    private static double value(int day) {
        return 40 + (campaign(day) ? 20 : 0) + Math.sin(day);
    }

    /// 200 days; with `ahead` further rows that have the columns but no value.
    private Path input(int ahead) throws IOException {
        StringBuilder rows = new StringBuilder("ds,y,Campaign,machines\n");
        for (int t = 0; t < 200 + ahead; t++) {
            rows.append(START.plusDays(t))
                    .append(',')
                    .append(t < 200 ? value(t) : "")
                    .append(campaign(t) ? ",1," : ",0,")
                    .append(100)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("days.csv"), rows);
    }

    private Path plan(int from, int to) throws IOException {
        StringBuilder rows = new StringBuilder("timestamp,campaign\n");
        for (int t = from; t < to; t++) {
            rows.append(START.plusDays(t)).append(campaign(t) ? ",1\n" : ",0\n");
        }
        return Files.writeString(folder.resolve("plan.csv"), rows);
    }

    private CommandRun forecast(Path in, Object... options) {
        Object[] all = new Object[options.length + 8];
        System.arraycopy(
                new Object[] {"forecast", in, "--horizon", 20, "--model", "additive", "-o", folder.resolve("f.csv")},
                0,
                all,
                0,
                8);
        System.arraycopy(options, 0, all, 8, options.length);
        return CommandRun.of(all);
    }

    private double[] means() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("f.csv"));
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
                .toArray();
    }

    private void campaignsAreForecast() throws IOException {
        double[] means = means();
        assertThat(means).hasSize(20);
        for (int k = 0; k < 20; k++) {
            assertThat(means[k]).isBetween(value(200 + k) - 4, value(200 + k) + 4);
        }
    }

    @Test
    void regressorsOfAFileAreUsed() throws IOException {
        CommandRun run = forecast(input(0), "--regressors", plan(0, 220));
        assertThat(run.err()).doesNotContain("bug");
        assertThat(run.exitCode()).isZero();
        campaignsAreForecast();
    }

    @Test
    void columnsOfTheInputAreUsedAndItsFutureRowsAreForecast() throws IOException {
        assertThat(forecast(input(20), "--regressors", "campaign").exitCode()).isZero();
        campaignsAreForecast();
        assertThat(Files.readAllLines(folder.resolve("f.csv")).get(1)).startsWith("days,1,2025-07-20,");
    }

    @Test
    void aPlanThatEndsEarlySaysWhere() throws IOException {
        CommandRun run = forecast(input(0), "--regressors", plan(0, 205));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("Series days was not forecast: campaign has no value at 2025-07-25T00:00:00Z, step 6 of 20;"
                        + " add rows with it to plan.csv or lower --horizon.");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        CommandRun run = forecast(input(0), "--regressors", "traffic");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("The file days.csv has no column traffic; beside time and value it has: campaign, machines.");
    }

    @Test
    void aCellThatIsNoNumberIsRefusedWithItsLine() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.csv"), "ds,campaign\n2025-01-01,1\n2025-01-02,yes\n");
        CommandRun run = forecast(input(0), "--regressors", plan);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("plan.csv, line 3: campaign (yes) is not a number.");
    }

    @Test
    void logisticGrowthStopsAtItsCapacity() throws IOException {
        StringBuilder rows = new StringBuilder("ds,y,machines\n");
        for (int t = 0; t < 320; t++) {
            double value = 100 / (1 + Math.exp(-(t - 150) / 30.0)) + Math.sin(t);
            rows.append(START.plusDays(t))
                    .append(',')
                    .append(t < 200 ? value : "")
                    .append(",100\n");
        }
        Path in = Files.writeString(folder.resolve("s.csv"), rows);
        Path out = folder.resolve("f.csv");
        for (String capacity : List.of("machines", "100")) {
            CommandRun run = CommandRun.of(
                    "forecast",
                    in,
                    "--horizon",
                    100,
                    "--model",
                    "additive",
                    "--growth",
                    "logistic",
                    "--capacity",
                    capacity,
                    "--floor",
                    "0",
                    "--regressors",
                    "machines",
                    "-o",
                    out);
            assertThat(run.exitCode()).isZero();
            assertThat(means()[99]).isBetween(95.0, 105.0);
        }
    }

    @Test
    void wrongCombinationsAreRefused() throws IOException {
        Path in = input(0);
        assertThat(forecast(in, "--growth", "logistic").err()).contains("needs a capacity");
        assertThat(forecast(in, "--growth", "cubic").err()).contains("must be one of linear, flat, logistic");
        assertThat(forecast(in, "--capacity", "100").err()).contains("to be logistic");
        assertThat(forecast(in, "--seasonality", "both").exitCode()).isEqualTo(2);
        assertThat(forecast(in, "--holiday-window", "1").exitCode()).isEqualTo(2);
        assertThat(forecast(in, "--growth", "logistic", "--capacity", "5", "--floor", "9")
                        .err())
                .contains("the capacity (5.0) is not above the floor (9.0) at 2025-01-01T00:00:00Z");
        CommandRun other = CommandRun.of(
                "forecast", in, "--horizon", 2, "--model", "ets", "--growth", "flat", "-o", folder.resolve("f.csv"));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("belong to the additive model");
    }

    @Test
    void seasonalityAndHolidayWindowAreTaken() throws IOException {
        assertThat(forecast(input(0), "--seasonality", "multiplies", "--holiday-window", "1,2")
                        .exitCode())
                .isZero();
        assertThat(Arrays.stream(means()).filter(Double::isFinite)).hasSize(20);
    }
}
