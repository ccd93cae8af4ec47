package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `forecast --hierarchy`: what is printed adds up to the last digit.
class HierarchyForecastTest {
    private static final String MAP = """
            series_id,account,tag
            a,shop,web
            b,shop,data
            c,bank,web
            d,bank,web
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bottom-up",
                "top-down",
                "top-down-shares",
                "top-down-forecast",
                "ols",
                "wls-struct",
                "wls-var",
                "mint"
            })
    void printedForecastsAddUpExactly(String method) throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of(
                "forecast",
                series(),
                "--horizon=4",
                "--season=7",
                "--model=snaive",
                "--hierarchy",
                map(MAP),
                "--reconcile",
                method,
                "-o",
                out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("10 of 10 series forecast");
        Map<String, BigDecimal> means = means(out);
        assertThat(means).hasSize(10 * 4);
        for (int h = 1; h <= 4; h++) {
            assertThat(sum(means, h, "a", "b", "c", "d")).isEqualTo(means.get("total@" + h));
            assertThat(sum(means, h, "account=shop", "account=bank")).isEqualTo(means.get("total@" + h));
            assertThat(sum(means, h, "c", "d")).isEqualTo(means.get("account=bank/tag=web@" + h));
            assertThat(sum(means, h, "a", "b")).isEqualTo(means.get("account=shop@" + h));
        }
        assertThat(Files.readAllLines(out).getFirst())
                .isEqualTo("series_id,h,timestamp,mean,lo80,hi80,lo95,hi95,model");
        assertThat(Files.readAllLines(out).get(1)).startsWith("total,1,").endsWith(",snaive+" + method);
    }

    @Test
    void levelsThatCrossAreSummedEachOnItsOwn() throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of(
                "forecast", series(), "--horizon=2", "--model=naive", "--hierarchy", map(MAP), "--grouped", "-o", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, BigDecimal> means = means(out);
        assertThat(sum(means, 2, "a", "c", "d")).isEqualTo(means.get("tag=web@2"));
        assertThat(sum(means, 2, "tag=web", "tag=data")).isEqualTo(sum(means, 2, "account=shop", "account=bank"));
    }

    @Test
    void theBandsOfASumComeFromItsPaths() throws Exception {
        Path out = folder.resolve("f.csv");
        CommandRun.of(
                "forecast", series(), "--horizon=3", "--model=auto", "--season=7", "--hierarchy", map(MAP), "-o", out);
        for (String line : Files.readAllLines(out).subList(1, 4)) {
            double[] cells = Stream.of(line.split(",", -1))
                    .skip(3)
                    .limit(5)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(cells[3]).isLessThan(cells[1]);
            assertThat(cells[1]).isLessThan(cells[0]);
            assertThat(cells[0]).isLessThan(cells[2]);
            assertThat(cells[2]).isLessThan(cells[4]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "series_id,tag;a,x;b,x;c,x;d,x;e,x # line 6 names the series e, which the series file does not hold # HR-3110",
                "series_id,tag;a,x;b,;c,x;d,x # line 3 gives the series b no tag # HR-3111",
                "series_id,tag;a,x;b,x # it has no line for 2 series of the series file: c, d # HR-3112",
                "series_id,tag;a,x;b,x;c,x;d,x;a,y # name (a) must be given, and only once # HR-3113",
                "id;a;b # needs the column series_id first # HR-2007",
                "server,tag;a,x # needs the column series_id first # HR-2007",
            })
    void aHierarchyThatDoesNotFitIsRefusedWithThePlace(String rows, String message, String code) throws Exception {
        CommandRun run = CommandRun.of(
                "forecast",
                series(),
                "--horizon=1",
                "--model=naive",
                "--hierarchy",
                map(rows.replace(';', '\n') + "\n"),
                "-o",
                folder.resolve("f.csv"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(message, code);
        assertThat(folder.resolve("f.csv")).doesNotExist();
    }

    @Test
    void seriesThatDoNotEndTogetherCannotBeAdded() throws Exception {
        Path file = folder.resolve("s.csv");
        Files.writeString(file, "series_id,t,value\na,1,1\na,2,1\na,3,1\nb,1,1\nb,2,1\n");
        CommandRun run = CommandRun.of(
                "forecast",
                file,
                "--horizon=1",
                "--hierarchy",
                map("series_id,tag\na,x\nb,x\n"),
                "-o",
                folder.resolve("f.csv"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("a runs from 1 to 3", "b runs from 1 to 2", "HR-3114");
    }

    @Test
    void aSeriesThatBeganLaterIsAdded() throws Exception {
        Path file = folder.resolve("s.csv");
        Files.writeString(file, "series_id,t,value\na,1,1\na,2,2\na,3,3\na,4,4\nb,3,10\nb,4,10\n");
        Path out = folder.resolve("f.csv");
        CommandRun run = CommandRun.of(
                "forecast",
                file,
                "--horizon=1",
                "--model=naive",
                "--reconcile=bottom-up",
                "--hierarchy",
                map("series_id,tag\na,x\nb,x\n"),
                "-o",
                out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(means(out).get("total@1")).isEqualByComparingTo("14");
    }

    @Test
    void everyMethodIsScoredAtEveryLevel() throws Exception {
        CommandRun run = CommandRun.of(
                "backtest",
                series(),
                "--horizon=5",
                "--season=7",
                "--model=snaive",
                "--origins=2",
                "--hierarchy",
                map(MAP));
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("reconcile,level,forecasts,mase,rmse,wql,coverage80");
        assertThat(lines).hasSize(1 + 9 * 5);
        assertThat(run.out())
                .contains("none,total,2,", "none,account,4,", "none,tag,6,", "none,series,8,", "mint,all,20,");
        assertThat(CommandRun.of("backtest", series(), "--horizon=5", "--hierarchy", map(MAP))
                        .err())
                .contains("needs one --model");
        assertThat(CommandRun.of("backtest", series(), "--horizon=70", "--model=naive", "--hierarchy", map(MAP))
                        .err())
                .contains("total is too short");
    }

    @Test
    void wrongOptionsAreExitCodeTwo() throws Exception {
        Path out = folder.resolve("f.csv");
        assertThat(CommandRun.of("forecast", series(), "--horizon=1", "--reconcile=ols", "-o", out)
                        .err())
                .contains("need a hierarchy");
        CommandRun unknown = CommandRun.of(
                "forecast", series(), "--horizon=1", "--hierarchy", map(MAP), "--reconcile=best", "-o", out);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("method (best) must be one of bottom-up, top-down");
        assertThat(CommandRun.of("forecast", "--hierarchy", map(MAP), "-o", out).err())
                .contains("--hierarchy needs a series file");
    }

    private static BigDecimal sum(Map<String, BigDecimal> means, int step, String... nodes) {
        return Stream.of(nodes).map(node -> means.get(node + "@" + step)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> means(Path out) throws Exception {
        Map<String, BigDecimal> means = new HashMap<>();
        List<String> lines = Files.readAllLines(out);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            means.put(cells[0] + "@" + cells[1], new BigDecimal(cells[3]));
        }
        return means;
    }

    private Path map(String text) throws Exception {
        return Files.writeString(folder.resolve("map.csv"), text);
    }

    private Path series() throws Exception {
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (String id : List.of("a", "b", "c", "d")) {
            for (int t = 1; t <= 80; t++) {
                double noise = (t * 37 + id.charAt(0) * 11) % 17 / 3.0;
                rows.append(id)
                        .append(',')
                        .append(t)
                        .append(',')
                        .append(20 + 5 * (t % 7) + noise)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("series.csv"), rows);
    }
}
