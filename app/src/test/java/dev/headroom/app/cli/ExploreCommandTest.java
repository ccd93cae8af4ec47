package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `explore` on a small fleet that the test generates.
class ExploreCommandTest {
    @TempDir
    static Path folder;

    private static String server = "";

    @BeforeAll
    static void importFleet() throws Exception {
        Path fleet = folder.resolve("fleet");
        assertThat(CommandRun.of("generate", "--servers", 4, "--years", 1, "--hourly-days", 20, "-o", fleet)
                        .exitCode())
                .isZero();
        CommandRun run =
                explore("import", fleet.resolve("inventory"), fleet.resolve("utilization"), fleet.resolve("billing"));
        assertThat(run.exitCode()).isZero();
        String first = explore("explore", "--view", "distribution")
                .out()
                .lines()
                .toList()
                .get(1);
        server = first.substring(0, first.indexOf(','));
    }

    private static CommandRun explore(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    private static JsonNode json(Object... arguments) throws Exception {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        CommandRun run = explore(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aProfileHasHoursWeekdaysMonthsAndQuarterEnds() throws Exception {
        JsonNode rows = json("explore", server + "/cpu", "--view", "profile");

        assertThat(rows).hasSize(168 + 7 + 12 + 31);
        assertThat(rows.get(0).get("place").asText()).isEqualTo("Mon 00:00");
        assertThat(rows.get(0).get("count").asInt()).isPositive();
    }

    @Test
    void correlationsAreOfTheNamedServerElseOfTheArchetypes() throws Exception {
        JsonNode metrics = json("explore", "--server", server, "--view", "correlation");

        assertThat(metrics).hasSize(6);
        assertThat(metrics.get(0).get("series_a").asText()).isEqualTo(server + "/cpu");
        assertThat(metrics.get(0).get("observations").asInt()).isGreaterThan(300);
        assertThat(json("explore", "--view", "correlation").findValuesAsText("series_a"))
                .noneMatch(name -> name.contains("/"));
    }

    @Test
    void thePartsOfASeriesGoToAFile() throws Exception {
        Path file = folder.resolve("parts.csv");
        CommandRun run = explore("explore", server + "/memory", "--view", "decomposition", "-o", file);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Parts of 1 series");
        assertThat(Files.readAllLines(file).getFirst()).isEqualTo("resource,metric,part,timestamp,value");
        assertThat(Files.readString(file)).contains(",trend,", ",weekly,", ",remainder,");
    }

    @Test
    void archetypesAndPivotsNeedNoSeries() throws Exception {
        assertThat(json("explore", "--view", "archetypes", "--metric", "memory").findValuesAsText("metric"))
                .isNotEmpty()
                .containsOnly("memory");
        JsonNode pivot = json("explore", "--view", "pivot", "--rows", "service", "--columns", "month");
        assertThat(pivot.findValuesAsText("column")).contains("2026-10");
        assertThat(pivot.findValuesAsText("currency")).containsOnly("USD");
        assertThat(explore("explore", server, "--view", "pivot").exitCode()).isEqualTo(2);
    }

    @Test
    void unknownWordsAreWrongUsageAndSayWhatIsKnown() {
        assertThat(explore("explore", "--view", "pivot", "--rows", "weather"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("tag:KEY"));
        assertThat(explore("explore", "--view", "profile", "--metric", "speed").exitCode())
                .isEqualTo(2);
        assertThat(explore("explore").exitCode()).isEqualTo(2);
        assertThat(explore("explore", "nobody", "--view", "profile").exitCode()).isEqualTo(3);
    }
}
