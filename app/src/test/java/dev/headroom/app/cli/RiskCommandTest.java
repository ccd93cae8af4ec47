package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskCommandTest {
    @TempDir
    Path folder;

    @Test
    void aLookBackTellsHowEarlierProbabilitiesHeld() throws Exception {
        importDays(12, 140);
        CommandRun run = risk("--reliability", "--limit", 60, "--origins", 3);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("from,to,cells,breached,predicted,observed,observed_lo90,observed_hi90");
        assertThat(run.err()).contains("108 cells at up to 3 origins (7, 14, 30 days): Brier score");
        int cells = 0;
        for (JsonNode row : json("--reliability", "--limit", 60, "--origins", 3)) {
            cells += row.get("cells").asInt();
            assertThat(row.get("predicted").asDouble())
                    .isBetween(row.get("from").asDouble(), row.get("to").asDouble());
        }
        assertThat(cells).as("12 servers, 3 origins, 3 horizons").isEqualTo(108);
    }

    @Test
    void recalibrationSaysWhatItFound() throws Exception {
        importDays(12, 140);
        CommandRun run = risk("--recalibrate", "--limit", 60, "-o", folder.resolve("risk.csv"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Looked back: ").contains("no correction is needed");
        assertThat(Files.readAllLines(folder.resolve("risk.csv"))).hasSize(1 + 12 * 3);
    }

    @Test
    void aShortHistoryCannotBeLookedBackOn() throws Exception {
        importDays(2, 40);
        CommandRun run = risk("--reliability");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("HR-3180").contains("60 days");
    }

    @Test
    void theLimitMayDependOnTheSize() throws Exception {
        importDays(1, 60);
        Path inventory = folder.resolve("inventory.csv");
        Files.writeString(
                inventory,
                "resource,name,provider,account,region,environment,archetype,instance_type,from\n"
                        + "web-0,web-0,aws,1,us-east-1,prod,web,m5.xlarge,2025-01-01T00:00:00Z\n");
        assertThat(run("import", inventory).err()).isEmpty();
        assertThat(json("--limit", "size").get(0).get("limit_pct").asDouble())
                .as("4 processors")
                .isBetween(61.0, 62.5);
        JsonNode flat = json().get(0);
        assertThat(flat.get("limit_pct").asDouble()).isEqualTo(80);
        // About 50 % is used, so that about 30 % of the capacity remain.
        assertThat(flat.get("capacity_remaining_pct").asDouble())
                .isCloseTo(80 - flat.get("current_pct").asDouble(), within(15.0));
        assertThat(risk("--limit", "small").err()).contains("--limit (small)").contains("the word size");
    }

    @Test
    void hourlyReadingsBreachByASingleHour() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        LocalDateTime first = LocalDateTime.of(2025, 1, 1, 0, 0);
        for (int hour = 0; hour < 24 * 40; hour++) {
            // One hour of each day is at 90 %: less than a twentieth of the day.
            rows.append(first.plusHours(hour)).append(":00Z,spiky,");
            rows.append(hour % 24 == 9 ? 90 : 30 + hour % 5).append('\n');
        }
        Path file = folder.resolve("hours.csv");
        Files.writeString(file, rows);
        assertThat(run("import", file).exitCode()).isZero();
        JsonNode hourly = json("--hourly").get(0);
        assertThat(hourly.get("p_breach").asDouble()).isGreaterThan(0.95);
        assertThat(hourly.get("risk_class").asText()).isIn("high", "very high");
        assertThat(json().get(0).get("p_breach").asDouble()).isLessThan(0.05);
        assertThat(risk("--hourly", "--reliability").exitCode()).isEqualTo(2);
    }

    private void importDays(int servers, int days) throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int server = 0; server < servers; server++) {
            Random random = new Random(server);
            for (int day = 0; day < days; day++) {
                rows.append(LocalDate.of(2025, 1, 1).plusDays(day))
                        .append(",web-")
                        .append(server)
                        .append(String.format(Locale.ROOT, ",%.2f%n", 46 + server + 4 * random.nextGaussian()));
            }
        }
        Path file = folder.resolve("days.csv");
        Files.writeString(file, rows);
        assertThat(run("import", file).exitCode()).isZero();
    }

    private JsonNode json(Object... arguments) throws Exception {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--json";
        return new ObjectMapper().readTree(risk(all).out());
    }

    private CommandRun risk(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "risk";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run(all);
    }

    private CommandRun run(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }
}
