package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers in Frankfurt that work from 7 to 17 o'clock UTC on weekdays: one for tests, one in production.
class ScheduleCommandTest {
    private static final String TEST = "build $(id)";

    @TempDir
    Path folder;

    @BeforeEach
    void importServers() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_mean\n");
        LocalDateTime first = LocalDateTime.of(2025, 1, 6, 0, 0);
        for (int hour = 0; hour < 24 * 70; hour++) {
            LocalDateTime at = first.plusHours(hour);
            boolean works = at.getDayOfWeek().getValue() <= 5 && at.getHour() >= 7 && at.getHour() < 17;
            for (String server : new String[] {TEST, "shop"}) {
                rows.append(at).append(":00Z,").append(server).append(works ? ",45\n" : ",1\n");
            }
        }
        String inventory = "resource,name,provider,account,region,environment,archetype,instance_type,from\n"
                + TEST + ",build,AWS,1,us-east-1,test,web,m5.xlarge,2024-01-01T00:00:00Z\n"
                + "shop,shop,AWS,1,us-east-1,production,web,m5.xlarge,2024-01-01T00:00:00Z\n";
        Path file = Files.writeString(folder.resolve("hours.csv"), rows);
        assertThat(run("import", file, Files.writeString(folder.resolve("inventory.csv"), inventory))
                        .exitCode())
                .isZero();
    }

    @Test
    void testServersAreScheduledAndProductionIsNot() throws Exception {
        JsonNode rows = new ObjectMapper()
                .readTree(run("schedule", "--zone", "UTC", "--json").out());
        assertThat(rows).hasSize(2);
        JsonNode test = rows.get(0);
        assertThat(test.get("resource").asText()).isEqualTo(TEST);
        assertThat(test.get("action").asText()).isEqualTo("schedule");
        assertThat(test.get("off").asText()).isEqualTo("Mon-Thu 17:00 to next day 06:00, Fri 17:00 to Mon 06:00");
        assertThat(test.get("off_hours_week").asInt()).isEqualTo(113);
        double month = Double.parseDouble(test.get("monthly_cost").asText());
        assertThat(Double.parseDouble(test.get("monthly_saving_gross").asText()))
                .isEqualTo(Math.round(100 * month * 113 / 168) / 100.0);
        assertThat(rows.get(1).get("action").asText()).isEqualTo("production");
        assertThat(rows.get(1).get("reason").asText()).contains("production");
    }

    @Test
    void aScheduleIsAcceptedByNameAndAServerThatStaysOnIsNot() throws Exception {
        assertThat(run("schedule", "--accept", "build").out()).contains("accepted: build");
        CommandRun refused = run("schedule", "--accept", "shop");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("HR-3030", "stay on");
        assertThat(run("schedule", "--snooze", TEST, "--until", "2999-01-01").exitCode())
                .isZero();
        JsonNode log = new ObjectMapper()
                .readTree(run("schedule", "--decisions", "--json").out());
        assertThat(log.findValuesAsText("decision")).containsExactly("accepted", "snoozed");
        assertThat(log.findValuesAsText("resource")).containsExactly(TEST, TEST);
        assertThat(log.get(0).get("kind").asText()).isEqualTo("schedule");
    }

    @Test
    void theRegionHasItsOwnClock() throws Exception {
        JsonNode rows = new ObjectMapper().readTree(run("schedule", "--json").out());
        assertThat(rows.get(0).get("zone").asText()).isEqualTo("America/New_York");
        assertThat(rows.get(0).get("off").asText()).startsWith("Mon-Thu 12:00 to next day 01:00");
    }

    @Test
    void allEnvironmentsOrNamedOnesCanBeLookedAt() throws Exception {
        assertThat(run("schedule", "--production", "-o", folder.resolve("s.csv"))
                        .out())
                .startsWith("2 servers can be off for 113 hours a week on average, saving ");
        assertThat(run("schedule", "--environments", "production", "-o", folder.resolve("s.csv"))
                        .out())
                .startsWith("1 server can be off for 113 hours a week, saving ");
    }

    @Test
    void changesAreWrittenForOtherToolsAndNamesCannotRunCommands() throws Exception {
        Path cron = folder.resolve("crontab");
        Path tags = folder.resolve("tags.csv");
        CommandRun run = run("schedule", "--zone", "UTC", "--cron", cron, "--tags", tags);
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(cron))
                .containsExactly(
                        "CRON_TZ=UTC",
                        "# " + TEST + ": off Mon-Thu 17:00 to next day 06:00, Fri 17:00 to Mon 06:00",
                        "0 17 * * 1-5 aws ec2 stop-instances --instance-ids '" + TEST + "'",
                        "0 6 * * 1-5 aws ec2 start-instances --instance-ids '" + TEST + "'");
        assertThat(Files.readAllLines(tags).get(1))
                .isEqualTo(TEST + ",maid_offhours,\"off=[(M-F,17)];on=[(M-F,6)];tz=UTC\"");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(run("schedule", "--zone", "Atlantis").err()).contains("--zone (Atlantis)");
        assertThat(run("schedule", "--repeat", 20).err()).contains("repeat (0.2)");
        assertThat(run("schedule", "--repeat", 20).exitCode()).isEqualTo(2);
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
