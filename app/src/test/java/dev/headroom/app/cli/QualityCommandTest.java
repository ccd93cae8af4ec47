package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void importSomeFiles() throws Exception {
        List<String> rows = new ArrayList<>(List.of("resource_id,timestamp,cpu_p95"));
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (int day = 0; day < 120; day++) {
            rows.add("sound," + first.plusDays(day) + "T00:00:00Z,"
                    + (40 + 5 * Math.sin(day / 7.0 * 2 * Math.PI) + day % 11 / 10.0));
            if (day < 90 && (day < 20 || day > 60)) {
                rows.add("holes," + first.plusDays(day) + "T00:00:00Z," + (30 + day % 7 + day % 13 / 10.0));
            }
        }
        rows.add("sound,not-a-time,5");
        Path file = Files.write(folder.resolve("load.csv"), rows);
        CommandRun imported = run("import", file);
        assertThat(imported.exitCode()).as(imported.err()).isZero();
    }

    @Test
    void everySeriesAndFileHasAScoreWithReasonsAndAdvice() throws Exception {
        JsonNode rows = new ObjectMapper().readTree(run("quality", "--json").out());
        JsonNode sound = row(rows, "sound/cpu/p95");
        assertThat(sound.get("score").asInt()).isEqualTo(100);
        assertThat(sound.get("verdict").asText()).isEqualTo("good");
        assertThat(sound.get("sufficiency").asText()).isEqualTo("enough");
        JsonNode holes = row(rows, "holes/cpu/p95");
        assertThat(holes.get("verdict").asText()).isEqualTo("bad");
        assertThat(holes.get("age_steps").asInt()).isEqualTo(30);
        assertThat(holes.get("gaps").asInt()).isEqualTo(1);
        assertThat(holes.get("longest_gap").asInt()).isEqualTo(41);
        assertThat(holes.get("reasons").asText()).contains("The longest gap is 41 days.", "30 days old");
        assertThat(holes.get("advice").asText()).contains("Look for the export of that time");
        assertThat(holes.get("sufficiency_words").asText()).startsWith("Weak history: 49 observations for 90");
        JsonNode file = row(rows, "load.csv");
        assertThat(file.get("reasons").asText()).contains("1 of 170 rows were refused (0.59 %).");
        assertThat(file.get("score").asInt()).isEqualTo(98);
        assertThat(file.get("batch").asText()).isNotEmpty();
    }

    @Test
    void theTextNamesWhatIsNotGoodAndCountsTheRest() {
        CommandRun all = run("quality");
        assertThat(all.exitCode()).isZero();
        assertThat(all.out())
                .contains("holes/cpu/p95", "load.csv of ")
                .contains("2 series: 1 good, 0 to watch, 1 bad; 1 imported files: 0 without a reason, lowest score")
                .doesNotContain("sound/cpu/p95");
    }

    @Test
    void aLeastScoreMakesACheckOfIt() {
        assertThat(run("quality", "--min-score", 0).exitCode()).isZero();
        assertThat(run("quality", "--min-score", 90).exitCode()).isEqualTo(1);
        assertThat(run("quality", "--series", "sound", "--min-score", 90).exitCode())
                .isZero();
        assertThat(run("quality", "--min-score", 101).exitCode()).isEqualTo(2);
    }

    @Test
    void seriesAndImportsCanBeChosen() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode series =
                json.readTree(run("quality", "--json", "--series", "h*/cpu").out());
        assertThat(series).hasSize(1);
        String batch = row(json.readTree(run("quality", "--json").out()), "load.csv")
                .get("batch")
                .asText();
        JsonNode files =
                json.readTree(run("quality", "--json", "--batch", batch).out());
        assertThat(files).hasSize(1);
        CommandRun unknown = run("quality", "--series", "nothing");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("HR-3061");
        assertThat(run("quality", "--batch", "nothing").err()).contains("HR-3060");
    }

    @Test
    void theTimeDecidesWhatIsOld() throws Exception {
        JsonNode rows = new ObjectMapper()
                .readTree(run("quality", "--json", "--series", "sound", "--as-of", "2026-06-30")
                        .out());
        assertThat(rows.get(0).get("reasons").asText()).isEqualTo("The last observation is 61 days old.");
    }

    @Test
    void theTableIsWrittenToAFile() throws Exception {
        Path output = folder.resolve("quality.csv");
        CommandRun run = run("quality", "-o", output);
        assertThat(run.out()).contains("2 series").contains(output.toString());
        assertThat(Files.readAllLines(output))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("kind,name,batch,score,verdict");
    }

    private void importBill() throws Exception {
        Path bill = Files.writeString(folder.resolve("bill.csv"), """
                BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,SubAccountId,ResourceId,Tags
                0,60,USD,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,Usage,prod,i-1,"{""owner"": ""web""}"
                0,40,USD,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,Usage,test,i-2,"{""Owner"": ""web""}"
                """);
        assertThat(run("import", bill).exitCode()).isZero();
    }

    @Test
    void requiredTagsAreCountedByCostAndAccount() throws Exception {
        importBill();
        CommandRun once = run("quality", "--required-tags", "owner");
        assertThat(once.out())
                .contains("Required tags: owner, for this run only")
                .contains(" 60 %  all accounts USD: owner. 40.00 of 100.00 USD of usage carry no owner.")
                .contains("Some of it is written Owner (40.00); write owner everywhere.")
                .contains("100 %  prod USD: owner")
                .contains("  0 %  test USD: owner");
        assertThat(run("quality").out()).doesNotContain("Required tags");
    }

    @Test
    void requiredTagsAreKeptWithTheirDayAndEachChangeIsInTheAuditLog() throws Exception {
        importBill();
        assertThat(run("quality", "--required-tags", "owner", "--set").exitCode())
                .isZero();
        assertThat(run("quality").out())
                .contains("Required tags: owner, kept since " + LocalDate.now(ZoneOffset.UTC) + " by ");
        JsonNode all = row(new ObjectMapper().readTree(run("quality", "--json").out()), "all accounts/owner");
        assertThat(all.get("kind").asText()).isEqualTo("tag");
        assertThat(all.get("score").asInt()).isEqualTo(60);
        assertThat(all.get("tagged").asText()).isEqualTo("60");
        assertThat(all.get("cost").asText()).isEqualTo("100");
        assertThat(all.get("tagged_share").asDouble()).isEqualTo(0.6);
        assertThat(all.has("policy_since")).isTrue();
        assertThat(run("quality", "--required-tags", "owner,env", "--set").exitCode())
                .isZero();
        assertThat(run("audit").out())
                .contains("setting changed,required tags")
                .contains("from \"\"owner\"\" to \"\"owner,env\"\"");
        assertThat(run("quality", "--required-tags", "none", "--set").out()).doesNotContain("Required tags");
        assertThat(run("quality").out()).doesNotContain("Required tags");
    }

    @Test
    void whatIsNoTagIsWrongUsage() {
        assertThat(run("quality", "--set").err()).contains("--set needs the tags");
        assertThat(run("quality", "--required-tags", ", ,").exitCode()).isEqualTo(2);
        assertThat(run("quality", "--required-tags", "x".repeat(300)).err()).contains("at most 128");
    }

    @Test
    void aForecastOnAWeakHistorySaysSo() throws Exception {
        Path output = folder.resolve("forecast.csv");
        CommandRun text = run("forecast", "--horizon", 60, "-o", output);
        assertThat(text.exitCode()).isZero();
        assertThat(text.err()).contains("holes/cpu: Weak history: 49 observations for 60 steps ahead");
        assertThat(text.err()).doesNotContain("sound/cpu: ");
        JsonNode json = new ObjectMapper()
                .readTree(
                        run("forecast", "--horizon", 60, "-o", output, "--json").out());
        assertThat(json.get("insufficient")).hasSize(1);
        assertThat(json.get("insufficient").get(0).get("sufficiency").asText()).isEqualTo("weak");
    }

    private static JsonNode row(JsonNode rows, String name) {
        for (JsonNode row : rows) {
            if (row.get("name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is not in " + rows);
    }

    private CommandRun run(String command, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of(command, "--workspace", folder.resolve("workspace"), "--quiet"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }
}
